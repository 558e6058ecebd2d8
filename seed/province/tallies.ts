import { type Book, write } from './book.ts'
import { dayText, instantText } from './time.ts'

/** What a write adds to the counts of a leaf unit. */
export type Change = { due?: number; submitted?: number; on_time?: number; approved?: number; deeds?: number }
type Row = { deeds: number; on: number; learned: number; due: number; submitted: number; on_time: number; approved: number }
/** The rows of each unit. */
export type Tallies = Map<number, Map<number, Row>>

/** Days and deeds are few enough to stand beside an instant in one number, which is found faster than a text. */
const [most_days, most_deeds] = [2 ** 15, 2 ** 3]
const keyOf = (on: number, learned: number, deeds = 0) => (learned * most_deeds + deeds) * most_days + on

function rowsOf<T>(tallies: Map<number, Map<number, T>>, unit: number): Map<number, T> {
  const known = tallies.get(unit)
  if (known) return known
  const rows = new Map<number, T>()
  tallies.set(unit, rows)
  return rows
}

/**
 * Adds to the row of a unit, a day, an instant and a number of deeds, as the register's own verbs append one for each
 * of their writes.
 */
export function tally(tallies: Tallies, unit: number, on: number, learned: number, change: Change): void {
  const rows = rowsOf(tallies, unit)
  const deeds = change.deeds ?? 0
  const key = keyOf(on, learned, deeds)
  let row = rows.get(key)
  if (!row) {
    row = { deeds, on, learned, due: 0, submitted: 0, on_time: 0, approved: 0 }
    rows.set(key, row)
  }
  row.due += change.due ?? 0
  row.submitted += change.submitted ?? 0
  row.on_time += change.on_time ?? 0
  row.approved += change.approved ?? 0
}

export function writeTallies(book: Book, campaign_id: number, tallies: Tallies): void {
  for (const [unit, rows] of tallies)
    for (const { deeds, on, learned, due, submitted, on_time, approved } of rows.values()) {
      if (learned > book.limit || !(due || submitted || on_time || approved)) continue
      write(book, 'commitment_tally', [campaign_id, unit, deeds, dayText(on), instantText(learned), due, submitted, on_time, approved])
    }
}

/** What a write adds to the counts of the deeds of a leaf unit. */
export type DeedChange = { commitments?: number; registered?: number; done?: number; partly?: number; not_done?: number }
type DeedRow = Required<DeedChange> & { on: number; learned: number }
export type DeedTallies = Map<number, Map<number, DeedRow>>

export function tallyDeeds(tallies: DeedTallies, unit: number, on: number, learned: number, change: DeedChange): void {
  const rows = rowsOf(tallies, unit)
  const key = keyOf(on, learned)
  let row = rows.get(key)
  if (!row) {
    row = { on, learned, commitments: 0, registered: 0, done: 0, partly: 0, not_done: 0 }
    rows.set(key, row)
  }
  row.commitments += change.commitments ?? 0
  row.registered += change.registered ?? 0
  row.done += change.done ?? 0
  row.partly += change.partly ?? 0
  row.not_done += change.not_done ?? 0
}

export function writeDeedTallies(book: Book, campaign_id: number, tallies: DeedTallies): void {
  for (const [unit, rows] of tallies)
    for (const { on, learned, commitments, registered, done, partly, not_done } of rows.values()) {
      if (learned > book.limit || !(commitments || registered || done || partly || not_done)) continue
      write(book, 'deed_tally', [campaign_id, unit, dayText(on), instantText(learned), commitments, registered, done, partly, not_done])
    }
}
