import type { ParsedText, Quantity, Span, TableCell } from '../../../basis/quantity/index.ts'
import { once } from '../../../basis/shared/once.ts'
import type { Lexicon } from './lexicon.ts'
import type { Reach } from './reach.ts'
import type { Chunk } from './sentence.ts'

/**
 * The words that a table says of a number in one cell: those of its column and its row are its own, it hangs on the line
 * above the table. `is_sum`: its row adds up others.
 */
export type CellRead = { reach: Reach; is_sum: boolean }

/** Cuts what stands at a place of the text with the words of a lexicon. */
export type CutSpan = (span: Span, lexicon: Lexicon) => Chunk[]

/** Reads the cells of a text. The line above a table is looked through once for all of them. */
export function cellReader(parsed: ParsedText, cut: CutSpan): (quantity: Quantity, cell: TableCell, lexicon: Lexicon) => CellRead {
  const captionAt = once((span: Span) => captionIn(parsed, span), placeOf)
  return (quantity, cell, lexicon) => {
    const words = cell.words.filter(span => !SUM.test(said(parsed, span)))
    const own = [...words.map(span => without(parsed, span, FILLED)), cell.within].flatMap(span => cut(span, lexicon))
    const hung = cell.caption ? withoutRows(cut(captionAt(cell.caption), lexicon)) : []
    return {
      reach: { own, hung, lead: [], asides: [], at: own.findIndex(chunk => chunk.quantity === quantity) },
      is_sum: words.length < cell.words.length,
    }
  }
}

/** Two spans with the same ends are the same place of the text. */
export function placeOf({ start, end }: Span): string {
  return `${start}-${end}`
}

/** All that a table says of a number, as one text; `say` gives what stands at a place. */
export function wordsOfCell({ within, words, caption }: TableCell, say: (span: Span) => string): string {
  return [...(caption ? [caption] : []), ...words, within].map(say).join(' ')
}

/** A table begins at the first word that it says of a number. */
export function startOfTable({ within, words, caption }: TableCell): number {
  return Math.min(within.start, ...words.map(({ start }) => start), caption?.start ?? within.start)
}

const SUM = /^(tổng( cộng| số)?|cộng)[:.]?$/i

/** What a head says of every number below it: that it was counted. */
const FILLED = /^(kết quả( thực hiện)?|thực hiện|số lượng|số liệu|giá trị|tổng (số|cộng)(?! )|đến thời điểm)\s*/i

const NUMBERED = /^(biểu|bảng|phụ lục)( số)?\s*(\d+|[IVX]+)[a-z]?\s*[.:–-]?\s*/i
const OPENING = /^((biểu|bảng)\s+)?((tổng hợp|thống kê|kết quả|tình hình|số liệu|thực hiện)\s+)*/i
const LEADING_ON = /[\s,;:(]*((cụ thể|chi tiết)?\s*(như sau|theo bảng sau|ở bảng sau|dưới đây)|cụ thể|chi tiết)?[\s.:]*$/i

/** The last sentence of the line above, without its number and without what only leads on to the table. */
function captionIn(parsed: ParsedText, caption: Span): Span {
  const whole = without(parsed, caption, NUMBERED)
  const end_of_last = [...said(parsed, whole).matchAll(/[.!?]\s+(?=\p{Lu})/gu)].at(-1)
  const last = { start: whole.start + (end_of_last ? end_of_last.index + end_of_last[0].length : 0), end: whole.end }
  const opened = without(parsed, last, OPENING)
  return { start: opened.start, end: opened.end - LEADING_ON.exec(said(parsed, opened))![0].length }
}

function without({ text }: ParsedText, { start, end }: Span, filling: RegExp): Span {
  return { start: start + (filling.exec(text.slice(start, end))?.[0].length ?? 0), end }
}

function said({ text }: ParsedText, { start, end }: Span): string {
  return text.slice(start, end)
}

/** «các huyện, thành phố» are the rows, and a number above is another. */
function withoutRows(chunks: Chunk[]): Chunk[] {
  return chunks.filter(({ slot, says, text }, i) => {
    const leads = /^(các|từng|theo)$/i.test(text) && isDistrict(chunks[i + 1])
    return slot !== 'number' && !leads && !isDistrict({ slot, says })
  })
}

function isDistrict(chunk: Pick<Chunk, 'slot' | 'says'> | undefined): boolean {
  return chunk?.slot === 'where' && chunk.says === 'district'
}
