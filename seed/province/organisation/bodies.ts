import { withoutMarks } from '../../../src/basis/shared/vietnamese.ts'
import { type Book, nextNumber, write } from '../book.ts'
import { rowsOf } from '../history.ts'
import { day, forever, instantAt } from '../time.ts'
import type { Sort } from '../words/bodies.ts'
import { type Life, type Lives, staysUnder } from './life.ts'

/** Since when the register's first units stand, and when it was opened. */
export const opening = day('2015-01-01')
export const opened = instantAt(day('2016-01-01'), 8)

/**
 * A party unit that has members: a cell, or a base cell. `base` is the base organisation it belongs to at first
 * (itself, for a base cell).
 */
export type Body = {
  unit_id: number
  key: string
  name: string
  sort: Sort
  base: number
  place: number | null
  weight: number
  life: Life
}

export type Found = {
  key: string
  name: string
  unit_kind: string
  place: number | null
  parent: number
  life?: Life
  choose?: (heirs: number[]) => number
}

export function endless(): Life {
  return { from: opening, to: forever, learned: opened, ended: forever, heirs: [] }
}

/**
 * Writes a unit with its version and its placements over time; returns its number. Its life may still be shortened
 * before `writeBody`.
 */
export function foundUnit(book: Book, lives: Lives, found: Found): number {
  const unit_id = nextNumber(book, 'unit')
  const life = found.life ?? endless()
  lives.set(unit_id, life)
  if (life.learned > book.limit) return unit_id
  write(book, 'unit', [unit_id, found.key])
  for (const { valid, recorded } of rowsOf(life, book.limit)) {
    write(book, 'unit_version', [unit_id, found.name, found.unit_kind, found.place, null, valid, recorded])
  }
  const stays = staysUnder(lives, found.parent, life, found.choose ?? (heirs => heirs[0]!))
  for (const stay of stays) {
    for (const { valid, recorded } of rowsOf(stay, book.limit))
      write(book, 'placement', [unit_id, 'party', stay.parent, null, valid, recorded])
  }
  return unit_id
}

export function slug(text: string): string {
  return withoutMarks(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
