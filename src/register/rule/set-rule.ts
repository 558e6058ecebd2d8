import { digestOf } from '../../basis/shared/canonical-json.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../basis/shared/outcome.ts'
import { type Actor, type Db, query, type Tx } from '../../platform/database/index.ts'
import { once, record } from '../../platform/ledger/index.ts'
import { may, standingOf } from '../../platform/role/index.ts'
import { answersIn, problemsWith, type Typed } from '../../platform/staff/index.ts'
import { decisionIn, recordInstrument } from '../organisation/index.ts'
import type { OwnCode, Rule, RulePlace } from './rule.ts'
import type { RuleCode } from './rule-words.ts'
import { proposeRule } from './second-person.ts'

type Known = Record<string, unknown>
/** Whether whoever asks sets the rules of the whole register. */
const setsRules = query<Record<string, never>, { does: boolean }>('select sets_rules() as does')

/** Whether somebody may set a rule at a unit; a rule of the whole register is set at the top alone. */
export async function maySetRule(db: Db | Tx, person_id: number, { of, act }: Rule, { unit_id, today }: RulePlace): Promise<boolean> {
  if (!may(await standingOf(db as Db, person_id, today), 'programme', act, { unit_id }).allowed) return false
  return of === 'level' || (await isTop(db, unit_id))
}

async function isTop(db: Db | Tx, unit_id: number): Promise<boolean> {
  const [top] = await findTop(db, {})
  return top?.unit_id === unit_id && (await setsRules(db, {}))[0]!.does
}

/** The unit whose office sets the rules of the whole register: the top of the party's tree, of several the first. */
export const findTop = query<Record<string, never>, { unit_id: number; key: string; name: string }>(`
  select t.unit_id, u.key, v.name
    from top_of_party() t
    join unit u         using (unit_id)
    join unit_version v on v.unit_id = t.unit_id and v.valid @> today_in_vietnam() and is_open(v.recorded)
   order by t.unit_id
   limit 1`)

/** All that is wrong with the answers to a rule's form: by its fields, its day, and the rule itself. */
export async function problemsWithRule(db: Db | Tx, rule: Rule, answers: Known, at: RulePlace): Promise<Problem<RuleCode | OwnCode>[]> {
  const by_fields = [...problemsWith(rule.form, answers, at)] as Problem<RuleCode | OwnCode>[] // as `declareRule` has it
  const of_fields = [...by_fields, ...(rule.may_be_past ? [] : problemsWithDay(answers, at))]
  return of_fields.length > 0 ? of_fields : ((await rule.problems?.(db, answers, at)) ?? [])
}

function* problemsWithDay({ from }: Known, { today }: RulePlace): Generator<Problem<RuleCode>> {
  if (typeof from === 'string' && from < today) yield { code: 'past-day', field: 'from', limit: today }
}

type Setting = { rule: Rule; typed: Typed; at: RulePlace; key: string }
type Office = Actor & { person_id: number }

/**
 * Sets a rule, once for each press: from its day on, by its instrument, with an entry of the ledger. One that needs a
 * second person is laid before them. Refusals: not-yours, past-day, waits-already, and those of the rule.
 */
export function setRule(tx: Tx, actor: Office, { rule, typed, at, key }: Setting): Promise<Outcome<null, RuleCode | OwnCode>> {
  const answers = answersIn(rule.form, typed)
  return once(tx, actor, { key, act: 'set-rule', request: { rule: rule.rule, unit: at.unit, answers } }, async () => {
    if (!(await maySetRule(tx, actor.person_id, rule, at))) return refused({ code: 'not-yours' })
    const wrong = problemsOf(await problemsWithRule(tx, rule, answers, at))
    if (wrong) return wrong
    return rule.needs_second ? proposeRule(tx, actor, { rule, typed, at }) : writeRule(tx, actor, { rule, answers, at })
  })
}

/** Writes a rule that was judged, and tells the ledger. */
export async function writeRule(
  tx: Tx,
  actor: Actor,
  { rule, answers, at }: { rule: Rule; answers: Known; at: RulePlace },
): Promise<Outcome<null, never>> {
  const cites = 'number' in rule.form
  const instrument_id = cites
    ? await recordInstrument(tx, { ...decisionIn(answers as Parameters<typeof decisionIn>[0]), kind: rule.instrument_kind ?? 'decision' })
    : null
  await rule.set(tx, answers, { ...at, instrument_id })
  await record(tx, actor, {
    ...{ act: 'set-rule', object: 'rule', object_id: `${rule.rule}/${at.unit_id}` },
    ...{ digest: digestOf({ rule: rule.rule, unit: at.unit, answers }), retention: 'organisation' },
  })
  return done(null)
}
