import { rolesThatMay } from '../../../platform/role/index.ts'
import { forbid, formOf, numberOf, type StaffContext } from '../../../platform/sign-in/index.ts'
import { sayProblems } from '../../../platform/staff/index.ts'
import type { Language, WebContext } from '../../../platform/web/index.ts'
import { type CheckAnswer, checkWritten, draft_problems, type Finding, type Found, findDraft } from '../../newsroom/index.ts'
import { type DeskOptions, newsroomsWhereMay, numbersToShow, standingAt } from '../desk-options.ts'
import { judgementOf } from '../pages/numbers-rail.tsx'
import { sayFinding } from '../say-finding.ts'

/**
 * Checks what is being written, as the editor sends it at each pause: JSON, for whoever reads in a newsroom. Nothing is
 * kept of it.
 */
export async function checkForEditor(c: WebContext, work: StaffContext, options: DeskOptions): Promise<Response> {
  const newsrooms = newsroomsWhereMay(await standingAt(work), 'read')
  if (newsrooms.length === 0) return forbid(c, work.who, rolesThatMay('article', 'read'))
  c.header('cache-control', 'no-store')
  const { lang } = work.staff_page.view
  const { text = '', draft: draft_id } = await formOf(c)
  const draft = await work.look(db => findDraft(db, numberOf(draft_id)))
  const reasons = draft && newsrooms.includes(draft.unit_id) ? draft.content.reasons : []
  const outcome = await checkWritten(options.database.db, text, { reasons }, numbersToShow(options, work.now, { publish_at: null }))
  const answer: CheckAnswer = outcome.ok
    ? { found: outcome.value.map(finding => foundAs(finding, lang)), say: [] }
    : { found: [], say: sayProblems(draft_problems, { lang }, outcome.problems).map(({ say }) => say) }
  return c.json(answer, outcome.ok ? 200 : 422)
}

function foundAs(finding: Finding, lang: Language): Found {
  const { at, quantity, words, binding, mark } = finding
  const say = sayFinding(finding, lang)
  return {
    at,
    length: Array.from(quantity).length,
    quantity,
    words,
    judgement: judgementOf(finding),
    say,
    binding,
    is_bound: mark !== null,
  }
}
