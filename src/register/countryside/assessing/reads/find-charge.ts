import { query } from '../../../../platform/database/index.ts'

/** A party unit with the place in which it works: the commune that it assesses, or a place with communes in it. */
export type Charge = {
  unit_id: number
  key: string
  name: string
  place_id: number | null
  place: string | null
  place_name: string | null
  place_kind: string | null
}

/**
 * A party unit with the name it has or had last. Its place is null where it works in none that lives on the day; a cell
 * is in charge of none.
 */
export const findCharge = query<{ unit: string; day: string }, Charge>(`
  select u.unit_id, u.key, v.name, p.unit_id as place_id, pu.key as place, p.name as place_name, p.unit_kind as place_kind
    from unit u
    join unit_version v on v.unit_id = u.unit_id and v.valid @> last_day_alive(u.unit_id, :day::date, recorded_now()) and is_open(v.recorded)
    join unit_kind k    on k.unit_kind = v.unit_kind and k.hierarchy = 'party'
    left join unit_version p on p.unit_id = v.place_id and v.unit_kind <> 'cell' and p.valid @> :day::date and is_open(p.recorded)
    left join unit pu        on pu.unit_id = p.unit_id
   where u.key = :unit`)

export type CriteriaSet = {
  criteria_set_id: number
  number: string
  standing_level: string
  /** Of which units it is: of communes, districts or provinces. */
  of_kind: 'commune' | 'district' | 'province'
  level_vi: string
  level_en: string
  criteria: number
  since: string
  /** The last day on which it is in force; null: without end. */
  until: string | null
  has_criteria: boolean
}

/** Every criteria set, the latest first. */
export const listCriteriaSets = query<Record<never, never>, CriteriaSet>(`
  select s.criteria_set_id, i.number, s.standing_level, s.of_kind, l.name_vi as level_vi, l.name_en as level_en, s.criteria, lower(s.valid)::text as since,
         case when upper(s.valid) < 'infinity' then (upper(s.valid) - 1)::text end as until,
         exists (select from criterion k where k.criteria_set_id = s.criteria_set_id) as has_criteria
    from criteria_set s
    join instrument i     using (instrument_id)
    join standing_level l using (standing_level)
   where is_open(s.recorded)
   order by lower(s.valid) desc, array_position('{commune,district,province}', s.of_kind), l.rank, s.criteria_set_id`)

export type LevelRow = { standing_level: string; name_vi: string; name_en: string }
export const listLevels = query<Record<never, never>, LevelRow>('select standing_level, name_vi, name_en from standing_level order by rank')
