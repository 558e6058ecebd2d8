import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import { may, standingOf } from '../../../platform/role/index.ts'
import type { FitFile } from '../../organisation/index.ts'
import type { ReviewCode } from '../problem-words.ts'
import { findPaper, listPapers } from '../reads/papers.ts'

type Keeper = Actor & { person_id: number }
type Held = { unit_id: number; review_meeting_id: number; today: string }

/**
 * Keeps the minutes of a meeting as they were signed, by whoever keeps the cell's minutes. Refusals: not-yours,
 * attached-already.
 */
export function attachPaper(
  tx: Tx,
  actor: Keeper,
  { file, key, ...held }: Held & { file: FitFile; key: string },
): Promise<Outcome<null, ReviewCode>> {
  const { review_meeting_id } = held
  const { name, media_type, bytes, digest } = file
  return once(tx, actor, { key, act: 'attach-paper', request: { review_meeting_id, digest } }, async () => {
    if (!(await mayKeep(tx, actor, held))) return refused({ code: 'not-yours', values: { by: 'cell' } })
    const papers = await listPapers(tx, { review_meeting_id })
    if (papers.some(paper => paper.digest === digest)) return refused({ code: 'attached-already', field: 'file' })
    await sql`
      insert into review_paper (review_meeting_id, name, media_type, bytes, digest, recorded_by)
      values (${review_meeting_id}, ${name}, ${media_type}, ${bytes}, ${digest}, ${actor.person_id})`.execute(tx)
    await note(tx, actor, 'attach-paper', review_meeting_id, digest)
    return done(null)
  })
}

/** Takes off what was attached by mistake. Refusals: not-yours, unknown-review. */
export async function detachPaper(
  tx: Tx,
  actor: Keeper,
  { review_paper_id, ...held }: Held & { review_paper_id: number },
): Promise<Outcome<null, ReviewCode>> {
  if (!(await mayKeep(tx, actor, held))) return refused({ code: 'not-yours', values: { by: 'cell' } })
  const { review_meeting_id } = held
  const [paper] = await findPaper(tx, { review_meeting_id, review_paper_id })
  if (!paper) return refused({ code: 'unknown-review' })
  await sql`update review_paper set recorded = closed(recorded) where review_paper_id = ${review_paper_id} and is_open(recorded)`.execute(
    tx,
  )
  await note(tx, actor, 'detach-paper', review_meeting_id, paper.digest)
  return done(null)
}

async function mayKeep(tx: Tx, { person_id }: Keeper, { unit_id, today }: Held): Promise<boolean> {
  return may(await standingOf(tx, person_id, today), 'review', 'record', { unit_id }).allowed
}

function note(tx: Tx, actor: Keeper, act: string, review_meeting_id: number, file: string): Promise<void> {
  const object = { object: 'review-meeting', object_id: String(review_meeting_id) }
  return record(tx, actor, { act, ...object, digest: digestOf({ review_meeting_id, file }), retention: 'conduct' })
}
