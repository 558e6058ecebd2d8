import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import type { FitFile } from '../../organisation/index.ts'
import type { ExemplarCode } from '../problem-words.ts'
import { type Clerk, findForStep } from './take-step.ts'

type Attaching = { nomination_id: number; file: FitFile; key: string; today: string }

/**
 * Attaches a photo or a paper to a case, by whoever put it forward and while it is with them. Refusals:
 * unknown-nomination, not-yours, wrong-state, attached-already.
 */
export function attachEvidence(tx: Tx, actor: Clerk, { nomination_id, file, key, today }: Attaching): Promise<Outcome<null, ExemplarCode>> {
  const { name, media_type, bytes, digest } = file
  return once(tx, actor, { key, act: 'attach-evidence', request: { nomination_id, digest } }, async () => {
    const found = await findForStep(tx, actor, { nomination_id, move: 'submit', today })
    if (!found.ok) return found
    const { rows } = await sql`
      select from nomination_evidence where nomination_id = ${nomination_id} and digest = ${digest} and is_open(recorded)`.execute(tx)
    if (rows.length > 0) return refused({ code: 'attached-already', field: 'file' })
    await tx.insertInto('nomination_evidence').values({ nomination_id, name, media_type, bytes, digest }).execute()
    await note(tx, actor, 'attach-evidence', nomination_id, digest)
    return done(null)
  })
}

type Detaching = { nomination_id: number; nomination_evidence_id: number; today: string }

/** Takes evidence off that was attached by mistake. What is off stays off. Refusals: those of attaching. */
export async function detachEvidence(
  tx: Tx,
  actor: Clerk,
  { nomination_id, nomination_evidence_id, today }: Detaching,
): Promise<Outcome<null, ExemplarCode>> {
  const found = await findForStep(tx, actor, { nomination_id, move: 'submit', today })
  if (!found.ok) return found
  const { rows } = await sql<{ digest: string }>`
    update nomination_evidence set recorded = closed(recorded)
     where nomination_evidence_id = ${nomination_evidence_id} and nomination_id = ${nomination_id} and is_open(recorded)
    returning digest`.execute(tx)
  if (rows[0]) await note(tx, actor, 'detach-evidence', nomination_id, rows[0].digest)
  return done(null)
}

function note(tx: Tx, actor: Clerk, act: string, nomination_id: number, file: string): Promise<void> {
  const object = { object: 'nomination', object_id: String(nomination_id) }
  return record(tx, actor, { act, ...object, digest: digestOf({ nomination_id, file }), retention: 'conduct' })
}
