import { isGraveStamp, isStamp, isStampAside } from '../../../platform/office-file/index.ts'
import type { ParagraphFlow } from './flow/flow.ts'
import { textOfPieces } from './flow/flow.ts'

/** A stamp stands in the head of a paper. */
const lines_of_head = 40

/**
 * Whether a document bears the stamp of a state secret: alone in a line of its head, in a box, in a header; the two
 * graver ones anywhere.
 */
export function bearsStamp(paragraphs: readonly ParagraphFlow[], aside: readonly ParagraphFlow[]): boolean {
  const lines = paragraphs.filter(({ pieces }) => textOfPieces(pieces).trim() !== '')
  return (
    aside.some(paragraph => linesOf(paragraph).some(isStampAside)) ||
    lines.some((paragraph, i) =>
      linesOf(paragraph).some(
        line => isGraveStamp(line) || (paragraph.is_boxed && isStampAside(line)) || (i < lines_of_head && isStamp(line)),
      ),
    )
  )
}

function linesOf({ pieces }: ParagraphFlow): string[] {
  return pieces
    .map(piece => ('text' in piece ? piece.text : 'ends_line' in piece ? '\n' : ''))
    .join('')
    .normalize('NFC')
    .split('\n')
    .map(line => line.replace(/[\s\u00a0]+/g, ' ').trim())
}
