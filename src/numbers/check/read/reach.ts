import type { Quantity } from '../../../basis/quantity/index.ts'
import { type Clauses, numbersOf, type Piece } from './pieces.ts'
import type { Chunk } from './sentence.ts'

/**
 * What of a sentence must be accounted for before a claim is judged. `own` is the piece with the number and those
 * beside it that hold none; `hung` the clause it hangs on; `lead` what stands before the first number; `asides` what
 * changes nothing, but may name a place.
 */
export type Reach = { own: Chunk[]; hung: Chunk[]; lead: Chunk[]; asides: Chunk[]; at: number }

/** Whether words say the state or the act that a topic knows. */
export type IsStated = (chunks: readonly Chunk[]) => boolean

/** `before` is the sentence before, which is read only where this one points back to it; null where there is none. */
export function reachOf(clauses: Clauses, quantity: Quantity, isStated: IsStated, before: () => readonly Chunk[] | null): Reach | null {
  const bracket = clauses.brackets.find(({ pieces }) => holdingPiece(pieces, quantity) >= 0)
  const pieces = bracket?.pieces ?? clauses.pieces
  const at = holdingPiece(pieces, quantity)
  if (at < 0) return null
  const [from, to] = clauseAround(pieces, at)
  const reach = withoutAsides(pieces.slice(from, to), at - from, quantity)
  const within = hungOn(pieces, at, from, to, isStated, reach.own)
  const beside = bracket ? withBeside(clauses, bracket.before) : []
  const back = bracket ? [] : pointedBack(pieces, at, before, reach.own)
  const hung = [...within, ...beside, ...back, ...adjunctsBehind(pieces, at, to)]
  const governed = reach.own.some(saysWhen) ? [] : plansBefore(clauses, pieces, bracket ? null : from)
  const lead = [...(bracket ? [] : leadOf(pieces, at, from)), ...governed]
  return { ...reach, hung, lead }
}

function holdingPiece(pieces: Piece[], quantity: Quantity): number {
  return pieces.findIndex(({ chunks }) => chunks.some(chunk => chunk.quantity === quantity))
}

/** The clause: up to a semicolon or a full stop on either side. */
function clauseAround(pieces: Piece[], at: number): [number, number] {
  let from = at
  while (from > 0 && !pieces[from]!.stop) from--
  let to = at + 1
  while (to < pieces.length && !pieces[to]!.stop) to++
  return [from, to]
}

const POINTS_BACK = /^(trong (số )?(đó|này|ấy)|gồm|bao gồm|còn lại|số còn lại)(\s|$)/

/**
 * «Trong đó, 15 xã …» counts some of what the clause before it says, or the sentence before it: all of that must be
 * accounted for, too. Where nothing stands before, of what is not known. «Tỉnh chọn 20 xã điểm. Đến nay, 15 xã …» goes on
 * without a word.
 */
function pointedBack(pieces: Piece[], at: number, before: () => readonly Chunk[] | null, own: readonly Chunk[]): readonly Chunk[] {
  const [from] = clauseAround(pieces, at)
  const { joint, chunks } = pieces[from]!
  const opener = joint.replace(/^[;.:\s]+/, '') || (chunks[0]?.text.toLowerCase() ?? '')
  const points = POINTS_BACK.test(opener) ? opener : partBehind(pieces[at + 1])
  if (points === null) return from === 0 && goesOn(pieces[at]!, before, own) ? before()! : []
  if (from > 0) return pieces.slice(clauseAround(pieces, from - 1)[0], from).flatMap(({ chunks }) => chunks)
  return before() ?? [{ slot: 'unread', says: '', text: points, quantity: null, place: null }]
}

/** «Có 15 xã trong số đó đạt chuẩn». */
function partBehind(piece: Piece | undefined): string | null {
  return piece && /trong số đó$/.test(piece.joint) && numbersOf(piece).length === 0 ? 'trong số đó' : null
}

