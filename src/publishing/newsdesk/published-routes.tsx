import type { Outcome, Problem } from '../../basis/shared/outcome.ts'
import type { FiguresAt } from '../../numbers/figure/index.ts'
import { rolesThatMay, type Standing } from '../../platform/role/index.ts'
import { forbid, formOf, numberOf, type StaffContext, showStaffPage, withFlash } from '../../platform/sign-in/index.ts'
import { sayProblems } from '../../platform/staff/index.ts'
import { showError, type WebContext } from '../../platform/web/index.ts'
import {
  cancelWithdrawal,
  type DraftCode,
  draft_problems,
  findArticle,
  findPlannedWithdrawal,
  followEdition,
  planWithdrawal,
  type WithdrawalAsked,
  withdrawArticle,
} from '../newsroom/index.ts'
import { type DeskOptions, newsroomsWhereMay, standingAt } from './desk-options.ts'
import { FollowRefusedPage, WithdrawPage } from './pages/withdraw.tsx'
import { correctionOf, proveAll } from './published/drift.ts'
import { type HourTyped, hourIn, now_typed, typedHour } from './typed-hour.ts'

/** Begins a correction or an update upon a published article. */
export async function follow(c: WebContext, work: StaffContext, { database, figuresAt }: DeskOptions): Promise<Response> {
  const { article, follows, key = '' } = await formOf(c)
  const standing = await standingAt(work)
  const [unit_id] = newsroomsWhereMay(standing, 'write')
  if (unit_id === undefined) return forbid(c, work.who, rolesThatMay('article', 'write'))
  const article_id = numberOf(article)
  const corrected = follows === 'drift' ? await driftCorrected(database, figuresAt(work.now), article_id) : undefined
  const about = { unit_id, article_id, follows: follows === 'update' || follows === 'minor' ? follows : 'correction' } as const
  const asked = { ...about, standing, key, ...(corrected && { corrected }) }
  const outcome = await work.change(tx => followEdition(tx, work.actor, asked))
  if (outcome.ok) return c.redirect(c.var.view.to.draft_edit(outcome.value), 303)
  const field_errors = sayProblems(draft_problems, { lang: c.var.view.lang }, outcome.problems)
  return showStaffPage(c, <FollowRefusedPage {...{ ...work.staff_page, field_errors }} />, 422)
}

/** What the register answers now in the place of each number that has changed. */
async function driftCorrected({ db }: DeskOptions['database'], figures: FiguresAt, article_id: number) {
  const edition = await findArticle(db, { article_id: Math.min(article_id, 2 ** 31 - 1), lang: 'vi' })
  const [proven] = edition ? await proveAll(figures, [edition]) : []
  return proven && proven.drifted.length > 0 ? correctionOf(proven.drifted) : undefined
}

type Typed = { reason: string; replaced_by: string; hour: HourTyped }

export function showWithdraw(c: WebContext, work: StaffContext, options: DeskOptions): Promise<Response> {
  return showWithdrawWith(c, work, options, { reason: '', replaced_by: '', hour: now_typed }, [])
}

async function showWithdrawWith(
  c: WebContext,
  work: StaffContext,
  { database }: DeskOptions,
  typed: Typed,
  problems: readonly Problem<DraftCode>[],
): Promise<Response> {
  const standing = await standingAt(work)
  if (newsroomsWhereMay(standing, 'withdraw').length === 0) return forbid(c, work.who, rolesThatMay('article', 'withdraw'))
  const article = await findArticle(database.db, { article_id: articleOf(c), lang: 'vi' })
  if (!article) return showError(c, 404)
  const planned = await work.look(db => findPlannedWithdrawal(db, article.article_id))
  const field_errors = sayProblems(draft_problems, { lang: c.var.view.lang }, problems)
  const page = { ...work.staff_page, article, planned, typed, field_errors }
  return showStaffPage(c, <WithdrawPage {...page} />, problems.length > 0 ? 422 : 200)
}

const articleOf = (c: WebContext) => Math.min(numberOf(c.req.param('article')), 2 ** 31 - 1)

/** Of an article's address as readers have it, or of its number; null where nothing was typed. */
function numberOfArticle(typed: string): number | null {
  const said = typed.trim()
  if (said === '') return null
  return Math.min(numberOf(/\/bai\/(\d+)/.exec(said)?.[1] ?? said), 2 ** 31 - 1)
}

/** At once, or at an hour that is planned. */
export async function withdraw(c: WebContext, work: StaffContext, options: DeskOptions): Promise<Response> {
  const { reason = '', replaced_by = '', key = '', ...sent } = await formOf(c)
  const standing = await standingAt(work)
  const asked = { article_id: articleOf(c), reason, replaced_by: numberOfArticle(replaced_by) }
  const hour = typedHour(sent)
  const at = hourIn(hour)
  const outcome = at.ok ? await withdrawAt(work, options, { ...asked, withdraw_at: at.value, standing, key }) : at
  if (!outcome.ok) return showWithdrawWith(c, work, options, { reason, replaced_by, hour }, outcome.problems)
  return c.redirect(withFlash(c.var.view.to.newsdesk(), { xong: hour.when === 'later' ? 'hen-go' : 'go' }), 303)
}

type WithdrawAsked = WithdrawalAsked & { withdraw_at: string | null; standing: Standing; key: string }

function withdrawAt(
  { actor, now, change }: StaffContext,
  { database }: DeskOptions,
  asked: WithdrawAsked,
): Promise<Outcome<unknown, DraftCode>> {
  const { withdraw_at } = asked
  if (withdraw_at === null) return withdrawArticle(database, actor, asked)
  return change(tx => planWithdrawal(tx, actor, { ...asked, withdraw_at, now }))
}

/** What was to go at an hour stays. */
export async function keepArticle(c: WebContext, work: StaffContext, options: DeskOptions): Promise<Response> {
  const { key = '' } = await formOf(c)
  const standing = await standingAt(work)
  const outcome = await work.change(tx => cancelWithdrawal(tx, work.actor, { article_id: articleOf(c), standing, key }))
  if (!outcome.ok) return showWithdrawWith(c, work, options, { reason: '', replaced_by: '', hour: now_typed }, outcome.problems)
  return c.redirect(withFlash(c.var.view.to.newsdesk(), { xong: 'thoi-go' }), 303)
}
