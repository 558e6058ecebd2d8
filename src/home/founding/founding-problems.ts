import { isAbsolute } from 'node:path'
import { dayOf, isDay } from '../../basis/shared/dates.ts'
import type { Problem } from '../../basis/shared/outcome.ts'
import { isRecoveryKey } from '../../platform/backup/index.ts'
import { findNationalProvince, problemsWithInstrument } from '../../register/organisation/index.ts'
import { problemsWithPerson } from '../../register/people/index.ts'
import { type Founding, least_administrators, peopleOf } from './founding.ts'
import type { FoundingCode } from './words.ts'

/** What is wrong with a founding before the register is asked; its units are judged where they are added. */
export function* problemsInFounding(file: Founding, now: Date): Generator<Problem<FoundingCode>> {
  const today = dayOf(now)
  if (isDay(file.from) && file.from > today) yield { code: 'to-come', field: 'from', values: { day: file.from } }
  const { named_after } = file.register ?? {}
  if (named_after && !file[named_after]) yield { code: 'no-such-root', field: named_after }
  const { communes_of, unit_kind } = file.territory
  const province = findNationalProvince(communes_of ?? '')
  if (communes_of && province?.unit_kind !== unit_kind)
    yield { code: 'no-such-province', field: 'territory.communes_of', values: { code: communes_of } }
  yield* problemsWithPeople(file, today)
  yield* problemsWithProgramme(file.programme)
  yield* problemsWithRules(file)
  if (file.rating) yield* problemsWithRating(file.rating)
  yield* problemsWithHolidays(file.holidays ?? [])
  if (file.backup) yield* problemsWithBackup(file.backup)
}

function* problemsWithRules({ carry, reminder_days }: Founding): Generator<Problem<FoundingCode>> {
  const { rule, least_share = null } = carry
  const fits = rule === 'population' ? least_share !== null && isShare(least_share) : least_share === null
  if (!fits) yield { code: 'share-out-of-range', field: 'carry.least_share', limit: 1 }
  if (!isWhole(reminder_days ?? 7, 1, 365)) yield { code: 'no-such-number-of-days', field: 'reminder_days', limit: 365 }
}

export function* problemsWithRating({ levels, cap, instrument }: NonNullable<Founding['rating']>): Generator<Problem<FoundingCode>> {
  const points = levels.map(({ least_points }) => least_points)
  const are_apart = new Set(points).size === points.length && points.every(point => isWhole(point, 0, 100))
  const are_named = levels.every(({ name_vi, name_en }) => name_vi !== '' && name_en !== '')
  if (levels.length < 2 || !are_apart || !are_named || Math.min(...points) !== 0) yield { code: 'wrong-levels', field: 'rating.levels' }
  if (cap && !isShare(cap.share)) yield { code: 'share-out-of-range', field: 'rating.cap.share', limit: 1 }
  if (instrument) yield* problemsWithInstrument(instrument, 'rating.instrument')
}

export function* problemsWithHolidays(holidays: NonNullable<Founding['holidays']>): Generator<Problem<FoundingCode>> {
  for (const [i, { day, name_vi, name_en }] of holidays.entries()) {
    const field = `holidays.${i}`
    if (!isDay(day)) yield { code: 'no-such-day', field, values: { day } }
    else if (holidays.findIndex(other => other.day === day) < i) yield { code: 'day-twice', field, values: { day } }
    if (name_vi === '' || name_en === '') yield { code: 'missing', field }
  }
}

function* problemsWithBackup({ folder, hour, kept_days, recovery_key }: NonNullable<Founding['backup']>): Generator<Problem<FoundingCode>> {
  if (!isAbsolute(folder)) yield { code: 'not-a-path', field: 'backup.folder' }
  if (!isWhole(hour, 0, 23)) yield { code: 'no-such-hour', field: 'backup.hour', limit: 23 }
  if (!isWhole(kept_days, 1, 3650)) yield { code: 'no-such-number-of-days', field: 'backup.kept_days', limit: 3650 }
  if (recovery_key && !isRecoveryKey(recovery_key)) yield { code: 'not-a-recovery-key', field: 'backup.recovery_key' }
}

function isWhole(number: number, least: number, most: number): boolean {
  return Number.isInteger(number) && number >= least && number <= most
}

function isShare(share: number): boolean {
  return share > 0 && share <= 1
}

function* problemsWithPeople(file: Founding, today: string): Generator<Problem<FoundingCode>> {
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

function* problemsWithProgramme({
  key,
  name_vi,
  name_en,
  started_on,
  instrument,
}: Founding['programme']): Generator<Problem<FoundingCode>> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key)) yield { code: 'unreadable-key', field: 'programme.key', values: { unit: key } }
  for (const [name, text] of Object.entries({ name_vi, name_en })) if (text === '') yield { code: 'missing', field: `programme.${name}` }
  if (!isDay(started_on)) yield { code: 'no-such-day', field: 'programme.started_on', values: { day: started_on } }
  yield* problemsWithInstrument(instrument, 'programme.instrument')
}
