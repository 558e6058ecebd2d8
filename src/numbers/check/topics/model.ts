import type { ClaimQuestion, Doubt } from '../check.ts'
import type { ClaimInContext } from '../read/claim.ts'
import type { Row } from '../read/lexicon.ts'
import { learning_rows } from './commitment.ts'
import { isSaid, type Topic, topicLexicon } from './topic.ts'

const rows: readonly Row[] = [
  ['counted', 'models', 'mô hình | số mô hình | các mô hình'],
  ['state', 'in-operation', 'đang hoạt động | hoạt động | còn hoạt động | vẫn hoạt động | đang được duy trì | được duy trì | đang duy trì | duy trì'],
  ['counted', 'theme', 'trong học tập và làm theo bác | trong học và làm theo bác | trong việc học tập và làm theo bác | về học tập và làm theo bác'],
] // biome-ignore format: a table reads by its columns

/**
 * F12: models of learning from and following Uncle Ho that are in operation. Those that were only tried or begun, and
 * models of other movements, the register does not count.
 */
export const model: Topic = {
  lexicon: topicLexicon(rows, learning_rows),
  isNamedIn: sentence => /mô hình/.test(sentence) && /làm theo|học bác|gương bác/.test(sentence),
  counts: ({ counts, value: { unit }, share }) => unit === null && share === null && counts === 'mô hình',
  isStated: chunks => isSaid(chunks, 'state', 'in-operation'),
  questions: modelQuestions,
}

/** Of a day, not of a time: what operated during a year may have ended in it. */
function modelQuestions({ reach, where, when, change, per }: ClaimInContext): ClaimQuestion[] | Doubt {
  const all = [...reach.hung, ...reach.own, ...reach.lead]
  if (!isSaid(all, 'state', 'in-operation')) return 'state'
  if (!isSaid(all, 'counted', 'theme')) return 'theme'
  if (where.length === 0) return 'where'
  if (change !== 'level') return 'change'
  if (per !== 'all') return 'per'
  if (when.kind !== 'day' && when.kind !== 'until') return 'when'
  return [{ figure: 'F12', asked: { valid_as_of: when.to }, part: 'value' }]
}
