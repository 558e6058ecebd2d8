import { sayName } from '../../basis/shared/names-in-english.ts'
import { type ListsOf, listsOf, type Workbook } from '../../platform/staff/index.ts'
import type { PersonRow } from './reads/list-people.ts'
import { people_words } from './words.ts'

/** Who is in a unit, as the page lists them, all pages of it. */
export function peopleWorkbook(of: ListsOf & { people: readonly PersonRow[] }): Workbook {
  const words = people_words[of.lang]
  const rows = of.people.map(({ full_name, kind, unit_name, posts }) => [full_name, words.kinds[kind], sayName(unit_name, of.lang), posts])
  const headings = [words.person, words.kind, words.unit, words.posts]
  return listsOf(of, words.people_n(rows.length), [{ name: words.people, headings, rows }])
}
