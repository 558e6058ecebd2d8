import type { AnswerPart, ClaimQuestion, Doubt } from '../check.ts'
import type { ClaimInContext } from '../read/claim.ts'
import type { Row } from '../read/lexicon.ts'
import { learning_rows } from './commitment.ts'
import { isSaid, type Topic, topicLexicon } from './topic.ts'

const rows: readonly Row[] = [
  ['counted', 'both', 'tập thể, cá nhân | tập thể và cá nhân | cá nhân, tập thể | tập thể cá nhân | các tập thể, cá nhân | lượt tập thể, cá nhân'],
  ['counted', 'collective', 'tập thể'],
  ['counted', 'individual', 'cá nhân'],
  ['state', 'exemplary', 'tiêu biểu | điển hình | điển hình tiên tiến | tiên tiến | xuất sắc | gương | tấm gương | gương sáng | gương điển hình | điển hình tiêu biểu | người tốt việc tốt | người tốt, việc tốt'],
  ['state', 'recognised', 'được biểu dương | biểu dương | được tuyên dương | tuyên dương | được tôn vinh | tôn vinh | được công nhận | công nhận | đã công nhận | được ghi nhận | ghi nhận | đã được ghi nhận | được công nhận là | xuất hiện | phát hiện | được biểu dương, khen thưởng'],
  ['counted', 'theme', 'trong học tập và làm theo bác | trong học và làm theo bác | trong việc học tập và làm theo bác | về học tập và làm theo bác | trong thực hiện chỉ thị'],
] // biome-ignore format: a table reads by its columns

/**
 * F11: collectives and individuals recognised as exemplars of learning from and following Uncle Ho, together or apart.
 */
export const exemplar: Topic = {
  lexicon: topicLexicon(rows, learning_rows),
  isNamedIn: sentence => /làm theo|học tập bác|học bác|điển hình|(tập thể|cá nhân).*(tiêu biểu|xuất sắc)/.test(sentence),
  counts: ({ counts, value: { unit }, share }) => unit === null && share === null && (counts === null || partOf(counts) !== null),
  isStated: chunks => isSaid(chunks, 'counted', 'theme') || isSaid(chunks, 'state', 'exemplary'),
  questions: exemplarQuestions,
}

function exemplarQuestions({ quantity, reach, when, change, per }: ClaimInContext): ClaimQuestion[] | Doubt {
  const all = [...reach.hung, ...reach.own]
  const part = partOf(quantity.counts ?? '') ?? (quantity.counts === null && isSaid(all, 'counted', 'both') ? 'value' : null)
  if (part === null) return 'counted'
  if (!isSaid(all, 'state', 'exemplary', 'recognised') && !isExemplar(quantity.counts)) return 'state'
  // Of what they are exemplars must be said: a province recognises others, too.
  if (!isSaid([...all, ...reach.lead], 'counted', 'theme')) return 'theme'
  if (change !== 'level') return 'change'
  if (per !== 'all') return 'per'
  if (when.kind === 'to-come' || when.kind === 'unclear') return 'when'
  return [{ figure: 'F11', asked: { valid_as_of: when.to, ...(when.kind === 'within' && { from: when.from }) }, part }]
}

function isExemplar(counts: string | null): boolean {
  return /điển hình|gương/.test(counts ?? '')
}

function partOf(counts: string): AnswerPart | null {
  const [collective, individual] = [/tập thể/.test(counts), /cá nhân/.test(counts)]
  if (collective !== individual) return collective ? 'collective' : 'individual'
  return collective || isExemplar(counts) ? 'value' : null
}
