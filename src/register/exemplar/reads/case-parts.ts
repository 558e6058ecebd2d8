import { query } from '../../../platform/database/index.ts'
import type { NominationState, RecognitionForm, RecognitionLevel } from '../exemplar.ts'

export type StepRow = {
  step_id: number
  state: NominationState
  happened_on: string
  comment: string | null
  is_own: boolean | null
  by_name: string | null
  full_name: string
  undone_at: string | null
}

/** The steps of a case; who took each is named where whoever asks may read their file. */
export const listSteps = query<{ nomination_id: number }, StepRow>(`
  select s.nomination_step_id as step_id, s.state, day_in_vietnam(lower(s.recorded)) as happened_on, s.comment,
         s.taken_by = n.nominated_by as is_own, v.full_name as by_name, coalesce(v.full_name, '') as full_name, null as undone_at
    from nomination_step s
    join nomination n          on n.nomination_id = s.nomination_id
    left join person_version v on v.person_id = s.taken_by and is_open(v.recorded)
   where s.nomination_id = :nomination_id::bigint
   order by s.nomination_step_id`)

export type VoteRow = { met_on: string; seats: number; attended: number; in_favour: number; against: number }

export const findVote = query<{ nomination_id: number }, VoteRow>(
  'select met_on, seats, attended, in_favour, against from council_vote where nomination_id = :nomination_id::bigint',
)

export type CommentRow = { notice_comment_id: number; said: string; said_at: string; is_signed: boolean; by_name: string | null }

/** What was said of a notice, as far as whoever asks is the office in charge. */
export const listComments = query<{ notice_id: number }, CommentRow>(`
  select c.notice_comment_id, c.said, lower(c.recorded) as said_at, c.said_by is not null as is_signed, v.full_name as by_name
    from notice_comment c
    left join person_version v on v.person_id = c.said_by and is_open(v.recorded)
   where c.notice_id = :notice_id::bigint
   order by c.notice_comment_id`)

export type EvidenceRow = { nomination_evidence_id: number; name: string }

export const listEvidence = query<{ nomination_id: number }, EvidenceRow>(`
  select nomination_evidence_id, name from nomination_evidence
   where nomination_id = :nomination_id::bigint and is_open(recorded)
   order by nomination_evidence_id`)

/** One of them with its bytes. */
export const findEvidence = query<
  { nomination_id: number; nomination_evidence_id: number },
  { name: string; media_type: string; bytes: Buffer }
>(`
  select name, media_type, bytes from nomination_evidence
   where nomination_evidence_id = :nomination_evidence_id::bigint and nomination_id = :nomination_id::bigint and is_open(recorded)`)

/** The story that stands, as whoever keeps the file reads it. */
export const findStory = query<{ exemplar_id: number }, { story_vi: string; story_en: string }>(
  'select story_vi, story_en from exemplar_story where exemplar_id = :exemplar_id::bigint and is_open(recorded)',
)

export type AwardRow = {
  level: RecognitionLevel
  form: RecognitionForm
  achievement: string
  decided_on: string
  number: string
  issuer: string
  revoked_on: string | null
}

/** The awards of an exemplar, the latest first. */
export const listAwards = query<{ exemplar_id: number }, AwardRow>(`
  select r.level, r.form, r.achievement, r.decided_on, i.number, i.issuer, r.revoked_on
    from recognition r
    join instrument i on i.instrument_id = r.instrument_id
   where r.exemplar_id = :exemplar_id::bigint and is_open(r.recorded)
   order by r.decided_on desc, r.recognition_id desc`)
