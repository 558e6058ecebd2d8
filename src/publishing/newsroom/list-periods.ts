import type { Lang } from '../../numbers/figure/index.ts'
import { query } from '../../platform/database/index.ts'

/** A year, a month or a day, as the beginning of an ISO day, with how many public articles were first published in it. */
export type PeriodCount = { period: string; articles: number }
/** Two instants, the second not among those meant; null is open. */
export type Span = { since: string | null; until: string | null }

/** The newest period first. `letters` of an ISO day name one: 4 a year, 7 a month, 10 a day. */
export const listPeriods = query<Span & { lang: Lang; letters: number }, PeriodCount>(`
  select left(to_char(day_in_vietnam(f.published_at), 'YYYY-MM-DD'), :letters::integer) as period, count(*)::int as articles
    from edition f
   where f.lang = :lang and f.number = 1
     and (:since::timestamptz is null or f.published_at >= :since::timestamptz)
     and (:until::timestamptz is null or f.published_at < :until::timestamptz)
     and not exists (select from withdrawal w where w.article_id = f.article_id)
   group by 1
   order by 1 desc
   limit 200`)

/** When the last article before a span was published, and the first after it: ISO instants, or null. One row. */
export const findAround = query<{ lang: Lang; since: string; until: string }, { before: string | null; after: string | null }>(`
  with first_edition as not materialized (
         select f.published_at
           from edition f
          where f.lang = :lang and f.number = 1 and not exists (select from withdrawal w where w.article_id = f.article_id))
  select (select published_at from first_edition where published_at < :since::timestamptz order by published_at desc limit 1) as before,
         (select published_at from first_edition where published_at >= :until::timestamptz order by published_at limit 1) as after`)
