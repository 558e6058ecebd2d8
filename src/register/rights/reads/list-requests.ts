import { type Db, query } from '../../../platform/database/index.ts'
import type { DataRequest } from '../rights.ts'

type Row = Omit<DataRequest, 'answer'> & Partial<{ [K in keyof NonNullable<DataRequest['answer']> as `answer_${K}`]: string | null }>

const shown = `
  select r.data_request_id, r.person_id, name_of(r.person_id) as full_name, v.name as unit_name, r.kind, r.said, r.asked_at, r.due_on::text as due_on,
         a.outcome as answer_outcome, a.said as answer_said, a.answered_at as answer_answered_at, name_of(a.answered_by) as answer_by,
         e.ran_at as erased_at, e.commitments as erased
    from data_request r
    join unit_version v on v.unit_id = r.unit_id and v.valid @> last_day_alive(r.unit_id, :day::date, recorded_now()) and is_open(v.recorded)
    left join data_answer a using (data_request_id)
    left join erasure_run e using (data_request_id)`

const mine = query<{ person_id: number; day: string }, Row>(`${shown}
   where r.person_id = :person_id::bigint
   order by r.asked_at desc
   limit 100`)

const under = query<{ unit: string; day: string; data_request_id: number }, Row>(`${shown}
   where (:data_request_id::bigint = 0 or r.data_request_id = :data_request_id::bigint)
     and r.person_id <> current_person_id()
     and r.unit_id = any (array(select b.unit_id from unit u cross join lateral units_by_branch('party', u.unit_id, :day::date, recorded_now()) b where u.key = :unit))
   order by a.data_request_id is not null, r.due_on, r.data_request_id
   limit 500`)

/** What somebody has asked, the latest first, with the answers. */
export async function listMyRequests(db: Db, asked: { person_id: number; day: string }): Promise<DataRequest[]> {
  return (await mine(db, asked)).map(requestOf)
}

/**
 * What people of a unit and of those below it have asked, as far as whoever asks keeps their files; those that wait
 * first, by their due day. Nobody sees their own here.
 */
export async function listRequestsUnder(db: Db, asked: { unit: string; day: string }): Promise<DataRequest[]> {
  return (await under(db, { ...asked, data_request_id: 0 })).map(requestOf)
}

/** One of them; undefined where there is none in that unit. */
export async function findRequestUnder(
  db: Db,
  asked: { unit: string; day: string; data_request_id: number },
): Promise<DataRequest | undefined> {
  return asked.data_request_id > 0 ? (await under(db, asked)).map(requestOf)[0] : undefined
}

function requestOf({ answer_outcome, answer_said, answer_answered_at, answer_by, ...request }: Row): DataRequest {
  const answer = answer_outcome
    ? ({ outcome: answer_outcome, said: answer_said, answered_at: answer_answered_at, by: answer_by } as DataRequest['answer'])
    : null
  return { ...request, answer }
}
