import type { ClaimQuestion, Doubt } from '../check.ts'
import type { ClaimInContext } from '../read/claim.ts'
import type { Row } from '../read/lexicon.ts'
import type { Chunk } from '../read/sentence.ts'
import { askChange, isSaid, type Topic, topicLexicon } from './topic.ts'

const rows: readonly Row[] = [
  ['counted', 'communes', 'xã | số xã | các xã | tổng số xã | số lượng xã | đơn vị xã | đơn vị cấp xã | nâng tổng số xã | nâng số xã | đưa tổng số xã | đưa số xã | trong số các xã | trong các xã | trong tổng số xã'],
  ['counted', 'share', 'tỷ lệ | tỉ lệ | tỷ lệ xã | tỷ lệ số xã | tỉ lệ xã | chiếm | chiếm tỷ lệ | đạt tỷ lệ | đạt'],
  ['state', 'theme', 'nông thôn mới | ntm | chuẩn nông thôn mới | chuẩn ntm | tiêu chí nông thôn mới | bộ tiêu chí quốc gia về nông thôn mới | bộ tiêu chí quốc gia về xã nông thôn mới | đầy đủ các tiêu chí nông thôn mới | xã nông thôn mới | xã ntm'],
  ['state', 'theme', 'xây dựng nông thôn mới | trong xây dựng nông thôn mới | về xây dựng nông thôn mới | về nông thôn mới | chương trình nông thôn mới | chương trình xây dựng nông thôn mới | chương trình mục tiêu quốc gia xây dựng nông thôn mới | phong trào xây dựng nông thôn mới | công cuộc xây dựng nông thôn mới'],
  ['state', 'held', 'đạt chuẩn | đã đạt chuẩn | đạt chuẩn quốc gia | đạt danh hiệu | giữ vững | giữ vững danh hiệu | giữ được danh hiệu | giữ danh hiệu | giữ chuẩn | giữ được chuẩn | giữ | duy trì | đang giữ | đang đạt chuẩn | đang duy trì | còn giữ chuẩn | là xã | đủ điều kiện đạt chuẩn | trở thành xã | xã đạt chuẩn | số xã đạt chuẩn'],
  ['state', 'reached', 'về đích | cán đích | đưa được | đưa | được công nhận | công nhận | được công nhận là | được tỉnh công nhận | được ubnd tỉnh công nhận | hoàn thành xây dựng | hoàn thành việc xây dựng | hoàn thành nhiệm vụ xây dựng | hoàn thành chương trình xây dựng | đã hoàn thành | được trao bằng công nhận | được cấp bằng công nhận | được quyết định công nhận | có quyết định công nhận | xây dựng thành công | được ghi nhận'],
  ['state', 'ever', 'từng công nhận | đã từng công nhận | từng được công nhận | đã từng được công nhận | từng đạt chuẩn | đã từng đạt chuẩn | từng về đích'],
  ['state', 'advanced', 'nâng cao'],
  ['state', 'model', 'kiểu mẫu'],
  ['silent', '', 'theo huyện | theo từng huyện | chia theo huyện | của từng huyện | ở từng huyện'],
  ['change', 'left', 'chỉ còn | còn | còn lại | chỉ còn lại | hiện còn | nay còn'],
] // biome-ignore format: a table reads by its columns

/** F15 to F18: communes that reached the standard of the new countryside, or hold it. */
export const standing: Topic = {
  lexicon: topicLexicon(rows),
  isNamedIn: sentence => /nông thôn mới|ntm/.test(sentence),
  counts: ({ counts, value: { unit } }) =>
    counts === null ? unit === null || unit === '%' : counts === 'xã' && (unit === null || unit === '%' || unit === 'lượt'),
  isStated,
  questions: standingQuestions,
  counts_communes: true,
}

function isStated(chunks: readonly Chunk[]): boolean {
  return isSaid(chunks, 'state', 'theme', 'advanced', 'model')
}

type Level = 'standard' | 'advanced' | 'model'

