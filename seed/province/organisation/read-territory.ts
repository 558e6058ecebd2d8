import type pg from 'pg'
import { day, forever } from '../time.ts'

/**
 * The territory as its own loader left it: rows with their ranges as text, and what follows from them for who works
 * there.
 */
export type Territory = { versions: VersionRow[]; placements: PlacementRow[]; edges: EdgeRow[] }
export type VersionRow = {
  unit_id: number
  key: string
  name: string
  unit_kind: string
  kind_name: string
  valid: string
  recorded: string
} & Span
export type PlacementRow = { unit_id: number; parent_id: number; valid: string; recorded: string }
export type EdgeRow = {
  event: number
  kind: string
  effective_on: string
  predecessor_id: number
  successor_id: number
  population_share: string | null
  area_share: string | null
  certainty: string
  recorded: string
}
/** `is_open`: what the register holds true now. `learned`: minutes of Vietnam's clock, as everywhere in the seed. */
type Span = { from: number; to: number; is_open: boolean; learned: number }

export async function readTerritory(owner: pg.Client): Promise<Territory> {
  const versions = await owner.query(
    `select v.unit_id, u.key, v.name, v.unit_kind, k.name_vi as kind_name, v.valid::text, v.recorded::text,
            lower(v.valid)::text as starts, upper(v.valid)::text as ends, upper(v.recorded) = 'infinity' as is_open,
            (extract(epoch from lower(v.recorded)) / 60 + 420)::int as learned
       from unit_version v
       join unit u      using (unit_id)
       join unit_kind k using (unit_kind)
      where k.hierarchy = 'territory' and v.unit_kind <> 'nation'
      order by u.unit_id, v.valid, v.recorded`,
  )
  const placements = await owner.query(
    `select p.unit_id, p.parent_id, p.valid::text, p.recorded::text
       from placement p
      where p.hierarchy = 'territory'
      order by p.unit_id, p.valid, p.recorded`,
  )
  const edges = await owner.query(
    `select s.succession_event_id as event, e.kind, e.effective_on::text, s.predecessor_id, s.successor_id,
            s.population_share::text, s.area_share::text, s.certainty, s.recorded::text
       from succession s
       join succession_event e using (succession_event_id)
      where upper(s.recorded) = 'infinity' and upper(e.recorded) = 'infinity'
      order by e.effective_on, e.succession_event_id, s.predecessor_id, s.successor_id`,
  )
  return {
    versions: versions.rows.map(({ starts, ends, ...row }) => ({
      ...row,
      from: day(starts),
      to: ends === 'infinity' ? forever : day(ends),
    })),
    placements: placements.rows,
    edges: edges.rows.map(row => ({ ...row, event: Number(row.event) })),
  }
}
