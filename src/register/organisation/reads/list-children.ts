import type { Clocks } from '../../../basis/shared/dates.ts'
import { query } from '../../../platform/database/index.ts'
import sql from './list-children.sql?raw'

export const listChildren = query<Clocks & { hierarchy: string; unit: string }, { key: string }>(sql)
