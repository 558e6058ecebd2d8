import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll } from 'vitest'

/** A mail as it came in: the envelope's addressee and the whole text with its headers. */
export type Received = { to: string; text: string }

/** A real mail server on a free port of this machine. `answer` may refuse an addressee or the text with a number such as 550, or hang up in the middle. */
export type PostOffice = {
  readonly smtp_url: string
  received: Received[]
  answer: (step: 'to' | 'text', to: string) => number | 'hang-up' | null
}

/** Call it at the top of a test file. */
export function withPostOffice(): PostOffice {
  let port = 0
  const office: PostOffice = {
    get smtp_url() {
      return `smtp://127.0.0.1:${port}`
    },
    received: [],
    answer: () => null,
  }
  const refusal = (code: number) => Object.assign(new Error('no'), { responseCode: code })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, callback) {
      const answer = office.answer('to', address)
      callback(typeof answer === 'number' ? refusal(answer) : null)
    },
    onData(stream, session, callback) {
      let text = ''
      stream.on('data', (chunk: Buffer) => (text += chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]!.address
        const answer = office.answer('text', to)
        if (answer === null || answer === 'hang-up') office.received.push({ to, text })
        if (answer === 'hang-up') for (const connection of server.connections) connection.close()
        else callback(typeof answer === 'number' ? refusal(answer) : null)
      })
    },
  })
  server.on('error', () => {})
  beforeAll(async () => {
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    port = (server.server.address() as AddressInfo).port
  })
  afterAll(() => new Promise<void>(resolve => server.close(() => resolve())))
  return office
}

/** What a reader reads of a mail: its body, out of the encoding in which it travelled. */
export function bodyOf({ text }: Received): string {
  const end = text.indexOf('\r\n\r\n')
  const [head, body] = [text.slice(0, end), text.slice(end + 4)]
  if (/^Content-Transfer-Encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString('utf8')
  if (!/^Content-Transfer-Encoding: quoted-printable/im.test(head)) return body
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
