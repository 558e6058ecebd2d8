import type { Problem } from '../../basis/shared/outcome.ts'
import { byNames, keyOf } from '../../basis/shared/vietnamese.ts'
import {
  dueOn,
  endOfMonth,
  type Indicator,
  type KnownValue,
  month_pattern,
  monthBefore,
  type SenderPlace,
  sayMonth,
  type ValueLine,
} from './indicator.ts'
import type { IndicatorCode } from './problem-words.ts'

/** What a delivery is judged by: what the register defines, the places of its sender, and what it knows already. */
export type JudgedBy = {
  indicators: readonly Indicator[]
  places: readonly SenderPlace[]
  known: readonly KnownValue[]
  today: string
}

/** A value that may be written. `revises`: another value stood there. */
export type JudgedValue = {
  indicator_id: number
  place_id: number
  month: string
  quantity: string
  note: string | null
  revises: boolean
}
export type Judged = { values: JudgedValue[]; unchanged: number; problems: Problem<IndicatorCode>[] }

/** So many times the month before, or such a part of it, is asked about where that was at least `least_compared`. */
const far = 5
const least_compared = 10

/**
 * Judges every line of a delivery; all its problems are found at once, each at its row. A value that is late,
 * implausible or other than the one before needs a note, and is returned without.
 */
export function judgeValues(lines: readonly ValueLine[], by: JudgedBy): Judged {
  const named = namedIn(by)
  const found = lines.map(line => ({ line, ...readLine(line, named, by.today) }))
  const sent = new Map<string, { row: number; quantity: number }>()
  const known = new Map(by.known.map(({ quantity, ...at }) => [cellOf(at), Number(quantity)]))
  const judged: Judged = { values: [], unchanged: 0, problems: [] }
  for (const { line, read } of found) {
    if (read && !sent.has(cellOf(read))) sent.set(cellOf(read), { row: line.row, quantity: Number(read.quantity) })
  }
  for (const { line, read, problem } of found) {
    const wrong = problem ?? problemWith(line, read!, { ...by, sent, before: known })
    if (wrong) judged.problems.push({ field: `row-${line.row}`, ...wrong, values: { row: line.row, ...wrong.values } })
    else if (known.get(cellOf(read!)) === Number(read!.quantity)) judged.unchanged++
    else judged.values.push(judgedOf(line, read!, known))
  }
  return judged
}

type Read = { indicator: Indicator; indicator_id: number; place_id: number; month: string; quantity: string }
type Wrong = Problem<IndicatorCode> | null

const cellOf = ({ indicator_id, place_id, month }: Omit<KnownValue, 'quantity'>) => `${indicator_id} ${place_id} ${month}`

/** What a line may name, laid out once for all lines. */
type Named = { indicatorsCalled: (said: string) => readonly Indicator[]; placesCalled: (said: string) => readonly SenderPlace[] }

/** A key or a code names a place by itself; else its name does, with or without its kind. */
function namedIn({ indicators, places }: JudgedBy): Named {
  const keyed = Map.groupBy(
    places.flatMap(place => [place.key, ...(place.code ? [place.code] : [])].map(key => ({ key, place }))),
    ({ key }) => key,
  )
  const called = byNames(places, ({ name, kind }) => [name, `${kind} ${name}`])
  return {
    indicatorsCalled: byNames(indicators, ({ key, name_vi, name_en }) => [key, name_vi, name_en]),
    placesCalled: said => keyed.get(said)?.map(({ place }) => place) ?? called(said),
  }
}

function readLine(line: ValueLine, { indicatorsCalled, placesCalled }: Named, today: string): { read?: Read; problem?: Wrong } {
  const [indicator] = indicatorsCalled(line.indicator)
  if (!indicator) return { problem: { code: 'unknown-indicator', values: { said: line.indicator } } }
  if (line.measure !== '' && keyOf(line.measure) !== keyOf(indicator.measure))
    return { problem: { code: 'other-measure', values: { said: line.measure, measure: indicator.measure } } }
  if (!month_pattern.test(line.month)) return { problem: { code: 'no-such-month', values: { said: line.month } } }
  if (endOfMonth(line.month) >= today) return { problem: { code: 'month-not-over', values: { said: sayMonth(line.month) } } }
  if (!/^\d+(\.\d+)?$/.test(line.quantity)) return { problem: { code: 'no-quantity', values: { said: line.quantity } } }
  const { place_id, problem } = aliveAmong(placesCalled(line.place), line)
  if (place_id === undefined) return { problem: problem! }
  return { read: { indicator, indicator_id: indicator.indicator_id, place_id, month: line.month, quantity: line.quantity } }
}

/** The one of those called so that lived at the end of the month. */
function aliveAmong(named: readonly SenderPlace[], { place, month }: ValueLine): { place_id?: number; problem?: Wrong } {
  const day = endOfMonth(month)
  const alive = new Set(named.filter(({ since, until }) => since <= day && (until === null || day < until)).map(({ place_id }) => place_id))
  if (alive.size === 1) return { place_id: [...alive][0]! }
  if (alive.size > 1) return { problem: { code: 'which-place', values: { said: place } } }
  return { problem: { code: named.length > 0 ? 'not-alive' : 'unknown-place', values: { said: place, month: sayMonth(month) } } }
}

type Beside = JudgedBy & { sent: ReadonlyMap<string, { row: number; quantity: number }>; before: ReadonlyMap<string, number> }

function problemWith(line: ValueLine, read: Read, beside: Beside): Wrong {
  const { sent, before } = beside
  const first = sent.get(cellOf(read))!
  if (first.row !== line.row) return { code: 'month-twice', values: { first: first.row } }
  const whole = wholeOf(read, beside)
  if (whole !== undefined && Number(read.quantity) > whole) return { code: 'more-than-whole', values: { said: line.quantity, whole } }
  if (line.note !== '') return null
  const stood = before.get(cellOf(read))
  if (stood !== undefined) return stood === Number(read.quantity) ? null : { code: 'revision-without-note', values: { stood } }
  if (beside.today > dueOn(read.month, read.indicator.due_day))
    return { code: 'late-without-note', values: { month: sayMonth(read.month) } }
  return isImplausible(read, beside) ? { code: 'implausible-without-note', values: { said: line.quantity } } : null
}

/** What the part is a part of, in the same month: as it is sent now, or as the register knows it. */
function wholeOf({ indicator, place_id, month }: Read, { indicators, sent, before }: Beside): number | undefined {
  const base = indicators.find(({ key }) => key === indicator.base)
  if (!base) return undefined
  const cell = cellOf({ indicator_id: base.indicator_id, place_id, month })
  return sent.get(cell)?.quantity ?? before.get(cell)
}

function isImplausible({ indicator, indicator_id, place_id, month, quantity }: Read, { sent, before }: Beside): boolean {
  const value = Number(quantity)
  if (indicator.plausible_most !== null && value > Number(indicator.plausible_most)) return true
  const cell = cellOf({ indicator_id, place_id, month: monthBefore(month) })
  const last = sent.get(cell)?.quantity ?? before.get(cell)
  return last !== undefined && last >= least_compared && (value > last * far || value < last / far)
}

function judgedOf({ note }: ValueLine, read: Read, known: ReadonlyMap<string, number>): JudgedValue {
  const { indicator_id, place_id, month, quantity } = read
  return { indicator_id, place_id, month, quantity, note: note === '' ? null : note, revises: known.has(cellOf(read)) }
}
