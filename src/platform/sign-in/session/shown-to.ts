import { hkdfSync } from 'node:crypto'
import type { WebContext } from '../../web/index.ts'
import type { Doors } from '../doors.ts'
import { seal, unseal } from '../means/sealing.ts'

const purpose = 'shown to'

/**
 * What each form of a page carries of whoever it was shown to, sealed; and the key to drafts that their browser keeps:
 * «name.key», both in base64.
 */
export type ShownTo = { sealed: string; draft_key: string }

/** From here on the page that is being made belongs to somebody: each of its forms says so. */
export function markShownTo(c: WebContext, { key }: Doors, person_id: number): void {
  const drawn = Buffer.from(hkdfSync('sha256', key, '', `drafts of ${person_id}`, 44))
  const draft_key = `${drawn.subarray(0, 12).toString('base64')}.${drawn.subarray(12).toString('base64')}`
  c.set('shown_to', { sealed: seal(key, purpose, person_id), draft_key })
}

/**
 * Puts into each form of a page that saves something to whom it was shown. No text of others can look like a form: it
 * is escaped.
 */
export function withShownTo(html: string, shown_to: ShownTo | undefined): string {
  if (shown_to === undefined) return html
  const field = `<input type="hidden" name="shown_to" value="${shown_to.sealed}"/>`
  return html.replace(/<form\b[^>]*\bmethod="post"[^>]*>/g, tag => withDraftKey(tag, shown_to.draft_key) + field)
}

/** Forms whose script keeps what is typed, in the browser. */
function withDraftKey(tag: string, draft_key: string): string {
  return /\bdata-(autosave|conflict)\b/.test(tag) ? `${tag.slice(0, -1)} data-draft-key="${draft_key}">` : tag
}

/** To whom the form was shown that has been sent, or the page whose script asks; null where it does not say. */
export async function shownTo(c: WebContext, { key, now }: Doors): Promise<number | null> {
  const is_json = c.req.header('content-type')?.startsWith('application/json')
  const sent: unknown = is_json ? await c.req.json().catch(() => null) : await c.req.parseBody()
  const sealed = (sent as { shown_to?: unknown } | null)?.shown_to
  return typeof sealed === 'string' ? unseal<number>(key, purpose, sealed, now()) : null
}
