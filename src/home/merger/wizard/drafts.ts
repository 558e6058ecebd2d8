import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { type Actor, type Db, query, type Tx } from '../../../platform/database/index.ts'
import type { MergerCode } from '../words.ts'
import { type Drafted, most_units } from './drafted.ts'

/** A draft as it stands: its newest version. */
export type MergerDraft = { merger_draft_id: number; version: number; drafted: Drafted; saved_at: string }

const drafts = query<{ merger_draft_id: number | null }, MergerDraft>(`
  select d.merger_draft_id, v.version, v.drafted, v.saved_at
    from merger_draft d
   cross join lateral (
         select v.version, v.drafted, v.state, v.saved_at
           from merger_draft_version v
          where v.merger_draft_id = d.merger_draft_id
          order by v.version desc
          limit 1) v
   where v.state = 'written' and (:merger_draft_id::bigint is null or d.merger_draft_id = :merger_draft_id)
   order by v.saved_at desc
   limit 100`)

/** What somebody is writing, the newest first: only its writer sees a draft. */
export function listMergerDrafts(db: Db): Promise<MergerDraft[]> {
  return drafts(db, { merger_draft_id: null })
}

export async function findMergerDraft(db: Db, merger_draft_id: number): Promise<MergerDraft | null> {
  return (await drafts(db, { merger_draft_id }))[0] ?? null
}

const versions = query<{ merger_draft_id: number; version: number }, MergerDraft>(`
  select v.merger_draft_id, v.version, v.drafted, v.saved_at
    from merger_draft_version v
   where v.merger_draft_id = :merger_draft_id::bigint and v.version = :version::integer and v.state = 'written'`)

/** A draft as it was read: what is sent from a page goes on top of what that page showed. */
export async function findVersion(db: Db, read: Read): Promise<MergerDraft | null> {
  return (await versions(db, read))[0] ?? null
}

type Writer = Actor & { person_id: number }

/** Begins a draft; where its writer has one that says exactly this, that one (a second press). */
export async function beginMergerDraft(tx: Tx, actor: Writer, drafted: Drafted): Promise<Outcome<{ merger_draft_id: number }, MergerCode>> {
  const twin = (await listMergerDrafts(tx)).find(draft => isSame(draft.drafted, drafted))
  if (twin) return done({ merger_draft_id: twin.merger_draft_id })
  const { rows } = await sql<{ merger_draft_id: number }>`
    insert into merger_draft (written_by) values (${actor.person_id}) returning merger_draft_id`.execute(tx)
  const { merger_draft_id } = rows[0]!
  return addVersion(tx, { merger_draft_id, version: 0 }, drafted, 'written')
}

type Read = { merger_draft_id: number; version: number }

/**
 * Keeps a draft on top of the version that was read. Refusals: stale-version (it was saved elsewhere since, or has
 * ended), too-many-units.
 */
export async function saveMergerDraft(tx: Tx, read: Read, drafted: Drafted): Promise<Outcome<{ merger_draft_id: number }, MergerCode>> {
  if (drafted.units.length > most_units || drafted.others.length > most_units) return refused({ code: 'too-many-units', limit: most_units })
  return addVersion(tx, read, drafted, 'written')
}

/** Its last version: it was laid before a second person, or dropped. Refusals: stale-version. */
export function endMergerDraft(tx: Tx, { drafted, ...read }: MergerDraft, state: 'laid' | 'dropped') {
  return addVersion(tx, read, drafted, state)
}

/** Of two presses the second finds what the first wrote, and has nothing to do. */
async function addVersion(
  tx: Tx,
  { merger_draft_id, version }: Read,
  drafted: Drafted,
  state: 'written' | 'laid' | 'dropped',
): Promise<Outcome<{ merger_draft_id: number }, MergerCode>> {
  const { rows } = await sql`
    insert into merger_draft_version (merger_draft_id, version, drafted, state)
    select ${merger_draft_id}, ${version + 1}, ${JSON.stringify(drafted)}::jsonb, ${state}
     where not exists (select from merger_draft_version v
                        where v.merger_draft_id = ${merger_draft_id} and (v.version > ${version} or v.state <> 'written'))
        on conflict do nothing
    returning version`.execute(tx)
  if (rows.length === 1) return done({ merger_draft_id })
  const newest = await findMergerDraft(tx, merger_draft_id)
  const is_second_press = newest?.version === version + 1 && isSame(newest.drafted, drafted)
  return is_second_press ? done({ merger_draft_id }) : refused({ code: 'stale-version' })
}

function isSame(one: Drafted, other: Drafted): boolean {
  return digestOf(one) === digestOf(other)
}
