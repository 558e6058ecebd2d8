import type { WebContext } from '../web/index.ts'
import type { Doors } from './doors.ts'
import { seal, unseal } from './sealing.ts'

const purpose = 'shown to'

/** From here on the page that is being made belongs to somebody: each of its forms says so, sealed. */
export function markShownTo(c: WebContext, { key }: Doors, person_id: number): void {
  c.set('shown_to', seal(key, purpose, person_id))
}

/** Puts into each form of a page that saves something to whom it was shown. No text of others can look like a form: it is escaped. */
export function withShownTo(html: string, shown_to: string | undefined): string {
  if (shown_to === undefined) return html
  return html.replace(/<form\b[^>]*\bmethod="post"[^>]*>/g, tag => `${tag}<input type="hidden" name="shown_to" value="${shown_to}"/>`)
}

/** To whom the form was shown that has been sent, or the page whose script asks; null where it does not say. */
export async function shownTo(c: WebContext, { key, now }: Doors): Promise<number | null> {
  const is_json = c.req.header('content-type')?.startsWith('application/json')
  const sent: unknown = is_json ? await c.req.json().catch(() => null) : await c.req.parseBody()
  const sealed = (sent as { shown_to?: unknown } | null)?.shown_to
  return typeof sealed === 'string' ? unseal<number>(key, purpose, sealed, now()) : null
}
