import type { Span } from '../quantity.ts'
import { type Token, tokensOf } from '../tokens.ts'
import { type Table, tablesOf } from './tables.ts'

/** A text cut into tokens, sentences and clauses: what every recogniser reads. */
export type Page = {
  text: string
  tokens: Token[]
  sentences: Span[]
  clauses: Span[]
  tables: Table[]
  /** ISO date of the text's date line. */
  date: string | null
}

export function pageOf(given: string, date: string | null): Page {
  const text = given.replace(OTHER_LINE_END, '\n')
  const tokens = tokensOf(text)
  const page: Page = { text, tokens, sentences: [], clauses: [], tables: tablesOf(text, tokens), date }
  hideNetAddresses(page)
  divide(page)
  return page
}

/** What ends a line, as a line feed does; one for one, so that every place stays. */
const OTHER_LINE_END = /\r(?!\n)|[\u2028\u2029]/g

const SITES = new Set(['vn', 'com', 'org', 'net', 'gov', 'edu', 'info', 'html', 'htm', 'aspx', 'php'])
const SCHEMES = new Set(['http', 'https', 'ftp', 'www', 'mailto'])

/** The tokens of a URL, a site or an e-mail become one `opaque` token each. */
function hideNetAddresses({ tokens }: Page): void {
  let free = 0
  for (let at = 1; at < tokens.length - 1; at++) {
    if (!opensNetAddress(tokens, at)) continue
    let from = at
    while (from > free && !tokens[from]!.spaced && tokens[from - 1]!.key !== '(') from--
    let to = at + 1
    while (!tokens[to]!.spaced && tokens[to]!.key !== ')') to++
    for (let i = from; i < to; i++) tokens[i]!.kind = 'opaque'
    free = to
    at = to - 1
  }
}

function opensNetAddress(tokens: Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1]!, tokens[at]!, tokens[at + 1]!]
  if (token.kind !== 'mark' || token.spaced || next.spaced) return false
  if (token.key === '@') return before.kind !== 'mark'
  if (token.key === ':') return next.key === '/' && SCHEMES.has(before.key)
  return (
    token.key === '.' &&
    (SCHEMES.has(before.key) || (SITES.has(next.key) && next.kind === 'word' && before.kind === 'word' && !next.capital))
  )
}

const ENDINGS = new Set(['.', '!', '?', '…'])
const CLOSERS = new Set(['”', '"', '»', ')', ']', '’'])
const ABBREVIATIONS = new Set('tp ts ths gs pgs bs tr q p h tt ô b ks cn ts đ/c đc nxb st vs st tx th'.split(' '))

/** Numbers sentences and clauses: a clause ends at a semicolon, and what stands in brackets is a clause of its own. */
function divide(page: Page): void {
  const { tokens } = page
  let open: number[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    if (at === 0 || beginsSentence(tokens, at)) {
      page.sentences.push({ start: token.start, end: token.end })
      open = [openClause(page, token)]
    }
    if (token.key === '(') open.push(openClause(page, token))
    token.sentence = page.sentences.length - 1
    token.clause = open.at(-1)!
    page.sentences[token.sentence]!.end = token.end
    page.clauses[token.clause]!.end = token.end
    if (token.key === ')' && open.length > 1) open.pop()
    if (token.key === ';') open[open.length - 1] = openClause(page, tokens[at + 1] ?? token)
  }
}

function openClause(page: Page, token: Token): number {
  return page.clauses.push({ start: token.start, end: token.end }) - 1
}

function beginsSentence(tokens: Token[], at: number): boolean {
  const token = tokens[at]!
  if (token.leads) return true
  if (!token.spaced) return false
  const last = CLOSERS.has(tokens[at - 1]!.key) && !tokens[at - 1]!.spaced && at > 1 ? at - 2 : at - 1
  if (!ENDINGS.has(tokens[last]!.key)) return false
  if (token.kind === 'word' && !token.capital) return false
  const before = tokens[last - 1]
  return !before || tokens[last]!.key !== '.' || !(ABBREVIATIONS.has(before.key) || (before.leads && before.kind === 'number'))
}
