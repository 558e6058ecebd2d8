import { query } from '../../../platform/database/index.ts'

/** The programmes that have begun, the first one first. */
export const listProgrammes = query<Record<string, never>, { programme_id: number; key: string; name_vi: string; name_en: string }>(`
  select programme_id, key, name_vi, name_en from programme where is_open(recorded) order by started_on, key`)
