import { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import { Breaker, type Trouble } from '../../basis/shared/breaker.ts'
import { Handing } from './handing.ts'
import { type MailError, type Posting, postingAfter } from './posting.ts'

/**
 * A mail of plain text. `number` is the same whenever it is the same mail, so that whoever gets it twice can tell;
 * `unsubscribe`: the page where one says that one wants no more; with `is_one_click` a mail program may say it by
 * itself (RFC 8058, over https alone).
 */
export type Letter = { to: string; subject: string; text: string; number: string; unsubscribe?: string; is_one_click?: boolean }

export type Mail = {
  post(letter: Letter): Promise<Posting>
  /** Until when no letter is to be tried, for the server is at fault and not the letters; null where one may. */
  rest(): Date | null
  /** What is wrong with the server, for whoever can mend it; null while nothing is known of it. */
  trouble(): Trouble | null
}

export type MailOptions = { smtp_url: string; from: string; say?: (line: string) => void; stopping?: AbortSignal; now?: () => Date }

/** How long all letters wait after a fault of the server, before one tries. */
const rest_ms = 60_000

/**
 * A mail server, by its address (smtp:// or smtps://, with name and password where it asks for them). Nothing is said
 * to it until the first letter. Each letter has its own connection: nodemailer's pool sends again by itself where a
 * connection breaks, and a letter whose answer was lost would go out twice.
 */
export function openMail({ smtp_url, from, say = () => {}, stopping, now = () => new Date() }: MailOptions): Mail {
  const transport = transportTo(smtp_url)
  const breaker = new Breaker({ name: 'the mail server', say, rest_ms, now: () => now().getTime() })
  const host = from.replace(/^.*@|>.*$/g, '')
  const compose = ({ to, subject, text, number, ...letter }: Letter) => ({
    ...{ from, to, subject, text, messageId: `<${number}@${host}>` },
    headers: { 'Auto-Submitted': 'auto-generated', ...waysOut(letter) },
  })
  return {
    rest: () => dateOf(breaker.rest()),
    trouble: () => breaker.trouble,
    async post(letter) {
      const posting = await handOver(transport, compose(letter), stopping)
      const { of_server, reason } = posting
      if (of_server) breaker.failed(reason ?? 'unknown', { is_certain: of_server === 'surely' })
      else if (reason !== 'stopped') breaker.answered()
      return posting
    },
  }
}

function waysOut({ unsubscribe, is_one_click }: Pick<Letter, 'unsubscribe' | 'is_one_click'>): Record<string, string> {
  if (!unsubscribe) return {}
  const by_a_press = is_one_click && unsubscribe.startsWith('https://')
  return { 'List-Unsubscribe': `<${unsubscribe}>`, ...(by_a_press && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }) }
}

function dateOf(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms)
}

type Composed = { messageId: string }

async function handOver(transport: Transport, composed: Composed, stopping: AbortSignal | undefined): Promise<Posting> {
  const handing = new Handing(stopping)
  try {
    const text = { [on_text]: () => handing.textGoesOut() }
    await transport.sendMail({ ...composed, ...text, signal: handing.signal } as Parameters<Transport['sendMail']>[0])
    return { state: 'sent', reason: null }
  } catch (error) {
    return handing.ended_by === null ? postingAfter(error as MailError, handing) : postingOfEnded(handing)
  } finally {
    handing.close()
  }
}

function postingOfEnded({ is_text_out, ended_by }: Handing): Posting {
  const posting: Posting = { state: is_text_out ? 'unsure' : 'deferred', reason: ended_by }
  return ended_by === 'stopped' ? posting : { ...posting, of_server: 'perhaps' }
}

/** Under this name a letter carries what to call when its text is taken. */
const on_text = 'onText'
const limits_ms = { connectionTimeout: 5000, greetingTimeout: 5000, dnsTimeout: 5000, socketTimeout: 30_000 }

type Transport = ReturnType<typeof transportTo>

/**
 * The text is made before, and read by the connection only when the server has said that it takes it: that is the
 * moment after which nobody can be sure.
 */
function transportTo(smtp_url: string) {
  const transport = createTransport({ url: smtp_url, ...limits_ms, disableFileAccess: true, disableUrlAccess: true })
  transport.use('stream', ({ message, data }, done) => {
    message.build((error, text) => {
      message.createReadStream = (() => readOnce(text!, (data as { [on_text]?: () => void })[on_text])) as typeof message.createReadStream
      done(error)
    })
  })
  return transport
}

function readOnce(text: Buffer, onRead: () => void = () => {}): Readable {
  return new Readable({
    read() {
      onRead()
      this.push(text)
      this.push(null)
    },
  })
}
