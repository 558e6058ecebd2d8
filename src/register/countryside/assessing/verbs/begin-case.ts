import { sql } from 'kysely'
import { digestOf } from '../../../../basis/shared/canonical-json.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../../../basis/shared/outcome.ts'
import type { Tx } from '../../../../platform/database/index.ts'
import { once } from '../../../../platform/ledger/index.ts'
import { may, standingOf } from '../../../../platform/role/index.ts'
import { type Answers, problemsWith } from '../../../../platform/staff/index.ts'
import { notYours, recordMove } from '../../../../platform/workflow/index.ts'
import { begin_form } from '../forms.ts'
import type { AssessingCode } from '../problem-words.ts'
import { type Charge, type CriteriaSet, findCharge, listCriteriaSets } from '../reads/find-charge.ts'
import { case_flow } from '../standing-case.ts'
import type { Clerk } from './take-step.ts'

type Beginning = { unit: string; begin: Answers<typeof begin_form>; key: string; today: string }
type Begun = { standing_case_id: number }

/**
 * The office of a commune begins to assess it under a set, as of a day. Refusals: those of the form; not-yours,
 * no-commune-here, unknown-set, set-of-others, set-not-in-force, set-without-criteria, assessed-already, day-assessed-already.
 */
export function beginCase(tx: Tx, actor: Clerk, { unit, begin, key, today }: Beginning): Promise<Outcome<Begun, AssessingCode>> {
  return once(tx, actor, { key, act: 'begin-assessment', request: { unit, begin } }, async () => {
    const wrong = problemsOf<AssessingCode>(problemsWith(begin_form, begin, { today }))
    if (wrong) return wrong
    const [charge] = await findCharge(tx, { unit, day: today })
    const standing = await standingOf(tx, actor.person_id, today)
    if (!charge || !may(standing, 'standing', 'assess', charge).allowed) return refused(notYours(case_flow, 'begin'))
    await sql`select pg_advisory_xact_lock(hashtextextended('begin assessment', ${charge.unit_id}))`.execute(tx)
    const set = (await listCriteriaSets(tx, {})).find(({ criteria_set_id }) => String(criteria_set_id) === begin.criteria_set)
    const unfit = problemsOf<AssessingCode>(await problemsInRegister(tx, charge, set, begin.assessed_on))
    if (unfit) return unfit
    return done(await write(tx, actor, { charge, set: set!, assessed_on: begin.assessed_on }))
  })
}

async function problemsInRegister(
  tx: Tx,
  charge: Charge,
  set: CriteriaSet | undefined,
  assessed_on: string,
): Promise<Problem<AssessingCode>[]> {
  const problems = [...problemsWithSet(set, assessed_on)]
  if (!(await isCommune(tx, charge, assessed_on))) problems.push({ code: 'no-commune-here', field: 'assessed_on' })
  if (problems.length > 0) return problems
  const at = { place_id: charge.place_id!, criteria_set_id: set!.criteria_set_id }
  if (await isUnderWay(tx, at)) return [{ code: 'assessed-already', field: 'criteria_set' }]
  return (await isAssessed(tx, { ...at, assessed_on })) ? [{ code: 'day-assessed-already', field: 'assessed_on' }] : []
}

export function* problemsWithSet(set: CriteriaSet | undefined, day: string): Generator<Problem<AssessingCode>> {
  if (!set) yield { code: 'unknown-set', field: 'criteria_set' }
  else if (set.of_kind !== 'commune') yield { code: 'set-of-others', field: 'criteria_set' }
  else if (day < set.since || (set.until !== null && day > set.until)) yield { code: 'set-not-in-force', field: 'criteria_set', limit: day }
  else if (!set.has_criteria) yield { code: 'set-without-criteria', field: 'criteria_set' }
}

/** That lives today, and lived on the day of the assessment. */
async function isCommune(tx: Tx, { place_id, place_kind }: Charge, day: string): Promise<boolean> {
  if (place_id === null || place_kind !== 'commune') return false
  const { rows } = await sql<{ is: boolean }>`select is_commune_on(${place_id}::integer, ${day}::date) as is`.execute(tx)
  return rows[0]!.is
}

async function isUnderWay(tx: Tx, { place_id, criteria_set_id }: { place_id: number; criteria_set_id: number }): Promise<boolean> {
  const { rows } = await sql`
    select from standing_case c
     where c.unit_id = ${place_id} and c.criteria_set_id = ${criteria_set_id}
       and (select s.state from standing_case_step s where s.standing_case_id = c.standing_case_id order by s.standing_case_step_id desc limit 1)
           in ('draft', 'submitted', 'returned')
     limit 1`.execute(tx)
  return rows.length > 0
}

type OfDay = { place_id: number; criteria_set_id: number; assessed_on: string }

/** A number of that day is in the register: an archive, or an assessment that was appraised. */
export async function isAssessed(tx: Tx, { place_id, criteria_set_id, assessed_on }: OfDay): Promise<boolean> {
  const { rows } = await sql`
    select from assessment
     where unit_id = ${place_id} and criteria_set_id = ${criteria_set_id} and assessed_on = ${assessed_on}::date and is_open(recorded)`.execute(
    tx,
  )
  return rows.length > 0
}

type Writing = { charge: Charge; set: CriteriaSet; assessed_on: string }

async function write(tx: Tx, actor: Clerk, { charge, set, assessed_on }: Writing): Promise<Begun> {
  const said = { criteria_set_id: set.criteria_set_id, unit_id: charge.place_id!, kept_at: charge.unit_id, assessed_on }
  const { standing_case_id } = await tx
    .insertInto('standing_case')
    .values({ ...said, begun_by: actor.person_id })
    .returning('standing_case_id')
    .executeTakeFirstOrThrow()
  await tx.insertInto('standing_case_step').values({ standing_case_id, state: 'draft', taken_by: actor.person_id }).execute()
  await recordMove(tx, actor, case_flow, 'begin', { object_id: standing_case_id, digest: digestOf(said) })
  return { standing_case_id }
}
