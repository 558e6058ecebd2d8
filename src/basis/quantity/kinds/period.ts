import type { Found } from '../found.ts'
import type { Period } from '../quantity.ts'
import type { Token } from '../tokens.ts'

type Reach = { lead: Period | null; waiting: Found[] }

/**
 * Gives each claim of one sentence its period. A period at the head of a clause governs what follows it ("Năm 2020,
 * tỉnh có…"); one behind a claim closes the claims before it ("23 xã về đích giai đoạn 2015-2020"), and reaches no
 * further. The date of a document is the document's.
 */
export function givePeriods(tokens: Token[], hits: Found[]): void {
  const clauses = new Map<number, Reach>()
  let lead: Period | null = null
  let before: Found | null = null
  for (const hit of hits) {
    const clause = tokens[hit.from]!.clause
    const reach: { lead: Period | null; waiting: Found[] } = clauses.get(clause) ?? { lead, waiting: [] }
    clauses.set(clause, reach)
    if (hit.kind === 'claim') governed(reach, hit)
    else if (hit.kind === 'date' && hit.period && !belongsToDocument(tokens, hit, before)) {
      if (reach.waiting.length > 0 && !opens(tokens, hit)) close(reach, hit.period)
      else lead = reach.lead = hit.period
      const explained = before && explains(tokens, before, hit) && clauses.get(tokens[before.from]!.clause)
      if (explained) explained.lead = hit.period
    }
    before = hit
  }
}

function governed(reach: Reach, claim: Found): void {
  if (reach.lead) claim.period = reach.lead
  else reach.waiting.push(claim)
}

function close(reach: Reach, period: Period): void {
  for (const claim of reach.waiting) claim.period = period
  reach.waiting = []
}

/** Behind a comma, and going on: "…, năm 2021 có 7 xã", "…, phấn đấu đến năm 2025 thêm 20 xã". */
function opens(tokens: Token[], { from, next }: Found): boolean {
  const first = /^(trong|đến|riêng|vào)$/.test(tokens[from - 1]?.key ?? '') ? from - 1 : from
  return (tokens[first - 1]?.key === ',' || isPlan(tokens, first)) && !/^[.;)!?]?$/.test(tokens[next]!.key)
}

const PLANS = new Set(['phấn đấu', 'mục tiêu', 'dự kiến', 'kế hoạch', 'hướng tới', 'đặt mục'])
const LONGEST_PLAN = 5

/** A plan begins behind the comma before it: "…, phấn đấu", "…, mục tiêu của huyện là". */
function isPlan(tokens: Token[], at: number): boolean {
  for (let i = at - 2; i > at - LONGEST_PLAN - 2 && i > 0; i--) {
    if (PLANS.has(`${tokens[i]!.key} ${tokens[i + 1]!.key}`) && tokens[i - 1]!.key === ',') return true
  }
  return false
}

/** "Năm năm qua (2016 - 2020), nhân dân đã hiến …": the years in brackets are those of the words before. */
function explains(tokens: Token[], before: Found, { from }: Found): boolean {
  return before.kind === 'date' && tokens[from - 1]?.key === '(' && from - before.next <= 2
}

function belongsToDocument(tokens: Token[], hit: Found, before: Found | null): boolean {
  if (before?.kind !== 'document') return false
  return before.next === hit.from || (before.next + 1 === hit.from && /^[,(]$/.test(tokens[before.next]!.key))
}
