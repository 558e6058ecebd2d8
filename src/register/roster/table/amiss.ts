import type { Problem } from '../../../basis/shared/outcome.ts'
import { keyOf } from '../../../basis/shared/vietnamese.ts'
import { type Cell, cleaned, columnName, type Row } from '../../../platform/workbook/index.ts'
import type { RosterCode } from '../problem-words.ts'
import type { Column } from './columns.ts'
import { isOfLeaving } from './headings.ts'
import { readBirth, readGender, readKind, readName } from './read-cells.ts'
import type { Fault, RosterAsked } from './read-roster.ts'
import type { Line, Table } from './table.ts'

/** Columns whose content shows what they are: how much of it can be read. */
const withFlash: [Column, (cell: Cell, asked: RosterAsked) => boolean][] = [
  ['birth', (cell, { calendar, today }) => 'value' in readBirth(cell, calendar, today)],
  ['gender', cell => 'value' in readGender(cell.text)],
  ['kind', cell => 'value' in readKind(cell.text)],
  ['full_name', cell => cell.number === undefined && 'value' in readName(cell.text) && cell.text.includes(' ')],
]

/** Two tables side by side: only one of them would be read. A heading over the two parts of a name is none. */
export function* tablesBeside({ asked: { header, mapping } }: Table): Iterable<Problem<RosterCode>> {
  const at = mapping.full_name ?? mapping.family_name ?? -1
  const name = keyOf(header.texts[at] ?? '')
  const others = header.texts.filter((text, i) => keyOf(text) === name && i !== at && i !== mapping.given_name)
  if (name !== '' && others.length > 0) yield { code: 'two-tables', field: 'sheet' }
}

/** Given names in a column without a heading, beside the one that was taken for whole names. */
export function* givenNamesBeside(lines: Line[], { asked: { header, mapping } }: Table): Iterable<Problem<RosterCode>> {
  const at = mapping.full_name
  if (at === undefined || !areGivenNames(lines, at + 1) || Object.values(mapping).includes(at + 1) || (header.texts[at + 1] ?? '') !== '')
    return
  yield { code: 'given-names-beside', field: 'column-full_name', values: { column: columnName(at), beside: columnName(at + 1) } }
}

