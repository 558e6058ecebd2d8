import { query } from '../../../platform/database/index.ts'
import type { CellRow } from './list-cell.ts'
import sql from './list-missing.sql?raw'

export type MissingPerson = Pick<CellRow, 'obligation_id' | 'unit_id' | 'unit_name' | 'full_name' | 'state'>

/** By name: only within the scope of who asks. `day` is today in Vietnam. */
export const listMissing = query<{ unit: string; campaign_id: number; day: string }, MissingPerson>(sql, { keeps_plan: true })
