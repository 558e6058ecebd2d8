import { query } from '../../../platform/database/index.ts'
import sql from './list-fields.sql?raw'

/** The fields an exemplar may stand in, each with its name in both languages. */
export const listFields = query<Record<never, never>, { field: string; name_vi: string; name_en: string }>(sql)
