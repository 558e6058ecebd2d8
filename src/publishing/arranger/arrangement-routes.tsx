import { lookUp } from '../../basis/shared/look-up.ts'
import type { Outcome, Problem } from '../../basis/shared/outcome.ts'
import { problemsOf, refused } from '../../basis/shared/outcome.ts'
import { asOwner } from '../../platform/database/index.ts'
import { formOf, numberOf, type StaffContext, showStaffPage, withFlash } from '../../platform/sign-in/index.ts'
import { answersIn, problemsWith, sayProblems, type Typed, typedInto } from '../../platform/staff/index.ts'
import { allowFrame, showError, type WebContext } from '../../platform/web/index.ts'
import { permittedMoves } from '../../platform/workflow/index.ts'
import { listPageBlocks } from '../portal/index.ts'
import { approve_form, chosenHour } from './approve-form.ts'
import type { Change } from './arrangement/arranged-blocks.ts'
import { type ArrangementState, arrangement_flow } from './arrangement/arrangement-flow.ts'
import { changeArrangement, refusalToArrange } from './arrangement/change-arrangement.ts'
import { compareBlocks } from './arrangement/compare-blocks.ts'
import { findArrangement, listArrangementSteps } from './arrangement/find-arrangement.ts'
import { approveArrangement, moveArrangement, type PlainMove } from './arrangement/move-arrangement.ts'
import { publishArrangements } from './arrangement/publish-arrangements.ts'
import { type ArrangerOptions, arrangementAt, standingAt } from './arranger-options.ts'
import { articleTitles } from './article-titles.ts'
import { ArrangementPage } from './pages/arrangement.tsx'
import { type ArrangementCode, arrangement_problems } from './problem-words.ts'
import { arranger_words } from './words.ts'

type Refused = { problems: readonly Problem<ArrangementCode>[]; comment?: string; typed?: Typed }

export async function showArrangement(
  c: WebContext,
  work: StaffContext,
  { database }: ArrangerOptions,
  refusal?: Refused,
): Promise<Response> {
  const { look, staff_page, who, now } = work
  const { lang } = staff_page.view
  const arrangement = await arrangementAt(c, work)
  if (arrangement instanceof Response) return arrangement
  const standing = await standingAt(work)
  const { unit_id, writers, state, page, blocks } = arrangement
  const live = await listPageBlocks(database.db, { page, recorded_as_of: now.toISOString() })
  const moves = permittedMoves(arrangement_flow, { unit_id, hands: writers, state }, standing)
  const shown = {
    ...{ ...staff_page, arrangement, moves, comment: refusal?.comment, typed: refusal?.typed ?? { when: 'now' } },
    changes: compareBlocks(live, blocks),
    steps: await look(db => listArrangementSteps(db, arrangement.arrangement_id)),
    titles: await articleTitles(database.db),
    may_arrange: refusalToArrange(arrangement, standing) === null,
    is_own_work: state === 'submitted' && writers.includes(who.person_id) && !moves.includes('approve'),
    field_errors: sayProblems(arrangement_problems, { lang, form: approve_form }, refusal?.problems ?? []),
    told: lookUp(arranger_words[lang].told, c.req.query('xong')),
  }
  allowFrame(c, 'holds')
  return showStaffPage(c, <ArrangementPage {...shown} />, refusal ? 422 : 200)
}

/** What was sent about an arrangement: the version that was in view, and the key of the press. */
export async function sentAbout(c: WebContext, work: StaffContext) {
  const sent = await formOf(c)
  const arrangement_id = numberOf(c.req.param('arrangement'))
  return { sent, arrangement_id, read: numberOf(sent.read), key: sent.key ?? '', standing: await standingAt(work) }
}

/** A block goes up, down, out, or to another place: `op` is the button, or what a script has read from a drag. */
export async function takeChange(c: WebContext, work: StaffContext, options: ArrangerOptions): Promise<Response> {
  const { sent, ...about } = await sentAbout(c, work)
  const change = changeIn(sent.op ?? '', numberOf(sent.n))
  if (!change) return showArrangement(c, work, options, refused({ code: 'unknown-change' }))
  const outcome = await work.change(tx => changeArrangement(tx, work.actor, { ...about, change }))
  const fragment = change.op === 'remove' ? '' : `#khoi-${numberOf(sent.n)}`
  return answer(c, work, options, outcome, change.op === 'remove' ? 'bo' : 'doi', { fragment })
}

/** «up», «remove», «put side», «put main 7»: to the end of a region, or before a block of it. */
function changeIn(op: string, n: number): Change | null {
  if (op === 'up' || op === 'down' || op === 'remove') return { op, n }
  const [, region, before] = /^put (lead|main|side)(?: (\d{1,9}))?$/.exec(op) ?? []
  if (region === undefined) return null
  return { op: 'put', n, region: region as 'lead' | 'main' | 'side', ...(before !== undefined && { before: Number(before) }) }
}

export async function moveOn(c: WebContext, work: StaffContext, options: ArrangerOptions): Promise<Response> {
  const name = c.req.param('move') ?? ''
  if (!isPlainMove(name)) return showError(c, 404)
  const { sent, ...about } = await sentAbout(c, work)
  const comment = sent.comment ?? ''
  const outcome = await work.change(tx => moveArrangement(tx, work.actor, { ...about, move: name, comment }))
  return answer(c, work, options, outcome, 'buoc', { comment })
}

function isPlainMove(name: string): name is PlainMove {
  return name !== 'approve' && Object.hasOwn(arrangement_flow.moves, name)
}

/** An approval for now is laid out in the same request; one for later waits for its hour. */
export async function approve(c: WebContext, work: StaffContext, options: ArrangerOptions): Promise<Response> {
  const { sent, ...about } = await sentAbout(c, work)
  const typed = typedInto(approve_form, sent)
  const answers = answersIn(approve_form, typed)
  const hour = problemsOf(problemsWith(approve_form, answers)) ?? chosenHour(answers)
  if (!hour.ok) return answer(c, work, options, hour, '', { typed })
  const asked = { ...about, publish_at: hour.value, now: work.now }
  const outcome = await work.change(tx => approveArrangement(tx, work.actor, asked))
  if (!outcome.ok || hour.value !== null) return answer(c, work, options, outcome, 'hen', { typed })
  await asOwner(options.database, owned => publishArrangements(owned, { now: work.now }))
  const { state } = (await work.look(db => findArrangement(db, about.arrangement_id)))!
  return answer(c, work, options, outcome, lookUp(came_to, state) ?? 'cho-dang')
}

/** What is said of an approval for now, by where it has come; an approved one failed, and is tried again each minute. */
const came_to: Partial<Record<ArrangementState, string>> = { published: 'dang', submitted: 'chua-dang' }

type Said = Omit<Refused, 'problems'> & { fragment?: string }

/** Back to the arrangement, as it stands now. */
function answer(
  c: WebContext,
  work: StaffContext,
  options: ArrangerOptions,
  outcome: Outcome<unknown, ArrangementCode>,
  said: string,
  { fragment = '', ...typed }: Said = {},
): Promise<Response> | Response {
  if (!outcome.ok) return showArrangement(c, work, options, { problems: outcome.problems, ...typed })
  const arrangement_id = numberOf(c.req.param('arrangement'))
  return c.redirect(withFlash(c.var.view.to.arrangement({ arrangement_id }), { xong: said }) + fragment, 303)
}
