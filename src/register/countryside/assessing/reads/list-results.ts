import { query } from '../../../../platform/database/index.ts'
import type { Indicator } from '../forms.ts'

/** A criterion with what is said of it; `is_met` is null where nothing is said yet. */
export type ResultRow = {
  criterion_id: number
  number: number
  heading_vi: string
  heading_en: string | null
  name_vi: string
  name_en: string | null
  is_met: boolean | null
  value: string | null
  evidence: string | null
  in_charge: string | null
  due_on: string | null
  indicators: MeasuredRow[]
}

/** An indicator of the criterion, and what was measured of it; null where nothing was. */
export type MeasuredRow = Indicator & { value: string | null }

/** The criteria of a case's set in their order, each with its result. */
export const listResults = query<{ standing_case_id: number }, ResultRow>(`
  select k.criterion_id, k.number, k.heading_vi, k.heading_en, k.name_vi, k.name_en, r.is_met, r.value, r.evidence, r.in_charge, r.due_on::text as due_on,
         coalesce(i.indicators, '[]') as indicators
    from standing_case c
    join criterion k             on k.criteria_set_id = c.criteria_set_id and is_open(k.recorded)
    left join criterion_result r on r.standing_case_id = c.standing_case_id and r.criterion_id = k.criterion_id and is_open(r.recorded)
    left join lateral (
         select jsonb_agg(jsonb_build_object('number', x.number, 'name_vi', x.name_vi, 'name_en', x.name_en, 'value', m.value) order by x.number)
                as indicators
           from criterion_indicator x
           left join measured_indicator m on m.criterion_indicator_id = x.criterion_indicator_id and m.criterion_result_id = r.criterion_result_id
          where x.criterion_id = k.criterion_id and is_open(x.recorded)) i on true
   where c.standing_case_id = :standing_case_id::bigint
   order by k.number`)
