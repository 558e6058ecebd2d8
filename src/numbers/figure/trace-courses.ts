import type { Reads } from '../../platform/database/index.ts'
import { holdingsFrom } from '../../register/countryside/index.ts'
import { listKindsOf, type SuccessionRow, type UnitKindRow } from '../../register/organisation/index.ts'
import type { FigureParameters } from './figure.ts'
import { listStandings, type Standings } from './figures/standings.ts'

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
  const standings = await listStandings(db, { ...parameters, map_day: parameters.valid_as_of })
  const units = unitsDrawn(standings)
  const kinds = await listKindsOf(db, { ...parameters, keys: JSON.stringify([...units]) })
  const ranks = ranksByDay(standings, parameters)
  const of_unit = Map.groupBy(kinds, ({ key }) => key)
  const courses = [...units].flatMap(unit => courseOf(unit, { standings, ranks, versions: of_unit.get(unit) ?? [], units }))
  return courses.sort((a, b) => (a.from === b.from ? a.name.localeCompare(b.name, 'vi') : a.from < b.from ? -1 : 1))
}

function isDecided({ decisions }: Standings): Set<string> {
  return new Set(decisions.filter(one => one.is_member && one.unit_kind === 'commune' && one.verdict !== 'revoked').map(one => one.unit))
}

/** Those that were recognised, and what came out of them. */
function unitsDrawn(standings: Standings): Set<string> {
  const units = isDecided(standings)
  for (const unit of units) for (const edge of edgesFrom(unit, standings)) units.add(edge.successor)
  return units
}

function edgesFrom(unit: string, { successions, valid_as_of }: Standings): SuccessionRow[] {
  return successions.filter(edge => edge.predecessor === unit && edge.effective_on <= valid_as_of && !edge.successor_existed)
}

type RanksOnDay = { day: string; ranks: Map<string, number> }

/** Who held what from each day on which a decision was taken or the map changed. */
function ranksByDay({ decisions, successions, valid_as_of }: Standings, { rule }: Pick<FigureParameters, 'rule'>): RanksOnDay[] {
  const days = new Set([...decisions.map(one => one.decided_on), ...successions.map(edge => edge.effective_on)])
  return [...days]
    .filter(day => day <= valid_as_of)
    .sort()
    .map(day => {
      const known = decisions.filter(one => one.decided_on <= day)
      const holdings = holdingsFrom(
        known,
        successions.filter(edge => edge.effective_on <= day),
        { rule },
      )
      return { day, ranks: new Map([...holdings].map(([unit, { rank }]) => [unit, rank])) }
    })
}

type Of = { standings: Standings; ranks: RanksOnDay[]; versions: UnitKindRow[]; units: Set<string> }

function courseOf(unit: string, { standings, ranks, versions, units }: Of): Course[] {
  const communes = versions.filter(({ unit_kind }) => unit_kind === 'commune')
  const [first, last] = [communes[0], communes.at(-1)]
  if (!first || !last) return []
  const held = heldBy(unit, ranks, last.until)
  const founded = standings.successions.find(edge => edge.successor === unit && !edge.successor_existed)
  const from = founded && units.has(founded.predecessor) ? founded.effective_on : (held[0]?.from ?? first.since)
  const edges = edgesFrom(unit, standings).filter(edge => units.has(edge.successor))
  return [{ unit, name: last.name, from, until: last.until, held, into: [...new Set(edges.map(edge => edge.successor))] }]
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
