import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { isDay } from '../../../basis/shared/dates.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import { may, standingOf } from '../../../platform/role/index.ts'
import { type Answers, problemsWith } from '../../../platform/staff/index.ts'
import { raising_form, type remedy_form } from '../forms.ts'
import type { LimitationCode } from '../problem-words.ts'

type Keeper = Actor & { person_id: number }
export type Raising = Answers<typeof raising_form> & { obligation_id: number; key: string; today: string }

/**
 * A review found something wanting: it is written down by the obligation of its year, with its remedy, who answers for
 * it, and a day. Refusals: unknown-limitation, not-yours, past-day, and those of the form.
 */
export function raiseLimitation(
  tx: Tx,
  actor: Keeper,
  { obligation_id, key, today, ...answers }: Raising,
): Promise<Outcome<{ limitation_id: number }, LimitationCode>> {
  return once(tx, actor, { key, act: 'raise-limitation', request: { obligation_id, ...answers } }, async () => {
    const whose = await ownerOfObligation(tx, obligation_id)
    if (!whose) return refused({ code: 'unknown-limitation' })
    if (!may(await standingOf(tx, actor.person_id, today), 'limitation', 'raise', whose).allowed)
      return refused({ code: 'not-yours', values: { by: 'cell' } })
    const wrong = problemsOf([...problemsWith(raising_form, answers), ...problemsWithDue(answers, today)])
    if (wrong) return wrong
    const { rows } = await sql<{ limitation_id: number }>`
      insert into limitation (obligation_id, what, raised_on) values (${obligation_id}, ${answers.what}, ${today}) returning limitation_id`.execute(
      tx,
    )
    const { limitation_id } = rows[0]!
    await addPlan(tx, actor, { limitation_id, person_id: whose.person_id, today, ...answers })
    await record(tx, actor, {
      ...{ act: 'raise-limitation', object: 'limitation', object_id: String(limitation_id) },
      ...{ digest: digestOf({ obligation_id, ...answers, today }), retention: 'conduct' },
    })
    return done({ limitation_id })
  })
}

export function* problemsWithDue(
  { due_on }: Pick<Answers<typeof remedy_form>, 'due_on'>,
  today: string,
): Generator<Problem<LimitationCode>> {
  if (isDay(due_on) && due_on < today) yield { code: 'past-day', field: 'due_on' }
}

type Plan = Answers<typeof remedy_form> & { limitation_id: number; person_id: number; today: string }

export async function addPlan(tx: Tx, actor: Keeper, { limitation_id, person_id, remedy, owner, due_on, today }: Plan): Promise<void> {
  await sql`
    insert into limitation_step (limitation_id, state, happened_on, remedy, due_on, owner_id, actor_id)
    values (${limitation_id}, 'planned', ${today}, ${remedy}, ${due_on}, ${owner === 'me' ? actor.person_id : person_id}, ${actor.person_id})`.execute(
    tx,
  )
}

async function ownerOfObligation(tx: Tx, obligation_id: number): Promise<{ person_id: number; unit_id: number } | undefined> {
  const { rows } = await sql<{ person_id: number; unit_id: number }>`
    select person_id, unit_id from obligation where obligation_id = ${obligation_id} and upper(recorded) = 'infinity'`.execute(tx)
  return rows[0]
}
