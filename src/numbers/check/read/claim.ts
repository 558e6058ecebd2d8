import type { Quantity } from '../../../basis/quantity/index.ts'
import type { Turn } from '../check.ts'
import { type Change, turnOf } from './change.ts'
import type { Modality } from './modality.ts'
import type { Per } from './per.ts'
import { perHundred } from './per-hundred.ts'
import type { Clauses } from './pieces.ts'
import { type IsStated, type Reach, reachOf, saysWhen } from './reach.ts'
import type { Chunk } from './sentence.ts'
import type { CellRead } from './table.ts'
import { comparedIn, type Merger, mergerOf, type When, whenOf } from './when.ts'
import { type Where, whereOf } from './where.ts'

/** A claim read into slots, with the words it was read from. Nothing of the register is in it. */
export type ClaimInContext = {
  quantity: Quantity
  /** The day of the text. */
  day: string
  /**
   * The day by which the register is asked of a period that is over: that of the text, or the last day of the province.
   */
  known_on: string
  reach: Reach
  /** Whether it stands in the cell of a table. */
  is_in_table: boolean
  /** What its words say of where, the nearest first; none where they say nothing. */
  where: Where[]
  when: When
  /** What a change is told from; null where nothing is compared, or with no day. */
  compared: When | null
  turn: Turn | null
  merger: Merger
  modality: Modality
  change: Change
  per: Per
  /** What no slot took, as printed. */
  unread: string[]
}

/** A sentence cut into chunks and clauses, or a cell with what its table says of it; with what the heading above says. */
export type SentenceRead = { above: readonly Chunk[]; is_of_list: boolean } & (
  | { chunks: readonly Chunk[]; clauses: Clauses; before: () => readonly Chunk[] | null; cell?: undefined }
  | { cell: CellRead }
)

export function readClaim(sentence: SentenceRead, asked: Quantity, day: string, isStated: IsStated): ClaimInContext | null {
  const { above, is_of_list, cell } = sentence
  const found = cell ? cell.reach : reachOf(sentence.clauses, asked, isStated, sentence.before)
  if (!found) return null
  const governs = is_of_list || !found.own.some(saysWhen)
  const whole = { ...found, lead: [...(governs ? above : []), ...found.lead] }
  const { reach, quantity, is_base } = perHundred(whole, asked)
  const { own, hung, lead, asides, at } = reach
  const all = [...lead, ...hung, ...own]
  const { compared, rest } = comparedIn(own, day)
  return {
    quantity,
    day,
    known_on: day,
    reach,
    is_in_table: cell !== undefined,
    where: whereSaid(whereOf([own, hung, lead, asides], own[at]!), cell?.is_sum ?? false),
    when: whenOf([compared ? rest : halfOf(own, at), hung, lead], day),
    compared,
    turn: turnOf(own.slice(0, at)),
    merger: mergerOf([...hung, ...own]),
    modality: isAsked(cell ? all : sentence.chunks) ? 'question' : isMentioned(own, at) ? 'mentioned' : modalityOf(all),
    change: changeOf(own, at),
    per: is_base ? 'base' : perOf(all),
    unread: unreadOf(reach),
  }
}

/** Which rows a sum adds up, a table says only by a place. */
function whereSaid(where: Where[], is_sum: boolean): Where[] {
  return is_sum && where.length === 0 ? [{ kind: 'unclear' }] : where
}

/** Each end of a change has a time of its own: «từ 15 xã năm 2020 lên 21 xã năm 2022». */
function halfOf(own: readonly Chunk[], at: number): readonly Chunk[] {
  const turn = own.findIndex(({ slot, says }) => slot === 'change' && (says === 'to' || says === 'left'))
  if (turn < 0 || !own.some((chunk, i) => i !== at && chunk.slot === 'number')) return own
  const half = at < turn ? own.slice(0, turn) : own.slice(turn)
  return half.some(({ slot }) => slot === 'date') ? half : own
}

function isAsked(chunks: readonly Chunk[]): boolean {
  return chunks.some(({ slot, says }) => slot === 'mark' && says === '?')
}

/**
 * «tại 15 xã», «của 15 xã»: a preposition right before the number; «bản cam kết của 15 người» are theirs. «Đó là 15 xã»,
 * «15 xã này» are those that were spoken of.
 */
function isMentioned(own: readonly Chunk[], at: number): boolean {
  if (/^(này|đó|ấy|kia|nói trên|nêu trên|trên đây)$/i.test(own[at + 1]?.text ?? '')) return true
  if (/^(đó|đây) là$/i.test(own[at - 1]?.text ?? '') && own[at]?.quantity?.kind === 'claim') return true
  if (own[at - 2]?.says === 'committed' && /^của$/i.test(own[at - 1]!.text)) return false
  return /^(tại|ở|của|trong|về|cùng với)$/.test(own[at - 1]?.text.toLowerCase() ?? '')
}