/** Whether nearly each row has one word there, and nothing but a word. */
export function areGivenNames(rows: Row[], at: number): boolean {
  const words = rows.filter(({ cells }) => /^\p{Lu}[\p{L}\p{M}'’]*$/u.test(cells[at]?.text ?? ''))
  return words.length >= 2 && words.length >= rows.length * 0.8
}

/**
 * Days that a sheet of another country has taken for months: of what was typed, «03/12/1988» became a day of the
 * calendar (12 March as 3 December), and «30/07/1961», which cannot, stayed text. Where all days are 12 or less and all
 * texts begin with more, what became a day is not to be trusted.
 */
export function monthsFirst(lines: Line[], table: Table): Fault[] {
  const { mapping, calendar, today } = table.asked
  return (['birth', 'birth_male', 'birth_female'] as const).flatMap((column): Fault[] => {
    const at = mapping[column]
    const cells = at === undefined ? [] : lines.flatMap(line => (line.cells[at] ? [{ line, cell: line.cells[at] }] : []))
    const texts = cells.flatMap(({ cell }) =>
      cell.number === undefined ? (/^(\d{1,2})[/.-]\d{1,2}[/.-]\d{4}$/.exec(cell.text)?.[1] ?? []) : [],
    )
    const days = cells.flatMap(({ line, cell }) => {
      const read = cell.is_date ? readBirth(cell, calendar, today) : { code: '' }
      return 'value' in read && read.value.birth_date ? [{ line, day: read.value.birth_date }] : []
    })
    const turned = turnedTexts(cells)
    if (turned.length > 0)
      return turned.map(({ line, cell }) => ({ row: line.at + 1, column: at!, field: column, code: 'month-before-day', text: cell.text }))
    const is_amiss = texts.length >= 2 && days.length >= 2 && texts.length + days.length >= 6
    if (!is_amiss || texts.some(day => Number(day) <= 12) || days.some(({ day }) => Number(day.slice(8)) > 12)) return []
    return days.map(({ line, day }) => ({
      row: line.at + 1,
      column: at!,
      field: column,
      code: 'months-first',
      text: day.split('-').reverse().join('/'),
    }))
  })
}

type Placed = { line: Line; cell: Cell }

/**
 * Of texts «03/25/1968» and «03/04/1974»: all that are days at all, where at least two have the month first for certain
 * and none has the day there.
 */
function turnedTexts(cells: Placed[]): Placed[] {
  const dated = cells.flatMap(({ line, cell }) => {
    const [, first, second] = (cell.number === undefined && /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}$/.exec(cell.text)) || []
    return first === undefined ? [] : [{ line, cell, first: Number(first), second: Number(second) }]
  })
  const certain = dated.filter(({ first, second }) => first <= 12 && second > 12)
  return certain.length >= 2 && dated.every(({ first }) => first <= 12) ? dated : []
}

/** Whom a note says to have left, though they stand in the list. */
export function notedAsLeft(lines: Line[], { asked: { header, mapping } }: Table): Fault[] {
  const taken = Object.values(mapping)
  const notes = header.texts.flatMap((text, at) =>
    /^(ghi chu|chu thich|tinh trang|trang thai|bien dong)\b/.test(keyOf(text)) && !taken.includes(at) ? [at] : [],
  )
  return lines.flatMap(line =>
    notes.flatMap(at => {
      const text = cleaned(line.cells[at]?.text ?? '')
      return isOfLeaving(text) ? [{ row: line.at + 1, column: at, field: 'full_name', code: 'noted-as-left', text }] : []
    }),
  )
}

/** A row with a name and nothing else, where the others say more, may be a heading. */
export function onlyNames(lines: Line[], { asked: { mapping } }: Table): Fault[] {
  const at = mapping.full_name
  const filled = ({ cells }: Row) => cells.filter(cell => cell !== undefined).length
  if (at === undefined || lines.filter(line => filled(line) > 2).length < lines.length / 2) return []
  return lines.flatMap(line => {
    const cell = line.cells[at]
    return cell && filled(line) === 1 ? [{ row: line.at + 1, column: at, field: 'full_name', code: 'only-a-name', text: cell.text }] : []
  })
}

/** A header that stands one column beside what it speaks of: its column cannot be read, the next one can. */
export function* slippedColumns(lines: Line[], { asked }: Table): Iterable<Problem<RosterCode>> {
  const sample = lines.slice(0, 500)
  for (const [column, fits] of withFlash) {
    const at = asked.mapping[column]
    if (at === undefined || share(sample, at, fits, asked) >= 0.4) continue
    const beside = [at + 1, at - 1].find(other => other >= 0 && share(sample, other, fits, asked) >= 0.8)
    if (beside !== undefined)
      yield {
        code: 'slipped-column',
        field: `column-${column}`,
        values: { column: columnName(at), beside: columnName(beside), header: asked.header.texts[at] ?? '' },
      }
  }
}

/** How much of a column fits; a column with hardly anything in it fits in no way. */
function share(lines: Line[], at: number, fits: (cell: Cell, asked: RosterAsked) => boolean, asked: RosterAsked): number {
  const cells = lines.flatMap(({ cells }) => cells[at] ?? [])
  return cells.length < Math.max(2, lines.length / 4) ? 0 : cells.filter(cell => fits(cell, asked)).length / cells.length
}

/** Whether a line's telling cells can be read once all of them are looked for one column to the left or right. */
export function hasSlipped(line: Line, { asked }: Table): boolean {
  const tried = withFlash.filter(([column]) => asked.mapping[column] !== undefined)
  return [1, -1].some(step => {
    const moved = tried.map(([column, fits]) => ({ cell: line.cells[asked.mapping[column]! + step], fits }))
    return moved.filter(({ cell, fits }) => cell && fits(cell, asked)).length >= Math.max(2, tried.length - 1)
  })
}

export function slippedRow(line: Line, { asked: { mapping } }: Table): Fault {
  return { row: line.at + 1, column: mapping.full_name ?? mapping.family_name ?? 0, field: 'full_name', code: 'slipped-row', text: '' }
}
