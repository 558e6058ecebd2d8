import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import { withoutMarks } from '../../../basis/shared/vietnamese.ts'
import { type Actor, statement, type Tx } from '../../../platform/database/index.ts'
import { type Fields, once } from '../../../platform/ledger/index.ts'
import { standingOf } from '../../../platform/role/index.ts'
import { canMove, decideMaker, notYours, recordMove } from '../../../platform/workflow/index.ts'
import { type CommitmentText, commitment_flow, movable } from '../commitment.ts'
import { textFrom } from '../fields.ts'
import { asAsked, problemsWithCommitment } from '../forms.ts'
import type { CommitmentCode } from '../problem-words.ts'
import { findForm } from '../reads/find-form.ts'
import { askedOf, findTask, type Task } from '../reads/find-task.ts'
import { digestOfCommitment } from '../receipt.ts'
import { carryReports } from './carry-reports.ts'
import hand_in from './hand-in.sql?raw'
import { lockObligation } from './save-draft.ts'

/** `key` numbers the press of the button. `version` is the draft that was read on the page that was sent. */
export type Submission = { obligation_id: number; version: number; key: string; today: string }
/** What somebody enters from another's paper: the fields themselves. */
export type ProxyEntry = { obligation_id: number; fields: Fields; key: string; today: string }
/** What the receipt shows besides the text: a number to quote, and the SHA-256 digest of the text's canonical JSON. */
export type Receipt = { commitment_id: number; number: string; digest: string }

/**
 * Hands in what somebody has written. Pressed twice it is done once, with the same receipt. The version handed in
 * becomes a commitment with its deeds, its step and its receipt; one that was returned or approved is superseded by it.
 * Refusals: those of the text, unknown-obligation, not-yours, stale-version, already-submitted, excepted, not-open,
 * closed.
 */
export function submitCommitment(
  tx: Tx,
  actor: Actor,
  { obligation_id, version, key, today }: Submission,
): Promise<Outcome<Receipt, CommitmentCode>> {
  return once(tx, actor, { key, act: 'submit-commitment', request: { obligation_id, version } }, async () => {
    const task = await taskToMove(tx, obligation_id, today)
    if (!task) return refused({ code: 'unknown-obligation' })
    if (task.person_id !== actor.person_id) return refused(notYours(commitment_flow, 'submit'))
    const current = task.draft_version ?? 0
    if (current !== version) return refused({ code: 'stale-version', limit: current })
    return handIn(tx, actor, { task, text: textFrom(task.draft ?? {}), today, move: 'submit' })
  })
}

/**
 * Hands in what a member wrote on paper, in their stead. It stands as handed in; the member confirms it later. Refusals
 * as above, and own-obligation.
 */
export function enterByProxy(
  tx: Tx,
  actor: Actor & { person_id: number },
  { obligation_id, fields, key, today }: ProxyEntry,
): Promise<Outcome<Receipt, CommitmentCode>> {
  return once(tx, actor, { key, act: 'enter-by-proxy', request: { obligation_id, fields } }, async () => {
    const task = await taskToMove(tx, obligation_id, today)
    if (!task) return refused({ code: 'unknown-obligation' })
    if (task.person_id === actor.person_id) return refused({ code: 'own-obligation' })
    const standing = await standingOf(tx, actor.person_id, today)
    const decision = decideMaker(commitment_flow, 'enter-by-proxy', movable(task), standing)
    if (!decision.ok) return decision
    return handIn(tx, actor, { task, text: textFrom(fields), today, move: 'enter-by-proxy' })
  })
}

async function taskToMove(tx: Tx, obligation_id: number, day: string): Promise<Task | undefined> {
  await lockObligation(tx, obligation_id)
  return (await findTask(tx, { obligation_id, day }))[0]
}

type Handing = { task: Task; text: CommitmentText; today: string; move: 'submit' | 'enter-by-proxy' }

