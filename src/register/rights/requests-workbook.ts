import { dayOf, sayDay } from '../../basis/shared/dates.ts'
import { sayName } from '../../basis/shared/names-in-english.ts'
import { type ListsOf, listsOf, type Workbook } from '../../platform/staff/index.ts'
import type { DataRequest } from './rights.ts'
import { rights_words } from './words.ts'

/** The requests that an office answers, as the page lists them. */
export function requestsWorkbook(of: ListsOf & { requests: readonly DataRequest[] }): Workbook {
  const words = rights_words[of.lang]
  const rows = of.requests.map(({ full_name, unit_name, kind, said, due_on, answer }) => [
    full_name,
    sayName(unit_name, of.lang),
    words.kinds[kind],
    said,
    { day: due_on },
    answer ? words[answer.outcome] : due_on < dayOf(of.now) ? words.overdue(sayDay(due_on, of.lang)) : words.waits(sayDay(due_on, of.lang)),
    answer?.said ?? '',
  ])
  const headings = [words.who, words.unit, words.kind, words.what, words.due, words.state, words.answer]
  return listsOf(of, words.requests, [{ name: words.menu, headings, rows }])
}
