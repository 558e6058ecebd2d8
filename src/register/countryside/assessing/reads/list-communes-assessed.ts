import { query } from '../../../../platform/database/index.ts'
import type { Indicator } from '../forms.ts'
import type { CaseState } from '../standing-case.ts'

/** A commune under a unit with its latest assessment in a set; `results` has one for each criterion that is said. */
export type CommuneAssessed = {
  unit: string
  place: string
  place_name: string
  place_kind: string
  standing_case_id: number | null
  assessed_on: string | null
  state: CaseState | null
  met: number
  results: Record<string, boolean>
}

/** The communes in which units of somebody's reach work on a day: each with its latest assessment in a set. */
export const listCommunesAssessed = query<{ unit_id: number; criteria_set_id: number; day: string }, CommuneAssessed>(`
  select ku.key as unit, pu.key as place, p.name as place_name, p.unit_kind as place_kind, c.standing_case_id, c.assessed_on, s.state,
         coalesce(r.met, 0) as met, coalesce(r.results, '{}') as results
    from reach_of(:unit_id::int, :day::date, recorded_now()) reach
    join unit ku        on ku.unit_id = reach.unit_id
    join unit_version v on v.unit_id = ku.unit_id and v.unit_kind <> 'cell' and v.valid @> :day::date and is_open(v.recorded)
    join unit_version p on p.unit_id = v.place_id and p.unit_kind = 'commune' and p.valid @> :day::date and is_open(p.recorded)
    join unit pu        on pu.unit_id = p.unit_id
    left join lateral (
         select x.standing_case_id, x.assessed_on
           from standing_case x
          where x.kept_at = ku.unit_id and x.criteria_set_id = :criteria_set_id::int
            and (select t.state from standing_case_step t where t.standing_case_id = x.standing_case_id
                  order by t.standing_case_step_id desc limit 1) <> 'withdrawn'
          order by x.assessed_on desc, x.standing_case_id desc limit 1) c on true
    left join lateral (
         select t.state from standing_case_step t where t.standing_case_id = c.standing_case_id
          order by t.standing_case_step_id desc limit 1) s on true
    left join lateral (
         select (count(*) filter (where t.is_met))::int as met, jsonb_object_agg(k.number, t.is_met) as results
           from criterion_result t join criterion k using (criterion_id)
          where t.standing_case_id = c.standing_case_id and is_open(t.recorded)) r on true
   order by p.name collate "vi-x-icu", pu.key`)

/** A criterion of a set, under its heading, with what is measured of it. */
export type CriterionOfSet = {
  number: number
  heading_vi: string
  heading_en: string | null
  name_vi: string
  name_en: string | null
  indicators: Indicator[]
}

/** The criteria of a set, in their order. */
export const listCriteria = query<{ criteria_set_id: number }, CriterionOfSet>(`
  select k.number, k.heading_vi, k.heading_en, k.name_vi, k.name_en,
         coalesce((select jsonb_agg(jsonb_build_object('number', x.number, 'name_vi', x.name_vi, 'name_en', x.name_en) order by x.number)
                     from criterion_indicator x where x.criterion_id = k.criterion_id and is_open(x.recorded)), '[]') as indicators
    from criterion k
   where k.criteria_set_id = :criteria_set_id::int and is_open(k.recorded)
   order by k.number`)
