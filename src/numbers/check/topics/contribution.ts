import type { Quantity } from '../../../basis/quantity/index.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import type { ClaimQuestion, Doubt } from '../check.ts'
import type { ClaimInContext } from '../read/claim.ts'
import type { Row } from '../read/lexicon.ts'
import { isSaid, type Topic, topicLexicon } from './topic.ts'

const rows: readonly Row[] = [
  ['counted', 'everybody', 'nhân dân | người dân | bà con | bà con nhân dân | các tầng lớp nhân dân | nhân dân các dân tộc | bà con các dân tộc | đồng bào các dân tộc | nhân dân địa phương | toàn dân'],
  ['counted', 'land', 'đất | diện tích đất | mét vuông đất | đất các loại | các loại'],
  ['counted', 'workdays', 'ngày công | ngày công lao động'],
  ['counted', 'money', 'tiền | số tiền | bằng tiền | tiền mặt'],
  ['state', 'given', 'hiến | đã hiến | tự nguyện hiến | hiến tặng | góp | đóng góp | đã đóng góp | đã góp | tự nguyện đóng góp | ủng hộ | góp được | đóng góp được | hiến được | quyên góp | tham gia đóng góp | tự giác hiến | tình nguyện hiến | tự nguyện góp | hiến góp'],
  ['counted', 'theme', 'xây dựng nông thôn mới | cho xây dựng nông thôn mới | để xây dựng nông thôn mới | trong xây dựng nông thôn mới | trong phong trào xây dựng nông thôn mới | cho chương trình nông thôn mới'],
] // biome-ignore format: a table reads by its columns

const KINDS: Record<string, string> = { m2: 'land', ha: 'land', 'ngày công': 'workdays', đồng: 'money' }

/**
 * F13: land, workdays and money that the people of a place gave. What for, the register does not tell apart; nor what
 * one household gave.
 */
export const contribution: Topic = {
  lexicon: topicLexicon(rows),
  isNamedIn: sentence => /góp|ủng hộ|hiến/.test(sentence),
  counts: quantity => kindOf(quantity) !== null,
  isStated: chunks => isSaid(chunks, 'state', 'given'),
  questions: contributionQuestions,
}

/** Without a place beside it a gift may be anybody's. */
function contributionQuestions({ quantity, reach, where, when, known_on, change, per }: ClaimInContext): ClaimQuestion[] | Doubt {
  const all = [...reach.hung, ...reach.own, ...reach.lead]
  const kind = kindOf(quantity)
  if (kind === null || !isSaid(all, 'counted', 'everybody') || (kind === 'land' && !isOfLand(quantity, all))) return 'counted'
  if (where.length === 0) return 'where'
  if (change !== 'level') return 'change'
  if (per !== 'all') return 'per'
  if (when.kind === 'to-come' || when.kind === 'unclear') return 'when'
  const during = when.kind === 'within' ? { from: when.from, to: when.to } : { to: when.to }
  return [{ figure: 'F13', asked: { valid_as_of: when.kind === 'within' ? known_on : when.to, kind, ...during }, part: 'value' }]
}

function isOfLand({ counts }: Quantity, all: ClaimInContext['reach']['own']): boolean {
  return /^đất/.test(counts ?? '') || isSaid(all, 'counted', 'land')
}

function kindOf({ value: { unit } }: Quantity): string | null {
  return unit === null ? null : (lookUp(KINDS, unit) ?? null)
}
