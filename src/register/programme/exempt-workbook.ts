import { sayName } from '../../basis/shared/names-in-english.ts'
import { type ListsOf, listsOf, type Workbook } from '../../platform/staff/index.ts'
import type { ExemptRow } from './reads/list-exempt.ts'
import { programme_words } from './words.ts'

/** Who is exempt in a campaign of a unit, each with the reason. */
export function exemptWorkbook(of: ListsOf & { exempt: readonly ExemptRow[]; year: number }): Workbook {
  const words = programme_words[of.lang]
  const rows = of.exempt.map(({ full_name, unit_name, reason, since }) => [full_name, sayName(unit_name, of.lang), reason, { day: since }])
  const title = `${words.except_title(of.year)} · ${words.exempt_n(rows.length)}`
  return listsOf(of, title, [
    { name: words.except, headings: [words.exempt_person, words.exempt_unit, words.reason, words.exempt_from], rows },
  ])
}
