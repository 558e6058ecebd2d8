import type { ComponentChildren } from 'preact'
import type { Language } from '../web/index.ts'
import { staff_words } from './words.ts'

/** A column: what stands above it, and what stands in it of each row. */
export type Column<Row> = {
  head: string
  cell: (row: Row) => ComponentChildren
  /** `n` are numbers, `nowrap` stays in one line, `no-print` is left out on paper. */
  class?: 'n' | 'nowrap' | 'no-print'
  /** The column that says whose row it is, where that is not the first. */
  is_row_head?: true
}

type TableProps<Row> = {
  lang: Language
  /** Tells the tables of a page apart. */
  name?: string
  /** The columns, without those that a page leaves out. */
  columns: readonly (Column<Row> | false)[]
  rows: readonly Row[]
  keyOf: (row: Row) => string | number
  /** How many rows are in view at first; the others come on demand. */
  at_first?: number
  class?: 'listed'
}

/**
 * Rows of a list. Where the page is narrow each row is a block, and its cells say what they are. More than twenty rows
 * are shown on demand: a link leads to the others, which need no second page and no script, and paper has them all.
 */
export function Table<Row>({ lang, name = 'bang', columns, rows, keyOf, at_first = 20, class: look }: TableProps<Row>) {
  const shown = columns.filter(column => column !== false)
  const rest = rows.slice(at_first)
  const rest_id = `${name}-con-lai`
  return (
    <>
      <table class={look ? `rows ${look}` : 'rows'}>
        <thead>
          <tr>
            {shown.map(column => (
              <th key={column.head} scope="col" class={column.class}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rowsOf(shown, rows.slice(0, at_first), keyOf)}</tbody>
        {rest.length > 0 && (
          <tbody id={rest_id} class="rest">
            {rowsOf(shown, rest, keyOf)}
          </tbody>
        )}
      </table>
      {rest.length > 0 && (
        <p class="no-print more">
          <a href={`#${rest_id}`}>{staff_words[lang].show_rest(rest.length)}</a>
        </p>
      )}
    </>
  )
}

function rowsOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[], keyOf: (row: Row) => string | number) {
  const head = Math.max(
    0,
    columns.findIndex(({ is_row_head }) => is_row_head),
  )
  return rows.map(row => (
    <tr key={keyOf(row)}>
      {columns.map((column, i) =>
        i === head ? (
          <th key={column.head} scope="row" class={column.class} data-head={column.head}>
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.head} class={column.class} data-head={column.head}>
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  ))
}
