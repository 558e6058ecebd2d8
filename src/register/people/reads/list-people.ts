import { query } from '../../../platform/database/index.ts'
import sql from './list-people.sql?raw'

export type PersonRow = {
  person_id: number
  full_name: string
  kind: 'party-member' | 'probationary-member' | 'cadre'
  unit: string
  unit_name: string
  posts: string | null
  /** How many there are in all, the page aside. */
  total: number
}

/** A page of those whom one may read. */
export const listPeople = query<{ unit: string; name: string; day: string; most: number; after: number }, PersonRow>(sql)
