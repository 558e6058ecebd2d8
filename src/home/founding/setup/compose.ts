import { typedDay } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Problem } from '../../../basis/shared/outcome.ts'
import { withoutMarks } from '../../../basis/shared/vietnamese.ts'
import { type Answers, answersIn, type Typed } from '../../../platform/staff/index.ts'
import { sayPlace } from '../../../register/organisation/index.ts'
import type { Founding } from '../founding.ts'
import type { FoundingCode } from '../words.ts'
import { forms, type StepName } from './forms.ts'
import { kindOf, standsInProvince } from './kinds-of-register.ts'

type AllAnswers = { [Step in StepName]: Answers<(typeof forms)[Step]> }

/**
 * What the answers of all steps come to: the same file that `neu-guong init` reads, so that one verb writes both. Keys
 * are made from names.
 */
export function foundingOf(typed: Record<StepName, Typed>): Founding {
  const answers = Object.fromEntries(
    Object.entries(forms).map(([step, form]) => [step, answersIn(form, lookUp(typed, step)!)]),
  ) as AllAnswers
  return {
    ...{ instrument: { ...instrumentIn(answers.organisations), kind: 'decision' }, from: answers.register.from },
    ...rootsOf(answers),
    ...peopleOf(answers),
    ...{ programme: programmeOf(answers.programme), ...rulesOf(answers.rules), register: profileOf(answers.register) },
    ...{ rating: ratingOf(answers.rating), holidays: holidaysOf(answers.calendar), backup: backupOf(answers.backups) },
  }
}

function rootsOf({ register, organisations }: AllAnswers): Pick<Founding, 'territory' | 'party' | 'government' | 'union' | 'units'> {
  const kind = kindOf(register.whose)
  const { party, government, union, base, cell } = organisations
  const place = standsInProvince(register.whose) ? register.place : register.name
  const territory = { name: place, unit_kind: kind.territory }
  const root = (name: string) => ({ key: keyOf(name), name })
  const cell_above = base || party
  return {
    territory: {
      ...{ key: keyOf(sayPlace(territory, 'vi')), code: register.code || null, communes_of: register.communes_of || null },
      ...territory,
    },
    party: { ...root(party), unit_kind: kind.party.unit_kind },
    government: kind.government && government ? { ...root(government), unit_kind: kind.government.unit_kind } : null,
    union: union ? { ...root(union), unit_kind: kind.union?.unit_kind ?? 'union' } : null,
    units: [
      ...(base ? [{ ...root(base), unit_kind: 'base-organisation', parent: keyOf(party) }] : []),
      { ...root(cell), unit_kind: 'cell', parent: keyOf(cell_above) },
    ],
  }
}

function peopleOf({ administrators: typed, organisations }: AllAnswers): Pick<Founding, 'administrators' | 'offices'> {
  const cell = keyOf(organisations.cell)
  const person = (full_name: string, birth_date: string) => ({ full_name, birth_date: birth_date || null, cell })
  const first_office = person(typed.office_1_name, typed.office_1_birth)
  const second_office = typed.office_2_name ? [person(typed.office_2_name, typed.office_2_birth)] : []
  return {
    administrators: [
      person(typed.administrator_1_name, typed.administrator_1_birth),
      person(typed.administrator_2_name, typed.administrator_2_birth),
    ],
    offices: [first_office, ...second_office],
  }
}

/** Its years are counted from the day on which its directive was signed. */
function programmeOf(answers: AllAnswers['programme']): Founding['programme'] {
  const { name_vi, name_en, signed_on } = answers
  return { key: keyOf(name_vi), name_vi, name_en, started_on: signed_on, instrument: { ...instrumentIn(answers), kind: 'directive' } }
}

function rulesOf({ rule, least_percent, reminder_days }: AllAnswers['rules']): Pick<Founding, 'carry' | 'reminder_days'> {
  const least_share = rule === 'population' ? least_percent / 100 : null
  return { carry: { rule: rule as Founding['carry']['rule'], least_share }, reminder_days }
}

