import { query } from '../database/index.ts'
import type { Entry } from './entry.ts'

/** Instants: from the one on, before the other. */
type Stretch = { from: string; until: string }
/** Of one person, who did it or for whom it was done (null: of all); with one kind of object or one object ('': any). */
type Sought = Stretch & { person_id: number | null; object: string; object_id: string }
const sought = `e.recorded >= :from::timestamptz and e.recorded < :until::timestamptz
   and (:person_id::bigint is null or :person_id::bigint in (e.actor_id, e.on_behalf_of))
   and :object in ('', e.object) and :object_id in ('', e.object_id)`

export type ActRow = Omit<Entry, 'retention' | 'format' | 'rows_digest'> & {
  /** The entry's place under a signed head; null where none covers it yet. */
  position: number | null
}

/** What was done in a stretch of time, the last first; of one kind, where `act` is not empty. */
export const listActs = query<Sought & { act: string; most: number; after: number }, ActRow>(`
  select e.entry_id, e.recorded, e.act, e.actor_id, e.agent, e.on_behalf_of, e.object, e.object_id,
         e.from_version, e.to_version, e.digest, e.position
    from ledger_entry e
   where ${sought} and :act in ('', e.act)
   order by e.entry_id desc
   limit :most offset :after`)

/** How many of each kind, the most frequent first. */
export const countActs = query<Sought, { act: string; n: number }>(`
  select e.act, count(*)::int as n
    from ledger_entry e
   where ${sought}
   group by e.act
   order by n desc, e.act`)
