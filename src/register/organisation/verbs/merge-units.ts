import { sql } from 'kysely'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { recordInstrument } from '../instrument/record-instrument.ts'
import { readKnown } from '../known-of-merger.ts'
import { underTheLaw } from '../laws.ts'
import { endedBy, type Merger, type MergerEdge, problemsInRegister, problemsInText } from '../merger.ts'
import { recordOnTheMap } from '../record-on-the-map.ts'
import type { OrganisationCode } from '../words.ts'
import { endPlacements, endVersions } from './end-units.ts'

export type Merged = { instrument_id: number; begun: string[]; ended: string[]; moved: string[] }

/**
 * Carries out what an instrument orders for the map on a day, which may be to come: successors begin, sources end,
 * successions join them. Versions and placements that end are closed in recorded time and written anew with their end;
 * no row of another room's table is touched, and none is corrected but by a later-recorded one. Refusals: no-such-day,
 * long-before-signature and long-after-signature (limit: the farthest day), missing, nothing-to-merge,
 * unknown-hierarchy, unknown-unit, unit-twice, two-fates, unknown-kind, unreadable-key, key-twice, key-taken,
 * code-taken, successor-without-source, successor-not-there, no-source, before-source (limit: its first day),
 * source-ended, source-ends-later (limit: its end), edge-twice, cycle, share-out-of-range, shares-over-one,
 * shares-under-one, parent-not-there, parent-below, left-without-parent, carry-named-otherwise.
 */
export async function mergeUnits(tx: Tx, actor: Actor, merger: Merger): Promise<Outcome<Merged, OrganisationCode>> {
  const unreadable = problemsOf(problemsInText(merger))
  if (unreadable) return unreadable
  const refusal = problemsOf(problemsInRegister(merger, await readKnown(tx, merger)))
  return refusal ?? underTheLaw(tx, () => write(tx, actor, merger))
}

async function write(tx: Tx, actor: Actor, merger: Merger): Promise<Outcome<Merged, OrganisationCode>> {
  const instrument_id = await recordInstrument(tx, merger.instrument)
  const otherwise = await nameCarryRule(tx, merger, instrument_id)
  if (otherwise) return refused(otherwise)
  const [begun, ended, moved] = [begunBy(merger), endedBy(merger), movedBy(merger)]
  await beginUnits(tx, merger, instrument_id)
  await endVersions(tx, ended, merger.effective_on)
  await endPlacements(tx, [...ended, ...moved], merger.effective_on)
  await placeUnits(tx, merger, instrument_id)
  await succeed(tx, merger, instrument_id)
  await stateHeirs(tx, merger, instrument_id)
  await recordOnTheMap(tx, actor, 'merge-units', { object: 'merger', object_id: merger.effective_on, content: merger })
  return done({ instrument_id, begun, ended, moved })
}

function begunBy({ successors }: Merger): string[] {
  return successors.map(({ key }) => key)
}

function movedBy({ moved = [] }: Merger): string[] {
  return moved.map(({ unit }) => unit)
}

async function beginUnits(tx: Tx, { successors, effective_on }: Merger, instrument_id: number): Promise<void> {
  await sql`insert into unit (key) select unnest(${successors.map(({ key }) => key)}::text[])`.execute(tx)
  await sql`
    insert into unit_version (unit_id, code, name, unit_kind, population, instrument_id, valid)
    select u.unit_id, r.code, normalize(btrim(r.name), nfc), r.unit_kind, r.population, ${instrument_id}, daterange(${effective_on}, 'infinity')
      from jsonb_to_recordset(${JSON.stringify(successors)}) as r(key text, code text, name text, unit_kind text, population integer)
      join unit u using (key)`.execute(tx)
}

async function placeUnits(tx: Tx, merger: Merger, instrument_id: number): Promise<void> {
  const { hierarchy, effective_on, successors, moved = [] } = merger
  const places = [...successors.map(({ key, parent }) => ({ unit: key, parent })), ...moved]
  await sql`
    insert into placement (unit_id, hierarchy, parent_id, instrument_id, valid)
    select u.unit_id, ${hierarchy}, p.unit_id, ${instrument_id}, daterange(${effective_on}, 'infinity')
      from jsonb_to_recordset(${JSON.stringify(places)}) as r(unit text, parent text)
      join unit u on u.key = r.unit
      join unit p on p.key = r.parent`.execute(tx)
}

