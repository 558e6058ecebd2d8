import { query } from '../../../platform/database/index.ts'

/** A key of a unit that is in force. */
export type IndicatorKey = { indicator_key_id: number; name: string; issued_at: string; last_used: string | null }

export const listKeys = query<{ unit_id: number }, IndicatorKey>(`
  select k.indicator_key_id, k.name, lower(k.recorded) as issued_at,
         (select max(d.received_at) from indicator_delivery d where d.indicator_key_id = k.indicator_key_id) as last_used
    from indicator_key k
   where k.unit_id = :unit_id and is_open(k.recorded)
   order by k.indicator_key_id`)

export type PresentedKey = { indicator_key_id: number; unit_id: number; issued_by: number; name: string }

/** The key whose digest is presented at the door, where it is in force. */
export const findPresentedKey = query<{ digest: string }, PresentedKey>(`
  select k.indicator_key_id, k.unit_id, k.issued_by, k.name
    from indicator_key k
   where k.digest = :digest and is_open(k.recorded)`)
