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
  // A year or a period that ended before the text's day spans several years of the programme.
  if (when.kind === 'within' && when.to !== day) return 'when'
  return [{ figure: 'F23', asked: { valid_as_of: when.to }, part: 'value' }]
}
