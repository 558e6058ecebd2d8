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

/** Words of which «mật» is a part and that say nothing of secrets: honey, density, passwords. */
const harmless_after = /^(?:ong|mía|hoa|gấu|độ|khẩu|mã|thiết|nhân|vụ|thư|ngữ|thám|ngọt)(?!\p{L})/iu
const own_word = /(?<!\p{L})(?:(?:t(?:ố|o)i|tuy(?:ệ|e)t)[\s_.-]*m(?:ậ|a)t|mật)(?!\p{L})/giu
const harmless_before = /(?:bí|bảo|cơ|thân|túi|chi|rậm)[\s_.-]*$/iu

/**
 * Whether the name of a file says that what is in it is secret. Without marks only where «tối» or «tuyệt» stands
 * before, for «mat» is also an eye.
 */
export function namesSecret(name: string): boolean {
  const said = name.normalize('NFC')
  return [...said.matchAll(own_word)].some(({ 0: word, index }) => {
    if (!/^mật$/i.test(word)) return true
    return !harmless_after.test(said.slice(index + word.length).replace(/^[\s_.-]+/, '')) && !harmless_before.test(said.slice(0, index))
  })
}
