import { sql } from 'kysely'
import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import { type Actor, change, type Database, resolvedTimestamp } from '../../platform/database/index.ts'

/** What was done: everything added up anew, what came since added, or nothing, because there was nothing new. */
export type Summarised = 'anew' | 'added' | 'untouched'

/**
 * Brings a campaign's summary up to now: adds what was recorded since, or, where the party's tree has changed, begins
 * anew. Answers do not depend on it, only how soon they come. The database adds up by itself (migration 0111): the
 * application may not write what it counts. To be called often while people submit, outside of any change. Refusal:
 * unknown-campaign.
 */
export async function summariseTallies(
  database: Database,
  actor: Actor,
  { campaign_id }: { campaign_id: number },
): Promise<Outcome<Summarised, 'unknown-campaign'>> {
  const settled_at = await resolvedTimestamp(database)
  return change(database, actor, async tx => {
    const { rows } = await sql<{ done: Summarised | null }>`select bring_summary_up_to(${campaign_id}, ${settled_at}) as done`.execute(tx)
    const summarised = rows[0]!.done
    return summarised ? done(summarised) : refused({ code: 'unknown-campaign', field: 'campaign_id' })
  })
}
