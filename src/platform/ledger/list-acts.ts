import { query } from '../database/index.ts'
import type { Entry } from './entry.ts'

/** Instants: from the one on, before the other. */
type Stretch = { from: string; until: string }

export type ActRow = Omit<Entry, 'retention' | 'format' | 'rows_digest'> & {
  /** The entry's place under a signed head; null where none covers it yet. */
  position: number | null
}

/** What was done in a stretch of time, the last first; of one kind, where `act` is not empty. */
export const listActs = query<Stretch & { act: string; most: number; after: number }, ActRow>(`
  select e.entry_id, e.recorded, e.act, e.actor_id, e.agent, e.on_behalf_of, e.object, e.object_id,
         e.from_version, e.to_version, e.digest, e.position
    from ledger_entry e
   where e.recorded >= :from::timestamptz and e.recorded < :until::timestamptz and :act in ('', e.act)
   order by e.entry_id desc
   limit :most offset :after`)

/** How many of each kind, the most frequent first. */
export const countActs = query<Stretch, { act: string; n: number }>(`
  select e.act, count(*)::int as n
    from ledger_entry e
   where e.recorded >= :from::timestamptz and e.recorded < :until::timestamptz
   group by e.act
   order by n desc, e.act`)
