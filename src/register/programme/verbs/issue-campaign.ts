import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { addDays } from '../../../basis/shared/dates.ts'
import { done, type Outcome, problemsOf, refused, withField } from '../../../basis/shared/outcome.ts'
import type { Actor, Db, Tx } from '../../../platform/database/index.ts'
import { may, standingOf } from '../../../platform/role/index.ts'
import { decideMove, type Movable, type MoveCode, recordMove } from '../../../platform/workflow/index.ts'
import { type InstrumentText, recordInstrument } from '../../organisation/index.ts'
import { type CallBeside, type CampaignCall, campaign_flow, doubtsAbout, problemsWithCall, statesOf } from '../campaign.ts'
import type { CampaignCode } from '../problem-words.ts'
import { findUnitNumber } from '../reads/find-unit-number.ts'
import { listCampaignsBeside } from '../reads/list-campaigns-beside.ts'
import { listForms } from '../reads/list-forms.ts'
import { findTheme } from '../reads/list-themes.ts'
import { findDeedBounds } from '../rules/deed-bounds.ts'

/** `accepts_doubts`: whoever calls has been told what is unusual about it, and means it. */
export type CampaignIssue = {
  programme: string
  unit: string
  call: CampaignCall
  instrument: InstrumentText
  today: string
  accepts_doubts?: boolean
}
export type CampaignIssued = { campaign_id: number; due: number }

/**
 * Calls for the commitments of a year in a subtree: everybody who is a member or a cadre of its cells on the opening
 * day is due from then on, and each cell sees it at once. Refusals: those of the call, unknown-programme, unknown-unit,
 * not-yours, campaign-exists, nobody-due, and the doubts that are not accepted: outside-year, overlaps. The counts of
 * who is due are written with the obligations.
 */
export async function issueCampaign(
  tx: Tx,
  actor: Actor,
  { programme, unit, call, instrument, today, accepts_doubts = false }: CampaignIssue,
): Promise<Outcome<CampaignIssued, CampaignCode>> {
  const wrong = problemsOf(problemsWithCall(call))
  if (wrong) return wrong
  const unit_id = await findUnitNumber(tx, unit)
  if (unit_id === null) return refused({ code: 'unknown-unit', field: 'unit' })
  const decision = await decideCall(tx, actor, 'issue', { unit_id, hands: [], state: null }, today)
  if (!decision.ok) return withField(decision, 'unit')
  const forms = await listForms(tx, call.opens_on)
  if (!forms.includes(call.form_version)) return refused({ code: 'wrong-form', field: 'form_version', limit: forms[0] ?? 0 })
  const { rows: programmes } = await sql<{ programme_id: number }>`
    select programme_id from programme where key = ${programme} and upper(recorded) = 'infinity'`.execute(tx)
  const programme_id = programmes[0]?.programme_id
  if (programme_id === undefined) return refused({ code: 'unknown-programme', field: 'programme' })
  const campaign_id = await addCampaign(tx, { programme_id, unit_id, call })
  if (campaign_id === null) return refused({ code: 'campaign-exists', field: 'year', limit: call.year })
  const beside = await findBeside(tx, { unit_id, today, programme, call })
  const doubts = accepts_doubts ? null : problemsOf(doubtsAbout(call, beside))
  if (doubts) return doubts
  const instrument_id = await recordInstrument(tx, instrument)
  await addTerms(tx, { campaign_id, instrument_id, call })
  await addStates(tx, { campaign_id, instrument_id, call, today })
  await addTheme(tx, { programme_id, unit_id, instrument_id, call })
  const due = await oblige(tx, { campaign_id, unit_id, opens_on: call.opens_on })
  if (due === 0) return refused({ code: 'nobody-due', field: 'unit' })
  const digest = digestOf({ programme, unit, call, instrument, due })
  await recordMove(tx, actor, campaign_flow, 'issue', { object_id: campaign_id, digest })
  return done({ campaign_id, due })
}

/**
 * What a call is held against: the campaigns of the same people, the rule on deeds of the day on which it opens, and
 * the theme that its level has set.
 */
export async function findBeside(
  db: Db | Tx,
  { unit_id, today, programme, call }: { unit_id: number; today: string; programme: string; call: Pick<CampaignCall, 'opens_on' | 'year'> },
): Promise<CallBeside> {
  const [bounds = null] = await findDeedBounds(db, { day: call.opens_on })
  const [set] = await findTheme(db, { unit_id, programme, year: call.year })
  return { others: await listCampaignsBeside(db, { unit_id, today }), bounds, theme: set?.title ?? null }
}

