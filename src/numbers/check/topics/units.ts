import { lookUp } from '../../../basis/shared/look-up.ts'
import type { AnswerPart, ClaimQuestion, Doubt } from '../check.ts'
import type { ClaimInContext } from '../read/claim.ts'
import type { Row } from '../read/lexicon.ts'
import type { Chunk } from '../read/sentence.ts'
import { askChange, isSaid, type Topic, topicLexicon } from './topic.ts'

const rows: readonly Row[] = [
  ['state', 'units', 'đơn vị hành chính | đơn vị hành chính cấp xã | hành chính | hành chính cấp xã | đơn vị cấp xã | cấp xã | số đơn vị hành chính cấp xã | số đơn vị hành chính'],
  ['counted', 'kind', 'xã | số xã | số phường | số thị trấn | số đặc khu | phường | thị trấn | đặc khu | phường và thị trấn | còn lại là phường và thị trấn | còn lại'],
  ['counted', 'all', 'xã, phường, thị trấn | xã, phường và thị trấn | các xã, phường, thị trấn | xã, phường, đặc khu | xã, phường và đặc khu'],
  ['change', 'left', 'chỉ còn | còn | còn lại | chỉ còn lại | hiện còn | sắp xếp còn | sắp xếp lại còn | sáp nhập còn | sáp nhập lại còn | nhập lại còn'],
] // biome-ignore format: a table reads by its columns

const KINDS: Record<string, string> = { xã: 'commune', phường: 'ward', 'thị trấn': 'township', 'đặc khu': 'special-zone' }
const LEVEL =
  /^(đơn vị hành chính|đơn vị|đơn vị hành chính cấp xã|đơn vị cấp xã|xã, phường, thị trấn|xã, phường và thị trấn|xã, phường, đặc khu|xã, phường và đặc khu)$/

const NAMED = /đơn vị hành chính|đơn vị cấp xã|hành chính cấp xã|xã, phường(,| và) (thị trấn|đặc khu)/
/** Where communes of a sort are spoken of, «15 xã» may be those. */
const OTHERS = /nông thôn mới|ntm|tiêu chí|đạt chuẩn|danh hiệu|công nhận|trong đó/

/** F21: how many communes, wards and townships there are. Only where the words are about administrative units. */
export const units: Topic = {
  lexicon: topicLexicon(rows),
  isNamedIn: (sentence, before) => NAMED.test(sentence) || !(OTHERS.test(sentence) || OTHERS.test(before())),
  counts: ({ counts, value: { unit }, share }) => unit === null && share === null && (counts === null || kindOf(counts) !== null),
  isStated: chunks => chunks.some(chunk => namesUnits(chunk) || countsUnits(chunk) || headOf(chunk) !== null),
  questions: unitQuestions,
  counts_communes: true,
}

function unitQuestions(claim: ClaimInContext): ClaimQuestion[] | Doubt {
  const { quantity, reach, where, when, change, per, compared } = claim
  const kind = quantity.counts === null ? kindBefore(claim) : kindOf(quantity.counts)
  if (kind === null) return 'counted'
  const is_named = [...reach.own, ...reach.hung, ...reach.lead].some(namesUnits)
  if (!is_named && quantity.counts === 'đơn vị') return 'state'
  if (!is_named && where.length === 0) return 'where'
  if (per === 'all' && compared && change === 'difference')
    return askChange(claim, at => ('to' in at ? { figure: 'F21', asked: { valid_as_of: at.to, kind }, part: 'value' } : 'when'))
  const is_fewer = isFewerAfterMerger(claim)
  if (change === 'from' ? !isSaid(reach.own, 'change', 'fall', 'left') : change === 'added' || (change === 'difference' && !is_fewer))
    return 'change'
  if (per !== 'all') return 'per'
  if (when.kind === 'to-come' || when.kind === 'unclear' || (when.kind === 'within' && when.from.slice(0, 4) !== when.to.slice(0, 4)))
    return 'when'
  return [{ figure: 'F21', asked: { valid_as_of: when.to, kind }, part: is_fewer ? 'fewer' : partOf(claim) }]
}

function partOf({ merger, change }: ClaimInContext): AnswerPart {
  return merger === 'before' || change === 'from' ? 'before' : 'value'
}

/** «Sau sắp xếp, tỉnh còn 108 đơn vị hành chính cấp xã, giảm 14 đơn vị.» */
function isFewerAfterMerger({ change, turn, merger, reach: { lead } }: ClaimInContext): boolean {
  return change === 'difference' && turn === 'fall' && (merger === 'after' || isSaid(lead, 'when', 'after-merger'))
}

/** «108 đơn vị hành chính», «108 xã, phường, thị trấn», «cấp xã», «sau khi sắp xếp đơn vị hành chính». */
function namesUnits({ slot, says, text, quantity }: Chunk): boolean {
  if (slot === 'state') return says === 'units'
  return /hành chính|, phường/.test(quantity?.counts ?? '') || (slot === 'when' && /đơn vị hành chính/i.test(text))
}

/** The number says itself what is counted; «một» has no quantity of its own. */
function countsUnits({ slot, quantity }: Chunk): boolean {
  return slot === 'number' && quantity?.counts !== 'đơn vị' && kindOf(quantity?.counts ?? '') !== null
}

/** «Số xã … giảm từ 110 xuống còn 96»: the head of the clause says what is counted. */
function kindBefore({ reach: { own, hung, at } }: ClaimInContext): string | null {
  const before = [...hung, ...own.slice(0, at)]
  const heads = [...new Set(before.map(headOf).filter(head => head !== null))]
  if (heads.length > 0) return heads.length === 1 ? heads[0]! : null
  return before.some(({ slot, says }) => slot === 'state' && says === 'units') ? 'commune-level' : null
}

/** «Số xã», «số phường». */
function headOf({ slot, says, text }: Chunk): string | null {
  return slot === 'counted' && says === 'kind' ? kindOf(/^số (.+)$/i.exec(text)?.[1]?.toLowerCase() ?? '') : null
}

function kindOf(counts: string): string | null {
  return lookUp(KINDS, counts) ?? (LEVEL.test(counts) ? 'commune-level' : null)
}
