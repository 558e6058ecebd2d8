import { type Db, query } from '../../../platform/database/index.ts'
import type { StepMade } from '../../../platform/workflow/index.ts'
import type { Award, AwardFault, AwardListState, TablePlace } from './award-list.ts'

/** A list as it was sent, with what it says and where it stands. `sender` where the reader may see their name. */
export type AwardList = {
  award_list_id: number
  unit_id: number
  unit: string
  unit_name: string
  uploaded_by: number
  sender: string | null
  file_name: string
  digest: string
  sent_at: string
  place: TablePlace
  lines: Award[]
  faults: AwardFault[]
  state: AwardListState
}
/** `n`: how many lines it has, where each can be understood. */
export type AwardListRow = Omit<AwardList, 'place' | 'lines' | 'faults'> & { n: number | null }

const from_lists = `
    from award_list l
    join unit u         on u.unit_id = l.unit_id
    join unit_version v on v.unit_id = l.unit_id and is_open(v.recorded) and v.valid @> last_day_alive(l.unit_id, :day::date, recorded_now())
    join lateral (select s.state from award_list_step s
                   where s.award_list_id = l.award_list_id
                   order by s.award_list_step_id desc limit 1) s on true
    left join person_version p on p.person_id = l.uploaded_by and is_open(p.recorded)`
const columns = `
  select l.award_list_id, l.unit_id, u.key as unit, v.name as unit_name, l.uploaded_by, p.full_name as sender, l.file_name, l.digest,
         lower(l.recorded) as sent_at, s.state`

const lists = query<{ unit_id: number; day: string }, AwardListRow>(`
  ${columns}, case when l.faults = '[]' then jsonb_array_length(l.lines) end as n ${from_lists}
   where l.unit_id = :unit_id::int
   order by l.award_list_id desc
   limit 100`)

type ListWaiting = Omit<AwardListRow, 'n'>
const waiting = query<{ day: string }, ListWaiting>(`
  ${columns} ${from_lists}
   where s.state = 'waits' and l.uploaded_by <> current_person_id()
   order by l.award_list_id
   limit 100`)

const list = query<{ award_list_id: number; day: string }, AwardList>(`
  ${columns}, l.place, l.lines, l.faults ${from_lists}
   where l.award_list_id = :award_list_id::bigint`)

const files = query<{ award_list_id: number }, { file: Buffer }>('select file from award_list where award_list_id = :award_list_id::bigint')

/** The lists that were sent for a unit, the newest first. */
export function listAwardLists(db: Db, asked: { unit_id: number; day: string }): Promise<AwardListRow[]> {
  return lists(db, asked)
}

/** The lists that wait for somebody else's word, the longest waiting first. */
export function listAwardListsWaiting(db: Db, asked: { day: string }): Promise<ListWaiting[]> {
  return waiting(db, asked)
}

export async function findAwardList(db: Db, asked: { award_list_id: number; day: string }): Promise<AwardList | null> {
  return (await list(db, asked))[0] ?? null
}

/** The file itself. */
export async function findAwardListFile(db: Db, award_list_id: number): Promise<Uint8Array> {
  return new Uint8Array((await files(db, { award_list_id }))[0]!.file)
}

/** The steps of a list, in order. */
export const listAwardListSteps = query<{ award_list_id: number }, StepMade<AwardListState>>(`
  select s.award_list_step_id as step_id, s.state, day_in_vietnam(lower(s.recorded)) as happened_on, s.comment,
         s.taken_by = l.uploaded_by as is_own, p.full_name as by_name, coalesce(p.full_name, '') as full_name, null as undone_at
    from award_list_step s
    join award_list l          using (award_list_id)
    left join person_version p on p.person_id = s.taken_by and is_open(p.recorded)
   where s.award_list_id = :award_list_id::bigint
   order by s.award_list_step_id`)

/** The cases that the lines of a list became. */
export const listAwardListCases = query<{ award_list_id: number }, { row_number: number; nomination_id: number }>(
  'select row_number, nomination_id from award_list_case where award_list_id = :award_list_id::bigint',
)
