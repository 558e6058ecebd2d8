import { isVniMark, type LegacyLetters, readLegacy, readsAsLegacy } from '../../../../basis/quantity/index.ts'
import type { Tell } from '../findings.ts'
import type { ParagraphFlow, TextPiece } from './flow.ts'

type OldPiece = TextPiece & { letters: LegacyLetters }

/**
 * Brings what stands in fonts of TCVN3 and VNI into Unicode, all of it at once: whether a document was brought over
 * before, and kept the font, a few words do not tell. Changes the paragraphs.
 */
export function settleLetters(paragraphs: readonly ParagraphFlow[], tell: Tell): void {
  const pieces = paragraphs.flatMap(({ pieces }) => {
    gatherMarks(pieces.filter(piece => 'text' in piece))
    return pieces.filter((piece): piece is OldPiece => 'text' in piece && piece.letters !== undefined)
  })
  for (const letters of ['TCVN3', 'VNI'] as const) {
    const of_these = pieces.filter(piece => piece.letters === letters && !/[\u0100-\u1fff]/.test(piece.text))
    if (!readsAsLegacy(of_these.map(({ text }) => text).join(' '), letters)) continue
    for (const piece of of_these) {
      const read = readLegacy(piece.text, letters)
      piece.text = piece.is_capital ? read.toUpperCase() : read
      tell('old-letters', piece.text)
    }
  }
}

/** Marks of VNI stand behind their letter; where Word has cut between the two they come back to it. */
function gatherMarks(pieces: TextPiece[]): void {
  for (const [i, piece] of pieces.entries()) {
    const before = pieces[i - 1]
    if (before?.letters !== 'VNI' || piece.letters !== 'VNI' || !isVniMark(piece.text.charAt(0)) || !/[aeouyôö]$/i.test(before.text))
      continue
    before.text += piece.text.charAt(0)
    piece.text = piece.text.slice(1)
  }
}
