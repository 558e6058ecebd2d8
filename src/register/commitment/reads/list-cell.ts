import { query } from '../../../platform/database/index.ts'
import type { State } from '../commitment.ts'
import sql from './list-cell.sql?raw'

/** One person who is due, and where their commitment stands; `deeds` in one line. */
export type CellRow = {
  obligation_id: number
  person_id: number
  unit_id: number
  unit_name: string
  full_name: string
  exception: 'waived' | 'void' | null
  exception_reason: string | null
  commitment_id: number | null
  /** The last step of it, which an undo names. */
  commitment_step_id: number | null
  state: State | null
  happened_on: string | null
  is_by_proxy: boolean
  is_confirmed: boolean
  deeds: string | null
}

/** By name: only within the scope of who asks. `day` is today in Vietnam. */
export const listCell = query<{ unit: string; campaign_id: number; day: string }, CellRow>(sql, { keeps_plan: true })

export type Cell = Record<'missing' | 'returned' | 'waiting' | 'endorsed' | 'approved' | 'excepted', CellRow[]>

/**
 * The rows by what is to be done: who is missing writes, what waits is read by the cell, what is endorsed waits for the
 * level above.
 */
export function sorted(rows: readonly CellRow[]): Cell {
  const cell: Cell = { missing: [], returned: [], waiting: [], endorsed: [], approved: [], excepted: [] }
  for (const row of rows) cell[placeOf(row)].push(row)
  return cell
}

function placeOf({ exception, state }: CellRow): keyof Cell {
  if (exception) return 'excepted'
  if (state === 'submitted') return 'waiting'
  if (state === 'returned' || state === 'endorsed') return state
  return state === null || state === 'withdrawn' || state === 'superseded' ? 'missing' : 'approved'
}
