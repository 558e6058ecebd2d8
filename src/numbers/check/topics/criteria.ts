import type { ClaimQuestion, Doubt } from '../check.ts'
import type { ClaimInContext } from '../read/claim.ts'
import type { Row } from '../read/lexicon.ts'
import { isSaid, type Topic, topicLexicon } from './topic.ts'

const rows: readonly Row[] = [
  ['per', 'mean', 'bình quân | trung bình | đạt bình quân | đạt trung bình | tính bình quân | bình quân chung'],
  ['counted', 'each', 'bình quân mỗi xã | trung bình mỗi xã | bình quân các xã | trung bình các xã | bình quân một xã | trung bình một xã | bình quân mỗi xã đạt | mỗi xã đạt bình quân | mỗi xã bình quân | bình quân tiêu chí trên xã | bình quân tiêu chí/xã | số tiêu chí bình quân mỗi xã | số tiêu chí đạt bình quân'],
  ['counted', 'criteria', 'số tiêu chí | tiêu chí'],
  ['state', 'theme', 'nông thôn mới | ntm | về nông thôn mới | tiêu chí nông thôn mới | xây dựng nông thôn mới | trong xây dựng nông thôn mới | về xây dựng nông thôn mới | tiêu chí về nông thôn mới | chuẩn nông thôn mới'],
  ['state', 'met', 'đạt | đã đạt | đạt được | đã đạt được | đạt chuẩn | hoàn thành'],
  ['state', 'other', 'nâng cao | kiểu mẫu'],
] // biome-ignore format: a table reads by its columns

/** F19: how many criteria of the new countryside the communes of a place meet on average. */
export const criteria: Topic = {
  lexicon: topicLexicon(rows),
  isNamedIn: sentence =>
    /tiêu chí/.test(sentence) && /bình quân|trung bình|tiêu chí\/xã/.test(sentence) && /nông thôn mới|ntm/.test(sentence),
  counts: ({ counts, value: { unit }, share }) => share === null && (unit === 'tiêu chí/xã' || (unit === null && counts === 'tiêu chí')),
  isStated: chunks => isSaid(chunks, 'state', 'theme'),
  questions: criteriaQuestions,
  counts_communes: true,
}

/** Of the set for the standard alone: which of the others is meant, words seldom say. */
function criteriaQuestions({ quantity, reach, when, change, per }: ClaimInContext): ClaimQuestion[] | Doubt {
  const all = [...reach.hung, ...reach.own, ...reach.lead]
  if (isSaid(all, 'state', 'other')) return 'counted'
  const is_mean = isSaid(reach.own, 'counted', 'each') || (quantity.value.unit === 'tiêu chí/xã' && isSaid(reach.own, 'per', 'mean'))
  if (!is_mean || (per !== 'all' && per !== 'mean')) return 'per'
  if (change !== 'level') return 'change'
  if (when.kind === 'to-come' || when.kind === 'unclear') return 'when'
  if (when.kind === 'within' && when.from.slice(0, 4) !== when.to.slice(0, 4)) return 'when'
  return [{ figure: 'F19', asked: { valid_as_of: when.to }, part: 'mean' }]
}
