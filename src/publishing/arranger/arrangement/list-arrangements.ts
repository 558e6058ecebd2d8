import { type Db, query } from '../../../platform/database/index.ts'
import type { PageName } from '../../portal/index.ts'
import type { ArrangementState } from './arrangement-flow.ts'

/** An arrangement on its way, as the list of pages shows it: where it is, since when (ISO), by whose hand. */
export type ArrangementOnWay = {
  arrangement_id: number
  unit_id: number
  page: PageName
  state: ArrangementState
  move: string
  since: string
  by_name: string
  comment: string | null
  publish_at: string | null
  /** Whether whoever asks has arranged in it. */
  is_mine: boolean
}

const on_their_way = query<Record<string, never>, ArrangementOnWay>(
  `select a.arrangement_id, a.unit_id, a.page, s.state, s.move, s.recorded_at as since, s.actor_name as by_name, s.comment, p.publish_at,
          exists (select from arrangement_hand h
                   where h.arrangement_id = a.arrangement_id and h.person_id = current_person_id() and h.hand = 'wrote') as is_mine
     from arrangement a
     join lateral (select number, state, move, recorded_at, actor_name, comment from arrangement_step
                    where arrangement_id = a.arrangement_id order by number desc limit 1) s on s.state not in ('published', 'dropped')
     left join arrangement_approval p on p.arrangement_id = a.arrangement_id and p.step = s.number
    order by s.recorded_at, a.arrangement_id`,
)

/** The arrangements of whoever asks' newsroom that are on their way; of each page at most one. */
export function listArrangements(db: Db): Promise<ArrangementOnWay[]> {
  return on_their_way(db, {})
}

/** Who arranged and who approved what stands or stood before the public. */
export type ArrangedBy = { arrangement_id: number; arranged_by: string; approved_by: string }

const makers = query<Record<string, never>, ArrangedBy>(
  `select p.arrangement_id, v.writer_name as arranged_by, s.actor_name as approved_by
     from arrangement_approval p
     join arrangement_version v on v.arrangement_id = p.arrangement_id and v.number = p.version
     join arrangement_step s    on s.arrangement_id = p.arrangement_id and s.number = p.step
     join arrangement_step l    on l.arrangement_id = p.arrangement_id and l.number = p.step + 1 and l.state = 'published'`,
)

export function listArrangers(db: Db): Promise<ArrangedBy[]> {
  return makers(db, {})
}
