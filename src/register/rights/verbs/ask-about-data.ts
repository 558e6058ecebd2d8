import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import { problemsWith } from '../../../platform/staff/index.ts'
import { request_form } from '../forms.ts'
import type { RightsCode } from '../problem-words.ts'
import { working_days_to_answer } from '../rights.ts'

export type Asking = { kind: string; said: string; key: string; today: string }

/**
 * Sends a request about one's own data to the office that keeps one's cell, due in two working days. Refusals: those of
 * what was typed; no-cell; asked-already, while one of the same kind and words waits.
 */
export function askAboutData(
  tx: Tx,
  actor: Actor & { person_id: number },
  { kind, said, key, today }: Asking,
): Promise<Outcome<{ data_request_id: number }, RightsCode>> {
  return once(tx, actor, { key, act: 'ask-about-data', request: { kind, said } }, async () => {
    const wrong = problemsOf(problemsWith(request_form, { kind, said }))
    if (wrong) return wrong
    const unit_id = await findCellOf(tx, actor.person_id)
    if (unit_id === undefined) return refused({ code: 'no-cell' })
    if (await isWaiting(tx, { person_id: actor.person_id, kind, said })) return refused({ code: 'asked-already', field: 'said' })
    const { rows } = await sql<{ data_request_id: number; due_on: string }>`
      insert into data_request (person_id, unit_id, kind, said, due_on)
      values (${actor.person_id}, ${unit_id}, ${kind}, ${said}, working_day_after(${today}::date, ${working_days_to_answer}))
      returning data_request_id, due_on::text`.execute(tx)
    const { data_request_id, due_on } = rows[0]!
    await record(tx, actor, {
      ...{ act: 'ask-about-data', object: 'data_request', object_id: String(data_request_id) },
      ...{ digest: digestOf({ data_request_id, kind, said, due_on }), retention: 'conduct' },
    })
    return done({ data_request_id })
  })
}

/** The cell that somebody belongs to, or belonged to last. */
async function findCellOf(tx: Tx, person_id: number): Promise<number | undefined> {
  const { rows } = await sql<{ unit_id: number }>`
    select unit_id from membership where person_id = ${person_id} and is_open(recorded) order by lower(valid) desc limit 1`.execute(tx)
  return rows[0]?.unit_id
}

async function isWaiting(tx: Tx, { person_id, kind, said }: { person_id: number; kind: string; said: string }): Promise<boolean> {
  const { rows } = await sql`
    select from data_request r
     where r.person_id = ${person_id} and r.kind = ${kind} and r.said = ${said}
       and not exists (select from data_answer a where a.data_request_id = r.data_request_id)`.execute(tx)
  return rows.length > 0
}
