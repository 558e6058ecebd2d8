import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import { may, type Standing } from '../../../platform/role/index.ts'
import type { Follows } from '../article.ts'
import { body_shape } from '../body/body.ts'
import { normalBody } from '../body/normal-body.ts'
import { type DraftText, draft_shape } from './draft.ts'
import { act_in_state, isWritten } from './draft-flow.ts'
import type { DraftCode } from './draft-words.ts'
import { type Draft, lockDraft } from './find-draft.ts'

export type Writer = Actor & { person_id: number }
/** Who writes, with what they hold today: `standingOf`. */
export type ByWriter = { standing: Standing; key: string }

/** Begins a new article in a newsroom, with its first version. Refusals: unreadable-draft, not-yours. */
export function beginDraft(
  tx: Tx,
  actor: Writer,
  { unit_id, content, standing, key }: ByWriter & { unit_id: number; content: DraftText },
): Promise<Outcome<{ draft_id: number; version: number }, DraftCode>> {
  const fit = fitText(content)
  if (!fit.ok) return Promise.resolve(fit)
  return once(tx, actor, { key, act: 'begin-draft', request: { unit_id, content } }, async () => {
    if (!may(standing, 'article', 'write', { unit_id }).allowed) return refused({ code: 'not-yours' })
    const draft_id = await insertDraft(tx, actor, { unit_id, article_id: null, follows: null })
    await addVersion(tx, actor, { draft_id, number: 1, step: 1, state: 'draft', content: fit.value })
    await noteDraft(tx, actor, 'begin-draft', draft_id, { to_version: 1, digest: digestOf(fit.value) })
    return done({ draft_id, version: 1 })
  })
}

type NewDraft = { unit_id: number; article_id: number | null; follows: Follows | null }

/** The row of a draft with its first step, and the hand of whoever begins it. */
export async function insertDraft(tx: Tx, actor: Writer, { unit_id, article_id, follows }: NewDraft): Promise<number> {
  const { draft_id } = await tx
    .insertInto('draft')
    .values({ unit_id, article_id, follows, begun_by: actor.person_id })
    .returning('draft_id')
    .executeTakeFirstOrThrow()
  await addStep(tx, actor, { draft_id, number: 1, from_state: null, move: 'begin', state: 'draft', comment: null })
  return draft_id
}

/**
 * Saves a draft as its next version, upon the one that was read: `read` is that one's number. The fact-checker's
 * reasons stay as they are. A text that stands already, as the editor saved it by itself, makes no version, and is no
 * act. Refusals: unreadable-draft, unknown-draft, not-yours, approver-writes (they have approved it), not-written-now,
 * stale-version (`limit` is the newest; nothing of what was sent is lost, for the page shows both).
 */
export async function saveDraft(
  tx: Tx,
  actor: Writer,
  { draft_id, read, content, standing, key }: ByWriter & { draft_id: number; read: number; content: DraftText },
): Promise<Outcome<{ version: number }, DraftCode>> {
  const fit = fitText(content)
  if (!fit.ok) return fit
  const draft = await lockDraft(tx, draft_id)
  if (!draft) return refused({ code: 'unknown-draft' })
  const refusal = refusalToWrite(draft, standing) ?? refusalOfVersion(draft, read)
  if (!refusal && digestOf(fit.value) === digestOf(draft.content)) return done({ version: draft.version })
  return once(tx, actor, { key, act: 'save-draft', request: { draft_id, read, content } }, async () => {
    if (refusal) return refusal
    const number = draft.version + 1
    await addVersion(tx, actor, { draft_id, number, step: draft.step, state: draft.state, content: fit.value })
    await noteDraft(tx, actor, 'save-draft', draft_id, { from_version: read, to_version: number, digest: digestOf(fit.value) })
    return done({ version: number })
  })
}

/** Why somebody may not write in a draft now; null where they may. */
export function refusalToWrite({ state, unit_id }: Pick<Draft, 'state' | 'unit_id'>, standing: Standing) {
  const act = act_in_state[state]
  if (act === null || !isWritten(state)) return refused({ code: 'not-written-now' })
  return may(standing, 'article', act, { unit_id }).allowed ? null : refused({ code: 'not-yours' })
}

export function refusalOfVersion({ version }: Pick<Draft, 'version'>, read: number) {
  return read === version ? null : refused({ code: 'stale-version', limit: version })
}

/** The text in the one way to write it down; or that it is none of ours. */
function fitText(content: DraftText): Outcome<DraftText, DraftCode> {
  const read = draft_shape.safeParse(content)
  if (!read.success) return refused(...read.error.issues.map(issue => ({ code: 'unreadable-draft' as const, field: issue.path.join('.') })))
  const { body, citations } = read.data
  if (body.length > 0 && !body_shape.safeParse(body).success) return refused({ code: 'unreadable-draft', field: 'body' })
  return done({ ...read.data, ...normalBody({ body, citations }) })
}

type Version = { draft_id: number; number: number; step: number; state: string; content: DraftText }

export async function addVersion(tx: Tx, actor: Writer, { content, ...version }: Version): Promise<void> {
  await takeHand(tx, actor, version.draft_id, 'wrote')
  await tx
    .insertInto('draft_version')
    .values({ ...version, content: JSON.stringify(content), written_by: actor.person_id, writer_name: actor.name })
    .execute()
}

/** Their one hand in the draft. Where they have the other already, what needs this one is refused by the database. */
export async function takeHand(tx: Tx, { person_id }: Writer, draft_id: number, hand: 'wrote' | 'approved'): Promise<void> {
  await sql`insert into draft_hand (draft_id, person_id, hand) values (${draft_id}, ${person_id}, ${hand}) on conflict do nothing`.execute(
    tx,
  )
}

type Step = { draft_id: number; number: number; from_state: string | null; move: string; state: string; comment: string | null }

export async function addStep(tx: Tx, { person_id, name }: Actor, step: Step): Promise<void> {
  await tx
    .insertInto('draft_step')
    .values({ ...step, actor_id: person_id, actor_name: name })
    .execute()
}

type Noted = { digest: string; from_version?: number; to_version?: number }

export async function noteDraft(tx: Tx, actor: Actor, act: string, draft_id: number, noted: Noted): Promise<void> {
  await record(tx, actor, { act, object: 'draft', object_id: String(draft_id), retention: 'publication', ...noted })
}
