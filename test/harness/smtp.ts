import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail as it came in: the envelope's addressee and the whole text with its headers. */
export type Received = { to: string; text: string }

/**
 * A real mail server on a free port of this machine. `answer` may refuse an addressee or the text with a number such as
 * 550, or hang up in the middle; it may take its time.
 */
export type PostOffice = {
  readonly smtp_url: string
  received: Received[]
  answer: (step: 'to' | 'text', to: string) => Answer | Promise<Answer>
}
type Answer = number | 'hang-up' | null

/** Opens it; whoever opens it closes it. */
export async function openPostOffice(): Promise<{ office: PostOffice; close(): Promise<void> }> {
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
    async onRcptTo({ address }, _session, callback) {
      const answer = await office.answer('to', address)
      callback(typeof answer === 'number' ? refusal(answer) : null)
    },
    onData(stream, session, callback) {
      let text = ''
      stream.on('data', (chunk: Buffer) => (text += chunk))
      stream.on('end', async () => {
        const to = session.envelope.rcptTo[0]!.address
        const answer = await office.answer('text', to)
        if (answer === null || answer === 'hang-up') office.received.push({ to, text })
        if (answer === 'hang-up') for (const connection of server.connections) connection.close()
        else callback(typeof answer === 'number' ? refusal(answer) : null)
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  port = (server.server.address() as AddressInfo).port
  return { office, close: () => new Promise<void>(resolve => server.close(() => resolve())) }
}
