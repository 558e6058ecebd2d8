import { type Db, query } from '../database/index.ts'
import type { Head } from './head.ts'

/**
 * The newest head, and for each of the last days the one that was the newest at its end: enough to hold a whole ledger
 * against. Oldest first.
 */
const daily = query<Record<string, never>, Head>(`
  select distinct h.size, h.root, h.signed_at, h.previous, h.key_id, h.signature
    from generate_series(0, 31) as day (back)
   cross join lateral (
         select * from ledger_head
          where signed_at < case when day.back = 0 then timestamptz 'infinity' else date_trunc('day', recorded_now(), 'Asia/Ho_Chi_Minh') - (day.back - 1) * interval '1 day' end
          order by signed_at desc, size desc limit 1) h
   order by h.size`)

/** Public: a head says how many entries there are and their root, and nothing of them. */
export function listHeadsSent(db: Pick<Db, 'executeQuery'>): Promise<Head[]> {
  return daily(db, {})
}
