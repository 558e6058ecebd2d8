import { query } from '../../../platform/database/index.ts'
import type { LeaveReason, MembershipKind, PersonText } from '../person.ts'
import find_person from './find-person.sql?raw'
import find_place from './find-place.sql?raw'

/**
 * Somebody's file. `unit`, `kind` and `since` say where they are now; null for who is in no cell. Days are ISO days,
 * `until` the first day on which it was no more.
 */
export type PersonFile = PersonText & {
  person_id: number
  version: number
  unit: string | null
  unit_id: number | null
  unit_name: string | null
  kind: MembershipKind | null
  since: string | null
  memberships: { unit_name: string; kind: MembershipKind; since: string; until: string | null; reason: LeaveReason | null }[]
  tenures: {
    tenure_id: number
    post_id: number
    unit_id: number
    title: string
    unit_name: string
    since: string
    until: string | null
    instrument: string | null
  }[]
}

/** At most one row. To be called within `readFile`, so that the person learns who read it. */
export const findPerson = query<{ person_id: number; day: string }, PersonFile>(find_person)

/** The unit that a person's file belongs to; at most one row. */
export const findPlace = query<{ person_id: number; day: string }, { unit_id: number }>(find_place)
