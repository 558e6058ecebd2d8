import { lookUp } from '../../../../basis/shared/look-up.ts'
import type { Problem } from '../../../../basis/shared/outcome.ts'
import { byNames, keyOf } from '../../../../basis/shared/vietnamese.ts'
import { type Answers, problemsWith } from '../../../../platform/staff/index.ts'
import { contribution_form } from '../forms.ts'
import type { ContributionCode } from '../problem-words.ts'
import type { GiftColumn } from './columns.ts'
import type { GiftLine } from './read-gifts.ts'

/** A kind of the register, by whatever a list may call it. */
export type KnownKind = { contribution_kind: string; measure: string; kind_vi: string; kind_en: string }
/** A place of the unit as it was called in a time; `until` is the first day on which it was so no more. */
export type KnownPlace = { place_id: number; key: string; name: string; kind_vi: string; since: string; until: string | null }

/** What is wrong with a cell. */
export type GiftFault = Problem<ContributionCode> & { row: number; column: GiftColumn }

type Said = Omit<Answers<typeof contribution_form>, 'place' | 'quantity'>
/** A row as it is written down. */
export type Gift = Said & { row: number; place_id: number; quantity: number }
export type Judged = { gifts: Gift[]; faults: GiftFault[] }
export type Known = { kinds: readonly KnownKind[]; places: readonly KnownPlace[]; today: string }
/** The same, with what a row may call a kind or a place. */
type Called = Known & { kindsCalled(said: string): readonly KnownKind[]; placesCalled(said: string): readonly KnownPlace[] }

/**
 * Judges the rows of a list by the limits of the form and by what the register knows. Faults: those of the form at its
 * fields; unknown-kind, other-measure, outside-place, which-place, place-not-there, row-twice; error-value, no-value.
 */
export function judgeGifts(lines: readonly GiftLine[], known: Known): Judged {
  const seen = new Map<string, number>()
  const called = {
    ...known,
    kindsCalled: byNames(known.kinds, namesOfKind),
    placesCalled: byNames(known.places, ({ kind_vi, name }) => [name, `${kind_vi} ${name}`]),
  }
  const judged = lines.map(line => judgeLine(line, called, seen))
  return { gifts: judged.flatMap(({ gift }) => gift ?? []), faults: judged.flatMap(({ faults }) => faults) }
}

function judgeLine(line: GiftLine, known: Called, seen: Map<string, number>): { gift?: Gift; faults: GiftFault[] } {
  const { row, amount } = line
  const [kind] = known.kindsCalled(line.contribution_kind)
  const place = placeOf(line, known)
  const said = { ...answersOf(line, kind), place: typeof place === 'string' ? line.place : String(place), quantity: amount }
  const problems: Problem<ContributionCode>[] = [
    ...line.faults.map(({ column, code, said }) => ({ code, field: column, values: { said } })),
    ...[...problemsWith(contribution_form, said, known)].filter(({ field }) => field !== 'contribution_kind' && field !== 'place'),
    ...problemsOfKind(line, kind),
    ...(typeof place === 'string' ? [{ code: place, field: 'place', values: { place: line.place } }] : []),
  ]
  const faults = problems.map(problem => ({ ...problem, row, column: (problem.field ?? 'giver') as GiftColumn }))
  if (faults.length > 0 || typeof place === 'string' || amount === null) return { faults }
  const { place: _, ...rest } = said
  const gift: Gift = { ...rest, row, place_id: place, quantity: amount }
  const print = JSON.stringify([gift.contribution_kind, amount, place, gift.given_on, keyOf(gift.giver), keyOf(gift.work)])
  const first = seen.get(print)
  if (first !== undefined) return { faults: [{ code: 'row-twice', row, column: 'giver', values: { first } }] }
  seen.set(print, row)
  return { gift, faults: [] }
}

function answersOf(line: GiftLine, kind: KnownKind | undefined): Said {
  const { work, given_on, giver, mobiliser, evidence } = line
  return {
    ...{ contribution_kind: kind?.contribution_kind ?? '', work, given_on, giver, mobiliser, evidence },
    ...{ giver_kind: giverKindIn(line), may_thank: isYes(line.may_thank), is_estimate: isYes(line.is_estimate) },
    // What may be told twice is asked of whoever verifies the list.
    is_another: true,
  }
}

function* problemsOfKind(line: GiftLine, kind: KnownKind | undefined): Generator<Problem<ContributionCode>> {
  if (line.contribution_kind === '') yield { code: 'no-kind', field: 'contribution_kind' }
  else if (!kind) yield { code: 'kind-not-known', field: 'contribution_kind', values: { said: line.contribution_kind } }
  else if (line.measure !== '' && measureKey(line.measure) !== measureKey(kind.measure))
    yield { code: 'other-measure', field: 'measure', values: { said: line.measure, measure: kind.measure } }
}

/** What else lists call the kinds. */
const also: Record<string, readonly string[]> = {
  land: ['dat', 'hien dat'],
  workdays: ['cong', 'cong lao dong'],
  money: ['tien mat'],
  aggregate: ['cat', 'da', 'soi', 'cat soi', 'da soi'],
  road: ['duong', 'lam duong'],
  hall: ['nha van hoa thon'],
  playground: ['san choi', 'san the thao'],
}

function namesOfKind({ contribution_kind, kind_vi, kind_en }: KnownKind): string[] {
  return [contribution_kind, kind_vi, kind_en, ...(lookUp(also, contribution_kind) ?? [])]
}

/** «m²», «m2» and «mét vuông» are one measure. */
function measureKey(measure: string): string {
  const plain = keyOf(measure.replaceAll('²', '2').replaceAll('³', '3'))
  return lookUp({ 'met vuong': 'm2', 'met khoi': 'm3', vnd: 'dong' }, plain) ?? plain
}

type PlaceCode = 'no-place' | 'outside-place' | 'which-place' | 'place-not-there'

/** The place of a row as it was on its day, or what is wrong with it. Where a unit works in one place, that is meant. */
function placeOf({ place, given_on }: GiftLine, { places, placesCalled }: Called): number | PlaceCode {
  const key = keyOf(place)
  const called = key === '' ? places : [...places.filter(one => one.key === place), ...placesCalled(place)]
  const then = new Set(
    called.filter(({ since, until }) => since <= given_on && (until === null || given_on < until)).map(({ place_id }) => place_id),
  )
  if (then.size === 1) return [...then][0]!
  if (key === '') return 'no-place'
  if (called.length === 0) return 'outside-place'
  return then.size === 0 ? 'place-not-there' : 'which-place'
}

/** A household unless it says otherwise. */
function giverKindIn({ giver_kind }: GiftLine): Said['giver_kind'] {
  const key = keyOf(giver_kind)
  if (/^(ca nhan|mot nguoi|one person|person)\b/.test(key)) return 'person'
  return /^(tap the|to chuc|nhom|doanh nghiep|several|collective)\b/.test(key) ? 'collective' : 'household'
}

function isYes(said: string): boolean {
  return /^(x|co|dong y|yes|1|true|uoc tinh)$/.test(keyOf(said))
}
