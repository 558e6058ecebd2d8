import { addDays, inDayMonthYear } from '../../../basis/shared/dates.ts'
import { fill } from '../../../basis/shared/sentences.ts'
import type { Typed } from '../../../platform/staff/index.ts'
import { example } from '../example.ts'
import { type Founding, readFounding } from '../founding.ts'
import { type StepName, step_names } from './forms.ts'
import { kindOf } from './kinds-of-register.ts'

/** What was typed in each step that was saved. */
export type SavedSteps = Partial<Record<StepName, Typed>>

/**
 * What stands in a step before anybody has typed into it: from the steps before, and of what is the same in the whole
 * country from the example of `init`.
 */
export function suggestedFor(step: StepName, saved: SavedSteps, today: string): Typed {
  const { programme, carry, reminder_days, rating, holidays, backup } = suggested()
  const { levels, cap } = rating!
  const suggestions: Record<StepName, () => Typed> = {
    register: () => ({ whose: 'province', from: today }),
    organisations: () => organisationsOf(saved.register ?? {}),
    administrators: () => ({}),
    programme: () => ({ name_vi: programme.name_vi, name_en: programme.name_en, ...instrumentIn(programme.instrument) }),
    rules: () => ({ rule: carry.rule, reminder_days: String(reminder_days) }),
    rating: () => ({
      levels: levels.map(({ least_points, name_vi, name_en }) => `${least_points} | ${name_vi} | ${name_en}`).join('\n'),
      ...{ cap_percent: String(cap!.share * 100), cap_of: cap!.of },
      ...instrumentIn(rating!.instrument!),
    }),
    calendar: () => ({ holidays: everyYear(holidays!, today) }),
    backups: () => ({ folder: backup!.folder, hour: String(backup!.hour), kept_days: String(backup!.kept_days) }),
  }
  return suggestions[step]()
}

/** All steps: as they were saved, or as they are suggested. */
export function typedSteps(saved: SavedSteps, today: string): Record<StepName, Typed> {
  return Object.fromEntries(step_names.map(step => [step, saved[step] ?? suggestedFor(step, saved, today)])) as Record<StepName, Typed>
}

function organisationsOf({ whose = '', name = '' }: Typed): Typed {
  const kind = kindOf(whose)
  const named = (text = '') => fill(text, { name })
  return {
    ...{ party: named(kind.party.name), government: named(kind.government?.name), union: named(kind.union?.name) },
    ...{ base: named(kind.base), cell: 'Chi bộ Văn phòng', issuer: named(kind.issuer), title: 'Về việc lập sổ nêu gương' },
  }
}

function instrumentIn({ number, issuer, title, signed_on }: Founding['programme']['instrument']): Typed {
  return { number, issuer, title, signed_on }
}

/** Days off that are the same each year, those of a year from today on. */
function everyYear(holidays: NonNullable<Founding['holidays']>, today: string): string {
  const years = [0, 1].map(more => Number(today.slice(0, 4)) + more)
  return years
    .flatMap(year => holidays.map(holiday => ({ ...holiday, day: `${year}${holiday.day.slice(4)}` })))
    .filter(({ day }) => day >= today && day < addDays(today, 366))
    .map(({ day, name_vi, name_en }) => `${inDayMonthYear(day)} | ${name_vi} | ${name_en}`)
    .join('\n')
}

function suggested(): Founding {
  const read = readFounding(example)
  if (!read.ok) throw new Error('the example of init cannot be read')
  return read.value
}
