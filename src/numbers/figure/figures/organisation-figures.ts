import type { Reads } from '../../../platform/database/index.ts'
import { listSuccessions, listUnits, type SuccessionRow, type UnitRow } from '../../../register/organisation/index.ts'
import type { Counted } from '../catalogue.ts'
import type { FigureParameters, FigureRow } from '../figure.ts'

const commune_level = ['commune', 'ward', 'township', 'special-zone']

/**
 * F21: units of the commune level (communes, wards, townships), or of one kind, alive on the day, and what changed
 * since `from`. Its rows are the units of either day, each with the instrument of the succession that ended or made it;
 * one whose kind changed goes without.
 */
export async function unitsByKind(db: Reads, parameters: FigureParameters): Promise<Counted> {
  const { valid_as_of, recorded_as_of, from } = parameters
  const now = await unitsOn(db, parameters, valid_as_of)
  const before = await unitsOn(db, parameters, from)
  const successions = await listSuccessions(db, { valid_as_of, recorded_as_of })
  const rows = [...new Map([...before, ...now].map(unit => [unit.key, unit])).values()].map(unit => rowOf(unit, before, now, successions))
  const count = rows.filter(row => row.now).length
  const value = { kind: 'change', count, before: rows.filter(row => row.before).length, since: from } as const
  return { value, rows: rows.sort((a, b) => (a.key < b.key ? -1 : 1)), numerator: count }
}

async function unitsOn(db: Reads, { unit, recorded_as_of, kind }: FigureParameters, valid_as_of: string): Promise<UnitRow[]> {
  const units = await listUnits(db, { hierarchy: 'territory', unit, valid_as_of, recorded_as_of })
  const kinds = kind === 'commune-level' ? commune_level : [kind]
  return units.filter(row => kinds.includes(row.unit_kind))
}

function rowOf({ key, name, unit_kind, parent_name }: UnitRow, before: UnitRow[], now: UnitRow[], successions: SuccessionRow[]): FigureRow {
  const [was, is] = [before.some(unit => unit.key === key), now.some(unit => unit.key === key)]
  const edge = was === is ? undefined : successions.find(s => (is ? s.successor : s.predecessor) === key)
  return { key, name, unit_kind, parent: parent_name, before: was, now: is, instrument: edge?.instrument ?? null }
}
