import { type Syllable, syllablesOf } from './syllables.ts'

/** A stretch of a text as it is written; `is_asked`: its words were asked. */
export type Stretch = { words: string; is_asked: boolean }

const longest = 40
const before = 8

/** A text cut at the words that were asked, as it writes them. */
export function markAsked(text: string, asked: ReadonlySet<string>): Stretch[] {
  return cut(text, { start: 0, end: text.length }, hits(syllablesOf(text), asked))
}

/** Of a text the stretch of some forty words in which most of the question stands, marked. */
export function extractOf(text: string, asked: ReadonlySet<string>): Stretch[] {
  const syllables = syllablesOf(text)
  if (syllables.length === 0) return []
  const first = Math.max(0, bestFrom(syllables, asked) - before)
  const last = Math.min(syllables.length, first + longest) - 1
  const within = {
    start: first === 0 ? 0 : syllables[first]!.start,
    end: last === syllables.length - 1 ? text.length : syllables[last]!.end,
  }
  const cutOff = (is: boolean): Stretch[] => (is ? [{ words: '…', is_asked: false }] : [])
  return [...cutOff(within.start > 0), ...cut(text, within, hits(syllables, asked)), ...cutOff(within.end < text.length)]
}

function hits(syllables: readonly Syllable[], asked: ReadonlySet<string>): Syllable[] {
  return syllables.filter(({ plain }) => asked.has(plain))
}

/** Where the stretch begins that holds the most different words of the question; the first such one. */
function bestFrom(syllables: readonly Syllable[], asked: ReadonlySet<string>): number {
  const at = syllables.flatMap(({ plain }, i) => (asked.has(plain) ? [i] : []))
  const held = (from: number) => new Set(at.filter(i => i >= from && i < from + longest - before).map(i => syllables[i]!.plain)).size
  return at.slice(0, 200).reduce((best, from) => (held(from) > held(best) ? from : best), at[0] ?? 0)
}

function cut(text: string, { start, end }: { start: number; end: number }, asked: readonly Syllable[]): Stretch[] {
  const found: Stretch[] = []
  let from = start
  for (const hit of asked.filter(one => one.start >= start && one.end <= end)) {
    if (hit.start > from) found.push({ words: text.slice(from, hit.start), is_asked: false })
    found.push({ words: text.slice(hit.start, hit.end), is_asked: true })
    from = hit.end
  }
  if (from < end) found.push({ words: text.slice(from, end), is_asked: false })
  return found
}
