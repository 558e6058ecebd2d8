import { sayName } from '../../../basis/shared/names-in-english.ts'
import { choice, type Form, text, tick } from '../../staff/index.ts'
import { whoms } from './batch.ts'
import { batch_words } from './batch-words.ts'
import type { NotCome } from './list-not-come.ts'

/** What a press asks: whom, and whether letters go out where an address is known. */
export const batch_form = {
  whom: choice({
    label: { vi: batch_words.vi.whom, en: batch_words.en.whom },
    options: whoms.map(value => ({ value, label: { vi: batch_words.vi.whoms[value], en: batch_words.en.whoms[value] } })),
    wrong: 'nobody-to-invite',
  }),
  by_mail: tick({ vi: batch_words.vi.by_mail, en: batch_words.en.by_mail }),
}

/** How many addresses a page asks for at most. */
export const most_addresses = 200

/** A field for the address of each of some people, by name and unit. */
export function addressForm(people: readonly NotCome[]): Form {
  return Object.fromEntries(
    people.map(({ person_id, full_name, unit_name }) => [
      addressField(person_id),
      text({
        label: { vi: full_name, en: full_name },
        hint: { vi: unit_name, en: sayName(unit_name, 'en') },
        most: 254,
      }),
    ]),
  )
}

/** Under which name the address of somebody is asked for. */
export function addressField(person_id: number): string {
  return `email_${person_id}`
}
