import { sql } from 'kysely'
import { type Actor, change, type Database, query, settledInstant, type Tx } from '../database/index.ts'
import { dayOf } from '../shared/dates.ts'
import { done, type Outcome, refused } from '../shared/outcome.ts'
import add_up_tallies from './add-up-tallies.sql?raw'
import plant_summary_tree from './plant-summary-tree.sql?raw'

/** What was done: everything added up anew, what came since added, or nothing, because there was nothing new. */
export type Summarised = 'anew' | 'added' | 'untouched'

type Last = { day: string; settled_at: string; last_valid_on: string; is_same_tree: boolean }
type Bounds = { campaign_id: number; since: string; settled_at: string }

const plantTree = query<{ campaign_id: number; day: string; settled_at: string }, never>(plant_summary_tree)
const addUp = query<Bounds, { last_valid_on: string | null }>(add_up_tallies)
const before_all = '-infinity'

/**
 * Brings a campaign's summary up to now: adds what was recorded since, or, where the party's tree has changed, begins anew. Answers do not depend on it, only how soon they come.
 * To be called often while people submit, outside of any change. Refusal: unknown-campaign.
 */
export async function summariseTallies(
  database: Database,
  actor: Actor,
  { campaign_id }: { campaign_id: number },
): Promise<Outcome<Summarised>> {
  const settled_at = await settledInstant(database)
  return change(database, actor, async tx => {
    const day = await dayOfTree(tx, campaign_id, settled_at)
    if (!day) return refused({ code: 'unknown-campaign', field: 'campaign_id' })
    const last = await lockLast(tx, campaign_id, day)
    return done(
      last?.is_same_tree ? await addSince(tx, last, { campaign_id, settled_at }) : await beginAnew(tx, { campaign_id, day, settled_at }),
    )
  })
}

/** Today, or the close of the campaign once it is over: as the figures ask. */
async function dayOfTree(tx: Tx, campaign_id: number, settled_at: string): Promise<string | undefined> {
  const { rows } = await sql<{ day: string }>`
    select least(${dayOf(new Date(settled_at))}::date, t.closes_on) as day
      from campaign_terms t
     where t.campaign_id = ${campaign_id} and t.recorded @> ${settled_at}::timestamptz`.execute(tx)
  return rows[0]?.day
}

/** Whoever else summarises the same campaign waits here. */
async function lockLast(tx: Tx, campaign_id: number, day: string): Promise<Last | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended('tally_summary', ${campaign_id}))`.execute(tx)
  const { rows } = await sql<Last>`
    select s.day, s.settled_at, s.last_valid_on, is_same_tree(s.day, s.settled_at, ${day}::date) as is_same_tree
      from tally_summary s
     where s.campaign_id = ${campaign_id}`.execute(tx)
  return rows[0]
}

async function addSince(tx: Tx, last: Last, { campaign_id, settled_at }: { campaign_id: number; settled_at: string }): Promise<Summarised> {
  const [added] = await addUp(tx, { campaign_id, since: last.settled_at, settled_at })
  if (!added?.last_valid_on) return 'untouched'
  await sql`
    update tally_summary
       set settled_at = ${settled_at}, last_valid_on = greatest(last_valid_on, ${added.last_valid_on}::date)
     where campaign_id = ${campaign_id}`.execute(tx)
  return 'added'
}

async function beginAnew(
  tx: Tx,
  { campaign_id, day, settled_at }: { campaign_id: number; day: string; settled_at: string },
): Promise<Summarised> {
  await sql`delete from tally_summary_line where campaign_id = ${campaign_id}`.execute(tx)
  await sql`
    insert into tally_summary (campaign_id, day, settled_at, last_valid_on) values (${campaign_id}, ${day}, ${settled_at}, ${before_all})
        on conflict (campaign_id) do update set day = excluded.day, settled_at = excluded.settled_at, last_valid_on = excluded.last_valid_on`.execute(
    tx,
  )
  await plantTree(tx, { campaign_id, day, settled_at })
  const [added] = await addUp(tx, { campaign_id, since: before_all, settled_at })
  if (added?.last_valid_on)
    await sql`update tally_summary set last_valid_on = ${added.last_valid_on} where campaign_id = ${campaign_id}`.execute(tx)
  return 'anew'
}
