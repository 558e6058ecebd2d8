import { sayInstant } from '../../basis/shared/dates.ts'
import { type ListsOf, listsOf, type Workbook } from '../../platform/staff/index.ts'
import type { Proposal } from './proposal.ts'
import { merger_words } from './words.ts'

/** The mergers that were laid before a second person, each with where it stands. */
export function proposalsWorkbook(of: ListsOf & { proposals: readonly Proposal[] }): Workbook {
  const words = merger_words[of.lang]
  const { number, title, effective_on, proposer, proposed_at, state } = words.columns
  const rows = of.proposals.map(({ plan, proposer: laid_by, proposed_at: laid_at, outcome }) => [
    plan.instrument.number,
    plan.instrument.title,
    { day: plan.effective_on },
    laid_by ?? words.nobody,
    sayInstant(laid_at, of.lang),
    words.states[outcome ?? 'waits'],
  ])
  const waiting = of.proposals.filter(({ outcome }) => outcome === null)
  return listsOf(of, words.waiting_n(waiting.length), [
    { name: words.columns.list, headings: [number, title, effective_on, proposer, proposed_at, state], rows },
  ])
}
