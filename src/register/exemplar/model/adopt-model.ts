import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import { may, standingOf } from '../../../platform/role/index.ts'
import { type Answers, problemsWith } from '../../../platform/staff/index.ts'
import { notYours } from '../../../platform/workflow/index.ts'
import { nomination_flow } from '../exemplar.ts'
import type { ExemplarCode } from '../problem-words.ts'
import { findPartyUnit, findPlaceOf } from '../reads/find-for-nomination.ts'
import type { Clerk } from '../verbs/take-step.ts'
import { adopt_form, end_form, report_form } from './forms.ts'
import { type Adoption, findAdoption, findModel } from './list-models.ts'

type Adopting = { unit: string; model_id: number; adoption: Answers<typeof adopt_form>; key: string; today: string }

/**
 * A unit takes up a model of another. Refusals: not-yours, unknown-model, ended-already, those of the form,
 * unknown-place, before-its-start, adopted-already.
 */
export function adoptModel(
  tx: Tx,
  actor: Clerk,
  { unit, model_id, adoption, key, today }: Adopting,
): Promise<Outcome<{ adoption_id: number }, ExemplarCode>> {
  return once(tx, actor, { key, act: 'adopt-model', request: { unit, model_id, adoption } }, async () => {
    const [at] = await findPartyUnit(tx, { unit, day: today })
    if (!at?.alive || !(await mayActFor(tx, actor, at.unit_id, today))) return refused(notYours(nomination_flow, 'begin'))
    await sql`select pg_advisory_xact_lock(hashtextextended('model', ${model_id}))`.execute(tx)
    const [model] = await findModel(tx, { model_id })
    if (!model) return refused({ code: 'unknown-model' })
    if (model.ended_on !== null) return refused({ code: 'ended-already' })
    const wrong = problemsOf<ExemplarCode>(problemsWith(adopt_form, adoption, { today }))
    if (wrong) return wrong
    const [place] = await findPlaceOf(tx, { place: adoption.place, day: today })
    const { started_on } = adoption
    if (!place) return refused({ code: 'unknown-place', field: 'place' })
    if (started_on < model.started_on) return refused({ code: 'before-its-start', field: 'started_on', limit: model.started_on })
    if (await hasIt(tx, model_id, at.unit_id)) return refused({ code: 'adopted-already' })
    const { adoption_id } = await tx
      .insertInto('adoption')
      .values({ model_id, unit_id: at.unit_id, place_id: place.unit_id, started_on })
      .returning('adoption_id')
      .executeTakeFirstOrThrow()
    await note(tx, actor, 'adopt-model', adoption_id, { model_id, unit_id: at.unit_id, place_id: place.unit_id, started_on })
    return done({ adoption_id })
  })
}

async function mayActFor(tx: Tx, actor: Clerk, unit_id: number, today: string): Promise<boolean> {
  return may(await standingOf(tx, actor.person_id, today), 'exemplar', 'nominate', { unit_id }).allowed
}

async function hasIt(tx: Tx, model_id: number, unit_id: number): Promise<boolean> {
  const { rows } = await sql`
    select from adoption a
     where a.model_id = ${model_id} and a.unit_id = ${unit_id}
       and not exists (select from adoption_end d where d.adoption_id = a.adoption_id)`.execute(tx)
  return rows.length > 0
}

type Reporting = { adoption_id: number; report: Report; key: string; today: string }

/**
 * A unit reports what came of a model that it took up; what it brought in a year counts once another person has
 * verified it. Refusals: unknown-adoption, not-yours, those of the form, no-amount, no-year, year-outside.
 */
export function reportAdoption(tx: Tx, actor: Clerk, { adoption_id, report, key, today }: Reporting): Promise<Outcome<null, ExemplarCode>> {
  return once(tx, actor, { key, act: 'report-adoption', request: { adoption_id, report } }, async () => {
    const found = await findOwn(tx, actor, adoption_id, today)
    if (!found.ok) return found
    const wrong = problemsOf<ExemplarCode>(problemsWith(report_form, report)) ?? problemsOf(problemsWithYear(report, found.value, today))
    if (wrong) return wrong
    const { income, ...as_said } = report
    const in_dong = income === null ? null : income * 1_000_000
    await tx
      .insertInto('adoption_report')
      .values({ adoption_id, ...as_said, income: in_dong, said_by: actor.person_id })
      .execute()
    await note(tx, actor, 'report-adoption', adoption_id, report)
    return done(null)
  })
}

type Report = Answers<typeof report_form>

/** The years of which results are kept: the table takes none before. */
const first_year = 2000

/** What is wrong with the year of a report: no-year, no-amount, year-outside. */
export function* problemsWithYear(
  { year, income, households, jobs }: Omit<Report, 'said'>,
  { started_on, ended_on }: Pick<Adoption, 'started_on' | 'ended_on'>,
  today: string,
) {
  const has_amount = [income, households, jobs].some(amount => amount !== null)
  const [from, to] = [Math.max(first_year, Number(started_on.slice(0, 4))), Number((ended_on ?? today).slice(0, 4))]
  if (has_amount && year === null) yield { code: 'no-year', field: 'year' } as const
  if (!has_amount && year !== null) yield { code: 'no-amount', field: 'income' } as const
  if (year !== null && (year < from || year > to)) yield { code: 'year-outside', field: 'year', values: { from, to } } as const
}

type Ending = { adoption_id: number; end: Answers<typeof end_form>; key: string; today: string }

/** A unit no longer has a model. Refusals: unknown-adoption, not-yours, those of the form, ended-already, before-its-start. */
export function endAdoption(tx: Tx, actor: Clerk, { adoption_id, end, key, today }: Ending): Promise<Outcome<null, ExemplarCode>> {
  return once(tx, actor, { key, act: 'end-adoption', request: { adoption_id, end } }, async () => {
    const found = await findOwn(tx, actor, adoption_id, today)
    if (!found.ok) return found
    const wrong = problemsOf<ExemplarCode>(problemsWith(end_form, end, { today }))
    if (wrong) return wrong
    const { started_on, ended_on } = found.value
    if (ended_on !== null) return refused({ code: 'ended-already' })
    if (end.ended_on < started_on) return refused({ code: 'before-its-start', field: 'ended_on', limit: started_on })
    await tx.insertInto('adoption_end').values({ adoption_id, ended_on: end.ended_on }).execute()
    await note(tx, actor, 'end-adoption', adoption_id, end)
    return done(null)
  })
}

async function findOwn(tx: Tx, actor: Clerk, adoption_id: number, today: string): Promise<Outcome<Adoption, ExemplarCode>> {
  await sql`select pg_advisory_xact_lock(hashtextextended('adoption', ${adoption_id}))`.execute(tx)
  const [found] = await findAdoption(tx, { adoption_id, day: today })
  if (!found) return refused({ code: 'unknown-adoption' })
  return (await mayActFor(tx, actor, found.unit_id, today)) ? done(found) : refused(notYours(nomination_flow, 'begin'))
}

function note(tx: Tx, actor: Clerk, act: string, adoption_id: number, content: object): Promise<void> {
  const object = { object: 'adoption', object_id: String(adoption_id) }
  return record(tx, actor, { act, ...object, digest: digestOf({ adoption_id, ...content }), retention: 'organisation' })
}
