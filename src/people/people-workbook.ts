import { sayInstant } from '../shared/dates.ts'
import { sayName } from '../shared/names-in-english.ts'
import type { Language, Workbook } from '../web/index.ts'
import type { PersonRow } from './list-people.ts'
import { people_words } from './words.ts'

/** Who is in a unit, as the page lists them, all pages of it. */
export function peopleWorkbook(of: { lang: Language; now: Date; name: string; people: readonly PersonRow[] }): Workbook {
  const words = people_words[of.lang]
  const rows = of.people.map(({ full_name, kind, unit_name, posts }) => [full_name, words.kinds[kind], sayName(unit_name, of.lang), posts])
  const title = words.people_n(rows.length)
  return {
    title: `${sayName(of.name, of.lang)} · ${title}`,
    lead: `${words.as_of} ${sayInstant(of.now, of.lang)}`,
    sheets: [{ name: words.people, headings: [words.person, words.kind, words.unit, words.posts], rows }],
  }
}
