import { query } from '../database/index.ts'
import type { Clocks } from '../shared/dates.ts'
import sql from './list-children.sql?raw'

export const listChildren = query<Clocks & { hierarchy: string; unit: string }, { key: string }>(sql)
