import { lookUp } from '../../basis/shared/look-up.ts'
import { rolesThatMay, type Standing } from '../../platform/role/index.ts'
import { forbid, type HomeNotice, type StaffContext, showStaffPage } from '../../platform/sign-in/index.ts'
import type { WebContext } from '../../platform/web/index.ts'
import {
  act_in_state,
  type DraftOnBoard,
  findDeskMail,
  listDrafts,
  listPlannedWithdrawals,
  listPrintedNumbers,
  listUnsigned,
} from '../newsroom/index.ts'
import { type DeskOptions, newsroomsWhereMay, standingAt } from './desk-options.ts'
import { BoardPage } from './pages/board.tsx'
import { proveAll } from './published/drift.ts'
import { newsdesk_words } from './words.ts'

/** How many published articles the board shows, and of how many it watches the numbers: the newest. */
const most_published = 20
const most_watched = 500

export async function showBoard(
  c: WebContext,
  work: StaffContext,
  { database, figuresAt, can_mail = false }: DeskOptions,
): Promise<Response> {
  const { look, staff_page, who, now } = work
  const standing = await standingAt(work)
  if (newsroomsWhereMay(standing, 'read').length === 0) return forbid(c, who, rolesThatMay('article', 'read'))
  const drafts = await look(listDrafts)
  const scheduled = drafts.filter(({ state }) => state === 'approved')
  const [yours, others] = partedBy(
    drafts.filter(({ state }) => state !== 'approved'),
    draft => liesWith(standing, draft),
  )
  const printing = await listPrintedNumbers(database.db, most_watched)
  const proven = await proveAll(figuresAt(now), printing)
  const page = {
    drifted: proven.filter(({ drifted }) => drifted.length > 0),
    watched: printing.length === most_watched ? most_watched : null,
    unsigned: await look(listUnsigned),
    to_go: await look(listPlannedWithdrawals),
    ...{ ...staff_page, yours, others, scheduled, now, published: proven.slice(0, most_published) },
    may_write: newsroomsWhereMay(standing, 'write').length > 0,
    may_withdraw: newsroomsWhereMay(standing, 'withdraw').length > 0,
    mail: can_mail ? await look(findDeskMail) : null,
    told: lookUp(newsdesk_words[staff_page.view.lang].told, c.req.query('xong')),
  }
  return showStaffPage(c, <BoardPage {...page} />)
}

/** On the home page: the drafts that lie with somebody, and what waits for their signature. */
export async function draftsWaiting(work: StaffContext): Promise<HomeNotice[]> {
  const { look, seats, staff_page } = work
  if (!seats.some(({ role }) => rolesThatMay('article', 'read').includes(role))) return []
  const standing = await standingAt(work)
  const { view } = staff_page
  const drafts = (await look(listDrafts)).filter(draft => draft.state !== 'approved' && liesWith(standing, draft))
  const may_approve = newsroomsWhereMay(standing, 'approve')
  const to_sign = (await look(listUnsigned)).filter(({ unit_id, is_mine }) => !is_mine && may_approve.includes(unit_id))
  const n = drafts.length + to_sign.length
  return n === 0 ? [] : [{ href: view.to.newsdesk(), label: newsdesk_words[view.lang].notice(n), n }]
}

/** Whether a draft lies with somebody, by what they hold. While it is being written it lies with those who write it. */
function liesWith(standing: Standing, { state, unit_id, is_mine }: DraftOnBoard): boolean {
  const act = act_in_state[state]
  return act !== null && newsroomsWhereMay(standing, act).includes(unit_id) && (state !== 'draft' || is_mine)
}

function partedBy<T>(list: readonly T[], is: (item: T) => boolean): [T[], T[]] {
  return [list.filter(is), list.filter(item => !is(item))]
}
