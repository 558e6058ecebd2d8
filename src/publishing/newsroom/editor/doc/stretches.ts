import type { Node } from 'prosemirror-model'
import { normalWords } from '../../body/normal-body.ts'
import { kindOf } from '../browser/turn-into.ts'
import { isFinished } from './read-doc.ts'

/** Words of a document as the check reads them: where they begin in its text, in code points, and in the document. */
export type Piece = { start: number; text: string; pos: number; is_atom: boolean }

/** How many code points the check reads before the body: each field with the end of its line; no caption has none. */
export function pointsBefore({ title, lead, caption }: { title: string; lead: string; caption: string | null }): number {
  return [title, lead, ...(caption ? [caption] : [])].reduce((n, line) => n + Array.from(line).length + 1, 0)
}

/**
 * The pieces of a document in the order of the text that the check reads (`numbers/text-of-draft.ts`), which begins
 * with so many code points of other fields.
 */
export function piecesOf(doc: Node, begins: number): Piece[] {
  const pieces: Piece[] = []
  let point = begins
  const textblock = (node: Node, pos: number): void => {
    if (node.content.size === 0) return
    const footnotes: Omit<Piece, 'start'>[] = []
    const say = (piece: Omit<Piece, 'start'>) => {
      pieces.push({ start: point, ...piece })
      point += Array.from(piece.text).length
    }
    node.forEach((child, offset) => {
      const piece = { pos: pos + 1 + offset, is_atom: !child.isText }
      if (child.type.name === 'footnote') footnotes.push({ ...piece, text: normalWords(String(child.attrs.name)) })
      else say({ ...piece, text: child.isText ? child.text! : String(child.attrs.printed ?? '') })
    })
    point += 1
    for (const footnote of footnotes) {
      say(footnote)
      point += 1
    }
  }
  doc.forEach((block, pos) => {
    if (!isFinished(block)) return
    const caption = String(block.attrs.caption ?? '')
    point += caption === '' ? 0 : Array.from(caption).length + 1
    if (kindOf(block)?.holds === 'nothing') return
    if (block.isTextblock) textblock(block, pos)
    else
      block.descendants((node, offset) => {
        if (node.isTextblock) textblock(node, pos + 1 + offset)
        return !node.isTextblock
      })
  })
  return pieces
}

/** A stretch of the text in the document; null where it stands in none of its pieces (a title, a caption). */
export function rangeOf(pieces: readonly Piece[], at: number, length: number): { from: number; to: number } | null {
  const first = pieceAt(pieces, at)
  const last = pieceAt(pieces, at + Math.max(length, 1) - 1)
  if (!first || !last) return null
  return {
    from: first.is_atom ? first.pos : first.pos + unitsOf(first, at),
    to: last.is_atom ? last.pos + 1 : last.pos + unitsOf(last, at + length),
  }
}

function pieceAt(pieces: readonly Piece[], point: number): Piece | undefined {
  return pieces.find(({ start, text }) => point >= start && point < start + Array.from(text).length)
}

function unitsOf({ start, text }: Piece, point: number): number {
  return Array.from(text)
    .slice(0, point - start)
    .join('').length
}
