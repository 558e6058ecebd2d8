import type { Reads } from '../../platform/database/index.ts'
import { holdingsFrom, listStandingDecisions, type StandingDecisionRow } from '../../register/countryside/index.ts'
import { listKindsOf, listSuccessions, type SuccessionRow, type UnitKindRow } from '../../register/organisation/index.ts'
import type { FigureParameters } from './figure.ts'

/** A time in which a unit held a rank; `until` is the first day on which it did not, null while it does. */
export type Held = { from: string; until: string | null; rank: number }

/**
 * The standing of one commune through time, up to a day. `from`: its first decision, or the merger by which it came
 * out of one that had held. `until`: the merger that ended it, or the day on which it was no commune any more.
 * `into`: the units it went into that are drawn, too.
 */
export type Course = { unit: string; name: string; from: string; until: string | null; held: Held[]; into: string[] }

/**
 * The communes that once held a standing and all that came out of them, each with when it held what: the drawing behind
 * «23 xã (sau sáp nhập còn 15 xã)». Carried by the rules in force, or by the one asked for.
 */
export async function traceCourses(db: Reads, parameters: FigureParameters): Promise<Course[]> {
  // One after the other: inside a transaction there is one connection.
  const decisions = await listStandingDecisions(db, parameters)
  const successions = await listSuccessions(db, parameters)
  const founding = successions.filter(edge => !edge.successor_existed)
  const units = unitsDrawn(decisions, founding)
  const kinds = await listKindsOf(db, { ...parameters, keys: JSON.stringify([...units]) })
  const ranks = ranksByDay(decisions, successions, parameters)
  const of_unit = Map.groupBy(kinds, ({ key }) => key)
  const courses = [...units].flatMap(unit => courseOf(unit, { founding, ranks, versions: of_unit.get(unit) ?? [], units }))
  return courses.sort((a, b) => (a.from === b.from ? a.name.localeCompare(b.name, 'vi') : a.from < b.from ? -1 : 1))
}

/** The communes that were recognised, and what came out of them: whatever is added is asked for its successors, too. */
function unitsDrawn(decisions: readonly StandingDecisionRow[], founding: readonly SuccessionRow[]): Set<string> {
  const recognised = decisions.filter(one => one.is_member && one.unit_kind === 'commune' && one.verdict !== 'revoked')
  const units = new Set(recognised.map(({ unit }) => unit))
  for (const unit of units) for (const edge of founding) if (edge.predecessor === unit) units.add(edge.successor)
  return units
}

type RanksOnDay = { day: string; ranks: Map<string, number> }

/** Who held what from each day on which a decision was taken or the map changed. */
function ranksByDay(
  decisions: readonly StandingDecisionRow[],
  successions: readonly SuccessionRow[],
  { rule }: Pick<FigureParameters, 'rule'>,
): RanksOnDay[] {
  const days = new Set([...decisions.map(one => one.decided_on), ...successions.map(edge => edge.effective_on)])
  return [...days].sort().map(day => {
    const decided = decisions.filter(one => one.decided_on <= day)
    const joined = successions.filter(edge => edge.effective_on <= day)
    const holdings = holdingsFrom(decided, joined, { rule })
    return { day, ranks: new Map([...holdings].map(([unit, { rank }]) => [unit, rank])) }
  })
}

/** `founding`: the successions out of which a unit came that had not been there. */
type Of = { founding: readonly SuccessionRow[]; ranks: RanksOnDay[]; versions: UnitKindRow[]; units: Set<string> }

/** None where a unit never was a commune. */
function courseOf(unit: string, { founding, ranks, versions, units }: Of): Course[] {
  const communes = versions.filter(({ unit_kind }) => unit_kind === 'commune')
  const [first, last] = [communes[0], communes.at(-1)]
  if (!first || !last) return []
  const held = heldBy(unit, ranks, last.until)
  const founded = founding.find(edge => edge.successor === unit)
  const from = founded && units.has(founded.predecessor) ? founded.effective_on : (held[0]?.from ?? first.since)
  const into = new Set(founding.filter(edge => edge.predecessor === unit).map(edge => edge.successor))
  return [{ unit, name: last.name, from, until: last.until, held, into: [...into] }]
}

/** Days on which the rank stays the same are one time; with the last day of the commune all of it ends. */
function heldBy(unit: string, days: readonly RanksOnDay[], end: string | null): Held[] {
  const held: Held[] = []
  for (const { day, ranks } of days) {
    if (end !== null && day >= end) break
    const rank = ranks.get(unit) ?? 0
    const before = held.at(-1)
    if (before && before.until === null && before.rank === rank) continue
    if (before && before.until === null) before.until = day
    if (rank > 0) held.push({ from: day, until: null, rank })
  }
  const last = held.at(-1)
  if (last && last.until === null) last.until = end
  return held
}