function modalityOf(chunks: readonly Chunk[]): Modality {
  return (chunks.find(({ slot }) => slot === 'modality')?.says as Modality | undefined) ?? 'fact'
}

function perOf(chunks: readonly Chunk[]): Per {
  return (chunks.find(({ slot }) => slot === 'per')?.says as Per | undefined) ?? 'all'
}

/** The last word of change before the number; one behind it compares. «Từ 122 … còn 108» says both ends. */
function changeOf(own: readonly Chunk[], at: number): Change {
  if (own[at - 1]?.says === 'since') return 'from'
  if (isNewlyReached(own, at)) return 'added'
  const before = own.slice(0, at).findLast(({ slot }) => slot === 'change')?.says
  const behind = own.slice(at + 1).find(({ slot, text }) => slot === 'change' && !/^(hiện )?còn$/i.test(text))?.says
  if (before === 'fall' || before === 'rise') return behind === 'to' ? 'from' : 'difference'
  if (behind && behind !== 'added') return 'difference'
  if (behind === 'added') return 'added'
  return (before as Change | undefined) ?? 'level'
}

/** Words that no slot took, those that stand together in one. */
function unreadOf({ own, hung, lead, at }: Reach): string[] {
  return [
    ...unreadIn(lead),
    ...unreadIn(hung, i => isOtherWhole(hung, i, own[at]!)),
    ...unreadIn(own, i => i !== at && (isForeign(own, i, at) || isNewlySaid(own, i, at))),
  ]
}

/** «Trong 3 huyện, có 15 xã», «Với 40 hộ, …»: of what else this is told, the register does not know. */
function isOtherWhole(hung: readonly Chunk[], i: number, { quantity: asked }: Chunk): boolean {
  const { slot, quantity } = hung[i]!
  if (slot !== 'number' || quantity?.kind !== 'claim' || !asked?.counts || headOf(quantity) === headOf(asked)) return false
  return /^(trong|tại|ở|với|từ|qua|sau|cả|bằng|nhờ)$/i.test(hung[i - 1]?.text ?? '')
}

function headOf({ counts }: Quantity): string | undefined {
  return counts?.split(' ')[0]
}

/** «mới 15 xã» is only fifteen; «15 xã mới đạt chuẩn» are those that are new. */
function isNewlySaid(own: readonly Chunk[], i: number, at: number): boolean {
  return i > at && own[i]!.slot === 'silent' && /^(mới|chỉ)$/i.test(own[i]!.text) && !isNewlyReached(own, at)
}

/** «Năm 2019 có 6 xã mới được công nhận»: as many as came to it. */
function isNewlyReached(own: readonly Chunk[], at: number): boolean {
  return /^mới$/i.test(own[at + 1]?.text ?? '') && own[at + 2]?.says === 'reached'
}

/** Another number among a claim's own words, unless both are the ends of a change: «từ 23 xuống còn 15». */
function isForeign(own: readonly Chunk[], i: number, at: number): boolean {
  if (own[i]!.slot !== 'number') return false
  const [first, last] = [Math.min(i, at), Math.max(i, at)]
  const begins =
    own[first - 1]?.says === 'since' || own.slice(0, first).some(({ slot, says }) => slot === 'change' && /^(fall|rise)$/.test(says))
  const ends = own.slice(first + 1, last).some(({ slot, says }) => slot === 'change' && /^(to|left)$/.test(says))
  return !begins || !ends
}

/** The directive that the whole programme carries out. */
const programme = /(^|\s)05(-CT\/TW)?$/i

export function unreadIn(chunks: readonly Chunk[], isForeignAt: (at: number) => boolean = () => false): string[] {
  const runs: string[][] = []
  let open = false
  chunks.forEach((chunk, i) => {
    const left = isLeft(chunk) || isForeignAt(i)
    if (left && open) runs.at(-1)!.push(chunk.text)
    else if (left) runs.push([...openers(chunks, i), chunk.text])
    open = left
  })
  return runs.map(run => run.join(' '))
}

function isLeft({ slot, text, says }: Chunk): boolean {
  if (slot === 'document') return !programme.test(text)
  return (
    slot === 'unread' || slot === 'number-word' || slot === 'aside' || slot === 'source' || (slot === 'mark' && /^["“”«»‘’]$/.test(says))
  )
}

/** «có» before «nữ bí thư»: the reader sees it with what it leads. */
function openers(chunks: readonly Chunk[], at: number): string[] {
  const before = chunks[at - 1]
  return before?.slot === 'silent' && /^(có|của|ở|tại|là|được|về|cho)$/.test(before.text.toLowerCase()) ? [before.text] : []
}
