import { sql } from 'kysely'
import { digestOf } from '../../basis/shared/canonical-json.ts'
import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import { type Actor, type Db, query, type Tx } from '../../platform/database/index.ts'
import { record } from '../../platform/ledger/index.ts'
import type { Typed } from '../../platform/staff/index.ts'
import type { Rule, RulePlace } from './rule.ts'
import type { RuleCode } from './rule-words.ts'

/** What was laid before a second person and waits: the answers as they were typed. */
export type RuleProposal = {
  rule_proposal_id: number
  rule: string
  unit: string
  typed: Typed
  proposed_by: number
  proposer: string
  proposed_at: string
}

/** What waits for a second person, the oldest first, as far as who asks sees it. */
export const listRuleProposals = query<Record<string, never>, RuleProposal>(`
  select p.rule_proposal_id, p.rule, u.key as unit, p.typed, p.proposed_by, name_of(p.proposed_by) as proposer, p.proposed_at
    from rule_proposal p
    join unit u using (unit_id)
   where not exists (select from rule_decision d where d.rule_proposal_id = p.rule_proposal_id)
   order by p.rule_proposal_id`)

/** What waits of one rule at a unit. */
export async function findWaiting(db: Db | Tx, rule: Rule, { unit }: Pick<RulePlace, 'unit'>): Promise<RuleProposal | null> {
  const all = await listRuleProposals(db, {})
  return all.find(one => one.rule === rule.rule && one.unit === unit) ?? null
}

type Office = Actor & { person_id: number }

/** Lays a change before a second person; its answers were judged. Refusal: waits-already. */
export async function proposeRule(
  tx: Tx,
  actor: Office,
  { rule, typed, at }: { rule: Rule; typed: Typed; at: RulePlace },
): Promise<Outcome<null, RuleCode>> {
  await sql`select pg_advisory_xact_lock(hashtextextended('rule proposal ' || ${rule.rule}, ${at.unit_id}))`.execute(tx)
  if (await findWaiting(tx, rule, at)) return refused({ code: 'waits-already' })
  await sql`
    insert into rule_proposal (rule, unit_id, typed, proposed_by)
    values (${rule.rule}, ${at.unit_id}, ${JSON.stringify(typed)}::jsonb, ${actor.person_id})`.execute(tx)
  await note(tx, actor, 'propose-rule', { rule, typed, at })
  return done(null)
}

export type Decision = 'confirmed' | 'rejected' | 'withdrawn'
type Deciding = { proposal: RuleProposal; outcome: Decision; reason: string | null }

/** Decides on what waits; of two who decide at once the second finds it settled. Refusals: own-proposal, settled-already. */
export async function decide(tx: Tx, { person_id }: Office, { proposal, outcome, reason }: Deciding): Promise<Outcome<null, RuleCode>> {
  const is_own = proposal.proposed_by === person_id
  if (is_own !== (outcome === 'withdrawn')) return refused({ code: is_own ? 'own-proposal' : 'anothers-proposal' })
  const { rows } = await sql`
    insert into rule_decision (rule_proposal_id, outcome, reason, decided_by)
    values (${proposal.rule_proposal_id}, ${outcome}, ${reason}, ${person_id})
        on conflict do nothing
    returning rule_proposal_id`.execute(tx)
  return rows.length === 1 ? done(null) : refused({ code: 'settled-already' })
}

/** Tells the ledger what was laid, or that it was turned down. */
export function note(
  tx: Tx,
  actor: Actor,
  act: string,
  { rule, typed, at }: { rule: Rule; typed: Typed; at: RulePlace },
): Promise<unknown> {
  return record(tx, actor, {
    ...{ act, object: 'rule', object_id: `${rule.rule}/${at.unit_id}` },
    ...{ digest: digestOf({ rule: rule.rule, unit: at.unit, typed }), retention: 'organisation' },
  })
}
