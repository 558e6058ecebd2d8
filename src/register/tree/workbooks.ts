import { sayInstant } from '../../basis/shared/dates.ts'
import { sayName } from '../../basis/shared/names-in-english.ts'
import { dayCell, type ListsOf, listsOf, type Workbook } from '../../platform/staff/index.ts'
import type { LaidChange } from './change/list-changes.ts'
import { kindOf } from './pages/say-kind.ts'
import type { SubtreeUnit } from './reads/list-subtree.ts'
import type { FoundUnit } from './reads/search-units.ts'
import { tree_words } from './words.ts'

/** A unit with all below it, under the headings by which such a list is read in again. */
export function subtreeWorkbook(of: ListsOf & { units: readonly SubtreeUnit[] }): Workbook {
  const words = tree_words[of.lang]
  const rows = of.units.map(({ key, name, kind, parent, since, code, place }) => [key, name, kind, parent, dayCell(since), code, place])
  return listsOf(of, words.title, [{ name: words.title, headings: words.headings, rows }])
}

/** The units that were searched for. */
export function foundWorkbook(of: ListsOf & { words: string; found: readonly FoundUnit[] }): Workbook {
  const words = tree_words[of.lang]
  const rows = of.found.map(unit => [
    unit.key,
    sayName(unit.name, of.lang),
    kindOf(unit, of.lang),
    unit.parent_name && sayName(unit.parent_name, of.lang),
    unit.code,
  ])
  const headings = [words.key, words.name, words.kind, words.under, words.code]
  return listsOf(of, words.found_n(of.found.length, of.words), [{ name: words.title, headings, rows }])
}

/** The changes of units, each with its instrument and what came of it. */
export function changesWorkbook(of: ListsOf & { changes: readonly LaidChange[] }): Workbook {
  const words = tree_words[of.lang]
  const rows = of.changes.map(({ plan, proposer, laid_at, state }) => [
    plan.instrument.number,
    plan.instrument.title,
    plan.units.length,
    plan.revisions.length,
    proposer ?? words.nobody,
    sayInstant(laid_at, of.lang),
    words.states[state],
  ])
  const { number, title, laid_by, laid_on, state } = words.columns
  return listsOf(of, words.changes, [
    { name: words.changes, headings: [number, title, words.new_units, words.revised, laid_by, laid_on, state], rows },
  ])
}

/** All units of one change, as they are to be. */
export function changeWorkbook(of: ListsOf & { change: LaidChange }): Workbook {
  const words = tree_words[of.lang]
  const { units, revisions } = of.change.plan
  const founded = units.map(({ key, name, unit_kind, parent, from, code, place }) => [
    key,
    name,
    unit_kind,
    parent,
    dayCell(from),
    code,
    place,
  ])
  const revised = revisions.map(({ unit, name = null, unit_kind = null, code = null, from }) => [
    unit,
    name,
    unit_kind,
    code,
    dayCell(from),
  ])
  return listsOf(of, of.change.plan.instrument.title, [
    { name: words.new_units, headings: words.headings, rows: founded },
    { name: words.revised, headings: [words.key, words.name, words.kind, words.code, words.from], rows: revised },
  ])
}

/** The lists of units that were sent, and what each came to. */
export function listsWorkbook(
  of: ListsOf & { lists: readonly { file_name: string; at: string; state: 'sent' | 'faulty' | 'same' | 'laid' }[] },
): Workbook {
  const words = tree_words[of.lang]
  const rows = of.lists.map(({ file_name, at, state }) => [file_name, at, words.list_states[state]])
  const headings = [words.list_file, words.columns.laid_on, words.columns.state]
  return listsOf(of, words.lists, [{ name: words.list_earlier, headings, rows }])
}
