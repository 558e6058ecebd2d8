import type { Language } from '../../../platform/web/index.ts'
import { type Marking, markingOf as markingIn } from '../../../platform/workbook/index.ts'
import { faultSentence } from '../problem-words.ts'
import type { FaultLine } from '../reads/list-differences.ts'
import type { Roster } from '../roster.ts'
import { roster_words } from '../roster-words.ts'

/** What is written into a workbook that was read as a roster. */
export function markingOf({ seen, detail }: Pick<Roster, 'seen' | 'detail'>, faults: FaultLine[], lang: Language): Marking {
  const sheet = detail.sheet ?? 0
  const said = faults.map(fault => ({ row: fault.row_number, column: fault.column_number, say: faultSentence(lang, fault) }))
  return markingIn({ sheet, header: seen.sheets[sheet]!.header!, heading: roster_words[lang].mark_heading }, said)
}
