import { sql } from 'kysely'
import { dayOf } from '../../basis/shared/dates.ts'
import { type Database, type Rounds, startRounds, type Tx } from '../../platform/database/index.ts'
import { summariseTallies } from './summarise-tallies.ts'

const keeper = { person_id: null, name: 'tally summary' }

/**
 * The upkeep of the summaries while the portal serves: of every campaign that runs, and once of each that has none yet.
 */
export function startSummariser(database: Database, { every_ms = 3000, say }: { every_ms?: number; say: (line: string) => void }): Rounds {
  return startRounds(summarise, { what: 'tallies', every_ms, say })

  async function summarise(): Promise<void> {
    for (const campaign_id of await campaignsToSummarise(database)) await summariseTallies(database, keeper, { campaign_id })
  }
}

async function campaignsToSummarise({ db, clock }: Database): Promise<number[]> {
  const { rows } = await sql<{ campaign_id: number }>`
    select t.campaign_id
      from campaign_terms t
      left join tally_summary s using (campaign_id)
     where upper(t.recorded) = 'infinity' and t.opens_on <= ${dayOf(clock())}::date
       and (s.campaign_id is null or s.day < t.closes_on)
     order by t.campaign_id`.execute(db as Tx)
  return rows.map(({ campaign_id }) => campaign_id)
}
