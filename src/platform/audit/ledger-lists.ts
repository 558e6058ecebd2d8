import { inTime, sayDay } from '../../basis/shared/dates.ts'
import { lookUp } from '../../basis/shared/look-up.ts'
import type { ActRow } from '../ledger/index.ts'
import { type ListsOf, listsOf, type Workbook } from '../staff/index.ts'
import { inDigits } from '../web/index.ts'
import { act_names, agent_names, ledger_page_words, object_names } from './ledger-words.ts'

/** What was done on a day, as the ledger has it: numbers, no names. */
export function actsWorkbook(of: ListsOf & { acts: readonly ActRow[]; day: string }): Workbook {
  const { lang } = of
  const words = ledger_page_words[lang]
  const rows = of.acts.map(({ recorded, act, actor_id, agent, on_behalf_of, object, object_id, position }) => [
    { day: of.day },
    inTime(recorded),
    lookUp(act_names[lang], act) ?? act,
    agent === null ? words.person_n(actor_id!) : (lookUp(agent_names[lang], agent) ?? agent),
    on_behalf_of === null ? null : words.person_n(on_behalf_of),
    lookUp(object_names[lang], object) ?? object,
    object_id,
    position === null ? words.waits : position + 1,
  ])
  const headings = [words.day, words.when, words.act, words.who, words.on_behalf_of, words.object, words.object_number, words.place]
  const title = words.acts_n(inDigits(lang, rows.length), sayDay(of.day, lang))
  return listsOf(of, title, [{ name: words.act, headings, rows }])
}
