import { isDay } from '../../basis/shared/dates.ts'
import type { Problem } from '../../basis/shared/outcome.ts'

/** What is known of a person; empty where it is not known. Days are ISO days. */
export type PersonText = { full_name: string; birth_date: string; gender: string; ethnicity: string }

export const genders = ['female', 'male'] as const
export const membership_kinds = ['party-member', 'probationary-member', 'cadre'] as const
export const leave_reasons = ['moved-away', 'retired', 'asked-to-leave', 'excluded', 'died'] as const
export type MembershipKind = (typeof membership_kinds)[number]
export type LeaveReason = (typeof leave_reasons)[number]

const longest_name = 100
const first_birth = '1900-01-01'

/** What is wrong with what was typed of a person. */
export function* problemsWithPerson({ full_name, birth_date, gender, ethnicity }: PersonText, today: string): Generator<Problem> {
  if (!/\p{L}/u.test(full_name)) yield { code: 'no-name', field: 'full_name' }
  if (full_name.length > longest_name) yield { code: 'too-long', field: 'full_name', limit: longest_name }
  if (birth_date !== '' && !isDay(birth_date)) yield { code: 'no-such-day', field: 'birth_date' }
  else if (birth_date !== '' && (birth_date < first_birth || birth_date > today)) yield { code: 'impossible-birth', field: 'birth_date' }
  if (gender !== '' && !(genders as readonly string[]).includes(gender)) yield { code: 'unknown-choice', field: 'gender' }
  if (ethnicity.length > longest_name) yield { code: 'too-long', field: 'ethnicity', limit: longest_name }
}

/** A day on which something happened: none that is to come, and after the day `since`, where there is one. */
export function* problemsWithDay(field: string, day: string, { today, since }: { today: string; since?: string }): Generator<Problem> {
  if (!isDay(day)) yield { code: 'no-such-day', field }
  else if (day > today) yield { code: 'to-come', field }
  else if (since !== undefined && day <= since) yield { code: 'not-after', field, limit: since }
}