/** Words that say no place, behind a sentence that counts more of the same. */
function goesOn(piece: Piece, before: () => readonly Chunk[] | null, own: readonly Chunk[]): boolean {
  if (own.some(({ slot }) => slot === 'where')) return false
  const asked = numbersOf(piece).flatMap(({ quantity }) => quantity ?? [])
  return before()?.some(({ quantity }) => quantity !== null && asked.some(part => isMoreOf(quantity, part))) ?? false
}

function isMoreOf(whole: Quantity, part: Quantity): boolean {
  return whole.kind === 'claim' && part.counts !== null && whole.counts === part.counts && whole.value.least! > part.value.least!
}

/** The own words of a claim: its piece, and the pieces without a number on either side, without asides. */
function withoutAsides(pieces: Piece[], at: number, quantity: Quantity): Omit<Reach, 'hung' | 'lead'> {
  let first = at
  while (first > 0 && numbersOf(pieces[first - 1]!).length === 0) first--
  let last = at
  while (last + 1 < pieces.length && numbersOf(pieces[last + 1]!).length === 0) last++
  const { chunks } = pieces[at]!
  const before = dropEvent(dropAsides(pieces.slice(first, at), 'before'), chunks)
  const behind = dropAsides(pieces.slice(at + 1, last + 1), 'behind')
  const number = before.kept.length + chunks.findIndex(chunk => chunk.quantity === quantity)
  const told = dropSource([...before.kept, ...chunks], number)
  const own = [...told.kept, ...behind.kept]
  return { own, asides: [...before.dropped, ...behind.dropped, ...told.dropped], at: own.findIndex(chunk => chunk.quantity === quantity) }
}

/**
 * «Hiến 365.640 m2 đất, trị giá 12 tỷ đồng, cho ngành giáo dục»: what for is said of all the numbers before it. What
 * stands right behind a number is its own already.
 */
function adjunctsBehind(pieces: Piece[], at: number, to: number): Chunk[] {
  const next = pieces.findIndex((piece, i) => i > at && i < to && numbersOf(piece).length > 0)
  if (next < 0) return []
  const first = pieces.findIndex(({ chunks }, i) => i > next && i < to && opensAdjunct(chunks[0]))
  return first < 0 ? [] : pieces.slice(first, to).flatMap(({ chunks }) => chunks)
}

function opensAdjunct(chunk: Chunk | undefined): boolean {
  return /^(cho|để|nhằm|phục vụ|vì|do|bởi)$/i.test(chunk?.text ?? '')
}

type Dropped = { kept: Chunk[]; dropped: Chunk[] }

/** Takes out the pieces that an aside opens; what denies or doubts stays, wherever it stands. */
function dropAsides(pieces: Piece[], side: 'before' | 'behind'): Dropped {
  const kept: Chunk[] = []
  const dropped: Chunk[] = []
  let inside = false
  for (const { chunks } of pieces) {
    const first = chunks[0]
    const opens = first !== undefined && (opensAside(first, side) || (side === 'behind' && isComparison(first)))
    const is_plan = side === 'behind' && isOtherPlan(chunks)
    if (opens || is_plan) inside = true
    else if (side === 'before' && !chunks.every(isOfSociety)) inside = false
    for (const chunk of chunks) (!inside || (!is_plan && staysIn(opens ? first : null, chunk)) ? kept : dropped).push(chunk)
  }
  return { kept, dropped }
}

/**
 * «Tỉnh vừa công nhận một số xã, nâng tổng số xã … lên 21 xã»: the sum is told, whatever brought it there. Where, when
 * and whether it is a fact may stand there all the same.
 */
function dropEvent({ kept, dropped }: Dropped, [first]: readonly Chunk[]): Dropped {
  if (first?.slot !== 'counted' || !/^(nâng|đưa) (tổng )?số/i.test(first.text)) return { kept, dropped }
  const stays = ({ slot }: Chunk) => slot === 'modality' || slot === 'where' || slot === 'date'
  return { kept: kept.filter(stays), dropped: [...dropped, ...kept.filter(chunk => !stays(chunk))] }
}

