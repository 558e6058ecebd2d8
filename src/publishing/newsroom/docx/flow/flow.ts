import type { LegacyLetters } from '../../../../basis/quantity/index.ts'
import type { Element } from '../parts/tree.ts'

/**
 * Letters of one look. `letters` where the font is older than Unicode; `is_capital` where that font draws small letters
 * as capitals.
 */
export type TextPiece = { text: string; strong?: true; emphasis?: true; href?: string; letters?: LegacyLetters; is_capital?: true }
/**
 * A picture as it is shown: the relation that leads to it, what it is said to show, and whether only a part of it is
 * seen.
 */
export type PictureUse = { relation: string; alt: string; is_cropped: boolean }

/**
 * What stands in a paragraph, in its order: letters, the end of a line, the mark of a note, a picture, a box of text
 * that is drawn beside it.
 */
export type Piece =
  | TextPiece
  | { ends_line: true }
  | { note: { kind: 'footnote' | 'endnote'; id: string } }
  | { picture: PictureUse }
  | { box: Element }

/** Where a paragraph stands in a list: `key` is shared by paragraphs that are numbered together. */
export type ListPlace = { key: string; depth: number; ordered: boolean; start: number }

export type ParagraphFlow = {
  kind: 'paragraph'
  pieces: Piece[]
  /** Names of its style and of what that is based on, in small letters. */
  styles: string[]
  outline: number | null
  centred: boolean
  indent: number
  list: ListPlace | null
  /** Its end was deleted: it goes on in the next one. */
  goes_on: boolean
  is_boxed: boolean
}

export type CellFlow = { column: number; columns: number; rows: number; flows: Flow[] }
export type TableFlow = { kind: 'table'; columns: number; head_rows: number; rows: CellFlow[][] }

/** A document as a reader sees it from above to below. */
export type Flow = ParagraphFlow | TableFlow

/** All paragraphs, those in tables too, in the order of the text. */
export function* paragraphsIn(flows: readonly Flow[]): Generator<ParagraphFlow> {
  for (const flow of flows) {
    if (flow.kind === 'paragraph') yield flow
    else for (const cell of flow.rows.flat()) yield* paragraphsIn(cell.flows)
  }
}

export function textOfPieces(pieces: readonly Piece[]): string {
  return pieces.map(piece => ('text' in piece ? piece.text : 'ends_line' in piece ? ' ' : '')).join('')
}
