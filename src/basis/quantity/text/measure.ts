import { lookUp } from '../../shared/look-up.ts'
import { type Found, found } from '../found.ts'
import { headCounted } from '../kinds/counts.ts'
import { SCALES } from '../kinds/number-words.ts'
import { headUnit } from '../kinds/units.ts'
import type { Token } from '../tokens.ts'
import type { Cell } from './columns.ts'
import { hasWords } from './tables.ts'

/** What the words of a table say of a number: what it counts, or its unit, and how many times. */
export type Measure = { counts: string | null; unit: string | null; times: number }

type Said = { from: number; next: number }

/** «Tổng số hộ nghèo»: a noun; «Xã Kim Lư» is a name. */
export function nounIn(tokens: Token[], said: Said): Measure | null {
  let from = said.from
  while (from < said.next && /^(tổng|số|[-–+•(:]|đvt|đơn|vị|tính)$/.test(tokens[from]!.key)) from++
  const noun = from < said.next ? headCounted(tokens, from) : null
  const is_name = noun !== null && noun.next < said.next && (tokens[noun.next]!.capital || tokens[noun.next]!.kind === 'number')
  return noun && noun.next <= said.next && !is_name ? { counts: noun.counts, unit: null, times: 1 } : null
}

type UnitSaid = Said & { counts: null; unit: string; times: number }

/** «Tỷ lệ (%)», «Giá trị (triệu đồng)», «ĐVT: ha»: in brackets, behind a colon or alone; a hundredth anywhere. */
export function unitIn(tokens: Token[], { from, next }: Said): UnitSaid | null {
  for (let at = from; at < next; at++) {
    const before = at > from ? tokens[at - 1]!.key : ''
    if (at > from && tokens[at]!.key !== '%' && before !== '(' && before !== ':') continue
    const read = unitAt(tokens, at, next)
    const is_alone = read !== null && (read.next === next || (at > from && /^[).]$/.test(tokens[read.next]!.key)))
    if (read && (is_alone || read.unit === '%')) return read
  }
  return null
}

/** «triệu đồng», «nghìn m2». */
function unitAt(tokens: Token[], at: number, end: number): UnitSaid | null {
  let next = at
  let power = 0
  for (let more = lookUp(SCALES, tokens[next]!.key); next < end && more !== undefined; more = lookUp(SCALES, tokens[++next]!.key))
    power += more
  const unit = next < end ? headUnit(tokens, next) : null
  return unit && unit.next <= end ? { from: at, next: unit.next, counts: null, unit: unit.unit, times: 10 ** power } : null
}

/** «%», «triệu đồng», «xã», «(người)»: a cell of a unit alone. */
export function isUnit(tokens: Token[], cell: Cell): boolean {
  const [from, next] = tokens[cell.from]!.key === '(' ? [cell.from + 1, cell.next - 1] : [cell.from, cell.next]
  const end = unitAt(tokens, from, next)?.next ?? headCounted(tokens, from)?.next
  return end === next
}

/** The words without the unit: it is in the value. */
export function withoutUnit(tokens: Token[], { column, from, next }: Cell): Cell[] {
  const unit = unitIn(tokens, { from, next })
  if (!unit) return [{ column, from, next }]
  const in_brackets = tokens[unit.from - 1]!.key === '(' && unit.from > from
  return [
    { column, from, next: in_brackets ? unit.from - 1 : unit.from },
    { column, from: in_brackets ? Math.min(unit.next + 1, next) : unit.next, next },
  ].filter(part => hasWords(tokens, part))
}

/** A bare number with what its table says of it. */
export function measured(tokens: Token[], hit: Found, measure: Measure | null): Found {
  const is_year = hit.kind === 'date' && hit.next === hit.from + 1
  if (is_year) return measured(tokens, found(hit.from, hit.next, 'claim', Number(tokens[hit.from]!.key)), measure)
  const bare = hit.kind === 'other' && hit.detail?.what === 'bare'
  const unnamed = hit.kind === 'claim' && hit.counts === null && hit.value.unit === null
  if (!bare && !unnamed) return hit
  const { counts, unit, times } = measure ?? { counts: null, unit: null, times: 1 }
  const value = { least: multiplied(hit.value.least, times), most: multiplied(hit.value.most, times), unit }
  return { ...hit, kind: 'claim', counts, value, detail: null }
}

function multiplied(end: number | null, times: number): number | null {
  return end === null ? null : end * times
}
