import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/database/index.ts'
import type { Roster, RosterState } from '../roster.ts'

/** One import, if who asks may see it. The file itself is read by `findFile`. */
export async function findRoster(db: Db, roster_import_id: number): Promise<Roster | null> {
  const { rows } = await sql<Roster>`
    select i.roster_import_id, i.unit_id, u.key as unit, v.name as unit_name, i.uploaded_by, n.full_name as uploader, lower(i.recorded) as uploaded_at,
           i.listed_on, i.file_name, i.seen, s.state, lower(s.recorded) as state_at, s.taken_by, s.detail, p.doing, coalesce(p.done, 0) as done, p.seen_at,
           s.roster_step_id + (select count(*) from roster_choice c where c.roster_import_id = i.roster_import_id) as version
      from roster_import i
      join unit u               on u.unit_id = i.unit_id
      join unit_version v       on v.unit_id = i.unit_id and upper(v.recorded) = 'infinity' and v.valid @> last_day_alive(i.unit_id, today_in_vietnam(), recorded_now())
      left join person_version n on n.person_id = i.uploaded_by and upper(n.recorded) = 'infinity'
      left join roster_progress p on p.roster_import_id = i.roster_import_id
      join lateral (select * from roster_step s where s.roster_import_id = i.roster_import_id order by roster_step_id desc limit 1) s on true
     where i.roster_import_id = ${roster_import_id}`.execute(db as Tx)
  return rows[0] ?? null
}

export async function findFile(db: Db, roster_import_id: number): Promise<Uint8Array> {
  const { rows } = await sql<{ file: Buffer }>`select file from roster_import where roster_import_id = ${roster_import_id}`.execute(
    db as Tx,
  )
  return new Uint8Array(rows[0]!.file)
}

export type RosterLine = { roster_import_id: number; file_name: string; listed_on: string; uploaded_at: string; state: RosterState }

/** The rosters of a unit, the newest first. */
export async function listRosters(db: Db, unit_id: number): Promise<RosterLine[]> {
  const { rows } = await sql<RosterLine>`
    select i.roster_import_id, i.file_name, i.listed_on, lower(i.recorded) as uploaded_at, s.state
      from roster_import i
      join lateral (select state from roster_step s where s.roster_import_id = i.roster_import_id order by roster_step_id desc limit 1) s on true
     where i.unit_id = ${unit_id}
     order by 1 desc
     limit 50`.execute(db as Tx)
  return rows
}
