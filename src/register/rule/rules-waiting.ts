import { rolesThatMay } from '../../platform/role/index.ts'
import type { HomeNotice, StaffContext } from '../../platform/sign-in/index.ts'
import { rule_words } from './rule-words.ts'
import { listRuleProposals } from './second-person.ts'

/** On the home page: the rules that somebody may confirm, which are never their own. */
export async function rulesWaiting({ look, seats, who, staff_page: { view } }: StaffContext): Promise<HomeNotice[]> {
  if (!seats.some(({ role }) => rolesThatMay('programme', 'keep').includes(role))) return []
  const waiting = (await look(db => listRuleProposals(db, {}))).filter(({ proposed_by }) => proposed_by !== who.person_id)
  const [first] = waiting
  if (!first) return []
  const { unit, rule } = first
  return [{ href: view.to.rule({ unit, rule }), label: rule_words[view.lang].waiting_n(waiting.length), n: waiting.length }]
}
