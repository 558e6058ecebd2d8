import { type Db, query } from '../../../platform/database/index.ts'
import type { Follows } from '../article.ts'
import { tellConsented } from '../consent/tell-consented.ts'
import type { DraftState } from './draft-flow.ts'

/** A draft as the board shows it: where it is, since when (ISO), by whose hand it came there, and with what words. */
export type DraftOnBoard = {
  draft_id: number
  unit_id: number
  title: string
  follows: Follows | null
  state: DraftState
  move: string
  since: string
  by_name: string
  comment: string | null
  /** How many numbers of the register stand in it. */
  numbers: number
  publish_at: string | null
  /** How much was said of it that is not resolved. */
  open_comments: number
  /** Whether whoever asks has written in it. */
  is_mine: boolean
}

const drafts = query<{ most: number }, DraftOnBoard>(
  `select d.draft_id, d.unit_id, v.title, d.follows, s.state, s.move, s.recorded_at as since, s.actor_name as by_name, s.comment, v.numbers, p.publish_at,
          open_comments(d.draft_id) as open_comments,
          exists (select from draft_hand h where h.draft_id = d.draft_id and h.person_id = current_person_id() and h.hand = 'wrote') as is_mine
     from draft d
     join lateral (select number, state, move, recorded_at, actor_name, comment from draft_step
                    where draft_id = d.draft_id order by number desc limit 1) s on s.state not in ('published', 'dropped')
     join lateral (select content ->> 'title' as title, jsonb_array_length(content -> 'citations') as numbers from draft_version
                    where draft_id = d.draft_id order by number desc limit 1) v on true
     left join draft_approval p on p.draft_id = d.draft_id and p.step = s.number
    order by s.recorded_at, d.draft_id
    limit :most`,
)

const most_drafts = 300

/** The drafts of whoever asks' newsroom that are on their way, those that wait longest first. */
export async function listDrafts(db: Db): Promise<DraftOnBoard[]> {
  return tellConsented(db, 'vi', await drafts(db, { most: most_drafts }))
}
