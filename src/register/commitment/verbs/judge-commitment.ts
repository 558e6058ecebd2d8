import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, refused, withValues } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { once } from '../../../platform/ledger/index.ts'
import { standingOf } from '../../../platform/role/index.ts'
import { decideMove, type Movable, readComment, recordMove } from '../../../platform/workflow/index.ts'
import { commitment_flow } from '../commitment.ts'
import type { CommitmentCode } from '../problem-words.ts'
import { addStep } from './submit-commitment.ts'

type Judge = Actor & { person_id: number }
type Judgement = 'return' | 'endorse' | 'approve'

/** `commitment_ids`: those that were in view. All are judged, or none. */
export type Judging = { commitment_ids: number[]; key: string; today: string }

const most_at_once = 500

/**
 * The cell stands behind what was handed in. Refusals, each naming its commitment: unknown-commitment, own-work,
 * not-yours, wrong-state, none-chosen.
 */
export function endorseCommitments(tx: Tx, actor: Judge, judging: Judging): Promise<Outcome<{ judged: number }, CommitmentCode>> {
  return judge(tx, actor, 'endorse', judging, null)
}

/** The level above approves what the cells have endorsed. Refusals as above. */
export function approveCommitments(tx: Tx, actor: Judge, judging: Judging): Promise<Outcome<{ judged: number }, CommitmentCode>> {
  return judge(tx, actor, 'approve', judging, null)
}

/** Gives a commitment back with what is to be mended. Refusals as above, and no-comment, too-long. */
export async function returnCommitment(
  tx: Tx,
  actor: Judge,
  { commitment_id, comment, key, today }: { commitment_id: number; comment: string; key: string; today: string },
): Promise<Outcome<{ judged: number }, CommitmentCode>> {
  const said = readComment(comment)
  return said.ok ? judge(tx, actor, 'return', { commitment_ids: [commitment_id], key, today }, said.value) : said
}

function judge(
  tx: Tx,
  actor: Judge,
  judgement: Judgement,
  { commitment_ids, key, today }: Judging,
  comment: string | null,
): Promise<Outcome<{ judged: number }, CommitmentCode>> {
  const ids = [...new Set(commitment_ids)].sort((a, b) => a - b)
  return once(tx, actor, { key, act: `${judgement}-commitment`, request: { ids, comment } }, async () => {
    if (ids.length === 0) return refused({ code: 'none-chosen' })
    if (ids.length > most_at_once) return refused({ code: 'too-many', limit: most_at_once })
    const found = await statesOf(tx, ids)
    const standing = await standingOf(tx, actor.person_id, today)
    for (const id of ids) {
      const one = found.get(id)
      const values = { commitment_id: id }
      if (!one) return refused({ code: 'unknown-commitment', values })
      const decision = decideMove(commitment_flow, judgement, one, standing)
      if (!decision.ok) return withValues(decision, values)
      await take(tx, actor, { commitment_id: id, judgement, today, comment, ...decision.value })
    }
    return done({ judged: ids.length })
  })
}

type Step = { commitment_id: number; judgement: Judgement; today: string; comment: string | null; on_behalf_of: number | null }

async function take(tx: Tx, actor: Judge, { commitment_id, judgement, today, comment, on_behalf_of }: Step): Promise<void> {
  const state = commitment_flow.moves[judgement].to
  await addStep(tx, actor, { commitment_id, state, today, comment })
  const digest = digestOf({ commitment_id, state, today, comment })
  await recordMove(tx, actor, commitment_flow, judgement, { object_id: commitment_id, digest, on_behalf_of })
}

/** Where each stands, with its obligation locked: two who judge at once come one after the other. */
async function statesOf(tx: Tx, ids: number[]): Promise<Map<number, Movable>> {
  const list = JSON.stringify(ids)
  await sql`
    select pg_advisory_xact_lock(hashtextextended('obligation', l.obligation_id))
      from (select c.obligation_id from commitment c
             where c.commitment_id in (select jsonb_array_elements_text(${list}::jsonb)::bigint) order by c.obligation_id) l`.execute(tx)
  const { rows } = await sql<Movable & { commitment_id: number }>`
    select c.commitment_id, array[o.person_id] as hands, o.unit_id,
           (select s.state from commitment_step s
             where s.commitment_id = c.commitment_id and upper(s.recorded) = 'infinity' order by s.happened_on desc, s.commitment_step_id desc limit 1) as state
      from commitment c
      join obligation o using (obligation_id)
     where c.commitment_id in (select jsonb_array_elements_text(${list}::jsonb)::bigint) and upper(c.recorded) = 'infinity'`.execute(tx)
  return new Map(rows.map(row => [row.commitment_id, row]))
}