async function handIn(tx: Tx, actor: Actor, { task, text: typed, today, move }: Handing): Promise<Outcome<Receipt, CommitmentCode>> {
  const asked = askedOf(task, await findForm(tx, task.form_version))
  const text = asAsked(typed, asked)
  const wrong = problemsOf([...problemsWithMoment(task, today), ...problemsWithCommitment(text, asked)])
  if (wrong) return wrong
  if (task.commitment_id !== null && task.state !== 'withdrawn')
    await addStep(tx, actor, { commitment_id: task.commitment_id, state: 'superseded', today })
  const version = (task.version ?? 0) + 1
  const commitment_id = await addText(tx, task.obligation_id, version, text)
  const digest = digestOfCommitment({ commitment_id, campaign: task.year, person: task.person_id, version, text })
  const number = `CK-${task.year}-${String(commitment_id).padStart(7, '0')}`
  await addRest(tx, actor, { commitment_id, number, digest, task, text, today })
  if (task.commitment_id !== null) await carryReports(tx, task.commitment_id, commitment_id)
  await addRemedy(tx, { commitment_id, task, text })
  const on_behalf_of = actor.person_id === task.person_id ? null : task.person_id
  await recordMove(tx, actor, commitment_flow, move, {
    object_id: commitment_id,
    from_version: task.version,
    to_version: version,
    digest,
    on_behalf_of,
  })
  return done({ commitment_id, number, digest })
}

function* problemsWithMoment({ state, exception, opens_on, closes_on }: Task, today: string): Generator<Problem<CommitmentCode>> {
  if (exception) yield { code: 'excepted' }
  if (today < opens_on) yield { code: 'not-open', limit: opens_on }
  if (today > closes_on) yield { code: 'closed', limit: closes_on }
  if (!canMove(commitment_flow, 'submit', state)) yield { code: 'already-submitted' }
}

type Step = { commitment_id: number; state: string; today: string; comment?: string | null }

/** A step of a commitment, in the name of who takes it. */
export async function addStep(tx: Tx, { person_id }: Actor, { commitment_id, state, today, comment = null }: Step): Promise<void> {
  await insertStep(tx, { commitment_id, state, today, person_id, comment })
}

const insertStep = statement<Required<Step> & { person_id: number | null }>(`
  insert into commitment_step (commitment_id, state, happened_on, actor_id, comment)
  values (:commitment_id, :state, :today, :person_id, :comment)`)

async function addText(tx: Tx, obligation_id: number, version: number, text: CommitmentText): Promise<number> {
  return (await insertText(tx, { obligation_id, version, ...text }))[0]!.commitment_id
}

const insertText = statement<{ obligation_id: number; version: number } & CommitmentText, { commitment_id: number }>(`
  insert into commitment (obligation_id, version, thought, ethics, working_style, discipline, prevention)
  values (:obligation_id, :version, :thought, :ethics, :working_style, :discipline, :prevention)
  returning commitment_id`)

type Rest = Receipt & { task: Task; text: CommitmentText; today: string }

async function addRest(tx: Tx, { person_id: actor_id }: Actor, { task, text, ...rest }: Rest): Promise<void> {
  const { campaign_id, person_id } = task
  const deeds = JSON.stringify(text.deeds.map((deed, i) => ({ ...deed, ordinal: i + 1, print: printOf(deed.what) })))
  await insertRest(tx, { ...rest, campaign_id, person_id, deeds, actor_id, entered_by: actor_id === person_id ? null : actor_id })
}

const insertRest = statement<
  Receipt & { campaign_id: number; person_id: number; deeds: string; today: string; actor_id: number | null; entered_by: number | null }
>(hand_in)

async function addRemedy(
  tx: Tx,
  { commitment_id, task, text }: { commitment_id: number; task: Task; text: CommitmentText },
): Promise<void> {
  if (text.remedy === null) return
  const { what, due_on } = text.remedy
  await sql`
    insert into remedy (limitation_id, commitment_id, what, due_on)
    select l, ${commitment_id}, ${what}, ${due_on} from unnest(${task.limitation_ids}::bigint[]) l`.execute(tx)
}

/** The same words with other capitals, marks, spaces or stops have the same print. */
export function printOf(what: string): string {
  const folded = withoutMarks(what)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return createHash('sha256').update(folded).digest('hex')
}
