import { query } from '../../../platform/database/index.ts'

export type Kind = { unit_kind: string; hierarchy: string; rank: number; name_vi: string; name_en: string }

export const listKinds = query<Record<never, never>, Kind>(`
  select unit_kind, hierarchy, rank, name_vi, name_en from unit_kind order by hierarchy, rank, unit_kind`)

export const listHierarchies = query<Record<never, never>, { hierarchy: string; name_vi: string; name_en: string }>(`
  select hierarchy, name_vi, name_en from hierarchy order by array_position('{party,government,union,territory}'::text[], hierarchy)`)
