import { lookUp } from './look-up.ts'

/** What the whole project needs to know of written Vietnamese. Pure; every function takes and gives NFC. */

const TONE_MARKS = /[\u0300\u0301\u0303\u0309\u0323]/g
const ALL_MARKS = /[\u0300-\u036f]/g

/** "Đảng viên" → "Dang vien": for searching without diacritics. */
export function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(ALL_MARKS, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
}

/** "viên" → "viên", "đảng" → "đang": the letters stay (ă â ê ô ơ ư đ), the tone goes. */
export function withoutTone(text: string): string {
  return text.normalize('NFD').replace(TONE_MARKS, '').normalize('NFC')
}

const NEWER_TONE = /(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])$/
const OLDER_TONE: Record<string, string> = {
  oà: 'òa', oá: 'óa', oả: 'ỏa', oã: 'õa', oạ: 'ọa',
  oè: 'òe', oé: 'óe', oẻ: 'ỏe', oẽ: 'õe', oẹ: 'ọe',
  uỳ: 'ùy', uý: 'úy', uỷ: 'ủy', uỹ: 'ũy', uỵ: 'ụy',
} // biome-ignore format: a table reads by its columns

/**
 * One spelling for comparing: lower case, NFC, and the tone where offices put it ("khoá" → "khóa", "luỹ" → "lũy"). One
 * word.
 */
export function wordKey(word: string): string {
  const lower = word.toLowerCase()
  return NEWER_TONE.test(lower) ? lower.slice(0, -2) + lookUp(OLDER_TONE, lower.slice(-2)) : lower
}

const ONSET = '(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?'
const NUCLEUS =
  '(?:uyê|iêu|yêu|oai|oay|oeo|uây|uôi|ươi|ươu|uya|uyu|iê|yê|ia|ya|uô|ua|ươ|ưa|oa|oă|oe|uâ|uê|uơ|uy|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|[aăâeêioôơuưy])'
const SYLLABLE = new RegExp(`^${ONSET}${NUCLEUS}(?:ch|ng|nh|[cmnpt])?$`)

/**
 * Whether letters could be one Vietnamese syllable with at most one tone: tells readable text from a broken encoding.
 */
export function isSyllable(word: string): boolean {
  const apart = word.toLowerCase().normalize('NFD')
  const tones = apart.match(TONE_MARKS)?.length ?? 0
  return tones <= 1 && SYLLABLE.test(apart.replace(TONE_MARKS, '').normalize('NFC'))
}

/**
 * What was typed into one line: one spelling of Unicode, single blanks, no control or bidirectional-override
 * characters, no half of a character.
 */
export function oneLine(text: string): string {
  return text
    .slice(0, 2000)
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffd]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * «Ngày, tháng, năm sinh (ghi đủ)» → «ngay thang nam sinh ghi du»: how headings, names and units of a list are
 * compared.
 */
export function keyOf(text: string): string {
  return withoutMarks(text)
    .toLowerCase()
    .replace(/[^a-z0-9/]+/g, ' ')
    .trim()
}

/** «Nói ít, làm nhiều» → `noi-it-lam-nhieu`, at most 80 letters; empty where there is none. */
export function slugOf(text: string): string {
  const words = withoutMarks(text)
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  return (words ?? []).join('-').slice(0, 80).replace(/-+$/, '')
}

/** Finds what is called so, by any of its names, as `keyOf` compares them; in the order of `all`. */
export function byNames<T>(all: readonly T[], namesOf: (one: T) => readonly string[]): (said: string) => readonly T[] {
  const known = Map.groupBy(
    all.flatMap(one => [...new Set(namesOf(one).map(keyOf))].map(key => ({ key, one }))),
    ({ key }) => key,
  )
  return said => (known.get(keyOf(said)) ?? []).map(({ one }) => one)
}

/**
 * What was typed into several lines, whole: one spelling of Unicode, the ends of lines as the register keeps them, no
 * control or bidirectional-override characters, no half of a character.
 */
export function manyLines(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069\ufffd]/gu, '')
    .trim()
}
