import type { Outcome } from '../../../basis/shared/outcome.ts'
import type { StaffContext } from '../../../platform/sign-in/index.ts'
import type { WebContext } from '../../../platform/web/index.ts'
import type { DraftCode, SaveAnswer } from '../../newsroom/index.ts'

/** Whether the editor saves by itself, and not somebody who pressed the button. */
export function isByItself(c: WebContext): boolean {
  return c.req.header('accept') === 'application/json'
}

/** What the editor is told: the version that it made; 409 where there is a newer one, 422 where it could not be kept. */
export function tellEditor(
  c: WebContext,
  { staff_page, now }: StaffContext,
  outcome: Outcome<{ draft_id: number; version: number }, DraftCode>,
): Response {
  c.header('cache-control', 'no-store')
  if (!outcome.ok) return c.json({}, outcome.problems.some(({ code }) => code === 'stale-version') ? 409 : 422)
  const { draft_id, version } = outcome.value
  const { to } = staff_page.view
  const hour = new Intl.DateTimeFormat('vi-VN', { timeStyle: 'medium', timeZone: 'Asia/Ho_Chi_Minh' }).format(now)
  const answer: SaveAnswer = {
    version,
    hour,
    draft: String(draft_id),
    edit: to.draft_edit({ draft_id }),
    open: to.draft_open({ draft_id }),
  }
  return c.json(answer)
}
