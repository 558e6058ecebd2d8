import { type Book, write } from './book.ts'
import { dayText, instantText } from './time.ts'

/** What a write adds to the counts of a leaf unit. */
export type Change = { due?: number; submitted?: number; on_time?: number; approved?: number; deeds?: number }
type Row = { due: number; submitted: number; on_time: number; approved: number }
export type Tallies = Map<string, Row>

/**
 * Adds to the row of a unit, a day, an instant and a number of deeds, as the register's own verbs append one for each
 * of their writes.
 */
export function tally(tallies: Tallies, unit: number, on: number, learned: number, change: Change): void {
  const key = `${unit}|${change.deeds ?? 0}|${on}|${learned}`
  let row = tallies.get(key)
  if (!row) {
    row = { due: 0, submitted: 0, on_time: 0, approved: 0 }
    tallies.set(key, row)
  }
  row.due += change.due ?? 0
  row.submitted += change.submitted ?? 0
  row.on_time += change.on_time ?? 0
  row.approved += change.approved ?? 0
}

export function writeTallies(book: Book, campaign_id: number, tallies: Tallies): void {
  for (const [key, { due, submitted, on_time, approved }] of tallies) {
    const [unit, deeds, on, learned] = key.split('|').map(Number) as [number, number, number, number]
    if (learned > book.limit || !(due || submitted || on_time || approved)) continue
    write(book, 'commitment_tally', [campaign_id, unit, deeds, dayText(on), instantText(learned), due, submitted, on_time, approved])
  }
}

/** What a write adds to the counts of the deeds of a leaf unit. */
export type DeedChange = { commitments?: number; registered?: number; done?: number; partly?: number; not_done?: number }
type DeedRow = Required<DeedChange>
export type DeedTallies = Map<string, DeedRow>

export function tallyDeeds(tallies: DeedTallies, unit: number, on: number, learned: number, change: DeedChange): void {
  const key = `${unit}|${on}|${learned}`
  let row = tallies.get(key)
  if (!row) {
    row = { commitments: 0, registered: 0, done: 0, partly: 0, not_done: 0 }
    tallies.set(key, row)
  }
  for (const [column, n] of Object.entries(change)) row[column as keyof DeedRow] += n
}

export function writeDeedTallies(book: Book, campaign_id: number, tallies: DeedTallies): void {
  for (const [key, { commitments, registered, done, partly, not_done }] of tallies) {
    const [unit, on, learned] = key.split('|').map(Number) as [number, number, number]
    if (learned > book.limit || !(commitments || registered || done || partly || not_done)) continue
    write(book, 'deed_tally', [campaign_id, unit, dayText(on), instantText(learned), commitments, registered, done, partly, not_done])
  }
}
