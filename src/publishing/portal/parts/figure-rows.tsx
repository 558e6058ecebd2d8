import { isDay, sayDay } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { sayInstrument, sayName } from '../../../basis/shared/names-in-english.ts'
import { fill } from '../../../basis/shared/sentences.ts'
import { level_words, type PublicRow, printNumber, status_words } from '../../../numbers/figure/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { sayKind } from '../../../register/organisation/index.ts'
import { words } from '../words.ts'
import { Scroll } from './scroll.tsx'

const most_rows = 300
/** What is read at once; the rest waits for who wants it. */
const shown_rows = 20
type Cell = string | number | boolean | null | undefined
type Lang = ViewContext['lang']
type RowsProps = { rows: readonly PublicRow[]; names: ReadonlyMap<string, string>; lang: Lang }

/**
 * The rows behind a value as a table: the name first, keys left to the data files. `names` has what rows name by key:
 * predecessors, fields. On a narrow page a row is a block.
 */
export function FigureRows({ rows, names, lang }: RowsProps) {
  const w = words[lang]
  if (rows.length === 0) return <p>{w.no_rows}</p>
  const columns = columnsOf(rows)
  const read = inReadingOrder(rows)
  const [first, rest] = [read.slice(0, shown_rows), read.slice(shown_rows, most_rows)]
  return (
    <>
      <RowTable {...{ names, lang, columns }} rows={first} />
      {rest.length > 0 && (
        <details>
          <summary>{fill(w.other_rows, { n: rest.length })}</summary>
          <RowTable {...{ names, lang, columns }} rows={rest} />
          {rows.length > most_rows && <p class="meta">{fill(w.rest_of_rows, { n: rows.length - most_rows })}</p>}
        </details>
      )}
    </>
  )
}

const { compare } = new Intl.Collator('vi', { numeric: true })

/**
 * Units, which the register keeps by key, in the order of the Vietnamese alphabet: by key «Bằng Vân» stands before «Bành
 * Trạch». Rows in an order of their own keep it: by day, by month, by field.
 */
function inReadingOrder(rows: readonly PublicRow[]): readonly PublicRow[] {
  const are_units = rows.every(({ key, field }, i) => /^[a-z]/.test(key) && field === undefined && (i === 0 || rows[i - 1]!.key <= key))
  return are_units ? rows.toSorted((a, b) => compare(a.name, b.name)) : rows
}

function RowTable({ rows, names, lang, columns }: RowsProps & { columns: string[] }) {
  const w = words[lang]
  const labelOf = (column: string) => lookUp(w.columns, column) ?? column
  return (
    <Scroll label={fill(w.rows_count, { n: rows.length })}>
      <table class="blocks">
        <thead>
          <tr>
            <th scope="col">{w.columns.name}</th>
            {columns.map(column => (
              <th key={column} scope="col" class={isNumeric(rows, column) ? 'n' : undefined}>
                {labelOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              <th scope="row">{names.get(String(row.field)) ?? sayName(row.name, lang)}</th>
              {columns.map(column => (
                <td key={column} class={isNumeric(rows, column) ? 'n' : undefined} data-label={labelOf(column)}>
                  {sayCell(column, lookUp(row, column), names, lang)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** The columns worth reading: without keys, and without those that are empty in every row. */
function columnsOf(rows: readonly PublicRow[]): string[] {
  const all = new Set(rows.flatMap(row => Object.keys(row)))
  return [...all].filter(column => !unread.has(column) && rows.some(row => lookUp(row, column) !== null && lookUp(row, column) !== ''))
}

const unread = new Set(['key', 'name', 'field', 'field_name', 'unit', 'place', 'parent_key'])

function isNumeric(rows: readonly PublicRow[], column: string): boolean {
  return decimal_columns.has(column) || (!level_columns.has(column) && rows.some(row => typeof lookUp(row, column) === 'number'))
}

/** Decimal text, as the register keeps quantities. */
const decimal_columns = new Set(['quantity', 'whole'])

const level_columns = new Set(['rank'])
const levels = ['standard', 'advanced', 'model'] as const
const years = new Set(['year', 'effective_year', 'programme_year'])

function sayCell(column: string, value: Cell, names: ReadonlyMap<string, string>, lang: Lang): string {
  const w = words[lang]
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'boolean') return value ? w.yes : w.no
  if (column === 'rank') return level_words[levels[Number(value) - 1]!]?.[lang] ?? String(value)
  if (column === 'standing_level') return lookUp(level_words, String(value))?.[lang] ?? String(value)
  if (typeof value === 'number') return years.has(column) ? String(value) : printNumber(value, lang)
  if (column === 'carried_from')
    return value
      .split(' ')
      .map(key => names.get(key) ?? key)
      .join(', ')
  if (column === 'kind' && (value === 'collective' || value === 'individual')) return w[value]
  if (column === 'instrument') return sayInstrument(value, lang)
  if (column === 'unit_kind') return sayKind(value, lang) ?? value
  if (decimal_columns.has(column)) return printNumber(Number(value), lang)
  if (isDay(value)) return sayDay(value, lang)
  return lookUp(status_words, value)?.[lang] ?? sayName(value, lang)
}
