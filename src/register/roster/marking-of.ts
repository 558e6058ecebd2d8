import type { Language } from '../../platform/web/index.ts'
import type { Marking } from '../../platform/workbook/index.ts'
import { faultSentence } from './problem-words.ts'
import type { FaultLine } from './reads/list-differences.ts'
import type { Roster } from './roster.ts'
import { roster_words } from './roster-words.ts'

/** What is written into a workbook: each row's sentences in a column behind the table, its faulty cells coloured. */
export function markingOf({ seen, detail }: Pick<Roster, 'seen' | 'detail'>, faults: FaultLine[], lang: Language): Marking {
  const sheet = detail.sheet ?? 0
  const { texts, row } = seen.sheets[sheet]!.header!
  const by_row = Map.groupBy(faults, ({ row_number }) => row_number)
  return {
    sheet,
    column: texts.length,
    heading: { row, text: roster_words[lang].mark_heading },
    marks: [...by_row].map(([row, found]) => ({
      row,
      columns: [...new Set(found.map(({ column_number }) => column_number))],
      sentence: found.map(fault => faultSentence(lang, fault)).join(' '),
    })),
  }
}
