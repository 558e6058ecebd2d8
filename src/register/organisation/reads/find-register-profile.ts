import { query } from '../../../platform/database/index.ts'

/**
 * Whose register it is. `became` and `ended_on`: the unit that answers for it since it ended. `notice`: what every page
 * says of data that are nobody's, as the register keeps it.
 */
export type RegisterProfileRow = {
  name: string
  unit_kind: string
  ended_on: string | null
  became: string | null
  became_kind: string | null
  keeper: string
  contact: string | null
  emblem: Buffer | null
  notice: unknown
}

/** What stands at the head and the foot of every page, as of a day: at most one row. */
export const findRegisterProfile = query<{ day: string }, RegisterProfileRow>(`
  with profile as (
    select p.unit_id, p.keeper, p.contact, p.emblem, p.notice, successor_of(p.unit_id, :day::date, recorded_now()) as successor_id,
           last_day_alive(p.unit_id, :day::date, recorded_now()) as last_day
      from register_profile p
     where is_open(p.recorded))
  select v.name, v.unit_kind, p.keeper, p.contact, p.emblem, p.notice, s.name as became, s.unit_kind as became_kind,
         case when p.last_day < :day::date then to_char(p.last_day + 1, 'YYYY-MM-DD') end as ended_on
    from profile p
    join unit_version v      on v.unit_id = p.unit_id and is_open(v.recorded) and v.valid @> p.last_day
    left join unit_version s on s.unit_id = p.successor_id and p.successor_id <> p.unit_id and is_open(s.recorded) and s.valid @> :day::date`)
