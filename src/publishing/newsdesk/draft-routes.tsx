import { lookUp } from '../../basis/shared/look-up.ts'
import type { Outcome, Problem } from '../../basis/shared/outcome.ts'
import { asOwner } from '../../platform/database/index.ts'
import { rolesThatMay } from '../../platform/role/index.ts'
import { forbid, formOf, numberOf, type StaffContext, showStaffPage, withFlash } from '../../platform/sign-in/index.ts'
import { sayProblems } from '../../platform/staff/index.ts'
import type { WebContext } from '../../platform/web/index.ts'
import { permittedMoves } from '../../platform/workflow/index.ts'
import {
  act_in_state,
  approveDraft,
  bindQuantity,
  checkDraft,
  countersign,
  type DraftCode,
  draft_flow,
  draft_problems,
  findDraft,
  findDraftVersion,
  giveReason,
  isWritten,
  listComments,
  listDraftSteps,
  listDraftVersions,
  moveDraft,
  type PlainMove,
  publishDue,
  saveDraft,
  tellConsented,
} from '../newsroom/index.ts'
import { comment_words } from './comments/comment-words.ts'
import { type DeskOptions, findReadableDraft, newsroomsWhereMay, numbersFor, numbersToShow, standingAt } from './desk-options.ts'
import { DraftPage } from './pages/draft.tsx'
import { VersionPage } from './pages/version.tsx'
import { libraryOf } from './photos/library-of.ts'
import { type HourTyped, hourIn, now_typed, typedHour } from './typed-hour.ts'
import { newsdesk_words } from './words.ts'

type Refused = { problems: readonly Problem<DraftCode>[]; comment?: string; approve_typed?: HourTyped; emergency?: string }

const idOf = (c: WebContext) => numberOf(c.req.param('draft'))

export async function showDraft(c: WebContext, work: StaffContext, options: DeskOptions, refusal?: Refused): Promise<Response> {
  const { look, staff_page, who, now } = work
  const { lang } = staff_page.view
  const draft = await findReadableDraft(c, work)
  if (!draft) return forbid(c, who, rolesThatMay('article', 'read'))
  const standing = await standingAt(work)
  const asked = numbersToShow(options, now, draft)
  const checked = await checkDraft(options.database.db, draft.content, asked.clock, asked.checking)
  const problems = [...(refusal?.problems ?? []), ...(checked.ok ? [] : checked.problems)]
  const act = act_in_state[draft.state]
  const page = {
    ...{
      ...staff_page,
      draft: await tellConsented(options.database.db, 'vi', draft),
      findings: checked.ok ? checked.value : [],
      library: await libraryOf(work, draft.content),
      judged_for: asked.clock.published_at,
      comment: refusal?.comment,
    },
    steps: await look(db => listDraftSteps(db, draft.draft_id)),
    versions: await look(db => listDraftVersions(db, draft.draft_id)),
    comments: await look(db => listComments(db, draft.draft_id, draft.content)),
    may_comment: act !== null,
    moves: permittedMoves(draft_flow, { unit_id: draft.unit_id, hands: draft.writers, state: draft.state }, standing),
    may_write: act !== null && isWritten(draft.state) && newsroomsWhereMay(standing, act).includes(draft.unit_id),
    may_give_reasons: draft.state === 'in-review',
    is_own_work: draft.writers.includes(who.person_id) && newsroomsWhereMay(standing, 'approve').includes(draft.unit_id),
    approve_typed: refusal?.approve_typed ?? now_typed,
    emergency_typed: refusal?.emergency ?? '',
    may_sign: newsroomsWhereMay(standing, 'approve').includes(draft.unit_id) && !draft.writers.includes(who.person_id),
    field_errors: sayProblems(draft_problems, { lang }, problems).map(error => ({
      ...error,
      href: whereToMend(error.field, staff_page.view.to.draft_edit(draft)),
    })),
    told: lookUp({ ...newsdesk_words[lang].told, ...comment_words[lang].told }, c.req.query('xong')),
  }
  return showStaffPage(c, <DraftPage {...page} />, refusal ? 422 : 200)
}

const on_this_page = new Set(['comment', 'when', 'day', 'hour', 'emergency'])
const in_the_form = new Set(['title', 'lead', 'byline', 'note'])

/**
 * A field of the form is mended where the text is written; a number beside the text; the rest where it was sent from.
 */
function whereToMend(field: string | undefined, form: string): string | undefined {
  if (field === undefined || on_this_page.has(field)) return undefined
  return in_the_form.has(field) ? `${form}#${field}` : '#kiem-so'
}

/** What was sent about a draft: the version that was in view, and the key of the press. */
async function sentAbout(c: WebContext, work: StaffContext) {
  const sent = await formOf(c)
  return { sent, draft_id: idOf(c), read: numberOf(sent.read), key: sent.key ?? '', standing: await standingAt(work) }
}

export async function move(c: WebContext, work: StaffContext, options: DeskOptions): Promise<Response> {
  const name = c.req.param('move') ?? ''
  if (!isPlainMove(name)) return showDraft(c, work, options)
  const { sent, ...about } = await sentAbout(c, work)
  const comment = sent.comment ?? ''
  const numbers = numbersFor(options, work.now, { publish_at: null })
  const outcome = await work.change(tx => moveDraft(tx, work.actor, { ...about, move: name, comment }, numbers))
  return answer(c, work, options, outcome, 'buoc', { comment })
}

