import { query } from '../../../platform/database/index.ts'

/** The minutes of a meeting as they were signed, the newest last. */
export type ReviewPaper = { review_paper_id: number; name: string; media_type: string; size: number; digest: string }

export const listPapers = query<{ review_meeting_id: number }, ReviewPaper>(`
  select review_paper_id, name, media_type, octet_length(bytes) as size, digest
    from review_paper
   where review_meeting_id = :review_meeting_id and upper(recorded) = 'infinity'
   order by review_paper_id`)

/** At most one row; none outside the scope of who asks. */
export const findPaper = query<
  { review_meeting_id: number; review_paper_id: number },
  { name: string; media_type: string; bytes: Buffer; digest: string }
>(`
  select name, media_type, bytes, digest
    from review_paper
   where review_paper_id = :review_paper_id and review_meeting_id = :review_meeting_id and upper(recorded) = 'infinity'`)
