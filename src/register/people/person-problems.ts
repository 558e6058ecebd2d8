import { isDay } from '../../basis/shared/dates.ts'
import type { Problem } from '../../basis/shared/outcome.ts'
import { type CodeOf, problemsWith } from '../../platform/staff/index.ts'
import { person_fields } from './forms.ts'
import type { PersonText } from './person.ts'
import type { PeopleCode } from './problem-words.ts'

const first_birth = '1900-01-01'

type PersonCode = 'no-name' | 'impossible-birth' | CodeOf<typeof person_fields>

/** What is wrong with what was typed of a person. */
export function* problemsWithPerson(person: PersonText, today: string): Generator<Problem<PersonCode>> {
  const { full_name, birth_date } = person
  if (!/\p{L}/u.test(full_name)) yield { code: 'no-name', field: 'full_name' }
  if (isDay(birth_date) && (birth_date < first_birth || birth_date > today)) yield { code: 'impossible-birth', field: 'birth_date' }
  yield* problemsWith(person_fields, person)
}

/** A day on which something ended: it has come, and is after the day `since` on which it began. */
export function* problemsWithEnd(on: string, { today, since }: { today: string; since: string }): Generator<Problem<PeopleCode>> {
  if (isDay(on) && on <= today && on <= since) yield { code: 'not-after', field: 'on', limit: since }
}
