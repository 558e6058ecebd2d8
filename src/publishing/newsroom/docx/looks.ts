import { type DocumentInline, plainText } from './document.ts'
import type { ParagraphFlow, TableFlow } from './flow/flow.ts'
import { paragraphsIn, textOfPieces } from './flow/flow.ts'

/**
 * Lines that stand in bold on papers of offices, and are no headings: who issues it, the motto, who signs, who
 * receives.
 */
const of_letterhead =
  /^(cộng h(òa|o\u00e0) xã hội chủ nghĩa việt nam|độc lập\s*[-–—]\s*tự do\s*[-–—]\s*hạnh phúc|đảng cộng sản việt nam|nơi nhận\b.*|(tm|kt|tl|tuq|q)\.\s.*)\.?$/i
const numbered = /^(phần|chương|mục|điều|bài)\s+[\divxlc]+\b|^([ivxlc]+|\d{1,2}(\.\d{1,2}){0,3}|[a-zđ])[.)/]\s/i
const first_order = /^(phần|chương)\s|^[IVXLC]+[.)/]\s|^[A-ZĐ][.)/]\s/

/** The level of a heading that is one by its look alone: a short line, all of it bold. Null where it is none. */
export function headingLevelByLook(
  { centred, list }: Pick<ParagraphFlow, 'centred' | 'list'>,
  content: readonly DocumentInline[],
): number | null {
  const text = plainText(content).trim()
  if (list || text.length < 3 || text.length > 200 || /[.;,:…]$/.test(text) || of_letterhead.test(text)) return null
  if (!/\p{L}/u.test(text) || !content.every(inline => 'note' in inline || inline.strong || !/[\p{L}\p{N}]/u.test(inline.text))) return null
  const is_capital = text === text.toUpperCase()
  const words = text.split(/\s+/).length
  if (words > 35 || (words > 20 && !centred && !is_capital && !numbered.test(text))) return null
  return centred || is_capital || first_order.test(text) ? 1 : 2
}

const named = /^(ảnh|hình|tranh|biểu đồ|sơ đồ|photo|picture|figure|fig\.?|image)(\s+\d+|\s*[:.])/i
const longest_caption = 500

/**
 * Whether a paragraph below a picture says what it shows: by its style, or a short one in brackets, in italics or in
 * the middle.
 */
export function isCaption(
  { styles, centred, outline, list }: ParagraphFlow,
  content: readonly DocumentInline[],
): 'by-style' | 'by-look' | null {
  const text = plainText(content).trim()
  if (text === '' || outline !== null || list) return null
  if (text.length > longest_caption) return null
  if (styles.some(name => name === 'caption' || name === 'chú thích')) return 'by-style'
  const in_brackets = /^[([].*[)\]][.]?$/.test(text)
  const in_italics = content.every(inline => 'note' in inline || inline.emphasis || !/[\p{L}\p{N}]/u.test(inline.text))
  return in_brackets || in_italics || named.test(text) || (centred && headingLevelByLook({ centred, list }, content) === null)
    ? 'by-look'
    : null
}

/** «(Ảnh: Lò Thị B)» at the end of a caption is who took it. */
export function partedCaption(text: string): { caption: string; credit: string } {
  const whole = text.trim().replace(/^\((.*)\)$|^\[(.*)\]$/, (_, round?: string, square?: string) => round ?? square ?? '')
  const found = /(?:^|[\s(.,;–-])[(]?(?:ảnh|nguồn ảnh|nguồn|photo)\s*:\s*([^():]{2,120}?)[.)\s]*$/i.exec(whole)
  if (!found) return { caption: whole, credit: '' }
  return { caption: whole.slice(0, found.index).replace(/[\s(–-]+$/, ''), credit: found[1]!.trim() }
}

export type DashMark = { depth: number; length: number }

/** A line that begins with a typed mark of a list. */
export function dashMarkOf(content: readonly DocumentInline[]): DashMark | null {
  const [first] = content
  const mark = first && 'text' in first ? /^([-–—•●▪*+])\s*(?=[\p{L}\p{N}“"(])/u.exec(first.text) : null
  return mark && !/^[-–—+]\d/.test(mark.input) ? { depth: mark[1] === '+' ? 1 : 0, length: mark[0].length } : null
}

/**
 * Whether a table only puts things beside one another: what stands at the head and the foot of an office's paper (none
 * of whose bold lines is a heading), or a frame around a text, another table, photos with their captions.
 */
export function layoutOf(table: TableFlow): 'letterhead' | 'frame' | null {
  const paragraphs = [...paragraphsIn([table])]
  const is_small = table.rows.length <= 4 && table.columns <= 3
  if (is_small && paragraphs.some(({ pieces }) => of_letterhead.test(textOfPieces(pieces).normalize('NFC').trim()))) return 'letterhead'
  if (table.columns === 1 && table.rows.length <= 3) return 'frame'
  if (paragraphs.some(({ pieces }) => pieces.some(piece => 'picture' in piece))) return 'frame'
  const cells = table.rows.flat()
  return cells.length <= 4 && cells.some(({ flows }) => flows.some(({ kind }) => kind === 'table')) ? 'frame' : null
}
