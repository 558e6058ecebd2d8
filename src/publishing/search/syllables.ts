import { withoutMarks } from '../../basis/shared/vietnamese.ts'

/**
 * A syllable, number or word of a text: without marks, and with them in one spelling, wherever its tone is put; the two
 * are alike where it bears none. `start` and `end` are where it stands, `written` as it stands there.
 */
export type Syllable = { plain: string; marked: string; written: string; start: number; end: number }

/** How texts are cut. Where this changes, the number does, and what was kept is cut anew. */
export const method = 2

/** PostgreSQL knows no place beyond this one: of a longer text its beginning is found. */
export const most_syllables = 16_000
/** In bytes, for PostgreSQL holds a million of them: of 16,000 real syllables there are a fifth. */
const most_bytes = 400_000
const most_letters = 40
/** A number with its dots and commas, or letters with their marks; what stands for a person is not a word. */
const pieces = /\{@\d+\}|\d+(?:[.,]\d+)*(?![\p{L}\p{M}])|[\p{L}\p{M}\p{N}]+/gu
const tones = /[\u0300\u0301\u0303\u0309\u0323]/

/** The syllables of a text in their order, at most 16,000. */
export function syllablesOf(text: string): Syllable[] {
  const found: Syllable[] = []
  let bytes = 0
  for (const { 0: written, index } of text.matchAll(pieces)) {
    if (written.startsWith('{')) continue
    const marked = spelled(written)
    const plain = withoutMarks(marked)
    if (plain !== '') found.push({ plain, marked, written, start: index, end: index + written.length })
    bytes += Buffer.byteLength(marked)
    if (found.length === most_syllables || bytes > most_bytes) break
  }
  return found
}

/** Small letters, one spelling of Unicode, the tone at the end; other signs that look like Đ are Đ. */
function spelled(written: string): string {
  if (/^\d/.test(written)) return withoutThousands(written).slice(0, most_letters).toLowerCase()
  const letters = written.slice(0, most_letters).toWellFormed().normalize('NFD').toLowerCase().replace(/[ðđ]/g, 'đ')
  const tone = tones.exec(letters)?.[0] ?? ''
  return (letters.replace(tone, '').normalize('NFC') + tone).replaceAll('\ufffd', '')
}

/** «1.842» and «1842» are one number; «98,99» keeps its comma. */
function withoutThousands(number: string): string {
  return /^\d{1,3}(?:[.,]\d{3})+$/.test(number) ? number.replace(/[.,]/g, '') : number
}

/** A text as a `tsvector` writes it, each syllable at its place; those of the title weigh A. */
export function vectorOf(title: readonly Syllable[], body: readonly Syllable[]): string {
  const places = new Map<string, string[]>()
  const put = (syllable: string, place: string) => {
    const known = places.get(syllable)
    if (!known) places.set(syllable, [place])
    else if (known.length < 255) known.push(place)
  }
  for (const [i, one] of [...title, ...body].slice(0, most_syllables).entries()) {
    const place = `${i + 1}${i < title.length ? 'A' : ''}`
    put(one.plain, place)
    if (one.marked !== one.plain) put(one.marked, place)
  }
  return [...places].map(([syllable, at]) => `${quoted(syllable)}:${at.join(',')}`).join(' ')
}

/** A syllable as `tsvector` and `tsquery` take it literally. */
export function quoted(syllable: string): string {
  return `'${syllable.replace(/['\\]/g, '$&$&')}'`
}
