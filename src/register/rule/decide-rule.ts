import { done, type Outcome, problemsOf, refused } from '../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../platform/database/index.ts'
import { once } from '../../platform/ledger/index.ts'
import { answersIn } from '../../platform/staff/index.ts'
import type { OwnCode, Rule, RulePlace } from './rule.ts'
import type { RuleCode } from './rule-words.ts'
import { type Decision, decide, findWaiting, note } from './second-person.ts'
import { maySetRule, problemsWithRule, writeRule } from './set-rule.ts'

/** How long a reason is at most. */
const longest_reason = 500

type Deciding = { rule: Rule; at: RulePlace; rule_proposal_id: number; outcome: Decision; reason?: string }

/**
 * A second person’s word for a rule that was laid before them: it is written in the same transaction, from its day on,
 * or from today where that day is past. Or they reject it, and say why; or whoever laid it takes it back. A press that
 * comes twice counts once. Refusals: not-yours, settled-already, own-proposal, anothers-proposal, no-reason, too-long, and those of the rule.
 */
export function decideRule(
  tx: Tx,
  actor: Actor & { person_id: number },
  { rule, at, rule_proposal_id, outcome, reason = '' }: Deciding,
): Promise<Outcome<null, RuleCode | OwnCode>> {
  const request = { rule: rule.rule, unit: at.unit, rule_proposal_id, outcome, reason }
  const key = `rule-proposal-${rule_proposal_id}-${outcome}`
  return once(tx, actor, { key, act: 'decide-rule', request }, async () => {
    if (!(await maySetRule(tx, actor.person_id, rule, at))) return refused({ code: 'not-yours' })
    const proposal = await findWaiting(tx, rule, at)
    if (proposal?.rule_proposal_id !== rule_proposal_id) return refused({ code: 'settled-already' })
    const why = reason.trim().normalize('NFC')
    if (outcome === 'rejected' && why === '') return refused({ code: 'no-reason', field: 'reason' })
    if (why.length > longest_reason) return refused({ code: 'too-long', field: 'reason', limit: longest_reason })
    const decided = await decide(tx, actor, { proposal, outcome, reason: outcome === 'rejected' ? why : null })
    if (!decided.ok) return decided
    if (outcome === 'confirmed') return confirm(tx, actor, { rule, at, typed: proposal.typed })
    await note(tx, actor, outcome === 'rejected' ? 'reject-rule' : 'withdraw-rule', { rule, at, typed: proposal.typed })
    return done(null)
  })
}

/** What was right when it was laid is judged again: the register may have moved on. */
async function confirm(
  tx: Tx,
  actor: Actor,
  { rule, at, typed }: { rule: Rule; at: RulePlace; typed: Record<string, string> },
): Promise<Outcome<null, RuleCode | OwnCode>> {
  const is_late = typed.from !== undefined && typed.from < at.today
  const answers = answersIn(rule.form, is_late ? { ...typed, from: at.today } : typed)
  return problemsOf(await problemsWithRule(tx, rule, answers, at)) ?? writeRule(tx, actor, { rule, answers, at })
}
