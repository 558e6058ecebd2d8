import { sayName } from '../../basis/shared/names-in-english.ts'
import { dayCell, type ListsOf, listsOf, type Workbook } from '../../platform/staff/index.ts'
import { commitment_words } from '../commitment/index.ts'
import { planStateIn } from './pages/plan.tsx'
import { markIn } from './pages/plans-under.tsx'
import { plan_words } from './plan-words.ts'
import type { PlanBranch } from './reads/list-plan-branches.ts'
import type { PlanRow } from './reads/list-plans-under.ts'

/** The plans of the leaders under a unit: branch by branch, and those that the page names. */
export function plansWorkbook(of: ListsOf & { year: number; branches: readonly PlanBranch[]; plans: readonly PlanRow[] }): Workbook {
  const words = plan_words[of.lang]
  const counts = of.branches.map(({ name, owed, approved, waiting }) => [sayName(name, of.lang), owed, approved, waiting])
  const named = of.plans.map(plan => [
    plan.full_name,
    words.of(plan.post_title, sayName(plan.post_unit_name, of.lang)),
    planStateIn(of.lang, plan),
    plan.state === 'approved' ? markIn(of.lang, plan.mark) : '',
    dayCell(plan.stands_since),
  ])
  return listsOf(of, words.title(of.year), [
    { name: words.by_branch, headings: [commitment_words[of.lang].branch, words.owed, words.approved_n, words.waiting_n], rows: counts },
    { name: words.leader, headings: [words.leader, words.post, words.state, words.mark, words.since], rows: named },
  ])
}
