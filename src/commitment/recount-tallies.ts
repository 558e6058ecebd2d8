import { query, type Reads } from '../database/index.ts'
import recount_plans from './recount-plans.sql?raw'
import recount_summary from './recount-summary.sql?raw'
import recount_tallies from './recount-tallies.sql?raw'

type Unit = { campaign_id: number; unit_id: number }

const at_once = 50

/** Units with anything to count in a campaign. */
const listCounted = query<Record<string, never>, Unit>(`
  select campaign_id, unit_id from commitment_tally
  union select campaign_id, unit_id from deed_tally
  union select campaign_id, unit_id from obligation
   order by 1, 2`)
const differingTallies = query<{ campaign_id: number; unit_ids: number[] }, { unit_id: number }>(recount_tallies)
const differingLines = query<{ campaign_id: number }, { unit_id: number }>(recount_summary)
const differingPlans = query<Record<string, never>, { unit_id: number; year: number }>(recount_plans)

/**
 * Which tallies are not what their rows give, and which lines of a summary are not what its tallies give: «commitment_tally 5/17» is campaign 5, unit 17. Of `sample` units with a campaign each, chosen by chance, or of all
 * where it is null. As the owner or the auditor: a count of what one may not see would differ.
 */
export async function recountTallies(db: Reads, sample: number | null): Promise<string[]> {
  const units = await listCounted(db, {})
  const chosen = sample === null ? units : chooseSome(units, sample)
  const differing: string[] = []
  for (const { campaign_id, unit_ids } of inStretches(chosen))
    for (const { unit_id } of await differingTallies(db, { campaign_id, unit_ids })) differing.push(`tally ${campaign_id}/${unit_id}`)
  for (const campaign_id of new Set(units.map(unit => unit.campaign_id)))
    for (const { unit_id } of await differingLines(db, { campaign_id })) differing.push(`tally_summary_line ${campaign_id}/${unit_id}`)
  for (const { unit_id, year } of await differingPlans(db, {})) differing.push(`leadership_tally ${year}/${unit_id}`)
  return differing
}

function chooseSome<T>(things: T[], n: number): T[] {
  return things
    .map(thing => ({ thing, order: Math.random() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, n)
    .map(({ thing }) => thing)
}

/** Units of one campaign, so many as one question recounts. */
function inStretches(units: Unit[]): { campaign_id: number; unit_ids: number[] }[] {
  return [...Map.groupBy(units, unit => unit.campaign_id)].flatMap(([campaign_id, members]) =>
    Array.from({ length: Math.ceil(members.length / at_once) }, (_, i) => ({
      campaign_id,
      unit_ids: members.slice(i * at_once, (i + 1) * at_once).map(({ unit_id }) => unit_id),
    })),
  )
}
