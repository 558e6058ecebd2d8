import { sayDay } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { answersIn, type Typed } from '../../../platform/staff/index.ts'
import type { Language } from '../../../platform/web/index.ts'
import { sayPlace } from '../../../register/organisation/index.ts'
import { forms, type StepName } from './forms.ts'
import { kindOf, standsInProvince } from './kinds-of-register.ts'
import { setup_words } from './setup-words.ts'

/** What was answered in a step, in one line; a name stays as it was typed. */
export function sayStep(step: StepName, typed: Typed, lang: Language): string {
  const words = setup_words[lang]
  const named = (...names: string[]) => names.flatMap(name => sayDay(lookUp(typed, name) ?? '', lang) || [])
  const told: Record<StepName, () => string[]> = {
    register: () => [sayRegister(typed, lang), ...named('keeper')],
    organisations: () => named('party', 'government', 'union', 'cell'),
    administrators: () => named('administrator_1_name', 'administrator_2_name', 'office_1_name', 'office_2_name'),
    programme: () => named('name_vi', 'signed_on'),
    rules: () => [words.rules(typed.rule ?? '', typed.reminder_days ?? '')],
    rating: () => [words.levels(answersIn(forms.rating, typed).levels.length), ...named('number')],
    calendar: () => [words.days_off(answersIn(forms.calendar, typed).holidays.length)],
    backups: () => [...named('folder'), words.backups(typed.hour ?? '', typed.kept_days ?? '')],
  }
  return told[step]().join(' · ')
}

function sayRegister({ whose = '', name = '', place = '' }: Typed, lang: Language): string {
  const province = { name: place, unit_kind: 'province' }
  return standsInProvince(whose) ? `${name}, ${sayPlace(province, lang)}` : sayPlace({ name, unit_kind: kindOf(whose).territory }, lang)
}
