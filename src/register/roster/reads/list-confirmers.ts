import { query } from '../../../platform/database/index.ts'
import type { Role } from '../../../platform/role/index.ts'

/** Somebody who may be the second person of a roster, and as what. */
export type Confirmer = { full_name: string; role: Role; unit_name: string }

/**
 * Who may confirm a roster, the nearest office first: told to whoever sent it, to nobody else. `day` is today in
 * Vietnam.
 */
export const listConfirmers = query<{ roster_import_id: number; day: string }, Confirmer>(`
  select c.full_name, c.role, v.name as unit_name
    from list_roster_confirmers(:roster_import_id) c
    join unit_version v on v.unit_id = c.unit_id and v.valid @> last_day_alive(c.unit_id, :day::date, recorded_now()) and upper(v.recorded) = 'infinity'
   order by c.role desc, v.name collate "vi-x-icu", c.full_name collate "vi-x-icu"
   limit 50`)
