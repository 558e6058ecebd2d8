/**
 * What became of a letter. `deferred`: certainly not sent, and worth trying again; `failed`: certainly not sent, and
 * never will be; `unsure`: its text was handed over, and the answer never came. `reason` is a code such as smtp-550,
 * and holds nothing that the mail server said: it likes to repeat addresses. `of_server`: every other letter would meet
 * the same, for it is the server that is away («perhaps» for a moment only) or the way to it that is set up wrongly
 * («surely»).
 */
export type Posting = { state: 'sent' | 'deferred' | 'failed' | 'unsure'; reason: string | null; of_server?: 'surely' | 'perhaps' }

export type MailError = Error & { code?: string; originalCode?: string; responseCode?: number; command?: string }

/**
 * Judged by how far it came: as long as the text has not gone out, nothing was handed over. What the server answers is
 * certain at any stage: 4xx not now, 5xx never.
 */
export function postingAfter(error: MailError, { is_text_out }: { is_text_out: boolean }): Posting {
  const reason = reasonOf(error)
  if (error.responseCode) return answered(error.responseCode, error.command ?? '', reason)
  if (is_text_out) return { state: 'unsure', reason, of_server: 'perhaps' }
  if (error.code === 'EENVELOPE' || error.code === 'EMESSAGE') return { state: 'failed', reason }
  return { state: 'deferred', reason, of_server: isSetUpWrongly(error) ? 'surely' : 'perhaps' }
}

/** «Service not available», «authentication required» and their kin, at whatever stage. */
const of_server = new Set([421, 454, 530, 534, 535, 538])

/** Only from the addressee on an answer is about the letter; before, it is about us. */
function answered(code: number, command: string, reason: string): Posting {
  const is_of_letter = (command === 'RCPT TO' || command === 'DATA') && !of_server.has(code)
  if (is_of_letter) return { state: code < 500 ? 'deferred' : 'failed', reason }
  return { state: 'deferred', reason, of_server: code < 500 ? 'perhaps' : 'surely' }
}

/**
 * A certificate that is not trusted, TLS where there is none or none where there is, something else than a mail server,
 * a name that is refused.
 */
function isSetUpWrongly({ code = '', originalCode = '' }: MailError): boolean {
  return ['ETLS', 'EPROTOCOL', 'EAUTH'].includes(code) || /CERT|SSL|TLS|SIGNED|ISSUER/.test(`${code} ${originalCode}`)
}

function reasonOf({ code = 'unknown', originalCode, responseCode }: MailError): string {
  if (responseCode) return `smtp-${responseCode}`
  return (originalCode ?? code)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
