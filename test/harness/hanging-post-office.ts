import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { afterAll, beforeAll } from 'vitest'

/**
 * A moment in the talk with a mail server: before it says anything, at one of our commands, while the text comes, and
 * at the dot that ends it.
 */
export type Moment = 'connect' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'text' | 'dot'

/**
 * A mail server that does at one moment what it is told: it hangs up, is silent, or answers with a number; at all
 * others it is a good server. `talks` counts connections.
 */
export type HangingPostOffice = { readonly smtp_url: string; at: Moment | null; does: 'hang-up' | 'silence' | number; talks: number }

/** Call it at the top of a test file. */
export function withHangingPostOffice(): HangingPostOffice {
  const open = new Set<Socket>()
  let port = 0
  const office: HangingPostOffice = {
    get smtp_url() {
      return `smtp://127.0.0.1:${port}`
    },
    ...{ at: null, does: 'hang-up', talks: 0 },
  }
  const server = createServer(socket => {
    open.add(socket)
    office.talks++
    socket.on('error', () => {})
    talk(socket, office)
  })
  beforeAll(async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening')
    port = (server.address() as AddressInfo).port
  })
  afterAll(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  return office
}

const good: Record<Moment, string> = { connect: '220', EHLO: '250', MAIL: '250', RCPT: '250', DATA: '354', text: '', dot: '250' }

function talk(socket: Socket, office: HangingPostOffice): void {
  let is_text = false
  answer('connect')
  socket.on('data', (heard: Buffer) => {
    const said = heard.toString()
    if (is_text) return answer(said.endsWith('\r\n.\r\n') && office.at !== 'text' ? 'dot' : 'text')
    const moment = said.slice(0, 4) as Moment
    is_text = moment === 'DATA'
    if (moment in good) answer(moment)
    else socket.end('221 bye\r\n')
  })

  function answer(moment: Moment): void {
    const code = office.at === moment ? office.does : good[moment]
    if (code === 'hang-up') socket.destroy()
    else if (code !== 'silence' && code !== '') socket.write(`${code} so it is\r\n`)
  }
}
