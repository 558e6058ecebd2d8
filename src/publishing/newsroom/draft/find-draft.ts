import { CompiledQuery } from 'kysely'
import { type Db, query, type Tx } from '../../../platform/database/index.ts'
import type { Follows } from '../article.ts'
import type { DraftText } from './draft.ts'
import type { DraftState } from './draft-flow.ts'
import find_draft from './find-draft.sql?raw'

/** A draft as it is now. Instants are ISO; `step` is the number of its last step. */
export type Draft = {
  draft_id: number
  unit_id: number
  /** Of an article that is public already, with what the draft is to it; null for one that is yet to be. */
  article_id: number | null
  slug: string | null
  edition_number: number | null
  follows: Follows | null
  begun_by: number
  version: number
  content: DraftText
  saved_at: string
  saved_by: string
  step: number
  state: DraftState
  /** Everybody who wrote in it: none of them approves it. */
  writers: number[]
  /** How much was said of it that is not resolved: until then it is not approved. */
  open_comments: number
  /** Of one that was let out past the desks: why, and who signed for it afterwards; instants are ISO. */
  emergency: { step: number; digest: string; reason: string; by_name: string; signed_by: string | null; signed_at: string | null } | null
  /** Of a draft that is approved: what goes out, and when. */
  digest: string | null
  publish_at: string | null
  approved_version: number | null
}

const drafts = query<{ draft_id: number }, Draft>(find_draft)

/** A draft of a newsroom that whoever asks reads; null where it is none of theirs. */
export async function findDraft(db: Pick<Db, 'executeQuery'>, draft_id: number): Promise<Draft | null> {
  if (draft_id < 1 || draft_id > 2 ** 31 - 1) return null
  return (await drafts(db, { draft_id }))[0] ?? null
}

/** The same, with nobody else at it until the end of the change: two who save or move it do so one after the other. */
export async function lockDraft(tx: Tx, draft_id: number): Promise<Draft | null> {
  await tx.executeQuery(CompiledQuery.raw(`select pg_advisory_xact_lock(hashtext('draft'), $1::integer)`, [draft_id % 2 ** 31]))
  return findDraft(tx, draft_id)
}

export type DraftStep = {
  number: number
  move: string
  state: DraftState
  comment: string | null
  by_name: string
  at: string
  is_own: boolean
}

const steps = query<{ draft_id: number }, DraftStep>(
  `select s.number, s.move, s.state, s.comment, s.actor_name as by_name, s.recorded_at as at,
          exists (select from draft_hand h where h.draft_id = s.draft_id and h.person_id = s.actor_id and h.hand = 'wrote') as is_own
     from draft_step s
    where s.draft_id = :draft_id
    order by s.number`,
)

/** The way of a draft so far, in order. */
export function listDraftSteps(db: Db, draft_id: number): Promise<DraftStep[]> {
  return steps(db, { draft_id })
}

export type DraftVersion = { number: number; writer_name: string; at: string; content: DraftText }

const versions = query<{ draft_id: number; number: number | null }, DraftVersion>(
  `select v.number, v.writer_name, v.recorded_at as at, v.content
     from draft_version v
    where v.draft_id = :draft_id and (:number::integer is null or v.number = :number::integer)
    order by v.number desc
    limit 100`,
)

/** The newest versions of a draft, whole. */
export function listDraftVersions(db: Db, draft_id: number): Promise<DraftVersion[]> {
  return versions(db, { draft_id, number: null })
}

export async function findDraftVersion(db: Db, draft_id: number, number: number): Promise<DraftVersion | null> {
  if (number < 1 || number > 2 ** 31 - 1) return null
  return (await versions(db, { draft_id, number }))[0] ?? null
}
