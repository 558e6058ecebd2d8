import type { ColumnType } from 'kysely'

/** An instant: read as ISO text in UTC, written as text or as a date of JavaScript. */
export type Instant = ColumnType<string, string | Date, string | Date>
