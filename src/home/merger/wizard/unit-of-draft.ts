import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Problem } from '../../../basis/shared/outcome.ts'
import type { Db } from '../../../platform/database/index.ts'
import { type Answers, answersIn, type Form, grouped, type Option, problemsWith, type Typed } from '../../../platform/staff/index.ts'
import { sayPlace } from '../../../register/organisation/index.ts'
import { findTakenKeys, type Kind, keysFor } from '../../../register/tree/index.ts'
import { percentOf } from '../carry/share-field.ts'
import type { MergerCode } from '../words.ts'
import type { Drafted, DraftedPart, DraftedUnit, Extent } from './drafted.ts'
import { largest_population, part_form, type UnitAnswers, unit_form } from './forms.ts'
import type { Found, Source } from './list-sources.ts'

/** Everything around the form of one unit: what was typed, which units give to it, which were found by words. */
export type UnitPage = { typed: Typed; sources: Source[]; found: Found[]; receiving: Source | undefined; kinds: Kind[] }

const prefix = (i: number) => `part_${i}_`

/** What was typed of the unit at a place of the list. */
function fieldOf(typed: Typed, i: number, name: keyof typeof part_form): string | undefined {
  return lookUp<string | undefined>(typed, `${prefix(i)}${name}`)
}

/** The form with a group for each unit that gives something. */
export function formWith(sources: readonly Source[]): Form {
  const { words, add, parts, ...into } = unit_form
  const groups = sources.map((source, i) =>
    grouped({ legend: { vi: sayPlace(source, 'vi'), en: sayPlace(source, 'en') } }, prefix(i), part_form),
  )
  return Object.assign({ words, add, parts }, ...groups, into)
}

/** The keys of the units in its list, then those that were just marked. */
export function keysTyped({ parts = '', add = '' }: Typed): string[] {
  return [...new Set([...parts.split(' '), ...add.split(' ')].filter(Boolean))]
}

/** What is typed when the page is opened: the unit as it was drafted. */
export function typedOf(unit: DraftedUnit | undefined): Typed {
  if (!unit) return {}
  const { parts, name, unit_kind, code, parent, population, is_stated, stands, key } = unit
  const of_parts = parts.map(({ extent, population_share, area_share }, i) => ({
    [`${prefix(i)}extent`]: extent,
    [`${prefix(i)}population_share`]: percentOf(population_share),
    [`${prefix(i)}area_share`]: percentOf(area_share),
  }))
  return Object.assign({ parts: parts.map(({ unit }) => unit).join(' ') }, ...of_parts, {
    ...(stands ? { receives: key } : { name, unit_kind, code: code ?? '', parent: parent ?? '', population: String(population ?? '') }),
    ...(is_stated && { is_stated: '1' }),
  })
}

/** The list as it is typed: without what was taken off it; what was just marked goes over whole. */
export function withMarked(typed: Typed): Typed {
  const listed = (typed.parts ?? '').split(' ').filter(Boolean)
  const kept = listed.flatMap((key, i) => (fieldOf(typed, i, 'extent') === '' ? [] : [{ key, from: i }]))
  const marked = keysTyped(typed).filter(key => !listed.includes(key))
  const all = [...kept, ...marked.map(key => ({ key, from: null }))]
  const others = Object.entries(typed).filter(([name]) => !name.startsWith('part_') && name !== 'add')
  const of_parts = all.flatMap(({ from }, i) => [
    [`${prefix(i)}extent`, from === null ? 'whole' : (fieldOf(typed, from, 'extent') ?? 'whole')],
    [`${prefix(i)}population_share`, from === null ? '' : (fieldOf(typed, from, 'population_share') ?? '')],
    [`${prefix(i)}area_share`, from === null ? '' : (fieldOf(typed, from, 'area_share') ?? '')],
  ])
  return Object.fromEntries([...others, ...of_parts, ['parts', all.map(({ key }) => key).join(' ')]])
}

