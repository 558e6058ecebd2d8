import { lookUp } from '../../../../basis/shared/look-up.ts'
import { done, type Outcome, problemsOf, refused } from '../../../../basis/shared/outcome.ts'
import { query, type Tx } from '../../../../platform/database/index.ts'
import { once } from '../../../../platform/ledger/index.ts'
import { may, standingOf } from '../../../../platform/role/index.ts'
import { type Answers, problemsWith } from '../../../../platform/staff/index.ts'
import { notYours } from '../../../../platform/workflow/index.ts'
import { decisionIn } from '../../../organisation/index.ts'
import { recogniseStanding } from '../../recognise-standing.ts'
import type { StandingDecision } from '../../standing.ts'
import { decide_form, decision_form } from '../forms.ts'
import type { AssessingCode } from '../problem-words.ts'
import { findCharge } from '../reads/find-charge.ts'
import { case_flow } from '../standing-case.ts'
import { type Clerk, findForStep, takeStep } from './take-step.ts'

type Said = Answers<typeof decide_form>
type Deciding = { standing_case_id: number; decision: Said; key: string; today: string }

/**
 * Recognises a commune by the decision that followed its vote. Three dates: signed, the year it counts for, published.
 * Refusals: unknown-case, own-work, not-yours, wrong-state; those of the form; not-signed-yet, before-vote; those of
 * `recogniseStanding`, so where the commune no longer lives.
 */
export function decideStanding(
  tx: Tx,
  actor: Clerk,
  { standing_case_id, decision, key, today }: Deciding,
): Promise<Outcome<null, AssessingCode>> {
  return once(tx, actor, { key, act: 'decide-standing', request: { standing_case_id, decision } }, async () => {
    const asked = await findForStep(tx, actor, { standing_case_id, move: 'decide', today })
    if (!asked.ok) return asked
    const found = asked.value
    const wrong = problemsOf<AssessingCode>(problemsWith(decide_form, decision))
    if (wrong) return wrong
    if (decision.signed_on > today) return refused({ code: 'not-signed-yet', field: 'signed_on', limit: decision.signed_on })
    if (decision.signed_on < found.met_on!) return refused({ code: 'before-vote', field: 'signed_on', limit: found.met_on! })
    const { place: unit, standing_level } = found
    const recognised = await recognise(tx, actor, { unit, standing_level, verdict: 'recognised', standing_case_id }, decision)
    if (!recognised.ok) return recognised
    await takeStep(tx, actor, { standing_case_id, move: 'decide', today, found, with_it: decision })
    return done(null)
  })
}

type DecidingAlone = { unit: string; decision: Answers<typeof decision_form>; key: string; today: string }

/**
 * A decision without a case: of a district, a city or a province; or one that acknowledges a commune after a merger, or
 * takes a recognition back. Refusals: not-yours; those of the form; outside-charge, needs-a-case, not-signed-yet; those of
 * `recogniseStanding`.
 */
export function recordDecision(tx: Tx, actor: Clerk, { unit, decision, key, today }: DecidingAlone): Promise<Outcome<null, AssessingCode>> {
  return once(tx, actor, { key, act: 'recognise-standing', request: { unit, decision } }, async () => {
    const [charge] = await findCharge(tx, { unit, day: today })
    const standing = await standingOf(tx, actor.person_id, today)
    if (!charge || !may(standing, 'standing', 'decide', charge).allowed) return refused(notYours(case_flow, 'decide'))
    const wrong = problemsOf<AssessingCode>(problemsWith(decision_form, decision))
    if (wrong) return wrong
    const { place, standing_level, signed_on } = decision
    if (signed_on > today) return refused({ code: 'not-signed-yet', field: 'signed_on', limit: signed_on })
    const [known] = (await listPlacesDecided(tx, { day: signed_on })).filter(({ key: of }) => of === place)
    if (!known) return refused({ code: 'outside-charge', field: 'place' })
    const verdict = decision.verdict as StandingDecision['verdict']
    if (verdict === 'recognised' && known.unit_kind === 'commune') return refused({ code: 'needs-a-case', field: 'verdict' })
    const recognised = await recognise(tx, actor, { unit: place, standing_level, verdict }, decision)
    return recognised.ok ? done(null) : recognised
  })
}

/** The places of which somebody may decide, as they were on a day. */
export const listPlacesDecided = query<{ day: string }, { key: string; name: string; unit_kind: string }>(`
  select u.key, v.name, v.unit_kind
    from places_for_standing('decide') p
    join unit u         on u.unit_id = p.place_id
    join unit_version v on v.unit_id = p.place_id and is_open(v.recorded) and v.valid @> last_day_alive(p.place_id, :day::date, recorded_now())
    join unit_kind k    on k.unit_kind = v.unit_kind
   where v.unit_kind in ('commune', 'district', 'city', 'province')
   order by k.rank, v.name collate "vi-x-icu", u.key`)

type Of = Pick<StandingDecision, 'unit' | 'standing_level' | 'verdict' | 'standing_case_id'>

/** Problems of a decision, at the fields of its form. */
async function recognise(tx: Tx, actor: Clerk, of: Of, said: Said): Promise<Outcome<unknown, AssessingCode>> {
  const { effective_year, published_on, signed_on } = said
  const dates = { decided_on: signed_on, effective_year, published_on: published_on === '' ? null : published_on }
  const outcome = await recogniseStanding(tx, actor, { ...of, ...dates, instrument: decisionIn(said) })
  if (outcome.ok) return outcome
  const field_of: Record<string, string | undefined> = { decided_on: 'signed_on', unit: 'place' }
  return {
    ok: false,
    problems: outcome.problems.map(problem => ({ ...problem, field: lookUp(field_of, problem.field ?? '') ?? problem.field })),
  }
}
