import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import { type Actor, query, type Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import { may, standingOf } from '../../../platform/role/index.ts'
import { type Answers, problemsWith } from '../../../platform/staff/index.ts'
import { contribution_form } from './forms.ts'
import { days_alike } from './giving.ts'
import type { ContributionCode, ContributionProblem } from './problem-words.ts'
import { sayAmount } from './say-kind.ts'

export type Keeper = Actor & { person_id: number }
export type Keeping = Answers<typeof contribution_form> & { unit_id: number; today: string; key: string }
type Kept = { contribution_id: number }

/**
 * An office writes down what somebody gave; it is counted once another person has verified it. Refusals: those of what
 * was typed; no-charge, unknown-kind, outside-place, place-not-there, likely-twice (unless `is_another`); those of the
 * key.
 */
export function keepContribution(tx: Tx, actor: Keeper, keeping: Keeping): Promise<Outcome<Kept, ContributionCode>> {
  const { key, today, ...request } = keeping
  return once(tx, actor, { key, act: 'keep-contribution', request }, async () => {
    const wrong = problemsOf(problemsWith(contribution_form, keeping, { today }))
    if (wrong) return wrong
    const standing = await standingOf(tx, actor.person_id, today)
    if (!may(standing, 'contribution', 'keep', { unit_id: keeping.unit_id }).allowed) return refused({ code: 'no-charge' })
    const unfit = problemsOf(await problemsInRegister(tx, keeping))
    return unfit ?? done(await insertContribution(tx, actor, keeping))
  })
}

const askKnown = query<
  { unit_id: number; place: string; day: string; kind: string },
  { place_id: number | null; name: string | null; is_within: boolean; is_there: boolean; has_kind: boolean }
>(`
  select u.unit_id as place_id, v.name, exists (select from places_of(:unit_id::integer) p where p.place_id = u.unit_id) as is_within,
         exists (select from unit_version d where d.unit_id = u.unit_id and d.valid @> :day::date and is_open(d.recorded)) as is_there,
         exists (select from contribution_kind k where k.contribution_kind = :kind) as has_kind
    from (select 1) as one
    left join unit u         on u.key = :place
    left join unit_version v on v.unit_id = u.unit_id and is_open(v.recorded) and v.valid @> last_day_alive(u.unit_id, today_in_vietnam(), recorded_now())`)

const findAlike = query<
  { place: string; kind: string; quantity: number; day: string; giver: string; days_alike: number },
  { giver: string; given_on: string; quantity: number; measure: string }
>(`
  select g.household as giver, c.given_on::text as given_on, c.quantity::float8 as quantity, k.measure
    from unit u
    join contribution c       on c.place_id = u.unit_id and is_open(c.recorded)
    join contribution_kind k  using (contribution_kind)
    join contribution_giver g on g.contribution_id = c.contribution_id and is_open(g.recorded)
   where u.key = :place and c.contribution_kind = :kind and c.quantity = :quantity::numeric
     and c.given_on between :day::date - :days_alike::integer and :day::date + :days_alike::integer
     and g.print = giver_print(:giver)
   limit 1`)

async function problemsInRegister(tx: Tx, { unit_id, place, given_on, contribution_kind, quantity, giver, is_another }: Keeping) {
  const [known] = await askKnown(tx, { unit_id, place, day: given_on, kind: contribution_kind })
  const problems: ContributionProblem[] = []
  if (!known?.has_kind) problems.push({ code: 'unknown-kind', field: 'contribution_kind' })
  if (!known?.is_within) problems.push({ code: 'outside-place', field: 'place' })
  else if (!known.is_there) problems.push({ code: 'place-not-there', field: 'place', values: { place: known.name! } })
  if (problems.length > 0 || is_another) return problems
  const [alike] = await findAlike(tx, { place, kind: contribution_kind, quantity: quantity!, day: given_on, giver, days_alike })
  if (!alike) return []
  const values = { giver: alike.giver, quantity: sayAmount(alike, 'vi'), day: alike.given_on }
  return [{ code: 'likely-twice', field: 'is_another', values } satisfies ContributionProblem]
}

async function insertContribution(tx: Tx, actor: Keeper, keeping: Keeping): Promise<Kept> {
  const { contribution_kind, quantity, is_estimate, work, place, given_on, giver, giver_kind, may_thank, mobiliser, evidence } = keeping
  const { rows } = await sql<Kept>`
    insert into contribution (contribution_kind, quantity, is_estimate, work, place_id, given_on, kept_at, kept_by, mobiliser, evidence)
    select ${contribution_kind}, ${quantity}, ${is_estimate}, ${work}, u.unit_id, ${given_on}::date, ${keeping.unit_id}::integer,
           ${actor.person_id}::bigint, nullif(${mobiliser}, ''), nullif(${evidence}, '')
      from unit u
     where u.key = ${place}
    returning contribution_id`.execute(tx)
  const { contribution_id } = rows[0]!
  await sql`
    insert into contribution_giver (contribution_id, household, giver_kind, consented_on)
    values (${contribution_id}, ${giver}, ${giver_kind}, ${may_thank ? keeping.today : null}::date)`.execute(tx)
  const { key: _, ...said } = keeping
  await noteContribution(tx, actor, 'keep-contribution', { contribution_id, digest: digestOf(said) })
  return { contribution_id }
}

export function noteContribution(
  tx: Tx,
  actor: Keeper,
  act: 'keep-contribution' | 'verify-contribution' | 'withdraw-contribution',
  { contribution_id, digest }: Kept & { digest: string },
): Promise<void> {
  return record(tx, actor, { act, object: 'contribution', object_id: String(contribution_id), digest, retention: 'organisation' })
}
