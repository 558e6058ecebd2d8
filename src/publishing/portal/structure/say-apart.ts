import { sayName } from '../../../basis/shared/names-in-english.ts'
import type { Language } from '../../../platform/web/index.ts'
import { sayPlace } from '../../../register/organisation/index.ts'
import { capital, kindOf, type UnitByName } from '../../../register/tree/index.ts'
import { nameInTitle } from '../parts/named.tsx'
import { structure_words } from './structure-words.ts'

/** A unit by its name and kind: «Huyện Ba Bể». */
export function sayUnit(unit: UnitByName, lang: Language): string {
  return capital(nameInTitle(sayPlace(unit, 'vi'), lang, unit.key))
}

/** What tells it from others of its name: its kind, what it was under, and how long it was. */
export function sayApart(unit: UnitByName, lang: Language): string {
  const w = structure_words[lang]
  const { parent_name, parent_kind, since, until } = unit
  const parent = parent_name && sayName(sayPlace({ name: parent_name, unit_kind: parent_kind! }, 'vi'), lang)
  return [capital(kindOf(unit, lang)), parent && w.happened.under(parent), w.period(since, until)].filter(Boolean).join(' · ')
}