/** Whether somebody may make a move with a campaign; the system itself, which loads the demo, may. */
export async function decideCall(
  tx: Tx,
  { person_id }: Actor,
  move: 'issue' | 'withdraw',
  campaign: Movable,
  today: string,
): Promise<Outcome<unknown, MoveCode>> {
  return person_id === null ? done(null) : decideMove(campaign_flow, move, campaign, await standingOf(tx, person_id, today))
}

/** Whether somebody may say something of the campaigns of a unit, or move a due date; the system itself may. */
export async function mayCall(
  tx: Tx,
  { person_id }: Actor,
  act: 'issue' | 'extend' | 'focus',
  unit_id: number,
  today: string,
): Promise<boolean> {
  if (person_id === null) return true
  return may(await standingOf(tx, person_id, today), 'campaign', act, { unit_id }).allowed
}

type Placed = { programme_id: number; unit_id: number; call: CampaignCall }

/** Null where the year has been called already; a call that was withdrawn counts no more. */
async function addCampaign(tx: Tx, { programme_id, unit_id, call }: Placed): Promise<number | null> {
  const { rows } = await sql<{ campaign_id: number }>`
    insert into campaign (programme_id, unit_id, year, call)
    select ${programme_id}::int, ${unit_id}::int, ${call.year}::int, coalesce(max(c.call), 0) + 1
      from campaign c
     where c.programme_id = ${programme_id} and c.unit_id = ${unit_id} and c.year = ${call.year}
    having count(*) = count(*) filter (where not exists (select from campaign_terms t where t.campaign_id = c.campaign_id and upper(t.recorded) = 'infinity'))
        on conflict (programme_id, unit_id, year, call) do nothing
    returning campaign_id`.execute(tx)
  return rows[0]?.campaign_id ?? null
}

async function addTerms(
  tx: Tx,
  { campaign_id, instrument_id, call }: { campaign_id: number; instrument_id: number; call: CampaignCall },
): Promise<void> {
  const { opens_on, due_on, closes_on, deeds_least, deeds_most, form_version, joins_until = '' } = call
  await sql`
    insert into campaign_terms (campaign_id, opens_on, due_on, closes_on, deeds_least, deeds_most, form_version, instrument_id, joins_until)
    values (${campaign_id}, ${opens_on}, ${due_on}, ${closes_on}, ${deeds_least}, ${deeds_most}, ${form_version}, ${instrument_id}, nullif(${joins_until}, '')::date)`.execute(
    tx,
  )
}

async function addStates(
  tx: Tx,
  { campaign_id, instrument_id, call, today }: { campaign_id: number; instrument_id: number; call: CampaignCall; today: string },
) {
  for (const { state, from, to } of statesOf(call, today, addDays))
    await sql`
      insert into campaign_state (campaign_id, state, instrument_id, valid)
      values (${campaign_id}, ${state}, ${instrument_id}, daterange(${from}::date, ${to}::date))`.execute(tx)
}

/** A theme that the level has set for the year already stays. */
async function addTheme(tx: Tx, { programme_id, unit_id, instrument_id, call }: Placed & { instrument_id: number }): Promise<void> {
  await sql`
    insert into theme (programme_id, unit_id, year, title, instrument_id)
    select ${programme_id}::int, ${unit_id}::int, ${call.year}::int, ${call.theme}, ${instrument_id}::bigint
     where not exists (select from theme where programme_id = ${programme_id} and unit_id = ${unit_id} and year = ${call.year} and upper(recorded) = 'infinity')`.execute(
    tx,
  )
}

async function oblige(
  tx: Tx,
  { campaign_id, unit_id, opens_on }: { campaign_id: number; unit_id: number; opens_on: string },
): Promise<number> {
  // Whoever joins or leaves meanwhile comes before or after, not beside (migration 0030).
  await sql`select pg_advisory_xact_lock(hashtext('obligations'))`.execute(tx)
  const { numAffectedRows } = await sql`
    insert into obligation (campaign_id, person_id, unit_id, due_from)
    select ${campaign_id}, m.person_id, m.unit_id, ${opens_on}::date
      from membership m
     where m.valid @> ${opens_on}::date and upper(m.recorded) = 'infinity'
       and m.unit_id in (select counted_id from units_counted_for('party', ${unit_id}, ${opens_on}::date, recorded_now()))
     order by m.unit_id, m.person_id`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
