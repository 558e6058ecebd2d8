import type { ClaimQuestion, Doubt } from '../check.ts'
import type { ClaimInContext } from '../read/claim.ts'
import type { Row } from '../read/lexicon.ts'
import { learning_rows } from './commitment.ts'
import { isSaid, type Topic, topicLexicon } from './topic.ts'

const rows: readonly Row[] = [
  ['counted', 'who', 'cán bộ, đảng viên | cán bộ | đảng viên | nhân dân | cán bộ , đảng viên và nhân dân | toàn đảng bộ | đảng bộ tỉnh | đảng bộ | cả nước | toàn đảng | toàn dân'],
  ['state', 'carried-out', 'thực hiện | triển khai | triển khai thực hiện | tiếp tục thực hiện | bước sang | bước vào | năm nay | năm | tỉnh bước sang'],
  ['state', 'directive', 'của bộ chính trị | bộ chính trị | chỉ thị 05 | chỉ thị số 05'],
] // biome-ignore format: a table reads by its columns

/** F23: «năm thứ 5 … thực hiện Chỉ thị số 05», or since the country began to learn from and follow the example. */
export const programme: Topic = {
  lexicon: topicLexicon(rows, learning_rows),
  isNamedIn: sentence => /chỉ thị (số )?05|làm theo/.test(sentence),
  counts: ({ kind, counts }) => kind === 'ordinal' && counts === 'năm',
  isStated: chunks =>
    isSaid(chunks, 'counted', 'theme') || isSaid(chunks, 'state', 'directive') || chunks.some(({ slot }) => slot === 'document'),
  questions: programmeQuestions,
}

function programmeQuestions({ when, day }: ClaimInContext): ClaimQuestion[] | Doubt {
  if (when.kind === 'to-come' || when.kind === 'unclear') return 'when'
  const days = when.kind === 'within' ? daysIn(when, day) : [when.to]
  return days.length === 0 ? 'when' : days.map(valid_as_of => ({ figure: 'F23', asked: { valid_as_of }, part: 'value' }))
}

/**
 * A year of the programme begins on the directive's own day: «năm 2021» holds parts of two, and either is right. What
 * lasts longer is of the day of the text, where it reaches so far.
 */
function daysIn({ from, to }: { from: string; to: string }, day: string): string[] {
  if (from.slice(0, 4) === to.slice(0, 4)) return [to, from]
  return to === day ? [day] : []
}