/**
 * What is wrong with one unit by itself: no-source-yet, no-unit-name, unknown-unit, new-or-standing, no-such-population,
 * whole-has-no-share, and the limits of its fields.
 */
export function* problemsWithUnit({ typed, sources, receiving }: UnitPage): Generator<Problem<MergerCode>> {
  const form = formWith(sources)
  const answers = answersIn(form, typed) as UnitAnswers
  yield* problemsWith(form, answers as Answers<Form>, { today: '' } as never) as Generator<Problem<MergerCode>>
  if (sources.length === 0) yield { code: 'no-source-yet', field: 'words' }
  if (answers.name === '' && answers.receives === '') yield { code: 'no-unit-name', field: 'name' }
  if (answers.receives !== '' && !receiving) yield { code: 'unknown-unit', field: 'receives', values: { unit: answers.receives } }
  if (answers.name !== '' && answers.receives !== '') yield { code: 'new-or-standing', field: 'receives' }
  if ((typed.population ?? '') !== '' && answers.population < 1)
    yield { code: 'no-such-population', field: 'population', limit: largest_population }
  for (const [i] of sources.entries())
    if (fieldOf(typed, i, 'extent') === 'whole' && (fieldOf(typed, i, 'population_share') || fieldOf(typed, i, 'area_share')))
      yield { code: 'whole-has-no-share', field: `${prefix(i)}population_share` }
}

/** The unit that the answers mean; a new one gets its key once, and keeps it. */
export async function unitIn(
  db: Db,
  { typed, sources, receiving }: UnitPage,
  drafted: Drafted,
  before?: DraftedUnit,
): Promise<DraftedUnit> {
  const parts = sources.map((source, i) => partIn(typed, source, i))
  if (receiving) {
    const { key, name, unit_kind } = receiving
    return { ...nothing, key, stands: true, name, unit_kind, parts }
  }
  const { name, code, population, is_stated, ...chosen } = answersIn(formWith(sources), typed) as UnitAnswers
  const unit_kind = chosen.unit_kind || sources[0]!.unit_kind
  const parent = chosen.parent || sources[0]!.parent
  const parent_name = parentsFor(sources, drafted).find(({ value }) => value === parent)?.label ?? parent
  const key = before && !before.stands ? before.key : (await newKeys(db, [{ name, unit_kind }], drafted))[0]!
  return {
    ...{ key, stands: false, name, unit_kind, code: code || null, parent, parent_name },
    ...{ population: population || null, is_stated, parts },
  }
}

const nothing = { code: null, parent: null, parent_name: null, population: null, is_stated: false }

function partIn(typed: Typed, { key: unit, name, unit_kind }: Source, i: number): DraftedPart {
  const read = (name: keyof typeof part_form) => part_form[name].read(fieldOf(typed, i, name))
  return {
    ...{ unit, name: sayPlace({ name, unit_kind }, 'vi'), extent: (read('extent') || 'whole') as Extent },
    ...{ population_share: read('population_share') as number | null, area_share: read('area_share') as number | null },
  }
}

/** A key for each unit that begins: what no other unit has or had, nor another of the draft. */
export async function newKeys(db: Db, units: readonly { name: string; unit_kind: string }[], drafted: Drafted): Promise<string[]> {
  const named = units.map(unit => ({ name: sayPlace(unit, 'vi'), parent: null }))
  const used = await findTakenKeys(
    db,
    named.map(({ name }) => name),
  )
  return keysFor(named, new Set([...used, ...drafted.units.map(({ key }) => key)]))
}

/** Under which units the new one may stand: those above the units that give to it, and those that begin with it. */
export function parentsFor(sources: readonly Source[], { units }: Drafted, own_key = ''): Option[] {
  const above = sources.flatMap(({ above }) => above).toSorted((a, b) => a.rank - b.rank)
  const coming = units.filter(({ stands, key }) => !stands && key !== own_key)
  const all = [...above, ...coming].map(unit => ({ value: unit.key, label: sayPlace(unit, 'vi') }))
  return [...new Map(all.map(option => [option.value, option])).values()]
}
