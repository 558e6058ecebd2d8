import { query } from '../../../platform/database/index.ts'
import type { KnownValue } from '../indicator.ts'

/** What the register holds of some places in some months. `places` and the months: JSON text. */
export const listKnownValues = query<{ places: string; from: string; to: string }, KnownValue>(`
  select v.indicator_id, v.place_id, to_char(v.month, 'YYYY-MM') as month, v.quantity
    from indicator_value v
   where v.place_id in (select p::integer from jsonb_array_elements_text(:places::jsonb) p)
     and v.month between (:from || '-01')::date and (:to || '-01')::date
     and is_open(v.recorded)`)
