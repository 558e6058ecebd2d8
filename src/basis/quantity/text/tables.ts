import type { Found } from '../found.ts'
import { headNoun } from '../kinds/counts.ts'
import { readUnit } from '../kinds/units.ts'
import type { Token } from '../tokens.ts'

type Cell = { from: number; next: number }
type Head = { counts: string | null; unit: string | null }

/** Numbers in the cells of a table get what the head of their column counts or measures: "Hộ nghèo", "Tỷ lệ (%)". */
export function giveHeads(tokens: Token[], hits: Found[]): void {
  let head: Cell[] | null = null
  let hit = 0
  for (let line = 0; line < tokens.length - 1; ) {
    const next = lineEnd(tokens, line)
    const row = rowOf(tokens, line, next)
    if (row.length < 2) head = null
    for (let column = 0; hit < hits.length && hits[hit]!.from < next; hit++) {
      while (column < row.length && row[column]!.next <= hits[hit]!.from) column++
      if (head?.[column]) hits[hit] = headed(headed(hits[hit]!, headOf(tokens, head[column]!)), headOf(tokens, row[0]!))
    }
    if (row.length >= 2) head ??= row
    line = next
  }
}

function lineEnd(tokens: Token[], line: number): number {
  let next = line + 1
  while (next < tokens.length - 1 && !tokens[next]!.leads) next++
  return next
}

/** Cells stand between bars or tabs. */
function rowOf(tokens: Token[], line: number, next: number): Cell[] {
  const cells: Cell[] = []
  let from = line
  for (let at = line; at <= next; at++) {
    const bar = at < next && tokens[at]!.key === '|'
    const ends = at === next || bar || (at > line && tokens[at]!.parted)
    if (ends && at > from) cells.push({ from, next: at })
    if (ends) from = bar ? at + 1 : at
  }
  return cells
}

function headOf(tokens: Token[], { from, next }: Cell): Head {
  let noun_from = from
  while (/^(tổng|số)$/.test(tokens[noun_from]!.key)) noun_from++
  const noun = headNoun(tokens, noun_from)
  for (let at = from; at < next; at++) {
    const unit = tokens[at]!.key === '%' || tokens[at - 1]?.key === '(' ? readUnit(tokens, at) : null
    if (unit) return { counts: null, unit: unit.unit }
  }
  return { counts: noun && noun.next <= next ? noun.counts : null, unit: null }
}

function headed(hit: Found, { counts, unit }: Head): Found {
  const bare = hit.kind === 'other' && hit.detail?.what === 'bare'
  const unnamed = hit.kind === 'claim' && hit.counts === null && hit.value.unit === null
  if (!(bare || unnamed) || (counts === null && unit === null)) return hit
  return { ...hit, kind: 'claim', counts, value: { ...hit.value, unit }, detail: null }
}