function standingQuestions(claim: ClaimInContext): ClaimQuestion[] | Doubt {
  const { quantity, when, change, per, merger } = claim
  const { own, hung, at } = claim.reach
  const level = levelOf(claim)
  if (!countsCommunes(claim) || level === null) return 'counted'
  if (!isStated([...own, ...hung])) return 'state'
  if (per !== 'all') return 'per'
  if (when.kind === 'to-come' || when.kind === 'unclear') return 'when'
  if (claim.compared) return standingChange(claim, level)
  const day = { valid_as_of: when.to }
  if (quantity.share || quantity.value.unit === '%') return change === 'level' ? [asked('F18', { level, ...day })] : 'change'
  const standing = asked(level === 'advanced' ? 'F17' : 'F16', { ...day, ...(level === 'model' && { level }) })
  const ever = asked('F15', {
    valid_as_of: when.kind === 'within' ? claim.known_on : when.to,
    ...(level !== 'standard' && { level }),
    ...(when.kind === 'within' && { from: when.from }),
    to: when.to,
  })
  if (change === 'difference') return 'change'
  if (change === 'from') return isSaid(own, 'change', 'fall', 'left') ? [ever] : 'change'
  if (change === 'added') return when.kind === 'within' && isOfWholeYears(when, claim.day) ? [ever] : 'when'
  if (change === 'to' || merger === 'after' || isSaid(own.slice(0, at), 'change', 'left')) return [standing]
  if (quantity.value.unit === 'lượt' || isSaid(own, 'state', 'ever')) return [ever]
  if (when.kind === 'within' && !isOfWholeYears(when, claim.day)) return isSaid(own, 'state', 'reached') ? 'when' : [standing]
  if (when.kind === 'within' && claim.is_in_table && isOneYear(when))
    return [standing, ever, asked('F15', { ...ever.asked, from: undefined })]
  if (when.kind === 'within') return isOneYear(when) && !isSaid(own, 'state', 'reached') ? [ever, standing] : [ever]
  if (level !== 'standard') return [standing]
  return isSaid(own, 'state', 'reached') || merger === 'before' ? [ever, standing] : [standing]
}

/**
 * «Tăng 6 xã so với năm 2018»: how many more stand; «có thêm 6 xã» may also be those that were recognised since, of whole
 * years.
 */
function standingChange(claim: ClaimInContext, level: Level): ClaimQuestion[] | Doubt {
  const { quantity, change } = claim
  if (quantity.share || quantity.value.unit !== null || (change !== 'difference' && change !== 'added')) return 'change'
  return askChange(claim, when =>
    'to' in when ? asked(level === 'advanced' ? 'F17' : 'F16', { valid_as_of: when.to, ...(level === 'model' && { level }) }) : 'when',
  )
}

/** The noun stands with the number, or before it («Số xã …: 15»). */
function countsCommunes({ quantity, reach: { own, hung }, is_in_table }: ClaimInContext): boolean {
  const words = is_in_table ? [...own, ...hung] : own
  if (
    quantity.value.unit === '%' &&
    isSaid(own, 'counted', 'share') &&
    hung.findLast(({ slot }) => slot === 'number')?.quantity?.counts === 'xã'
  )
    return true
  return quantity.counts === 'xã' || isSaid([...own, ...hung], 'counted', 'communes') || words.some(isCommuneWord)
}

function isCommuneWord({ slot, says, text }: Chunk): boolean {
  if (slot !== 'counted' && slot !== 'state') return false
  return says === 'held' ? /^(tổng )?số xã /i.test(text) : /(^|\s)xã(\s|$)/i.test(text)
}

/** The words behind the number say the level; else those before it; else those it hangs on. Null where two are said. */
function levelOf({ reach: { own, hung, at } }: ClaimInContext): Level | null {
  for (const chunks of [own.slice(at), own.slice(0, at), hung]) {
    const [advanced, model] = [isSaid(chunks, 'state', 'advanced'), isSaid(chunks, 'state', 'model')]
    if (advanced && model) return null
    if (advanced || model) return advanced ? 'advanced' : 'model'
    if (isSaid(chunks, 'state', 'theme')) return 'standard'
  }
  return 'standard'
}

/** Decisions count for years: a part of one is not told apart. */
function isOfWholeYears({ from, to }: { from: string; to: string }, day: string): boolean {
  return from.endsWith('-01-01') && (to.endsWith('-12-31') || to === day)
}

function isOneYear({ from, to }: { from: string; to: string }): boolean {
  return from.slice(0, 4) === to.slice(0, 4)
}

function asked(figure: ClaimQuestion['figure'], parameters: ClaimQuestion['asked']): ClaimQuestion {
  return { figure, asked: parameters, part: 'value' }
}
