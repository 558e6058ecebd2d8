import type { Token } from './tokens.ts'

/** Words and phrases with what they mean; the longest that fits wins. */
export type Phrases<T> = Map<string, { rest: string[]; means: T }[]>

/** "một phần", "héc-ta": the words of a phrase, cut as the tokeniser cuts. */
function wordsOf(phrase: string): string[] {
  return phrase.split(/\s+|(?=[-./°])|(?<=[-./°])|(?<=\p{L})(?=\d)/u).filter(word => word !== '')
}

export function phrases<T>(entries: Iterable<readonly [string, T]>): Phrases<T> {
  const table: Phrases<T> = new Map()
  for (const [phrase, means] of entries) {
    const [first = '', ...rest] = wordsOf(phrase)
    const same = table.get(first) ?? []
    same.push({ rest, means })
    table.set(
      first,
      same.sort((a, b) => b.rest.length - a.rest.length),
    )
  }
  return table
}

/** A table from lines "phrase | phrase | phrase", each meaning itself. */
export function listed(...lines: string[]): [string, string][] {
  return lines
    .flatMap(line => line.split('|'))
    .map(part => part.trim())
    .filter(part => part !== '')
    .map(part => [part, part])
}

/** The longest phrase that begins at token `at` and crosses no cell or line. */
export function phraseAt<T>(table: Phrases<T>, tokens: Token[], at: number): { means: T; next: number } | null {
  const candidates = table.get(tokens[at]!.key)
  if (!candidates) return null
  for (const { rest, means } of candidates) if (follows(tokens, at + 1, rest)) return { means, next: at + 1 + rest.length }
  return null
}

function follows(tokens: Token[], at: number, rest: string[]): boolean {
  for (let i = 0; i < rest.length; i++) {
    const token = tokens[at + i]
    if (!token || token.key !== rest[i] || token.parted) return false
  }
  return true
}
