import { type Found, found } from './found.ts'
import { readDigits } from './kinds/digits.ts'
import { telephoneEnd } from './kinds/ordinals.ts'
import { readUnit } from './kinds/units.ts'
import type { Page } from './text/page.ts'
import type { Token } from './tokens.ts'

/** Digits that say no quantity: list numbers, footnotes, telephones, names (Covid-19, F0, 5G, 24/7), scores. */
export function readName(page: Page, at: number): Found | null {
  const { tokens } = page
  if (tokens[at]!.kind !== 'number') return null
  return (
    readListNumber(tokens, at) ??
    readFootnote(tokens, at) ??
    readTelephone(tokens, at) ??
    readGluedName(page, at) ??
    readIdiom(tokens, at) ??
    readSize(page, at) ??
    readTally(tokens, at) ??
    readScore(tokens, at)
  )
}

function other(at: number, next: number, what: string): Found {
  return found(at, next, 'other', null, { detail: { what } })
}

/** "1. ", "2) ", "1.2. ", "1/ " at the head of a line. */
function readListNumber(tokens: Token[], at: number): Found | null {
  if (!tokens[at]!.leads || tokens[at]!.key.length > 3) return null
  let next = at + 1
  while (
    tokens[next]!.key === '.' &&
    !tokens[next]!.spaced &&
    tokens[next + 1]!.kind === 'number' &&
    !tokens[next + 1]!.spaced &&
    tokens[next + 1]!.key.length < 3
  )
    next += 2
  const mark = tokens[next]!
  const ends = mark.key === '.' || mark.key === ')' || mark.key === '/'
  return ends && !mark.spaced && tokens[next + 1]!.spaced ? other(at, next, 'list-item') : null
}

/** "[1]", "[2, 3]". */
function readFootnote(tokens: Token[], at: number): Found | null {
  const inside = tokens[at - 1]?.key === '[' || (tokens[at - 1]?.key === ',' && tokens[at - 3]?.key === '[')
  return inside && /^[\],]$/.test(tokens[at + 1]!.key) && tokens[at]!.key.length <= 3 ? other(at, at + 1, 'footnote') : null
}

function readTelephone(tokens: Token[], at: number): Found | null {
  const next = telephoneEnd(tokens, at)
  return next === null ? null : other(at, next, 'telephone')
}

/** "F0", "Covid-19", "5G", "QH14": digits grown together with letters that are no unit. */
function readGluedName({ tokens }: Page, at: number): Found | null {
  const before = tokens[at - 1]
  const joined = before && !tokens[at]!.spaced
  if (joined && before.kind === 'word') return other(at, decimalsEnd(tokens, at + 1), 'name')
  if (joined && before.key === '-' && !before.spaced && tokens[at - 2]?.kind === 'word' && tokens[at - 2]!.capital)
    return other(at, at + 1, 'name')
  const behind = tokens[at + 1]!
  if (behind.kind !== 'word' || behind.spaced || readUnit(tokens, at + 1) || (!behind.capital && /^(h|g|tr|đ|k|x)$/.test(behind.key)))
    return null
  return other(at, plateEnd(tokens, at + 2), 'name')
}

/** "D1,2m": the decimals are the name's too. */
function decimalsEnd(tokens: Token[], at: number): number {
  const [mark, decimals] = [tokens[at]!, tokens[at + 1]!]
  return mark.key === ',' && !mark.spaced && decimals.kind === 'number' && !decimals.spaced ? at + 2 : at
}

/** "97A-012.34", "29C1-123.45": what goes on without a blank. */
function plateEnd(tokens: Token[], at: number): number {
  let next = at
  while (!tokens[next]!.spaced && /^[-.]$/.test(tokens[next]!.key) && tokens[next + 1]!.kind === 'number' && !tokens[next + 1]!.spaced)
    next += 2
  return next
}

/** "24/7", "24/24", "24/24 giờ": always. */
function readIdiom(tokens: Token[], at: number): Found | null {
  if (tokens[at]!.key !== '24' || tokens[at + 1]!.key !== '/' || !/^(7|24)$/.test(tokens[at + 2]?.key ?? '')) return null
  const next = at + 3
  const hours = /^(giờ|h)$/.test(tokens[next]!.key)
  return tokens[at + 2]!.key === '7' || hours ? other(at, hours ? next + 1 : next, 'name') : null
}

