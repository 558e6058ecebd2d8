import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import { may, standingOf } from '../../../platform/role/index.ts'
import { problemsWith } from '../../../platform/staff/index.ts'
import { answer_form } from '../forms.ts'
import type { RightsCode } from '../problem-words.ts'

export type Answering = { data_request_id: number; outcome: string; said: string; key: string; today: string }

/**
 * Answers a request about personal data, once. Where erasure is granted, the register erases by itself within an hour.
 * Refusals: those of what was typed; unknown-request; to-oneself; answered-already.
 */
export function answerRequest(
  tx: Tx,
  actor: Actor & { person_id: number },
  { data_request_id, outcome, said, key, today }: Answering,
): Promise<Outcome<null, RightsCode>> {
  return once(tx, actor, { key, act: 'answer-request', request: { data_request_id, outcome, said } }, async () => {
    await sql`select pg_advisory_xact_lock(hashtextextended('data_request', ${data_request_id}))`.execute(tx)
    const request = await findRequest(tx, data_request_id)
    if (!request) return refused({ code: 'unknown-request' })
    if (request.person_id === actor.person_id) return refused({ code: 'to-oneself' })
    const decision = may(await standingOf(tx, actor.person_id, today), 'person', 'keep', request)
    if (!decision.allowed) return refused({ code: 'unknown-request' })
    if (request.is_answered) return refused({ code: 'answered-already' })
    const wrong = problemsOf(problemsWith(answer_form, { outcome, said }))
    if (wrong) return wrong
    await sql`
      insert into data_answer (data_request_id, answered_by, outcome, said)
      values (${data_request_id}, ${actor.person_id}, ${outcome}, ${said})`.execute(tx)
    await record(tx, actor, {
      ...{ act: 'answer-request', object: 'data_request', object_id: String(data_request_id) },
      ...{ digest: digestOf({ data_request_id, outcome, said }), retention: 'conduct', on_behalf_of: decision.on_behalf_of },
    })
    return done(null)
  })
}

type Asked = { person_id: number; unit_id: number; is_answered: boolean }

async function findRequest(tx: Tx, data_request_id: number): Promise<Asked | undefined> {
  const { rows } = await sql<Asked>`
    select r.person_id, r.unit_id, a.data_request_id is not null as is_answered
      from data_request r left join data_answer a using (data_request_id)
     where r.data_request_id = ${data_request_id}`.execute(tx)
  return rows[0]
}
