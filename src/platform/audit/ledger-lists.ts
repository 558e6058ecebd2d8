import { dayOf, inTime } from '../../basis/shared/dates.ts'
import { lookUp } from '../../basis/shared/look-up.ts'
import type { ActRow } from '../ledger/index.ts'
import { type ListsOf, listsOf, type Workbook } from '../staff/index.ts'
import { act_names, agent_names, ledger_page_words, object_names } from './ledger-words.ts'

/** What was done, as the ledger has it, each on its day: numbers, no names. */
export function actsWorkbook(of: ListsOf & { acts: readonly ActRow[]; title: string }): Workbook {
  const { lang } = of
  const words = ledger_page_words[lang]
  const rows = of.acts.map(({ recorded, act, actor_id, agent, on_behalf_of, object, object_id, position }) => [
    { day: dayOf(new Date(recorded)) },
    inTime(recorded),
    lookUp(act_names[lang], act) ?? act,
    agent === null ? words.person_n(actor_id!) : (lookUp(agent_names[lang], agent) ?? agent),
    on_behalf_of === null ? null : words.person_n(on_behalf_of),
    lookUp(object_names[lang], object) ?? object,
    object_id,
    position === null ? words.waits : position + 1,
  ])
  const headings = [words.day, words.when, words.act, words.who, words.on_behalf_of, words.object, words.object_number, words.place]
  return listsOf(of, of.title, [{ name: words.act, headings, rows }])
}
