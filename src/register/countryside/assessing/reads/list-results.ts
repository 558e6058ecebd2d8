import { query } from '../../../../platform/database/index.ts'

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
}

/** The criteria of a case's set in their order, each with its result. */
export const listResults = query<{ standing_case_id: number }, ResultRow>(`
  select k.criterion_id, k.number, k.heading_vi, k.heading_en, k.name_vi, k.name_en, r.is_met, r.value, r.evidence, r.in_charge, r.due_on::text as due_on
    from standing_case c
    join criterion k             on k.criteria_set_id = c.criteria_set_id and is_open(k.recorded)
    left join criterion_result r on r.standing_case_id = c.standing_case_id and r.criterion_id = k.criterion_id and is_open(r.recorded)
   where c.standing_case_id = :standing_case_id::bigint
   order by k.number`)