function isPlainMove(name: string): name is PlainMove {
  return name !== 'approve' && name !== 'emergency' && Object.hasOwn(draft_flow.moves, name)
}

export async function bind(c: WebContext, work: StaffContext, options: DeskOptions): Promise<Response> {
  const { sent, ...about } = await sentAbout(c, work)
  const numbers = numbersFor(options, work.now, { publish_at: null })
  const outcome = await work.change(tx => bindQuantity(tx, work.actor, { ...about, words: sent.words ?? '' }, numbers))
  return answer(c, work, options, outcome, 'gan')
}

export async function reason(c: WebContext, work: StaffContext, options: DeskOptions): Promise<Response> {
  const { sent, ...about } = await sentAbout(c, work)
  const numbers = numbersFor(options, work.now, { publish_at: null })
  const asked = { ...about, words: sent.words ?? '', reason: sent.reason ?? '' }
  const outcome = await work.change(tx => giveReason(tx, work.actor, asked, numbers))
  return answer(c, work, options, outcome, 'ly-do')
}

/** An approval for now is published in the same request; one for later waits for its hour. */
export async function approve(c: WebContext, work: StaffContext, options: DeskOptions): Promise<Response> {
  const { sent, ...about } = await sentAbout(c, work)
  const approve_typed = typedHour(sent)
  const hour = hourIn(approve_typed)
  if (!hour.ok) return answer(c, work, options, hour, '', { approve_typed })
  const numbers = numbersFor(options, work.now, { publish_at: hour.value })
  const outcome = await work.change(tx => approveDraft(tx, work.actor, { ...about, publish_at: hour.value, now: work.now }, numbers))
  if (!outcome.ok || hour.value !== null) return answer(c, work, options, outcome, 'hen', { approve_typed })
  return answer(c, work, options, outcome, await publishNow(work, options, about.draft_id, 'dang'))
}

/** Past the desks and out at once; its reason stands on the board until a second person signs. */
export async function emergency(c: WebContext, work: StaffContext, options: DeskOptions): Promise<Response> {
  const { sent, ...about } = await sentAbout(c, work)
  const numbers = numbersFor(options, work.now, { publish_at: null })
  const asked = { ...about, publish_at: null, now: work.now, emergency: sent.emergency ?? '' }
  const outcome = await work.change(tx => approveDraft(tx, work.actor, asked, numbers))
  if (!outcome.ok) return answer(c, work, options, outcome, '', { emergency: asked.emergency })
  return answer(c, work, options, outcome, await publishNow(work, options, about.draft_id, 'dang-khan'))
}

/** Publishes what is due; gives what is to be said of this draft, by where it is then. */
async function publishNow({ now, look }: StaffContext, { database }: DeskOptions, draft_id: number, published: string): Promise<string> {
  await asOwner(database, owned => publishDue(database, owned, { now }))
  const draft = await look(db => findDraft(db, draft_id))
  if (draft?.state === 'published') return published
  return draft?.state === 'approved' ? 'cho-dang' : 'chua-dang'
}

export async function sign(c: WebContext, work: StaffContext, options: DeskOptions): Promise<Response> {
  const { draft_id, standing, key } = await sentAbout(c, work)
  const outcome = await work.change(tx => countersign(tx, work.actor, { draft_id, standing, key }))
  return answer(c, work, options, outcome, 'ky')
}

/** Back to the draft, as it stands now. */
function answer(
  c: WebContext,
  work: StaffContext,
  options: DeskOptions,
  outcome: Outcome<unknown, DraftCode>,
  said: string,
  typed: Omit<Refused, 'problems'> = {},
): Promise<Response> | Response {
  if (!outcome.ok) return showDraft(c, work, options, { problems: outcome.problems, ...typed })
  return c.redirect(withFlash(c.var.view.to.draft({ draft_id: idOf(c) }), { xong: said }), 303)
}

/** An older version, to be read. */
export async function showVersion(c: WebContext, work: StaffContext, { database }: DeskOptions): Promise<Response> {
  const { look, who, staff_page } = work
  const draft = await findReadableDraft(c, work)
  const version = draft && (await look(db => findDraftVersion(db, draft.draft_id, numberOf(c.req.param('version')))))
  if (!draft || !version) return forbid(c, who, rolesThatMay('article', 'read'))
  const as_read = await tellConsented(database.db, 'vi', version.content)
  const before = await look(db => findDraftVersion(db, draft.draft_id, version.number - 1))
  const act = act_in_state[draft.state]
  const may_restore =
    version.number < draft.version &&
    act !== null &&
    isWritten(draft.state) &&
    newsroomsWhereMay(await standingAt(work), act).includes(draft.unit_id)
  const library = await libraryOf(work, version.content)
  return showStaffPage(c, <VersionPage {...{ ...staff_page, draft, version, as_read, library, before, may_restore }} />)
}

/** An older version becomes the newest, whole: what stood between is kept as the versions that it was. */
export async function restore(c: WebContext, work: StaffContext, options: DeskOptions): Promise<Response> {
  const { sent: _, draft_id, ...about } = await sentAbout(c, work)
  const version = await work.look(db => findDraftVersion(db, draft_id, numberOf(c.req.param('version'))))
  if (!version) return forbid(c, work.who, rolesThatMay('article', 'read'))
  const outcome = await work.change(tx => saveDraft(tx, work.actor, { draft_id, content: version.content, ...about }))
  return answer(c, work, options, outcome, 'lay-lai')
}
