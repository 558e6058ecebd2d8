import { sayName } from '../../basis/shared/names-in-english.ts'
import { dayCell, type ListsOf, listsOf, type Workbook } from '../../platform/staff/index.ts'
import { ageOf } from './limitation.ts'
import { sayState } from './pages/say-limitation.ts'
import type { Limitation } from './reads/find-limitation.ts'
import type { LimitationBranch } from './reads/list-limitation-branches.ts'
import { limitation_words } from './words.ts'

type Lists = ListsOf & { branches: readonly LimitationBranch[]; limitations: readonly Limitation[]; today: string }

/** What is open in a unit, by branch and one by one; without the words, which are read one at a time. */
export function limitationsWorkbook(of: Lists): Workbook {
  const words = limitation_words[of.lang]
  const by_branch = of.branches.map(({ name, open, repaired, carried_twice }) => [sayName(name, of.lang), open, repaired, carried_twice])
  const one_by_one = of.limitations.map(one => [
    ...[one.full_name, sayName(one.unit_name, of.lang), dayCell(one.raised_on), words.ages[ageOf(one.raised_on, of.today)]],
    ...[sayState(of.lang, one), dayCell(one.due_on)],
  ])
  return listsOf(of, words.under, [
    {
      name: words.list,
      headings: [words.person, words.unit, words.raised('').trim(), words.age, words.state, words.due],
      rows: one_by_one,
    },
    { name: words.by_branch, headings: [words.unit, words.open_n, words.repaired_n, words.twice_n], rows: by_branch },
  ])
}
