import type { Client } from 'pg'
import type { CsvRow } from '../read-csv.ts'

/** What the register knows a fact by, and since when. */
export type Learned = { instrument_id: number | null; at: string }

/** The demo's register was opened with what stood then. */
export const openedAt = '2016-01-01T00:00:00+07:00'

/** Nine in the morning of the day on which the register learned of something. */
export function learnedAt(day: string): string {
  return `${day}T09:00:00+07:00`
}

/**
 * Loads the instruments that the register knew by the end of the day `until`; the others are as if they did not exist.
 * By the keys of the file.
 */
export async function loadInstruments(owner: Client, rows: CsvRow[], until: string): Promise<Map<string, Learned>> {
  const learned = new Map<string, Learned>()
  for (const row of rows.filter(({ recorded_on }) => recorded_on! <= until)) {
    const at = learnedAt(row.recorded_on!)
    learned.set(row.key!, { instrument_id: await loadInstrument(owner, row, at), at })
  }
  return learned
}

async function loadInstrument(owner: Client, row: CsvRow, at: string): Promise<number> {
  const { number, kind, issuer, title, signed_on, effective_on, published_on, note } = row
  const { rows } = await owner.query<{ instrument_id: number }>(
    `insert into instrument (number, kind, issuer, title, signed_on, effective_on, published_on, note, recorded)
     values ($1, $2, $3, $4, $5, nullif($6, '')::date, nullif($7, '')::date, nullif($8, ''), tstzrange($9, 'infinity'))
     returning instrument_id`,
    [number, kind, issuer, title, signed_on, effective_on, published_on, note, at],
  )
  return rows[0]!.instrument_id
}

/**
 * The rows in which the register holds a fact: open-ended when it learned of it, and, once it learned of the end,
 * closed and written anew with the end. `to` and `end_at` are absent while nobody knows of an end.
 */
export function asLearned(fact: {
  from: string
  to: string
  at: string
  end_at: string | undefined
}): { valid: string; recorded: string }[] {
  const { from, to, at, end_at } = fact
  const open = `[${from},infinity)`
  if (to === '' || end_at === undefined) return [{ valid: open, recorded: `[${at},infinity)` }]
  return [
    { valid: open, recorded: `[${at},${end_at})` },
    { valid: `[${from},${to})`, recorded: `[${end_at},infinity)` },
  ]
}
