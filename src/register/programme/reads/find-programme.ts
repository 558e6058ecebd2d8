import type { Clocks } from '../../../basis/shared/dates.ts'
import { query } from '../../../platform/database/index.ts'
import sql from './find-programme.sql?raw'

export type ProgrammeRow = { key: string; name_vi: string; name_en: string; started_on: string; instrument: string; programme_year: number }

/** At most one row: the first programme that was recorded, of those begun by the day. */
export const findProgramme = query<Clocks, ProgrammeRow>(sql)
