import { sql } from 'kysely'
import type { Tx } from '../../platform/database/index.ts'
import { endedBy, type Known, type KnownUnit, type Merger } from './merger.ts'

/**
 * What the register knows now of the units that a merger names. Their identities are locked, so that two mergers of one
 * unit take turns.
 */
export async function readKnown(tx: Tx, merger: Merger): Promise<Known> {
  const named = namedIn(merger)
  await sql`select from unit where key = any(${named}) order by unit_id for no key update`.execute(tx)
  const units = await readUnits(tx, named)
  return {
    units: new Map(units.map(unit => [unit.key, unit])),
    taken: await readTaken(tx, merger),
    ranks: await readRanks(tx, merger),
    children: await readChildren(tx, merger),
    holders: await readHolders(tx, merger),
    lineage: await readLineage(tx, merger),
  }
}

function namedIn({ edges, abolished = [], moved = [], successors }: Merger): string[] {
  const parents = [...moved, ...successors].flatMap(({ parent }) => parent ?? [])
  const ends = edges.flatMap(edge => [edge.predecessor, edge.successor])
  return [...new Set([...ends, ...abolished, ...moved.map(move => move.unit), ...parents])]
}

async function readUnits(tx: Tx, keys: string[]): Promise<KnownUnit[]> {
  const { rows } = await sql<KnownUnit>`
    select u.unit_id, u.key, min(k.hierarchy) as hierarchy, min(k.rank) as rank, min(lower(v.valid)) as first_day, max(upper(v.valid)) as "end"
      from unit u
      join unit_version v using (unit_id)
      join unit_kind k    using (unit_kind)
     where u.key = any(${keys}) and upper(v.recorded) = 'infinity'
     group by u.unit_id`.execute(tx)
  return rows
}

async function readTaken(tx: Tx, { successors }: Merger): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`select key from unit where key = any(${successors.map(({ key }) => key)})`.execute(tx)
  return new Set(rows.map(row => row.key))
}

async function readRanks(tx: Tx, { hierarchy }: Merger): Promise<Map<string, number>> {
  const { rows } = await sql<{ unit_kind: string; rank: number }>`
    select unit_kind, rank from unit_kind where hierarchy = ${hierarchy}`.execute(tx)
  return new Map(rows.map(row => [row.unit_kind, row.rank]))
}

async function readChildren(tx: Tx, merger: Merger): Promise<Known['children']> {
  const { rows } = await sql<{ unit: string; parent: string }>`
    select distinct c.key as unit, p.key as parent
      from placement l
      join unit p on p.unit_id = l.parent_id
      join unit c on c.unit_id = l.unit_id
     where p.key = any(${endedBy(merger)})
       and l.valid && daterange(${merger.effective_on}, 'infinity')
       and upper(l.recorded) = 'infinity'
     order by c.key`.execute(tx)
  return rows
}

async function readHolders(tx: Tx, { successors, hierarchy, effective_on }: Merger): Promise<Known['holders']> {
  const codes = successors.flatMap(({ code }) => code ?? [])
  const { rows } = await sql<{ unit: string; code: string }>`
    select u.key as unit, v.code
      from unit_version v
      join unit u      using (unit_id)
      join unit_kind k using (unit_kind)
     where v.code = any(${codes}) and k.hierarchy = ${hierarchy}
       and v.valid @> ${effective_on}::date and upper(v.recorded) = 'infinity'`.execute(tx)
  return rows
}

/** Only a successor that stands already can close a circle. */
async function readLineage(tx: Tx, { edges, successors }: Merger): Promise<Known['lineage']> {
  if (edges.every(edge => successors.some(({ key }) => key === edge.successor))) return []
  const { rows } = await sql<{ predecessor: string; successor: string }>`
    select p.key as predecessor, n.key as successor
      from succession s
      join unit p on p.unit_id = s.predecessor_id
      join unit n on n.unit_id = s.successor_id
     where upper(s.recorded) = 'infinity'`.execute(tx)
  return rows
}
