import { query } from '../../../platform/database/index.ts'
import type { LimitationState } from '../limitation.ts'

/** A limitation as it stands: whose it is, how it is to be repaired, how often it was carried over. */
export type Limitation = {
  limitation_id: number
  obligation_id: number
  person_id: number
  unit_id: number
  unit: string
  unit_name: string
  full_name: string
  year: number
  what: string
  raised_on: string
  state: LimitationState | null
  remedy: string | null
  due_on: string | null
  owner_id: number | null
  owner_name: string | null
  carries: number
}

/** The last step of a limitation `l`. A function that asks for it would raise the walls anew for every row. */
const last_step = `
    left join lateral (select state from limitation_step
                        where limitation_id = l.limitation_id and upper(recorded) = 'infinity'
                        order by limitation_step_id desc limit 1) t on true`

const columns = `
  select l.limitation_id, l.obligation_id, o.person_id, o.unit_id, u.key as unit, v.name as unit_name, p.full_name, c.year, l.what,
         l.raised_on::text as raised_on, t.state, s.remedy, s.due_on::text as due_on, s.owner_id, w.full_name as owner_name,
         (select count(*)::int from limitation_step x where x.limitation_id = l.limitation_id and x.state = 'carried' and upper(x.recorded) = 'infinity') as carries
    from limitation l
    join obligation o     using (obligation_id)
    join campaign c       using (campaign_id)
    join unit u           on u.unit_id = o.unit_id
    join unit_version v   on v.unit_id = o.unit_id and v.valid @> last_day_alive(o.unit_id, :day, recorded_now()) and upper(v.recorded) = 'infinity'
    join person_version p on p.person_id = o.person_id and upper(p.recorded) = 'infinity'${last_step}
    left join lateral (select remedy, due_on, owner_id from limitation_step
                        where limitation_id = l.limitation_id and state = 'planned' and upper(recorded) = 'infinity'
                        order by limitation_step_id desc limit 1) s on true
    left join lateral (select full_name from person_version where person_id = s.owner_id and upper(recorded) = 'infinity' limit 1) w on true
   where upper(l.recorded) = 'infinity'`

/** At most one row; none outside the scope of who asks. */
export const findLimitation = query<{ limitation_id: number; day: string }, Limitation>(`${columns} and l.limitation_id = :limitation_id`)

/** One's own, the open ones first. */
export const listMyLimitations = query<{ person_id: number; day: string }, Limitation>(`
  select * from (${columns}) x where x.person_id = :person_id order by (x.state is not distinct from 'verified'), x.year desc, x.limitation_id desc`)

/**
 * What is open in a unit and all below it, within the scope of who asks. Which are open is asked first, then where they
 * are: the planner, who does not see through the walls, would begin with every obligation.
 */
const open_here = `
  with open as materialized (
    select l.limitation_id, l.obligation_id, l.raised_on
      from limitation l${last_step}
     where t.state is distinct from 'verified' and upper(l.recorded) = 'infinity'
  ), here as materialized (
    select open.limitation_id, open.raised_on
      from open
      join obligation o using (obligation_id)
     where o.unit_id = any (array(select n.unit_id from unit r cross join lateral units_by_branch('party', r.unit_id, :day, recorded_now()) n where r.key = :unit))
  )`

/** How many of them were raised on which day. */
export const countOpenByDay = query<{ unit: string; day: string }, { raised_on: string; n: number }>(`${open_here}
  select raised_on::text as raised_on, count(*)::int as n from here group by here.raised_on order by here.raised_on`)

/** Each of them, the oldest first; at most so many. */
export const listOpenLimitations = query<{ unit: string; day: string; most: number }, Limitation>(`${open_here}
  select x.* from (${columns} and l.limitation_id = any (array(select limitation_id from here order by raised_on, limitation_id limit :most))) x
   order by x.raised_on, x.unit_name collate "vi-x-icu", x.full_name collate "vi-x-icu", x.limitation_id`)
