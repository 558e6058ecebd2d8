import { sql } from 'kysely'
import { digestOf } from '../../../../basis/shared/canonical-json.ts'
import { lookUp } from '../../../../basis/shared/look-up.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../../../basis/shared/outcome.ts'
import type { Tx } from '../../../../platform/database/index.ts'
import { once, record } from '../../../../platform/ledger/index.ts'
import { type Answers, problemsWith } from '../../../../platform/staff/index.ts'
import { measuredField, type result_form, resultFormOf } from '../forms.ts'
import type { AssessingCode } from '../problem-words.ts'
import { listIndicators } from '../reads/list-indicators.ts'
import { type Clerk, findForStep } from './take-step.ts'

/** Beside the answers of the form, what was measured of each indicator: `indicator_1` and on. */
type Result = Answers<typeof result_form> & Record<string, unknown>
type Saying = { standing_case_id: number; number: number; result: Result; key: string; today: string }

/**
 * Says of one criterion whether it is met: with the paper that shows it, or who sees to what is missing until when; and
 * what was measured of its indicators. What was said before stays. Refusals: unknown-case, not-yours, wrong-state; those of the form; no-evidence,
 * nobody-in-charge, no-due-day; unknown-criterion.
 */
export function recordResult(
  tx: Tx,
  actor: Clerk,
  { standing_case_id, number, result, key, today }: Saying,
): Promise<Outcome<null, AssessingCode>> {
  return once(tx, actor, { key, act: 'record-criterion', request: { standing_case_id, number, result } }, async () => {
    const found = await findForStep(tx, actor, { standing_case_id, move: 'submit', today })
    if (!found.ok) return found
    const form = resultFormOf(number, await listIndicators(tx, { standing_case_id, number }))
    const wrong = problemsOf<AssessingCode>([...problemsWith(form, result), ...problemsBetween(result)])
    if (wrong) return wrong
    if (!(await write(tx, actor, { standing_case_id, number, result }))) return refused({ code: 'unknown-criterion' })
    await record(tx, actor, {
      ...{ act: 'record-criterion', object: 'standing_case', object_id: String(standing_case_id) },
      ...{ digest: digestOf({ standing_case_id, number, result }), retention: 'organisation' },
    })
    return done(null)
  })
}

export function* problemsBetween({ is_met, evidence, in_charge, due_on }: Result): Generator<Problem<AssessingCode>> {
  if (is_met === 'yes' && evidence === '') yield { code: 'no-evidence', field: 'evidence' }
  if (is_met !== 'no') return
  if (in_charge === '') yield { code: 'nobody-in-charge', field: 'in_charge' }
  if (due_on === '') yield { code: 'no-due-day', field: 'due_on' }
}

async function write(tx: Tx, { person_id }: Clerk, { standing_case_id, number, result }: Omit<Saying, 'key' | 'today'>): Promise<boolean> {
  const { is_met, value, evidence, in_charge, due_on } = result
  const { rows } = await sql<{ criterion_id: number }>`
    select k.criterion_id
      from standing_case c
      join criterion k using (criteria_set_id)
     where c.standing_case_id = ${standing_case_id} and k.number = ${number} and is_open(k.recorded)`.execute(tx)
  if (!rows[0]) return false
  const { criterion_id } = rows[0]
  await sql`
    update criterion_result set recorded = closed(recorded)
     where standing_case_id = ${standing_case_id} and criterion_id = ${criterion_id} and is_open(recorded)`.execute(tx)
  const is_missing = is_met === 'no'
  const { rows: said } = await sql<{ criterion_result_id: number }>`
    insert into criterion_result (standing_case_id, criterion_id, is_met, value, evidence, in_charge, due_on, said_by)
    values (${standing_case_id}, ${criterion_id}, ${!is_missing}, nullif(${value}, ''), nullif(${evidence}, ''),
            ${is_missing ? in_charge : null}, ${is_missing ? due_on : null}::date, ${person_id})
    returning criterion_result_id`.execute(tx)
  await writeMeasured(tx, { criterion_id, result, ...said[0]! })
  return true
}

type Measured = { criterion_id: number; criterion_result_id: number; result: Result }

async function writeMeasured(tx: Tx, { criterion_id, criterion_result_id, result }: Measured): Promise<void> {
  const { rows } = await sql<{ criterion_indicator_id: number; number: number }>`
    select criterion_indicator_id, number from criterion_indicator where criterion_id = ${criterion_id} and is_open(recorded)`.execute(tx)
  const measured = rows.flatMap(({ criterion_indicator_id, number }) => {
    const value = lookUp(result, measuredField(number))
    return typeof value === 'string' && value !== '' ? [{ criterion_result_id, criterion_indicator_id, value }] : []
  })
  if (measured.length > 0) await tx.insertInto('measured_indicator').values(measured).execute()
}
