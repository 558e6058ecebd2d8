import type { Db } from '../database/index.ts'
import { listUnits } from '../organisation/index.ts'
import type { Counted } from './catalogue.ts'
import type { FigureParameters } from './figure.ts'

const commune_level = ['commune', 'ward', 'township']

/** F21: units of the commune level (communes, wards, townships), or of one kind, alive on the day. Successions explain every change of it. */
export async function unitsByKind(db: Db, parameters: FigureParameters): Promise<Counted> {
  const { unit, valid_as_of, recorded_as_of, kind } = parameters
  const units = await listUnits(db, { hierarchy: 'territory', unit, valid_as_of, recorded_as_of })
  const kinds = kind === 'commune-level' ? commune_level : [kind]
  const rows = units
    .filter(row => kinds.includes(row.unit_kind))
    .map(({ key, name, unit_kind, parent_name }) => ({ key, name, unit_kind, parent: parent_name }))
  return { value: { kind: 'count', count: rows.length }, rows, numerator: rows.length }
}
