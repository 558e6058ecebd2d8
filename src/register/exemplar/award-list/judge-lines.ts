import { isDay } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { byNames, keyOf } from '../../../basis/shared/vietnamese.ts'
import { sayPlace } from '../../organisation/index.ts'
import {
  type ExemplarKind,
  exemplar_kinds,
  type RecognitionForm,
  type RecognitionLevel,
  recognition_forms,
  recognition_levels,
} from '../exemplar.ts'
import { form_words, kind_words, level_words } from '../words.ts'
import { type Award, type AwardFault, type AwardLine, exemplarOf, type TablePlace } from './award-list.ts'
import type { AwardColumn } from './columns.ts'
import type { AwardListCode } from './problem-words.ts'

/** A commune, ward or township while it was called so: from its first day to the day before `until`. */
export type PlaceThen = { key: string; unit_id: number; name: string; unit_kind: string; from: string; until: string }
export type JudgedBy = {
  columns: TablePlace['columns']
  fields: readonly { field: string; name_vi: string; name_en: string }[]
  places: readonly PlaceThen[]
  today: string
}
export type LinesJudged = { awards: Award[]; faults: AwardFault[] }

/**
 * What each line says, in the words of the register; all that is wrong is found at once, each at its cell. A place is
 * one of the day of the decision, or of today. Faults: no-name-in-line, too-long, unknown-kind, unknown-field, unknown-place,
 * which-place, no-achievement, unknown-level, unknown-form, no-instrument, no-issuer, no-such-day, not-signed-yet, line-twice.
 */
export function judgeLines(lines: readonly AwardLine[], by: JudgedBy): LinesJudged {
  const faults: AwardFault[] = []
  const first = new Map<string, number>()
  const names = namesOf(by)
  const placesCalled = byNames(by.places, place => [place.name, sayPlace(place, 'vi')])
  const awards = lines.flatMap(line => {
    const wrong: AwardFault[] = []
    const amiss = (column: AwardColumn, code: AwardListCode, more: Pick<AwardFault, 'limit' | 'values'> = {}) =>
      wrong.push({ code, row: line.row, column: by.columns[column] ?? 0, values: { said: line[column] }, ...more })
    const award = read(line, { ...by, names, placesCalled, amiss })
    const same = `${exemplarOf(award)} ${award.achievement.toLowerCase()}`
    const before = first.get(same)
    if (wrong.length === 0 && before !== undefined) amiss('achievement', 'line-twice', { values: { first: before } })
    if (before === undefined) first.set(same, line.row)
    faults.push(...wrong)
    return wrong.length === 0 ? [award] : []
  })
  return { awards, faults }
}

/** What a cell may say of one of several things, by the beginning of its words. */
type Names = Record<'kind' | 'field' | 'level' | 'form', readonly [key: string, value: string][]>

function namesOf({ fields }: JudgedBy): Names {
  const said = <T extends string>(values: readonly T[], words: Record<T, { vi: string; en: string }>) =>
    values.flatMap(value => [value, ...Object.values(lookUp(words, value)!)].map(text => [keyOf(text), value] as [string, string]))
  const levels = said(recognition_levels, level_words)
  return {
    kind: said(exemplar_kinds, kind_words),
    field: fields.flatMap(({ field, name_vi, name_en }) => [field, name_vi, name_en].map(text => [keyOf(text), field] as [string, string])),
    // «Tỉnh» is as good as «cấp tỉnh».
    level: [...levels, ...levels.map(([key, value]) => [key.replace(/^cap /, ''), value] as [string, string]), ['trung uong', 'nation']],
    form: said(recognition_forms, form_words),
  }
}

type Reading = JudgedBy & {
  names: Names
  placesCalled(said: string): readonly PlaceThen[]
  amiss(column: AwardColumn, code: AwardListCode, more?: Pick<AwardFault, 'limit' | 'values'>): void
}

function read(line: AwardLine, by: Reading): Award {
  const { amiss, names } = by
  const within = (column: AwardColumn, most: number, lacks: AwardListCode) => {
    if (line[column] === '') amiss(column, lacks)
    else if (line[column].length > most) amiss(column, 'too-long', { limit: most })
    return line[column]
  }
  const oneOf = (column: keyof Names, code: AwardListCode) => {
    const key = keyOf(line[column])
    const found = names[column].find(([name]) => key === name || (column !== 'field' && key.startsWith(`${name} `)))
    if (!found) amiss(column, code)
    return found?.[1] ?? ''
  }
  const signed_on = dayOf(line, by)
  const title = line.title || 'Khen thưởng'
  if (title.length > 300) amiss('title', 'too-long', { limit: 300 })
  return {
    ...{ row: line.row, name: within('name', 200, 'no-name-in-line'), achievement: within('achievement', 300, 'no-achievement') },
    ...{ kind: oneOf('kind', 'unknown-kind') as ExemplarKind, field: oneOf('field', 'unknown-field') },
    ...placeOf(line, signed_on, by),
    ...{ level: oneOf('level', 'unknown-level') as RecognitionLevel, form: oneOf('form', 'unknown-form') as RecognitionForm },
    ...{ number: within('number', 300, 'no-instrument'), issuer: within('issuer', 300, 'no-issuer'), signed_on, title },
    ...{ exemplar_id: null, person_id: null },
  }
}

function dayOf({ signed_on }: AwardLine, { today, amiss }: Reading): string {
  if (!isDay(signed_on)) amiss('signed_on', 'no-such-day')
  else if (signed_on > today) amiss('signed_on', 'not-signed-yet', { limit: signed_on })
  return signed_on
}

function placeOf(
  { place: said }: AwardLine,
  signed_on: string,
  { places, placesCalled, today, amiss }: Reading,
): { place: string; place_id: number } {
  const called = [...places.filter(one => one.key === said), ...placesCalled(said)]
  const on = (day: string) => [...new Map(called.filter(one => one.from <= day && day < one.until).map(one => [one.key, one])).values()]
  // Of a day that is none only that is said, where a place was ever called so.
  if (!isDay(signed_on) && called.length > 0) return { place: said, place_id: 0 }
  const then = on(signed_on)
  const found = then.length > 0 ? then : on(today)
  if (found.length === 0) amiss('place', 'unknown-place')
  if (found.length > 1) amiss('place', 'which-place')
  const [only] = found
  return found.length === 1 ? { place: sayPlace(only!, 'vi'), place_id: only!.unit_id } : { place: said, place_id: 0 }
}
