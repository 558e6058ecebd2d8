import { sayInstant } from '../../../basis/shared/dates.ts'
import { sayMeasure } from '../../../basis/shared/measures.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { type ListsOf, listsOf, type Workbook } from '../../../platform/staff/index.ts'
import { sayPlace } from '../../organisation/index.ts'
import { list_words } from './list/list-words.ts'
import type { GiftList } from './list/reads.ts'
import type { GivenInYear, KeptContribution } from './reads.ts'
import { sayKind } from './say-kind.ts'
import { giving_words } from './words.ts'

/** The contributions that an office keeps, one a row: each quantity beside its own measure. */
export function contributionsWorkbook(of: ListsOf & { name: string; is_thanks: boolean; kept: readonly KeptContribution[] }): Workbook {
  const words = giving_words[of.lang]
  const { giver, kind, quantity, measure, work, place, day, mobiliser, evidence, state } = words.columns
  const rows = of.kept.map(row => [
    row.giver ?? words.nobody,
    sayKind(row, of.lang),
    row.quantity,
    sayMeasure(row.measure, of.lang),
    row.work,
    sayPlace({ name: row.place_name, unit_kind: row.place_kind }, of.lang),
    { day: row.given_on },
    row.mobiliser ?? '',
    row.evidence ?? '',
    row.verified_on ? { day: row.verified_on } : words.waits,
  ])
  const title = `${of.is_thanks ? words.thanks : words.title}: ${sayName(of.name, of.lang)}`
  const headings = [giver, kind, quantity, measure, work, place, day, mobiliser, evidence, state]
  return listsOf(of, title, [{ name: of.is_thanks ? words.thanks : words.columns.what, headings, rows }])
}

/** What was given in a territory, a row for each kind and year. */
export function yearsWorkbook(of: ListsOf & { name: string; given: readonly GivenInYear[] }): Workbook {
  const words = giving_words[of.lang]
  const { kind, measure, year, quantity } = words.columns
  const rows = of.given.map(row => [sayKind(row, of.lang), sayMeasure(row.measure, of.lang), row.year, row.quantity])
  return listsOf(of, `${words.years}: ${sayName(of.name, of.lang)}`, [
    { name: words.years, headings: [kind, measure, year, quantity], rows },
  ])
}

/** The lists that an office sent, with how many of each are verified. */
export function listsWorkbook(of: ListsOf & { name: string; lists: readonly GiftList[] }): Workbook {
  const words = list_words[of.lang]
  const rows = of.lists.map(list => [list.file_name, sayInstant(list.sent_at, of.lang), list.sender ?? '', list.waiting, list.verified])
  const headings = [words.list, words.sent, words.sender, words.waiting, words.verified]
  return listsOf(of, `${words.earlier}: ${sayName(of.name, of.lang)}`, [{ name: words.list, headings, rows }])
}
