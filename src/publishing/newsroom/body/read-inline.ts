import { safeUrl } from '../../../basis/shared/address/safe-url.ts'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { CitedInText } from './citation.ts'
import type { Inline } from './declaration.ts'
import { normalWords } from './normal-body.ts'

export type InlineCode = 'unclosed-mark' | 'unsafe-link' | 'unreadable-token'
type Looks = { strong: boolean; emphasis: boolean; href?: string }

/** Somebody’s name or story, `{@12}`: words that are filled in when they are read. */
const is_consent = /^@[1-9]\d{0,14}$/

/** No sign reads on past the next of its own kind: a text of nothing but openings is read in one go. */
const signs =
  /\\(?<letter>.)|(?<strong>\*\*)|(?<emphasis>_)|\[(?<linked>(?:\\.|[^\\[\]])+)\]\((?<address>(?:\\.|[^\\()])+)\)|\{(?<token>(?:\\.|[^\\{}])*)\}|(?<cut>\|)|[^\\*_[{|]+|[\s\S]/gu

/**
 * Reads running text; with `cuts_cells` each bare `|` begins the next cell. Numbers are added to `citations`, each
 * under a mark of its own. Refusals: unclosed-mark (`**` or `_` that nothing ends), unsafe-link, unreadable-token, with
 * what was typed.
 */
export function readInline(
  text: string,
  citations: CitedInText[],
  { cuts_cells = false, href }: { cuts_cells?: boolean; href?: string } = {},
): Outcome<Inline[][], InlineCode> {
  const cells: Inline[][] = [[]]
  const looks: Looks = { strong: false, emphasis: false, ...(href !== undefined && { href }) }
  for (const { 0: sign, groups = {} } of text.matchAll(signs)) {
    if (groups.strong) looks.strong = !looks.strong
    else if (groups.emphasis) looks.emphasis = !looks.emphasis
    else if (groups.cut && cuts_cells) cells.push([])
    else {
      const read = readPiece(sign, groups, looks, citations)
      if (!read.ok) return read
      cells.at(-1)!.push(...read.value)
    }
  }
  return looks.strong || looks.emphasis ? refused({ code: 'unclosed-mark', values: { sign: looks.strong ? '**' : '_' } }) : done(cells)
}

function readPiece(
  sign: string,
  { letter, linked, address, token }: Record<string, string | undefined>,
  looks: Looks,
  citations: CitedInText[],
): Outcome<Inline[], InlineCode> {
  if (linked !== undefined) return readLink(linked, address!, citations)
  if (token === undefined || is_consent.test(token)) return done([worded(letter ?? sign, looks)])
  const footnote = token.startsWith('^') ? normalWords(unescaped(token.slice(1))) : ''
  if (footnote !== '') return done([{ footnote }])
  const cited = readToken(token)
  if (!cited) return refused({ code: 'unreadable-token', values: { token: sign } })
  const mark = `t${citations.length + 1}`
  citations.push({ ...cited, mark })
  return done([{ cite: mark }])
}

function worded(text: string, { strong, emphasis, href }: Looks): Inline {
  return { text, ...(strong && { strong }), ...(emphasis && { emphasis }), ...(href !== undefined && { href }) }
}

function readLink(words: string, address: string, citations: CitedInText[]): Outcome<Inline[], InlineCode> {
  const href = safeUrl(unescaped(address))
  if (href === null) return refused({ code: 'unsafe-link', values: { address } })
  const read = readInline(words, citations, { href })
  return read.ok ? done(read.value[0]!) : read
}

/**
 * What stands between the braces: `F16 level=advanced; valid_as_of=2021-02-19 | 02`. Null where it is no number of the
 * register.
 */
function readToken(inside: string): Omit<CitedInText, 'mark'> | null {
  const parts = parted(inside, '|')
  const [, figure, asked = ''] = /^[ \t]*([Ff][1-9]\d{0,2})(?:[ \t]+(.*)|[ \t]*)$/.exec(parts[0]!) ?? []
  if (!figure || parts.length > 2) return null
  const parameters = parted(asked, ';').filter(part => normalWords(part) !== '')
  const named = parameters.map(part => /^[ \t]*([a-z_]{1,30})[ \t]*=(.*)$/.exec(part))
  if (named.some(found => found === null)) return null
  const entries = named.map(found => [found![1]!, normalWords(unescaped(found![2]!))] as const)
  return { figure: figure.toUpperCase(), parameters: Object.fromEntries(entries), printed: normalWords(unescaped(parts[1] ?? '')) }
}

/** Cut at a sign that no backslash makes a letter. */
function parted(text: string, sign: string): string[] {
  const parts = ['']
  for (const [piece] of text.matchAll(/\\[\s\S]|[\s\S]/g)) {
    if (piece === sign) parts.push('')
    else parts[parts.length - 1] += piece
  }
  return parts
}

function unescaped(text: string): string {
  return text.replace(/\\([\s\S])/g, '$1')
}
