import { afterAll, beforeAll } from 'vitest'
import { openPostOffice, type PostOffice, type Received } from './smtp.ts'

/** A mail server for the tests of a file. Call it at the top of the file. */
export function withPostOffice(): PostOffice {
  let opened: Awaited<ReturnType<typeof openPostOffice>> | undefined
  beforeAll(async () => {
    opened = await openPostOffice()
  })
  afterAll(() => opened?.close())
  const there = () => opened?.office ?? fail()
  return {
    get smtp_url() {
      return there().smtp_url
    },
    get received() {
      return there().received
    },
    set received(letters) {
      there().received = letters
    },
    get answer() {
      return there().answer
    },
    set answer(answer) {
      there().answer = answer
    },
  }
}

function fail(): never {
  throw new Error('the mail server is there from beforeAll on')
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
