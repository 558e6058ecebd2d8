import { query } from '../../../../platform/database/index.ts'
import type { Indicator } from '../forms.ts'

/** What is measured of a criterion of a case's set, in its order; nothing where its document has no more than its name. */
export const listIndicators = query<{ standing_case_id: number; number: number }, Indicator>(`
  select x.number, x.name_vi, x.name_en
    from standing_case c
    join criterion k           on k.criteria_set_id = c.criteria_set_id and k.number = :number::int and is_open(k.recorded)
    join criterion_indicator x on x.criterion_id = k.criterion_id and is_open(x.recorded)
   where c.standing_case_id = :standing_case_id::bigint
   order by x.number`)
