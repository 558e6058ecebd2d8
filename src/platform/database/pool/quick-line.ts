import { Socket } from 'node:net'
import pg from 'pg'
import { refuseOtherRole } from './own-role.ts'

/**
 * Longer than this no short read takes on a line that lives. Then the line is given up, with all that waits on it, and
 * the database stops what it was at.
 */
const usual_patience_ms = 2_000

const closed: Promise<never> = Promise.reject(new Error('the line is closed'))
closed.catch(() => {})

type Line = { client: pg.Client; socket: Socket }

/**
 * One connection for the short reads of every page. None waits for the answers before it (pipelining), and what is
 * asked in one turn of the program leaves in one write: of reads so short the journey is most of the cost
 * (docs/decisions/0070). It is opened when first asked, and anew after it broke.
 */
export class QuickLine {
  readonly #config: pg.ClientConfig
  readonly #patience_ms: number
  #line: Promise<Line> | null = null

  constructor(config: pg.ClientConfig, patience_ms = usual_patience_ms) {
    this.#config = config
    this.#patience_ms = patience_ms
  }

  async ask(question: pg.QueryConfig): Promise<pg.QueryResult> {
    this.#line ??= this.#open()
    const { client, socket } = await this.#line
    sendAtEndOfTurn(socket)
    return client.query(question)
  }

  async close(): Promise<void> {
    const line = this.#line
    this.#line = closed
    await line?.then(
      ({ client }) => client.end(),
      () => {},
    )
  }

  #open(): Promise<Line> {
    const socket = new Socket()
    const client = new pg.Client({
      ...this.#config,
      query_timeout: this.#patience_ms,
      statement_timeout: this.#patience_ms,
      pipeline: true,
      stream: () => socket,
    })
    const line = client
      .connect()
      .then(() => refuseOtherRole(client))
      .then(() => ({ client, socket }))
    const lose = () => {
      if (this.#line === line) this.#line = null
    }
    client.on('error', lose)
    client.on('end', lose)
    line.catch(lose)
    return line
  }
}

function sendAtEndOfTurn(socket: Socket): void {
  if (socket.writableCorked > 0) return
  socket.cork()
  setImmediate(() => socket.uncork())
}
