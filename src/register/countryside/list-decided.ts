import { query } from '../../platform/database/index.ts'

/** The instruments by which the standing of communes is decided, and by which criteria. */
export const listDecidingInstruments = query<Record<string, never>, { instrument_id: number }>(
  `select instrument_id from standing_decision where is_open(recorded)
    union
   select instrument_id from criteria_set`,
)

/** The units whose standing an instrument decided, as they were called on the day. */
export const listUnitsDecided = query<{ instrument_id: number }, { key: string; name: string; unit_kind: string }>(`
  select u.key, v.name, v.unit_kind
    from standing_decision d
    join unit u         using (unit_id)
    join unit_version v on v.unit_id = d.unit_id and v.valid @> d.decided_on and is_open(v.recorded)
   where d.instrument_id = :instrument_id::bigint and is_open(d.recorded)
   group by u.key, v.name, v.unit_kind
   order by v.name collate "vi-x-icu", u.key`)