function opensAside({ slot, says }: Chunk, side: 'before' | 'behind'): boolean {
  if (slot !== 'aside' && slot !== 'source') return false
  return says === side || says === 'either' || (says === 'concession' && side === 'before')
}

/** «15,6%, thấp hơn nhiều tỉnh»: what is said of the number, once it is told. */
function isComparison({ slot, text }: Chunk): boolean {
  return slot === 'change' && /^(cao|thấp|nhiều|ít) hơn$/i.test(text)
}

/**
 * Of who told it all that is no fact stays; of a concession, and of what goes on behind an aside, what denies or
 * doubts.
 */
function staysIn(opener: Chunk | null, { slot, says }: Chunk): boolean {
  if (slot !== 'modality' || (opener?.slot === 'aside' && opener.says !== 'concession')) return false
  return opener?.slot === 'source' || says !== 'plan'
}

/**
 * «…, năm 2021 phấn đấu thêm», «… và sẽ sớm kiện toàn bộ máy»: a plan with a time or a matter of its own tells nothing
 * of the number before it.
 */
function isOtherPlan(chunks: readonly Chunk[]): boolean {
  const first = chunks.find(({ slot }) => slot !== 'silent' && slot !== 'where')
  const is_plan = chunks.some(({ slot, says }) => slot === 'modality' && says === 'plan')
  if (first?.slot === 'date' || first?.slot === 'when') return is_plan
  return is_plan && /^(sẽ|phấn đấu|dự kiến|quyết tâm)$/i.test(first?.text ?? '') && chunks.some(({ slot }) => slot === 'unread')
}

const SOCIETY =
  /^(cấp|ủy|đảng|chính|quyền|hệ|thống|trị|nhân|dân|người|các|cấp|ngành|đoàn|thể|mặt|trận|tổ|quốc|tầng|lớp|cộng|đồng|doanh|nghiệp|sự|đồng|thuận|ủng|hộ|của|và|cả|toàn|xã|hội|vào|cuộc|nỗ|lực|quyết|liệt|tích|cực)$/

/** «…, chính quyền và nhân dân,» goes on with an aside about those who helped. */
function isOfSociety({ slot, text }: Chunk): boolean {
  return slot === 'silent' || (slot === 'unread' && SOCIETY.test(text.toLowerCase()))
}

/** «Lãnh đạo Sở cho biết, …»: who told it, before the number. */
function dropSource(chunks: Chunk[], number: number): Dropped {
  const told = chunks.findLastIndex((chunk, i) => i < number && chunk.slot === 'source' && chunk.says === 'behind')
  const stays = (chunk: Chunk, i: number) => i > told || chunk.slot === 'modality' || chunk.slot === 'date'
  return { kept: chunks.filter(stays), dropped: chunks.filter((chunk, i) => !stays(chunk, i)) }
}

/**
 * The clause a claim hangs on: the whole of which it is a part («trong đó …», «Trong 96 xã, …»), or the one that says
 * what its own words leave unsaid: those that follow in the same breath («184 tập thể và 284 cá nhân tiêu biểu»), else
 * those before, also over a semicolon («Số xã đạt chuẩn theo huyện: Ba Bể 3 xã; Na Rì 2 xã»).
 */
function hungOn(pieces: Piece[], at: number, from: number, to: number, isStated: IsStated, own: Chunk[]): Chunk[] {
  const before = withNumbers(pieces, from, at).reverse()
  const nearest = before.length > 0 ? chunksOf(pieces, before[0]!, at) : null
  const is_part = nearest !== null && isPartOf(pieces[at]!, pieces[before[0]!]!)
  const beside = nearest && !isStated(nearest) ? nearest : []
  if (isStated(own)) return is_part ? nearest : beside
  const forth = is_part ? null : untilStated(pieces, inOneBreath(pieces, at, to), to, isStated)
  return forth ? [...beside, ...forth] : (untilStated(pieces, withNumbers(pieces, 0, at).reverse(), at, isStated) ?? [])
}

