import { query } from '../../../platform/database/index.ts'
import type { Consent } from './list-consents.ts'
import sql from './list-consents-in-force.sql?raw'

/**
 * The consents that are in force, of whoever may be named, by name. `wanted`: part of a name, with or without marks;
 * null for all. `exemplar_id`: of that one alone.
 */
export const listConsentsInForce = query<{ wanted: string | null; exemplar_id: number | null; limit: number }, Consent & { name: string }>(
  sql,
)