/** "ảnh cỡ 4x6", "khổ 16 x 24cm": the sides of something. */
function readSize({ text, tokens }: Page, at: number): Found | null {
  const times = readDigits(text, tokens, at)!.next
  if (!/^(x|×)$/.test(tokens[times]!.key) || tokens[times]!.parted || tokens[times + 1]!.parted) return null
  const second = readDigits(text, tokens, times + 1)
  return second && other(at, readUnit(tokens, second.next)?.next ?? second.next, 'size')
}

/** "(31-24-29)": gold, silver and bronze, or wins, draws and losses; no day, for a year has four digits or a stroke. */
function readTally(tokens: Token[], at: number): Found | null {
  if (!isPair(tokens, at, /^[-–]$/) || !isPair(tokens, at + 2, /^[-–]$/) || tokens[at + 1]!.spaced || tokens[at + 3]!.spaced) return null
  const ends = tokens[at + 5]!.spaced || !/^[-–/]$/.test(tokens[at + 5]!.key)
  return ends && tokens[at - 1]?.key === '(' ? other(at, at + 5, 'score') : null
}

/** "tỷ số 2-1", "thắng 3-0", "thắng Chợ Mới 3-1 (25/20, 23/25, 25/17, 25/22)". */
function readScore(tokens: Token[], at: number): Found | null {
  return isPair(tokens, at, /^[-–:]$/) && (tellsScore(tokens, at) || isInScore(tokens, at) || cannotRise(tokens, at))
    ? other(at, at + 3, 'score')
    : isPair(tokens, at, /^\/$/) && isInScore(tokens, at)
      ? other(at, at + 3, 'score')
      : null
}

function isPair(tokens: Token[], at: number, mark: RegExp): boolean {
  const [first, between, second] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  if (first?.kind !== 'number' || second?.kind !== 'number' || !mark.test(between!.key)) return false
  return (
    first.key.length <= 3 && second.key.length <= 3 && between!.spaced === second.spaced && !second.parted && !isCutBehind(tokens, at + 2)
  )
}

/** "2-2,5m": the second number has decimals, so both are the ends of a range. */
function isCutBehind(tokens: Token[], at: number): boolean {
  const [mark, decimals] = [tokens[at + 1]!, tokens[at + 2]]
  return mark.key === ',' && !mark.spaced && decimals?.kind === 'number' && !decimals.spaced
}

/** "hạ Na Rì 4-3", "(chính thức 1-1)", "séc cuối 17-15": no range, for it does not rise, and no day. */
function cannotRise(tokens: Token[], at: number): boolean {
  const [first, between, second] = [tokens[at]!.key, tokens[at + 1]!, tokens[at + 2]!.key]
  if (between.spaced || tokens[at + 3]!.key === between.key) return false
  if (first.length === 2 && second.length === 2 && first > second && second > '12') return true
  if (first.length > 1 || second.length > 1) return false
  return (
    Number(first) >= Number(second) &&
    (tokens[at - 1]?.capital || first === second) &&
    !/^(ngày|tết|dịp|lễ)$/.test(tokens[at - 1]?.key ?? '')
  )
}

const PLAYED = new Set(['thắng', 'thua', 'hòa', 'bại', 'hạ', 'vượt'])
const LONGEST_RIVAL = 6

/** Behind "tỷ số", or behind the verb, with the rival's name between. */
function tellsScore(tokens: Token[], at: number): boolean {
  if (tokens[at - 1]?.key === 'số') return /^(tỷ|tỉ)$/.test(tokens[at - 2]?.key ?? '')
  let before = at - 1
  while (
    before > 0 &&
    at - before < LONGEST_RIVAL &&
    (tokens[before]!.capital || /^(với|qua|chủ|nhà|đội|tuyển)$/.test(tokens[before]!.key))
  )
    before--
  return PLAYED.has(tokens[before]?.key ?? '') && tokens[before]!.sentence === tokens[at]!.sentence
}

/** The sets of a match, in brackets behind its score. */
function isInScore(tokens: Token[], at: number): boolean {
  let first = at
  while (tokens[first - 1]?.key === ',' && isPair(tokens, first - 4, /^[-–:/]$/)) first -= 4
  return tokens[first - 1]?.key === '(' && isPair(tokens, first - 4, /^[-–:]$/) && tellsScore(tokens, first - 4)
}
