import { query } from '../../../platform/database/index.ts'

/** The last meeting that a cell held in a round. */
export type Meeting = {
  review_meeting_id: number
  held_on: string
  chair: string
  clerk: string
  members: number
  present: number
  said: string
}

export const findMeeting = query<{ review_round_id: number; unit_id: number }, Meeting>(`
  select review_meeting_id, held_on::text as held_on, chair, clerk, members, present, said
    from review_meeting
   where review_round_id = :review_round_id and unit_id = :unit_id and upper(recorded) = 'infinity'
   order by review_meeting_id desc
   limit 1`)
