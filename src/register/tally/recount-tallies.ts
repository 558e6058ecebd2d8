import { query, type Reads } from '../../platform/database/index.ts'
import recount_plans from './recount-plans.sql?raw'
import recount_summary from './recount-summary.sql?raw'
import recount_tallies from './recount-tallies.sql?raw'

/** `people`: obligations of a campaign at a unit. */
type Unit = { campaign_id: number; unit_id: number; people: number }
type Stretch = { campaign_id: number; unit_ids: number[]; people: number }

/**
 * One question recounts so many people, or one unit: the planner takes them for a handful and goes through all of them
 * for each, so that twice as many take four times as long.
 */
const people_at_once = 100

/** Units with anything to count in a campaign. */
const listCounted = query<Record<string, never>, Unit>(`
  select campaign_id, unit_id, sum(people)::integer as people
    from (select campaign_id, unit_id, 0 as people from commitment_tally
          union select campaign_id, unit_id, 0 from deed_tally
          union all select campaign_id, unit_id, 1 from obligation) counted
   group by 1, 2
   order by 1, 2`)
const differingTallies = query<{ campaign_id: number; unit_ids: number[] }, { unit_id: number }>(recount_tallies)
const differingLines = query<{ campaign_id: number }, { unit_id: number }>(recount_summary)
const differingPlans = query<Record<string, never>, { unit_id: number; year: number }>(recount_plans)

/**
 * Which tallies are not what their rows give, and which lines of a summary are not what its tallies give:
 * «commitment_tally 5/17» is campaign 5, unit 17. Of `sample` units with a campaign each, chosen by chance, or of all
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
export function inStretches(units: readonly Unit[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const { campaign_id, unit_id, people } of units.toSorted((a, b) => a.campaign_id - b.campaign_id)) {
    const last = stretches.at(-1)
    if (last?.campaign_id === campaign_id && last.people + people <= people_at_once) {
      last.unit_ids.push(unit_id)
      last.people += people
    } else stretches.push({ campaign_id, unit_ids: [unit_id], people })
  }
  return stretches
}