type Event = { edges: MergerEdge[]; latest: number }

/** Edges that share an end are one event; the others have nothing to do with one another. */
function eventsIn(edges: MergerEdge[]): MergerEdge[][] {
  const events = new Map<string, Event>()
  const endsOf = ({ predecessor, successor }: MergerEdge) => [`from ${predecessor}`, `to ${successor}`]
  for (const [i, edge] of edges.entries()) {
    const touched = new Set(endsOf(edge).flatMap(end => events.get(end) ?? []))
    const before = [...touched].sort((one, other) => one.latest - other.latest)
    const whole = before[0] ?? { edges: [], latest: i }
    const added = [...before.slice(1).flatMap(event => event.edges), edge]
    whole.edges.push(...added)
    whole.latest = i
    for (const end of added.flatMap(endsOf)) events.set(end, whole)
  }
  return [...new Set(events.values())].sort((one, other) => one.latest - other.latest).map(event => event.edges)
}

/** Writes the events in their order, all at once: a nation has thousands. */
async function succeed(tx: Tx, { effective_on, edges }: Merger, instrument_id: number): Promise<void> {
  const events = eventsIn(edges)
  const numbered = events.flatMap((event, i) => event.map(edge => ({ ...edge, event: i + 1 })))
  await sql`
    with begun as (
      insert into succession_event (kind, effective_on, instrument_id)
      select k.kind, ${effective_on}, ${instrument_id} from unnest(${events.map(kindOf)}::text[]) with ordinality k (kind, nth) order by k.nth
      returning succession_event_id),
    event as (select succession_event_id, row_number() over (order by succession_event_id) as nth from begun)
    insert into succession (succession_event_id, predecessor_id, successor_id, population_share, area_share, certainty)
    select e.succession_event_id, p.unit_id, s.unit_id, r.population_share, r.area_share, coalesce(r.certainty, 'documented')
      from jsonb_to_recordset(${JSON.stringify(numbered)})
             as r(event integer, predecessor text, successor text, population_share numeric, area_share numeric, certainty text)
      join event e on e.nth = r.event
      join unit p  on p.key = r.predecessor
      join unit s  on s.key = r.successor
     order by r.event`.execute(tx)
}

function kindOf(edges: MergerEdge[]): 'continued' | 'merged' | 'split' | 'rearranged' {
  const [from, to] = [new Set(edges.map(edge => edge.predecessor)).size, new Set(edges.map(edge => edge.successor)).size]
  if (from === 1) return to === 1 ? 'continued' : 'split'
  return to === 1 ? 'merged' : 'rearranged'
}

/** An instrument names one rule. Naming the same one again is nothing new. */
async function nameCarryRule(tx: Tx, { carry }: Merger, instrument_id: number): Promise<Problem<OrganisationCode> | null> {
  if (!carry) return null
  const { rule, least_share = null } = carry
  const { rows } = await sql<{ rule: string; least_share: string | null }>`
    select rule, least_share from carry_rule
     where subject = 'countryside' and instrument_id = ${instrument_id} and upper(recorded) = 'infinity'`.execute(tx)
  const [named] = rows
  if (!named) {
    await sql`
      insert into carry_rule (subject, instrument_id, rule, least_share)
      values ('countryside', ${instrument_id}, ${rule}, ${least_share})`.execute(tx)
    return null
  }
  const same = named.rule === rule && Number(named.least_share) === Number(least_share)
  return same ? null : { code: 'carry-named-otherwise', field: 'carry.rule', values: { rule: named.rule } }
}

async function stateHeirs(tx: Tx, { carry }: Merger, instrument_id: number): Promise<void> {
  await sql`
    insert into carry_statement (carry_rule_id, successor_id)
    select c.carry_rule_id, u.unit_id
      from carry_rule c
      join unit u on u.key = any(${carry?.stated ?? []})
     where c.subject = 'countryside' and c.instrument_id = ${instrument_id} and upper(c.recorded) = 'infinity'
       and not exists (select from carry_statement s where s.carry_rule_id = c.carry_rule_id and s.successor_id = u.unit_id)`.execute(tx)
}