function withNumbers(pieces: Piece[], from: number, to: number): number[] {
  return pieces.flatMap((piece, i) => (i >= from && i < to && numbersOf(piece).length > 0 ? [i] : []))
}

/** The pieces with a number that follow, as long as nothing but «,» and «và» stands between. */
function inOneBreath(pieces: Piece[], at: number, to: number): number[] {
  const following = withNumbers(pieces, at + 1, to)
  const end = following.findIndex(i => !/^(,|và)/.test(pieces[i]!.joint))
  return end < 0 ? following : following.slice(0, end)
}

/** The words of pieces, one after the other, up to the first that says the state. */
function untilStated(pieces: Piece[], order: number[], end: number, isStated: IsStated): Chunk[] | null {
  const chunks: Chunk[] = []
  for (const at of order) {
    const more = chunksOf(pieces, at, end)
    chunks.push(...more)
    if (isStated(more)) return chunks
  }
  return null
}

/** A piece with those on either side that hold no number, within its clause and up to `end`. */
function chunksOf(pieces: Piece[], at: number, end: number): Chunk[] {
  let first = at
  while (!pieces[first]!.stop && numbersOf(pieces[first - 1]!).length === 0) first--
  let last = at + 1
  while (last < end && !pieces[last]!.stop && numbersOf(pieces[last]!).length === 0) last++
  return [
    ...dropAsides(pieces.slice(first, at), 'before').kept,
    ...pieces[at]!.chunks,
    ...dropAsides(pieces.slice(at + 1, last), 'behind').kept,
  ]
}

function isPartOf({ joint, chunks }: Piece, whole: Piece): boolean {
  if (/trong (số )?đó|gồm|còn/.test(joint) || /^trong (số )?đó/.test(chunks[0]?.text.toLowerCase() ?? '')) return true
  const number = whole.chunks.findIndex(({ slot }) => slot === 'number')
  return number > 0 && /^(trong|trên|trong số|trong tổng số|tổng số)$/.test(whole.chunks[number - 1]!.text.toLowerCase())
}

function withBeside({ pieces }: Clauses, piece: Piece): Chunk[] {
  const at = pieces.indexOf(piece)
  const [from] = clauseAround(pieces, at)
  let number = at
  while (number > from && numbersOf(pieces[number]!).length === 0) number--
  let first = number
  while (first > from && numbersOf(pieces[first - 1]!).length === 0) first--
  return [...dropAsides(pieces.slice(first, number), 'before').kept, ...pieces.slice(number, at + 1).flatMap(({ chunks }) => chunks)]
}

/** What stands before the first number of the clause, where that is another: it governs all that follow. */
function leadOf(pieces: Piece[], at: number, from: number): Chunk[] {
  const first = pieces.findIndex((piece, i) => i >= from && numbersOf(piece).length > 0)
  if (first === at) return []
  const before = dropAsides(pieces.slice(from, first), 'before').kept
  const { chunks } = pieces[first]!
  const number = chunks.findIndex(({ slot }) => slot === 'number')
  return dropSource([...before, ...chunks.slice(0, number + 1)], before.length + number).kept.filter(isNoNumber)
}

/** Neither a number, nor the «từ» of «từ 122 … còn 108». */
function isNoNumber({ slot, says }: Chunk, at: number, chunks: Chunk[]): boolean {
  return slot !== 'number' && !(says === 'since' && chunks[at + 1]?.slot === 'number')
}

/**
 * A plan or a condition governs the whole sentence that it opens, over semicolons and into brackets, up to a clause
 * with a time of its own.
 */
function plansBefore({ pieces: outer }: Clauses, pieces: Piece[], from: number | null): Chunk[] {
  const before = from === null ? outer : pieces.slice(0, from)
  return before.flatMap(({ chunks }) => chunks).filter(({ slot, says }) => slot === 'modality' && /plan|condition/.test(says))
}

/** Words that place a fact in time: a plan beside it does not govern it. */
export function saysWhen({ slot, says }: Chunk): boolean {
  return slot === 'date' || (slot === 'when' && says === 'now')
}
