import { dayOf } from '../../basis/shared/dates.ts'
import { sayName } from '../../basis/shared/names-in-english.ts'
import { dayCell, type ListsOf, listsOf, type Workbook } from '../../platform/staff/index.ts'
import { move_words } from './move-words.ts'
import type { NominationRow } from './reads/list-nominations.ts'
import { exemplar_words, kind_words } from './words.ts'

/** The cases of an office, as the page lists them. */
export function nominationsWorkbook(of: ListsOf & { cases: readonly NominationRow[] }): Workbook {
  const { lang } = of
  const words = exemplar_words[lang]
  const rows = of.cases.map(({ name, kind, field_vi, field_en, achievement, unit_name, state, since }) => [
    name ?? words.unnamed,
    kind_words[kind][lang],
    lang === 'vi' ? field_vi : field_en,
    achievement,
    unit_name && sayName(unit_name, lang),
    move_words.steps[state][lang],
    dayCell(dayOf(new Date(since))),
  ])
  const headings = [words.who, words.kind, words.field, words.what, words.unit, words.state, words.since]
  return listsOf(of, words.nominations, [{ name: words.nominations, headings, rows }])
}
