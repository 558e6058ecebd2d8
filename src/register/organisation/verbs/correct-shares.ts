import { sql } from 'kysely'
import { done, type Outcome, type Problem, problemsOf } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { underTheLaw } from '../laws.ts'
import type { MergerEdge } from '../merger.ts'
import { recordOnTheMap } from '../record-on-the-map.ts'
import type { OrganisationCode } from '../words.ts'

/** What is now known of the parts that went over on a day. Edges that are not named stay as they are. */
export type ShareCorrection = { effective_on: string; edges: MergerEdge[] }
type KnownEdge = { succession_id: number; predecessor: string; successor: string }

/**
 * Corrects the shares of a merger that is recorded: the edges are closed in recorded time and written anew, in the same
 * event. Refusals: unknown-edge, share-out-of-range, shares-over-one (also for a source whose known shares do not reach
 * one).
 */
export async function correctShares(
  tx: Tx,
  actor: Actor,
  correction: ShareCorrection,
): Promise<Outcome<{ corrected: number }, OrganisationCode>> {
  const known = await readEdges(tx, correction)
  const refusal = problemsOf(problemsWith(correction, known))
  return refusal ?? underTheLaw(tx, () => write(tx, actor, correction, known))
}

function* problemsWith({ edges }: ShareCorrection, known: KnownEdge[]): Generator<Problem<OrganisationCode>> {
  for (const [i, edge] of edges.entries()) {
    const { predecessor, successor, population_share, area_share } = edge
    if (!known.some(isSame(edge))) yield { code: 'unknown-edge', field: `edges.${i}`, values: { predecessor, successor } }
    for (const [name, share] of Object.entries({ population_share, area_share })) {
      if (share !== null && !(share > 0 && share <= 1)) yield { code: 'share-out-of-range', field: `edges.${i}.${name}`, limit: 1 }
    }
  }
}

function isSame({ predecessor, successor }: MergerEdge): (known: KnownEdge) => boolean {
  return known => known.predecessor === predecessor && known.successor === successor
}

async function readEdges(tx: Tx, { effective_on, edges }: ShareCorrection): Promise<KnownEdge[]> {
  await sql`select from unit where key = any(${edges.map(edge => edge.predecessor)}) order by unit_id for no key update`.execute(tx)
  const { rows } = await sql<KnownEdge>`
    select s.succession_id, p.key as predecessor, n.key as successor
      from succession s
      join succession_event e using (succession_event_id)
      join unit p on p.unit_id = s.predecessor_id
      join unit n on n.unit_id = s.successor_id
     where e.effective_on = ${effective_on} and upper(e.recorded) = 'infinity' and upper(s.recorded) = 'infinity'`.execute(tx)
  return rows
}

async function write(
  tx: Tx,
  actor: Actor,
  correction: ShareCorrection,
  known: KnownEdge[],
): Promise<Outcome<{ corrected: number }, OrganisationCode>> {
  const corrected = correction.edges.map(edge => ({ ...edge, succession_id: known.find(isSame(edge))!.succession_id }))
  await sql`
    with shares as (
      select r.succession_id, r.population_share, r.area_share, r.certainty
        from jsonb_to_recordset(${JSON.stringify(corrected)})
          as r(succession_id bigint, population_share numeric, area_share numeric, certainty text)),
    closed as (
      update succession s
         set recorded = closed(s.recorded)
        from shares r
       where r.succession_id = s.succession_id
      returning s.succession_id, s.succession_event_id, s.predecessor_id, s.successor_id, s.certainty, s.note)
    insert into succession (succession_event_id, predecessor_id, successor_id, population_share, area_share, certainty, note)
    select c.succession_event_id, c.predecessor_id, c.successor_id, r.population_share, r.area_share, coalesce(r.certainty, c.certainty), c.note
      from closed c
      join shares r using (succession_id)`.execute(tx)
  await recordOnTheMap(tx, actor, 'correct-shares', { object: 'merger', object_id: correction.effective_on, content: correction })
  return done({ corrected: corrected.length })
}
