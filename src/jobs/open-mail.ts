import { createTransport } from 'nodemailer'

/** A mail of plain text. `number` is the same whenever it is the same mail, so that whoever gets it twice can tell. */
export type Letter = { to: string; subject: string; text: string; number: string }

/**
 * What became of it. `deferred`: certainly not sent, and worth trying again; `failed`: certainly not sent, and never will be; `unsure`: handed over, and the answer never came.
 * `reason` is a code such as smtp-550, and holds nothing that the mail server said: it likes to repeat addresses.
 */
export type Posting = { state: 'sent' | 'deferred' | 'failed' | 'unsure'; reason: string | null }

export type Mail = { post(letter: Letter): Promise<Posting> }

/**
 * A mail server, by its address (smtp:// or smtps://, with name and password where it asks for them). Nothing is said to it until the first letter. Each letter has its own
 * connection: nodemailer's pool sends again by itself where a connection breaks, and a letter whose answer was lost would go out twice.
 */
export function openMail({ smtp_url, from }: { smtp_url: string; from: string }): Mail {
  const transport = createTransport({ url: smtp_url, ...limits_ms, disableFileAccess: true, disableUrlAccess: true })
  const host = from.replace(/^.*@|>.*$/g, '')
  return {
    async post({ to, subject, text, number }) {
      try {
        await transport.sendMail({
          ...{ from, to, subject, text, messageId: `<${number}@${host}>` },
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return { state: 'sent', reason: null }
      } catch (error) {
        return postingAfter(error as MailError)
      }
    },
  }
}

const limits_ms = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 }

type MailError = Error & { code?: string; originalCode?: string; timeoutType?: string; responseCode?: number }

/** The server's own answer is certain: 4xx not now, 5xx never. Without one it is certain only where nothing can have been handed over yet. */
export function postingAfter({ code = 'unknown', originalCode, timeoutType, responseCode }: MailError): Posting {
  if (responseCode) return { state: responseCode < 500 || code === 'EAUTH' ? 'deferred' : 'failed', reason: `smtp-${responseCode}` }
  const reason = (originalCode ?? code).toLowerCase().replace(/[^a-z0-9]+/g, '-')
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { state: 'failed', reason }
  return { state: [code, originalCode, timeoutType].some(name => unreached.has(name ?? '')) ? 'deferred' : 'unsure', reason }
}

const unreached = new Set([
  ...['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EDNS', 'ETLS', 'EAUTH'],
  ...['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT'],
])
