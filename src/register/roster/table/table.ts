import { keyOf } from '../../../basis/shared/vietnamese.ts'
import { type Cell, cleaned, type Row } from '../../../platform/workbook/index.ts'
import type { Column } from './columns.ts'
import type { Kind } from './read-cells.ts'
import { readMark } from './read-cells.ts'
import type { KnownUnit, RosterAsked } from './read-roster.ts'

/** A row of data with the unit, and the kind of members, under whose heading it stands. */
export type Line = Row & { section: number | null; kind: Kind | null }

/** A sheet with what was asked of it. */
export class Table {
  readonly asked: RosterAsked
  readonly named: Map<string, number | 'several'>
  /** Whether anybody is marked as a woman: a column of marks that nobody has filled says nothing of men either. */
  readonly has_marks: boolean
  /** Whether it calls women «Bà»: then «Ông» before a name is no family either. */
  readonly is_formal: boolean
  constructor(asked: RosterAsked) {
    this.asked = asked
    this.named = namesOf(asked.units)
    const rows = asked.sheet.rows.slice(asked.header.first)
    this.is_formal = rows.some(row => /^bà\s/iu.test(this.text(row, 'full_name') || this.text(row, 'family_name')))
    this.has_marks = rows.some(row => {
      const mark = readMark(this.text(row, 'female_mark'))
      return 'value' in mark && mark.value !== null
    })
  }
  cell(row: Row, column: Column): Cell | undefined {
    const at = this.asked.mapping[column]
    return at === undefined ? undefined : row.cells[at]
  }
  text(row: Row, column: Column): string {
    return cleaned(this.cell(row, column)?.text ?? '')
  }
}

/**
 * Units by what they are called: with and without «Chi bộ», «Đảng bộ». A cell goes before a unit above it of the same
 * name.
 */
function namesOf(units: KnownUnit[]): Map<string, number | 'several'> {
  const named = new Map<string, number | 'several'>()
  const put = (key: string, unit_id: number) => named.set(key, named.has(key) && named.get(key) !== unit_id ? 'several' : unit_id)
  for (const { unit_id, name } of units) put(keyOf(name), unit_id)
  for (const is_cell of [true, false]) {
    const short = new Map<string, number | 'several'>()
    for (const unit of units.filter(unit => unit.is_cell === is_cell)) {
      const key = shortName(unit.name)
      short.set(key, short.has(key) ? 'several' : unit.unit_id)
    }
    for (const [key, unit_id] of short) if (!named.has(key)) named.set(key, unit_id)
  }
  for (const { unit_id, key } of units) named.set(keyOf(key), unit_id)
  return named
}

export function shortName(name: string): string {
  return keyOf(name).replace(/^(chi bo co so|chi bo|dang bo|cb) /, '')
}

export function unitNamed(text: string, named: Table['named']): number | 'several' | null {
  return named.get(keyOf(text)) ?? named.get(shortName(text)) ?? null
}
