import { query } from '../../../platform/database/index.ts'
import type { LikenessReason } from '../likeness-words.ts'
import type { PersonText } from '../person.ts'
import sql from './list-earlier.sql?raw'

/** Somebody who has left: the unit they were in last and until when; how much speaks for it that they are the one. */
export type EarlierRow = {
  person_id: number
  full_name: string
  unit_name: string
  until: string
  score: number
  why: LikenessReason
}

/**
 * Who of one's scope has left, is in no cell now, and may be somebody who comes back to the unit: the same name, and no
 * other birth. `likeness` says how much speaks for each, as it does of a line of a roster.
 */
export const listEarlier = query<Pick<PersonText, 'full_name' | 'birth_date'> & { unit: string }, EarlierRow>(sql)
