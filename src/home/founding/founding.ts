import { z } from 'zod'
import { dayOf, isDay } from '../../basis/shared/dates.ts'
import type { Outcome, Problem } from '../../basis/shared/outcome.ts'
import { readStrictly, typed_instrument, typed_text } from '../../basis/shared/read-strictly.ts'
import type { NewUnit } from '../../register/organisation/index.ts'
import { problemsWithInstrument } from '../../register/organisation/index.ts'
import { problemsWithPerson } from '../../register/people/index.ts'

const text = typed_text
const rootOf = <const Kinds extends readonly string[]>(kinds: Kinds) =>
  z.strictObject({ ...{ key: text, name: text, code: text.nullish() }, unit_kind: z.enum(kinds) })

/** The root of each hierarchy: a province, or a district, a city or a commune that keeps a register of its own. */
const roots = {
  territory: rootOf(['province', 'district', 'city', 'commune', 'ward', 'township']),
  party: rootOf(['province-committee', 'district-committee', 'base-organisation']),
  government: rootOf(['provincial-people-committee', 'district-people-committee', 'commune-people-committee']).nullish(),
  union: rootOf(['front-committee', 'union']).nullish(),
}
const unit = z.strictObject({
  ...{ key: text, name: text, unit_kind: text, parent: text },
  ...{ code: text.nullish(), place: text.nullish(), from: text.nullish() },
})
const person = z.strictObject({ full_name: text, cell: text, birth_date: text.nullish(), gender: text.nullish() })
const programme = z.strictObject({ ...{ key: text, name_vi: text, name_en: text, started_on: text }, instrument: typed_instrument })
const carry = z.strictObject({
  rule: z.enum(['all', 'any', 'population', 'none']),
  ...{ least_share: z.number().nullish(), note: text.nullish() },
})

const founding = z.strictObject({
  ...{ instrument: typed_instrument, from: text, ...roots },
  ...{ units: z.array(unit), administrators: z.array(person), offices: z.array(person).optional() },
  ...{ programme, carry, reminder_days: z.number().nullish() },
})

/** What a register begins with, as a file. `offices`: whom the office above all is granted to; they call campaigns and keep lists. */
export type Founding = z.infer<typeof founding>
type PersonOfFile = z.infer<typeof person>

/** Nobody may grant to themselves, and whoever lost the means of an account is let in again by another. */
export const least_administrators = 2

/** Reads what a register begins with. Whole lines that begin with `//` are comments. Refusals, at their fields: those of `readStrictly`. */
export function readFounding(text: string): Outcome<Founding> {
  return readStrictly(founding, text.replace(/^[^\S\n]*\/\/.*$/gm, ''), 'init')
}

/** The units of a file, those without a parent first, and at which field each of them stands. */
export function unitsOf(file: Founding): { units: NewUnit[]; fields: string[] } {
  const { from } = file
  const begun = (['territory', 'party', 'government', 'union'] as const).flatMap(field => {
    const root = file[field]
    const place = field === 'territory' ? null : file.territory.key
    return root ? [{ field, unit: { ...root, code: root.code ?? null, parent: null, place, from } }] : []
  })
  const under = file.units.map(({ code = null, place = null, from: since, ...unit }, i) => ({
    field: `units.${i}`,
    unit: { ...unit, code, place, from: since ?? from },
  }))
  const all = [...begun, ...under]
  return { units: all.map(({ unit }) => unit), fields: all.map(({ field }) => field) }
}

/** The people of a file with their roles, and the field at which each stands. */
export function peopleOf({ administrators, offices = [] }: Founding) {
  const as = (role: 'administrator' | 'superior-office', list: PersonOfFile[], field: string) =>
    list.map(({ full_name, birth_date, gender, cell }, i) => ({
      ...{ role, cell, field: `${field}.${i}` },
      person: { full_name, birth_date: birth_date ?? '', gender: gender ?? '', ethnicity: '' },
    }))
  return [...as('administrator', administrators, 'administrators'), ...as('superior-office', offices, 'offices')]
}

/** What is wrong with it before the register is asked; its units are judged where they are added. */
export function* problemsInFounding(file: Founding, now: Date): Generator<Problem> {
  const today = dayOf(now)
  if (isDay(file.from) && file.from > today) yield { code: 'to-come', field: 'from', values: { day: file.from } }
  yield* problemsWithPeople(file, today)
  yield* problemsWithProgramme(file.programme)
  const { rule, least_share = null } = file.carry
  const fits = rule === 'population' ? least_share !== null && least_share > 0 && least_share <= 1 : least_share === null
  if (!fits) yield { code: 'share-out-of-range', field: 'carry.least_share', limit: 1 }
  const days = file.reminder_days ?? 7
  if (!Number.isInteger(days) || days < 1 || days > 365) yield { code: 'no-such-number-of-days', field: 'reminder_days', limit: 365 }
}

function* problemsWithPeople(file: Founding, today: string): Generator<Problem> {
  const people = peopleOf(file)
  if (file.administrators.length < least_administrators)
    yield { code: 'too-few-administrators', field: 'administrators', limit: least_administrators }
  for (const [i, { person, cell, field }] of people.entries()) {
    for (const problem of problemsWithPerson(person, today))
      yield { ...problem, field: `${field}.${problem.field}`, values: { day: person.birth_date, choices: 'female, male' } }
    const twin = people.findIndex(other => other.person.full_name === person.full_name && other.person.birth_date === person.birth_date)
    if (twin < i) yield { code: 'person-twice', field, values: { other: people[twin]!.field } }
    const home = file.units.find(({ key }) => key === cell)
    if (!home) yield { code: 'unknown-unit', field: `${field}.cell`, values: { unit: cell } }
    else if (!['cell', 'base-organisation'].includes(home.unit_kind))
      yield { code: 'not-a-cell', field: `${field}.cell`, values: { unit: cell } }
    else if (isDay(home.from ?? '') && home.from! > today) yield { code: 'to-come', field: `${field}.cell`, values: { day: home.from! } }
  }
}

function* problemsWithProgramme({ key, name_vi, name_en, started_on, instrument }: Founding['programme']): Generator<Problem> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key)) yield { code: 'unreadable-key', field: 'programme.key', values: { unit: key } }
  for (const [name, text] of Object.entries({ name_vi, name_en })) if (text === '') yield { code: 'missing', field: `programme.${name}` }
  if (!isDay(started_on)) yield { code: 'no-such-day', field: 'programme.started_on', values: { day: started_on } }
  yield* problemsWithInstrument(instrument, 'programme.instrument')
}