function profileOf({ whose, keeper, contact }: AllAnswers['register']): Founding['register'] {
  return { named_after: kindOf(whose).named_after, keeper: keeper || null, contact: contact || null }
}

export function ratingOf(answers: AllAnswers['rating']): Founding['rating'] {
  const { levels, cap_percent, cap_of } = answers
  return {
    levels: levels.map(([points = '', name_vi = '', name_en = '']) => ({
      least_points: points === '' ? Number.NaN : Number(points),
      name_vi,
      name_en,
    })),
    cap: cap_percent === 100 ? null : { share: cap_percent / 100, of: cap_of as 'of-good' },
    instrument: { ...instrumentIn(answers), kind: 'regulation' },
  }
}

export function holidaysOf({ holidays }: AllAnswers['calendar']): Founding['holidays'] {
  return holidays.map(([day = '', name_vi = '', name_en = '']) => ({ day: typedDay(day), name_vi, name_en }))
}

function backupOf({ recovery_key, ...plan }: AllAnswers['backups']): Founding['backup'] {
  return { ...plan, recovery_key: recovery_key || null }
}

function instrumentIn({ number, issuer, title, signed_on }: Pick<AllAnswers['programme'], 'number' | 'issuer' | 'title' | 'signed_on'>) {
  return { number, issuer, title, signed_on }
}

/** «Tỉnh ủy Sông Lam» → tinh-uy-song-lam. */
function keyOf(name: string): string {
  return withoutMarks(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** At which step, and there at which field, a problem of the file is mended; null where none asks for it. */
export function placeOf({ field = '' }: Problem<FoundingCode>): { step: StepName; field: string } | null {
  for (const [pattern, step, name] of places) {
    const found = pattern.exec(field)
    if (found)
      return {
        step,
        field: name
          .replace(/\$(\d)/g, (_, i: string) => found[Number(i)] ?? '')
          .replace(/#(\d)/g, (_, i: string) => String(Number(found[Number(i)]) + 1)),
      }
  }
  return null
}

/** `$1` is what the pattern found there, `#1` the number after it. */
const places: readonly (readonly [RegExp, StepName, string])[] = [
  [/^instrument\.(\w+)$/, 'organisations', '$1'],
  [/^from$/, 'register', 'from'],
  [/^territory\.code$/, 'register', 'code'],
  [/^territory\.communes_of$/, 'register', 'communes_of'],
  [/^territory\b/, 'register', 'name'],
  [/^register\.(keeper|contact)$/, 'register', '$1'],
  [/^register\.emblem_file$/, 'register', 'name'],
  [/^(party|government|union)\b/, 'organisations', '$1'],
  [/^units\b/, 'organisations', 'cell'],
  [/^administrators\.(\d)\.birth_date$/, 'administrators', 'administrator_#1_birth'],
  [/^administrators\.(\d)/, 'administrators', 'administrator_#1_name'],
  [/^offices\.(\d)\.birth_date$/, 'administrators', 'office_#1_birth'],
  [/^offices\.(\d)/, 'administrators', 'office_#1_name'],
  [/^programme\.instrument\.(\w+)$/, 'programme', '$1'],
  [/^programme\.started_on$/, 'programme', 'signed_on'],
  [/^programme\.name_en$/, 'programme', 'name_en'],
  [/^programme\b/, 'programme', 'name_vi'],
  [/^carry\.least_share$/, 'rules', 'least_percent'],
  [/^carry\b/, 'rules', 'rule'],
  [/^reminder_days$/, 'rules', 'reminder_days'],
  [/^rating\.instrument\.(\w+)$/, 'rating', '$1'],
  [/^rating\.cap\b/, 'rating', 'cap_percent'],
  [/^rating\b/, 'rating', 'levels'],
  [/^holidays\b/, 'calendar', 'holidays'],
  [/^backup\.(\w+)$/, 'backups', '$1'],
]
