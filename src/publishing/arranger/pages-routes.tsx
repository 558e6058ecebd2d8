import { type Problem, refused } from '../../basis/shared/outcome.ts'
import { rolesThatMay } from '../../platform/role/index.ts'
import { forbid, formOf, type HomeNotice, numberOf, type StaffContext, showStaffPage, withFlash } from '../../platform/sign-in/index.ts'
import { sayProblems } from '../../platform/staff/index.ts'
import type { WebContext } from '../../platform/web/index.ts'
import { isPage, listPageEditions } from '../portal/index.ts'
import { beginArrangement } from './arrangement/begin-arrangement.ts'
import { listArrangements, listArrangers } from './arrangement/list-arrangements.ts'
import { type ArrangerOptions, mayToPages, standingAt } from './arranger-options.ts'
import { PagesPage } from './pages/pages.tsx'
import { type ArrangementCode, arrangement_problems } from './problem-words.ts'
import { arranger_words } from './words.ts'

export async function showPages(
  c: WebContext,
  work: StaffContext,
  { database }: ArrangerOptions,
  problems: readonly Problem<ArrangementCode>[] = [],
): Promise<Response> {
  const { look, staff_page, who } = work
  if (!(await look(db => mayToPages(db, 'read')))) return forbid(c, who, rolesThatMay('page', 'read'))
  const { view } = staff_page
  const page = {
    ...staff_page,
    editions: await listPageEditions(database.db),
    arrangers: await look(listArrangers),
    on_their_way: await look(listArrangements),
    may_arrange: await look(db => mayToPages(db, 'arrange')),
    field_errors: sayProblems(arrangement_problems, { lang: view.lang }, problems),
  }
  return showStaffPage(c, <PagesPage {...page} />, problems.length > 0 ? 422 : 200)
}

/** Begins with what stands, or with what stood before. */
export async function begin(c: WebContext, work: StaffContext, options: ArrangerOptions): Promise<Response> {
  const { page = '', edition = '', key = '' } = await formOf(c)
  if (!isPage(page)) return showPages(c, work, options, refused({ code: 'unknown-edition' }).problems)
  const standing = await standingAt(work)
  const asked = { page, standing, key, ...(edition && { edition: numberOf(edition) }) }
  const outcome = await work.change(tx => beginArrangement(tx, work.actor, asked))
  if (!outcome.ok) return showPages(c, work, options, outcome.problems)
  return c.redirect(withFlash(c.var.view.to.arrangement(outcome.value), { xong: 'moi' }), 303)
}

/** On the home page of whoever approves: the arrangements that lie with them. */
export async function pagesWaiting({ look, seats, staff_page: { view } }: StaffContext): Promise<HomeNotice[]> {
  if (!seats.some(({ role }) => rolesThatMay('page', 'approve').includes(role))) return []
  if (!(await look(db => mayToPages(db, 'approve')))) return []
  const n = (await look(listArrangements)).filter(({ state, is_mine }) => state === 'submitted' && !is_mine).length
  return n === 0 ? [] : [{ href: view.to.pages(), label: arranger_words[view.lang].notice(n), n }]
}
