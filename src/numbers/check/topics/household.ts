import type { ClaimQuestion, Doubt } from '../check.ts'
import type { ClaimInContext } from '../read/claim.ts'
import type { Row } from '../read/lexicon.ts'
import { isSaid, type Topic, topicLexicon } from './topic.ts'

const rows: readonly Row[] = [
  ['counted', 'households', 'hộ | số hộ | hộ dân | số hộ dân | hộ gia đình | số hộ gia đình'],
  ['counted', 'part', 'đất | ngày công | tiền | tiền mặt | vật liệu | vật tư'],
  ['state', 'given', 'đóng góp | đã đóng góp | có đóng góp | tham gia đóng góp | đã tham gia đóng góp | tự nguyện đóng góp | đã tự nguyện đóng góp | cùng đóng góp | góp sức | đã góp sức | chung tay đóng góp | chung sức đóng góp'],
  ['counted', 'theme', 'xây dựng nông thôn mới | cho xây dựng nông thôn mới | để xây dựng nông thôn mới | trong xây dựng nông thôn mới | vào xây dựng nông thôn mới | trong phong trào xây dựng nông thôn mới | cho chương trình nông thôn mới'],
] // biome-ignore format: a table reads by its columns

const HOUSEHOLD = /^hộ( dân| gia đình)?$/

/** F14: households that gave, each once. Which of them gave land, or money, or to what work, the figure does not tell. */
export const household: Topic = {
  lexicon: topicLexicon(rows),
  isNamedIn: sentence => /hộ/.test(sentence) && /góp/.test(sentence),
  counts: ({ counts, value: { unit }, share }) => unit === null && share === null && HOUSEHOLD.test(counts ?? ''),
  isStated: chunks => isSaid(chunks, 'state', 'given'),
  questions: householdQuestions,
}

/** Without a place beside it a household may be anybody's. */
function householdQuestions({ reach, where, when, change, per }: ClaimInContext): ClaimQuestion[] | Doubt {
  const all = [...reach.hung, ...reach.own, ...reach.lead]
  if (!isSaid(all, 'state', 'given')) return 'state'
  if (isSaid(all, 'counted', 'part')) return 'counted'
  if (where.length === 0) return 'where'
  if (change !== 'level') return 'change'
  if (per !== 'all') return 'per'
  if (when.kind === 'to-come' || when.kind === 'unclear') return 'when'
  return [{ figure: 'F14', asked: { valid_as_of: when.to, ...(when.kind === 'within' && { from: when.from }) }, part: 'value' }]
}
