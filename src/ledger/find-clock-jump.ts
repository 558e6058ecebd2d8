import type pg from 'pg'

/** Instants in ISO 8601. */
export type ClockJump = { last_recorded: string; now: string }

/** What the ledger last recorded, where that lies in the future of the database's clock: then the clock was put back, and rows of that stretch cannot be closed until it has caught up. Asked as the owner. */
export async function findClockJump(owner: Pick<pg.Client, 'query'>): Promise<ClockJump | null> {
  const { rows } = await owner.query<ClockJump>(`
    select recorded as last_recorded, clock_timestamp() as now
      from ledger_entry
     where recorded > clock_timestamp()
     order by recorded desc
     limit 1`)
  return rows[0] ?? null
}
