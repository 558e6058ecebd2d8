import { sayName } from '../../basis/shared/names-in-english.ts'
import { dayCell, type ListsOf, listsOf, type Workbook } from '../../platform/staff/index.ts'
import type { Branch } from './branches/list-branches.ts'
import { sayBranch } from './branches/say-branch.ts'
import type { Cell, CellRow } from './reads/list-cell.ts'
import type { MissingPerson } from './reads/list-missing.ts'
import { commitment_words } from './words.ts'

// The lists of this room's pages as workbooks: the same rows and headings, all of them.

/** Everybody due in a cell, with where their commitment stands. */
export function cellWorkbook(of: ListsOf & { cell: Cell; year: number }): Workbook {
  const words = commitment_words[of.lang]
  const stateOf = ({ exception, state }: CellRow) => (exception ? words.count_excepted : state ? words.states[state] : words.not_yet)
  const rows = Object.values(of.cell)
    .flat()
    .map(row => [row.full_name, sayName(row.unit_name, of.lang), stateOf(row), dayCell(row.happened_on), row.deeds])
  const headings = [words.person, words.cell_col, words.state_col, words.handed_in, words.deeds]
  return listsOf(of, words.title(of.year), [{ name: words.title(of.year), headings, rows }])
}

type Completeness = ListsOf & { year: number; branches: readonly Branch[]; missing: readonly MissingPerson[] | null }

/** How complete each branch is, and on a sheet of its own who is missing, where they may be read by name. */
export function completenessWorkbook(of: Completeness): Workbook {
  const words = commitment_words[of.lang]
  const counts = of.branches.map(branch => [
    sayBranch(branch, of.lang),
    branch.due - branch.submitted,
    branch.due,
    branch.submitted - branch.on_time,
    branch.approved,
  ])
  const headings = [words.branch, words.missing_n, words.due_n, words.late_n, words.approved_col]
  const named = of.missing?.map(row => [
    row.full_name,
    sayName(row.unit_name, of.lang),
    row.state ? words.states[row.state] : words.not_yet,
  ])
  return listsOf(of, words.title(of.year), [
    { name: words.map_table_short, headings, rows: counts },
    ...(named ? [{ name: words.who_is_missing, headings: [words.person, words.cell_col, words.state_col], rows: named }] : []),
  ])
}
