import { query } from '../../../platform/database/index.ts'
import sql from './list-branches.sql?raw'

export type BranchRow = { unit_id: number; key: string; name: string; takes_members: boolean; is_root: boolean }

/** The unit itself first; no row for a unit that is none of the party's. */
export const listBranches = query<{ unit: string; day: string }, BranchRow>(sql)
