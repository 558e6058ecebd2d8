import { sayInstant } from '../../basis/shared/dates.ts'
import { sayName } from '../../basis/shared/names-in-english.ts'
import { type ListsOf, listsOf, type Workbook } from '../../platform/staff/index.ts'
import { move_words } from './move-words.ts'
import type { RosterLine } from './reads/find-roster.ts'
import type { RosterWaiting } from './reads/rosters-waiting.ts'
import { roster_words } from './roster-words.ts'

/**
 * The rosters that were sent for a unit, and on a sheet of its own those that wait for whoever reads, of whichever
 * unit.
 */
export function rostersWorkbook(of: ListsOf & { rosters: readonly RosterLine[]; waiting: readonly RosterWaiting[] }): Workbook {
  const { lang } = of
  const words = roster_words[lang]
  const sent = of.rosters.map(({ file_name, listed_on, uploaded_at, state }) => [
    file_name,
    { day: listed_on },
    sayInstant(uploaded_at, lang),
    move_words.steps[state][lang],
  ])
  const waiting = of.waiting.map(({ file_name, unit_name, listed_on, uploaded_at }) => [
    file_name,
    { day: listed_on },
    sayInstant(uploaded_at, lang),
    sayName(unit_name, lang),
  ])
  const headings = [words.file, words.listed_on, words.sent_at]
  return listsOf(of, words.title, [
    { name: words.earlier, headings: [...headings, words.state], rows: sent },
    { name: words.waiting, headings: [...headings, words.of_unit], rows: waiting },
  ])
}
