import type { Hono } from 'hono'
import { lookUp } from '../../../../basis/shared/look-up.ts'
import { rolesAt } from '../../../../platform/role/index.ts'
import {
  forbid,
  formOf,
  numberOf,
  type StaffRouteOptions,
  showStaffPage,
  staffRoutes,
  withFlash,
} from '../../../../platform/sign-in/index.ts'
import {
  type Flash,
  type SentFile,
  sayProblems,
  sendMarkedFile,
  sendWorkbook,
  sentFile,
  sheet_words,
  wantsWorkbook,
} from '../../../../platform/staff/index.ts'
import { staff_paths, type WebEnv } from '../../../../platform/web/index.ts'
import { markingOf } from '../../../../platform/workbook/index.ts'
import { type AtUnit, atUnit } from '../at-unit.ts'
import { listsWorkbook } from '../contributions-workbook.ts'
import { type FaultShown, GiftListPage, GiftListsPage } from '../pages/gift-lists.tsx'
import { type ContributionProblem, contribution_problems } from '../problem-words.ts'
import { inGiftsWorker } from './in-worker.ts'
import { verifyGifts, withdrawGifts } from './judge-whole-list.ts'
import { list_words } from './list-words.ts'
import type { GiftsRead } from './read-gifts.ts'
import { findGiftList, judgeGiftsOf, listGiftLists, listResembling, listSumsOfList } from './reads.ts'
import { sendGifts } from './send-gifts.ts'

/** Gifts by the hundred: a file is judged whole, written down, and verified by another person. */
export function giftListRoutes(options: StaffRouteOptions): Hono<WebEnv> {
  return staffRoutes(options, [
    [staff_paths.contributions_file, { show: atUnit(showLists), take: atUnit(send) }],
    [staff_paths.contribution_list, { show: atUnit(showList) }],
    [staff_paths.contribution_list_verify, { take: atUnit(judging(verifyGifts, 'xac-minh')) }],
    [staff_paths.contribution_list_withdraw, { take: atUnit(judging(withdrawGifts, 'rut')) }],
  ])
}

type Told = { problems?: readonly ContributionProblem[]; faults?: FaultShown[]; told?: string | Flash }

async function showLists({ c, work, here }: AtUnit, { problems = [], faults, told }: Told = {}): Promise<Response> {
  const { look, staff_page, now } = work
  const { lang } = staff_page.view
  const lists = await look(db => listGiftLists(db, here.unit_id))
  if (wantsWorkbook(c) && problems.length === 0) return sendWorkbook(here.key, listsWorkbook({ lang, now, name: here.name, lists }))
  const field_errors = sayProblems(contribution_problems, { lang }, problems)
  const page = { ...staff_page, unit: here.key, unit_name: here.name, lists, field_errors, faults, told }
  return showStaffPage(c, <GiftListsPage {...page} />, problems.length > 0 ? 422 : 200)
}

/** Reads the file apart, judges every row of it, and writes all of them down, or none. */
async function send(at: AtUnit): Promise<Response> {
  const { c, work, here } = at
  const { key = '', viec } = await formOf(c)
  const file = await sentFile(c)
  if (!file.ok) return showLists(at, file)
  const read = await inGiftsWorker({ task: 'read', bytes: file.value.bytes })
  if (!read.ok) return showLists(at, read)
  if (viec === 'danh-dau') return sendMarked(at, file.value, read.value)
  const sent = { unit_id: here.unit_id, file: file.value, lines: read.value.lines, key, today: work.today }
  const outcome = await work.change(tx => sendGifts(tx, work.actor, sent))
  if (!outcome.ok) return showLists(at, { ...outcome, faults: await faultsOf(at, read.value) })
  return c.redirect(withFlash(c.var.view.to.contribution_list({ unit: here.key, ...outcome.value }), { xong: 'ghi' }), 303)
}

/** What is wrong with the rows of a file, each at its cell; what no column says stands at the giver. */
async function faultsOf({ work, here }: AtUnit, { lines, columns }: GiftsRead): Promise<FaultShown[]> {
  const { lang } = work.staff_page.view
  const { faults } = await work.look(db => judgeGiftsOf(db, lines, { unit_id: here.unit_id, today: work.today }))
  return faults.map(({ row, column, ...problem }) => {
    const [{ say }] = sayProblems(contribution_problems, { lang }, [problem]) as [{ say: string }]
    return { row, column: columns[column] ?? columns.giver ?? 0, say }
  })
}

/** The same file, each faulty cell marked. */
async function sendMarked(at: AtUnit, { name, bytes }: SentFile, read: GiftsRead): Promise<Response> {
  const { lang } = at.work.staff_page.view
  const said = await faultsOf(at, read)
  if (said.length === 0) return showLists(at, { told: { say: list_words[lang].no_faults, look: 'to-do' } })
  const marking = markingOf({ ...read, heading: sheet_words[lang].mark_heading }, said)
  const marked = await inGiftsWorker({ task: 'mark', bytes, marking })
  return marked.ok ? sendMarkedFile(at.c, name, marked.value) : showLists(at, marked)
}

async function showList({ c, work, here }: AtUnit, problems: readonly ContributionProblem[] = []): Promise<Response> {
  const { look, staff_page, who } = work
  const { lang } = staff_page.view
  const { unit_id, key: unit, name: unit_name, may_verify } = here
  const contribution_list_id = numberOf(c.req.param('gifts'))
  const shown = await look(async db => {
    const list = await findGiftList(db, { unit_id, contribution_list_id })
    if (!list) return null
    return { list, sums: await listSumsOfList(db, list), resembling: await listResembling(db, contribution_list_id) }
  })
  if (!shown) return forbid(c, who, rolesAt('contribution', 'keep'))
  const field_errors = sayProblems(contribution_problems, { lang }, problems)
  const told = lookUp(list_words[lang].told, c.req.query('xong'))
  const page = { ...staff_page, ...shown, unit, unit_name, may_verify, person_id: who.person_id, field_errors, told }
  return showStaffPage(c, <GiftListPage {...page} />, problems.length > 0 ? 422 : 200)
}

function judging(judge: typeof verifyGifts, xong: string) {
  return async (at: AtUnit): Promise<Response> => {
    const { c, work, here } = at
    const contribution_list_id = numberOf(c.req.param('gifts'))
    const outcome = await work.change(tx => judge(tx, work.actor, { unit_id: here.unit_id, contribution_list_id, today: work.today }))
    if (!outcome.ok) return showList(at, outcome.problems)
    return c.redirect(withFlash(c.var.view.to.contribution_list({ unit: here.key, contribution_list_id }), { xong }), 303)
  }
}
