import { wordKey } from '../shared/vietnamese.ts'

/**
 * `word` is a run of letters, `number` a run of digits, `mark` one other character, `opaque` an address of the net.
 * `key` is what tables look up: lower case, tone in one place; `parted` says that a line or a cell ends before the
 * token, `spaced` that anything blank does. The last tokens are always ends.
 */
export type Token = {
  kind: 'word' | 'number' | 'mark' | 'opaque' | 'end'
  start: number
  end: number
  key: string
  capital: boolean
  spaced: boolean
  parted: boolean
  /** First of its line. */
  leads: boolean
  sentence: number
  clause: number
}

const MARK = 0
const LETTER = 1
const DIGIT = 2
const SPACE = 3
const CELL = 4
const LINE = 5

const CLASSES = Uint8Array.from({ length: 0x2000 }, (_, code) => slowClass(code))

function slowClass(code: number): number {
  const char = String.fromCharCode(code)
  if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) return LINE
  if (code === 9) return CELL
  if (code >= 48 && code <= 57) return DIGIT
  if (/\s/.test(char)) return SPACE
  return /[\p{L}\p{M}²³]/u.test(char) ? LETTER : MARK
}

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code < 0x2000 ? CLASSES[code]! : slowClass(code)
}

/** One pass over NFC text. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const lexemes = new Map<string, { key: string; capital: boolean }>()
  let gap = LINE
  let line = 0
  for (let at = 0; at < text.length; ) {
    const type = classAt(text, at)
    if (type >= SPACE) {
      gap = Math.max(gap, type === LINE && isSoft(text, line, at) ? SPACE : type)
      at++
      if (type === LINE) line = at
      continue
    }
    const end = endOf(text, at, type)
    const slice = text.slice(at, end)
    let lexeme = lexemes.get(slice)
    // biome-ignore lint/suspicious/noAssignInExpressions: the walk over the lexemes reads best so
    if (!lexeme) lexemes.set(slice, (lexeme = lexemeOf(slice, type)))
    const kind = type === LETTER ? 'word' : type === DIGIT ? 'number' : 'mark'
    tokens.push({ kind, start: at, end, ...flags(gap), key: lexeme.key, capital: lexeme.capital, sentence: 0, clause: 0 })
    gap = 0
    at = end
  }
  const end = {
    kind: 'end',
    start: text.length,
    end: text.length,
    ...flags(LINE),
    key: '',
    capital: false,
    sentence: 0,
    clause: 0,
  } as const
  for (let i = 0; i < ENDS; i++) tokens.push({ ...end })
  return tokens
}

/** As many ends as the farthest a recogniser looks ahead, so that none looks beyond. */
const ENDS = 8

function flags(gap: number): { spaced: boolean; parted: boolean; leads: boolean } {
  return { spaced: gap >= SPACE, parted: gap >= CELL, leads: gap === LINE }
}

function endOf(text: string, at: number, type: number): number {
  let end = at + 1
  if (type !== MARK) while (end < text.length && classAt(text, end) === type) end++
  return end
}

function lexemeOf(slice: string, type: number): { key: string; capital: boolean } {
  if (type !== LETTER) return { key: slice, capital: false }
  const key = wordKey(slice)
  return { key, capital: slice[0] !== slice[0]!.toLowerCase() }
}

const WRAPPED = 55
const ROW = /[\t|]| {3}/

/** A line break is soft when a long line runs on in lower case or a digit: a hard-wrapped paragraph, no row of a table. */
function isSoft(text: string, line: number, at: number): boolean {
  if (at - line < WRAPPED || '.!?:;…'.includes(text[at - 1] ?? '.') || ROW.test(text.slice(line, at))) return false
  let next = at + 1
  while (next < text.length && (text[next] === ' ' || text[next] === '\r')) next++
  const char = text[next] ?? '\n'
  const type = next < text.length ? classAt(text, next) : LINE
  return type === DIGIT ? !/^\d+[.)/]\s/.test(text.slice(next, next + 6)) : type === LETTER && char === char.toLowerCase()
}
