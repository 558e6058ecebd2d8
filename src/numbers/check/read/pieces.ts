import type { Chunk } from './sentence.ts'

/** A stretch of a sentence between two joints; `joint` is what stands before it, `stop` whether that ends a clause. */
export type Piece = { joint: string; stop: boolean; chunks: Chunk[] }

const SOFT = /^([,:–—-]|và|còn|riêng|trong đó|trong số đó|gồm|bao gồm)$/
const STOP = /^[;.!?…]$/

/**
 * The pieces of a sentence without what stands in brackets, and those of each bracket that holds a claim of its own
 * with the piece before it.
 */
export type Clauses = { pieces: Piece[]; brackets: { pieces: Piece[]; before: Piece }[] }

export function clausesOf(chunks: readonly Chunk[]): Clauses {
  const clauses: Clauses = { pieces: [newPiece('', true)], brackets: [] }
  for (let at = 0; at < chunks.length; at++) {
    const close = chunks[at]!.says === '(' && chunks[at]!.slot === 'mark' ? closing(chunks, at) : null
    if (close === null || !isClause(chunks.slice(at + 1, close))) {
      addChunk(clauses.pieces, chunks[at]!, chunks[at + 1])
      continue
    }
    const pieces = [newPiece('(', true)]
    for (let i = at + 1; i < close; i++) addChunk(pieces, chunks[i]!, chunks[i + 1])
    clauses.brackets.push({ pieces, before: clauses.pieces.at(-1)! })
    at = close
  }
  return clauses
}

/** The chunks of a piece that count something. */
export function numbersOf({ chunks }: Piece): Chunk[] {
  return chunks.filter(({ slot }) => slot === 'number')
}

/**
 * A bracket with a claim and words: «(sau sáp nhập còn 15 xã)». One with the number alone, «(100%)», belongs to the
 * words around it.
 */
function isClause(inside: Chunk[]): boolean {
  return inside.some(({ slot }) => slot === 'number') && inside.some(({ slot }) => slot !== 'number' && slot !== 'mark')
}

function closing(chunks: readonly Chunk[], from: number): number | null {
  const at = chunks.findIndex((chunk, i) => i > from && chunk.slot === 'mark' && chunk.says === ')')
  return at < 0 ? null : at
}

function addChunk(pieces: Piece[], chunk: Chunk, next: Chunk | undefined): void {
  const last = pieces.at(-1)!
  const said = saidBy(chunk)
  if (last.chunks.length === 0 && isOneMore(chunk, next)) last.chunks.push({ ...chunk, slot: 'number' })
  else if (isRoll(last, said, next)) pieces.push(newPiece(said, false))
  else if (last.joint === ',' && last.chunks.length === 0 && isContrast(said, next)) pieces[pieces.length - 1] = newPiece(`, ${said}`, true)
  else if ((chunk.slot === 'mark' && STOP.test(said)) || /^mà (là|chỉ còn|chỉ có)$/.test(said)) pieces.push(newPiece(said, true))
  else if (!isJoint(chunk)) last.chunks.push(chunk)
  else if (last.chunks.length > 0) pieces.push(newPiece(said, false))
  else last.joint += ` ${said}`
}

function saidBy({ slot, says, text }: Chunk): string {
  return slot === 'mark' ? says : text.toLowerCase()
}

function isJoint(chunk: Chunk): boolean {
  return (chunk.slot === 'mark' || chunk.slot === 'silent') && SOFT.test(saidBy(chunk))
}

/**
 * «…, trong khi toàn tỉnh hiện có», «…, còn năm 2020 thì»: another clause, of which the first says nothing. «…, còn 15
 * xã» is what is left.
 */
function isContrast(said: string, next: Chunk | undefined): boolean {
  if (said === 'còn') return next?.slot === 'date' || next?.slot === 'where' || next?.slot === 'when'
  return said === 'trong khi' || said === 'trong khi đó'
}

/** «13 xã và một thị trấn»: the second is a count, too. */
function isOneMore({ slot, text }: Chunk, next: Chunk | undefined): boolean {
  return (slot === 'number-word' || slot === 'unread') && /^một$/i.test(text) && next?.slot === 'counted' && !/^số/i.test(next.text)
}

const UNITS = /^(đơn vị|huyện|thành phố|thị xã|quận|xã|phường|thị trấn|đặc khu|thôn|bản|tổ dân phố)/

/** «8 đơn vị cấp huyện với 108 xã»: one count of units beside another. */
function isRoll(piece: Piece, said: string, next: Chunk | undefined): boolean {
  if (said !== 'với' || next?.slot !== 'number' || !UNITS.test(next.quantity?.counts ?? '')) return false
  return piece.chunks.some(({ slot, quantity }) => slot === 'number' && UNITS.test(quantity?.counts ?? ''))
}

function newPiece(joint: string, stop: boolean): Piece {
  return { joint, stop, chunks: [] }
}
