import { lookUp } from '../shared/look-up.ts'
import type { Page } from './text/page.ts'
import type { Token } from './tokens.ts'

/** Quotations within quotations: deeper ones are typing errors. */
const DEEPEST = 8

const PAIRS: Record<string, string> = { '“': '”', '«': '»', '„': '”', '‘': '’' }

type Opened = { at: number; close: string; until?: number }

/**
 * For each token, whether it stands between quotation marks. Everything said there is the words of another: a saying, a
 * title, a speech. One mark may open and another close it; a quotation that is never closed ends with its sentence, so
 * it cannot swallow the text.
 */
export function quotedTokens({ tokens }: Page): Uint8Array {
  const quoted = new Uint8Array(tokens.length)
  const open: Opened[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    if (open.length > 0 && (token.leads || token.sentence !== tokens[at - 1]!.sentence) && endOf(tokens, open[0]!, at) < at)
      close(quoted, open, at)
    if (token.kind !== 'mark') continue
    if (open.length > 0 && closes(open.at(-1)!, token.key)) quoted.fill(1, open.pop()!.at, at)
    else if (lookUp(PAIRS, token.key) && open.length < DEEPEST) open.push({ at, close: lookUp(PAIRS, token.key)! })
    else if (token.key === '"' && open.length < DEEPEST && opensStraight(tokens, at)) open.push({ at, close: '"' })
    else if (open.length > 1) closeOuter(quoted, open, token.key, at)
  }
  return quoted
}

/** A quotation opened by one mark may be closed by another. */
function closes({ close }: { close: string }, key: string): boolean {
  return key === close || (close === '"' && key === '”') || (close === '”' && key === '"')
}

/** Where a quotation is closed in its line, found once; one that is not ends before the next sentence. */
function endOf(tokens: readonly Token[], opened: Opened, from: number): number {
  opened.until ??= closingAt(tokens, opened, from)
  return opened.until
}

function closingAt(tokens: readonly Token[], opened: Opened, from: number): number {
  for (let at = from; at < tokens.length && !tokens[at]!.leads; at++)
    if (tokens[at]!.kind === 'mark' && closes(opened, tokens[at]!.key)) return at
  return -1
}

/** A straight mark opens before a word and behind a blank or a bracket; behind a digit it is an inch. */
function opensStraight(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]
  return !tokens[at + 1]!.spaced && (tokens[at]!.spaced || !before || before.kind === 'mark')
}

/** An inner mark was never closed: the outer closes all the same. */
function closeOuter(quoted: Uint8Array, open: { at: number; close: string }[], key: string, at: number): void {
  const outer = open.findLastIndex(mark => mark.close === key)
  if (outer < 0) return
  quoted.fill(1, open[outer]!.at, at)
  open.length = outer
}

function close(quoted: Uint8Array, open: { at: number }[], at: number): void {
  const first = open[0]
  if (first) quoted.fill(1, first.at, at)
  open.length = 0
}
