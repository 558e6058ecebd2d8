/**
 * What somebody may ask of what is kept about them (Law 91/2025/QH15): a copy, a correction, erasure, or that a use
 * ends.
 */
export const request_kinds = ['copy', 'correct', 'erase', 'object'] as const
export type RequestKind = (typeof request_kinds)[number]

/** How an office answers. */
export const answer_outcomes = ['done', 'refused'] as const
export type AnswerOutcome = (typeof answer_outcomes)[number]

/** A request is answered within two working days (Law 91/2025/QH15). */
export const working_days_to_answer = 2

/** A request as both sides see it; `answer` is null while it waits. Days and instants as ISO text. */
export type DataRequest = {
  data_request_id: number
  person_id: number
  full_name: string
  unit_name: string
  kind: RequestKind
  said: string
  asked_at: string
  due_on: string
  answer: { outcome: AnswerOutcome; said: string; answered_at: string; by: string } | null
  /** When the erasure that an answer granted was carried out, and how many commitments lost their content. */
  erased_at: string | null
  erased: number | null
}
