import { isDay } from '../../basis/shared/dates.ts'
import type { Problem } from '../../basis/shared/outcome.ts'
import type { InstrumentText } from '../organisation/index.ts'
import type { StandingCode } from './words.ts'

/**
 * A decision on what a unit holds. Three dates: decided, the year it counts for, published (the city of Bắc Kạn:
 * 03/06/2022, for 2020).
 */
export type StandingDecision = {
  unit: string
  standing_level: string
  verdict: 'recognised' | 'acknowledged' | 'revoked'
  instrument: InstrumentText
  decided_on: string
  effective_year: number
  published_on?: string | null
  note?: string | null
  /** The assessment that it decides; without one, an archive, or no commune. */
  standing_case_id?: number | null
}

/**
 * What can hold a standing: wards and townships are judged as towns (Quyết định 04/2022/QĐ-TTg), not under this
 * programme.
 */
export const kinds_that_hold = ['commune', 'district', 'city', 'province'] as const

/** The programme began with Quyết định 800/QĐ-TTg of 04/06/2010. */
const first_year = 2010

/**
 * The unit on the day of the decision: null where it did not stand; its first day and its end as the register knows
 * them now.
 */
export type UnitDecidedOn = { unit_kind: string | null; first_day: string; end: string }
export type KnownOfStanding = { unit: UnitDecidedOn | null; levels: string[]; today: string; decided_already: boolean }

export function* problemsWithDecision(decision: StandingDecision): Generator<Problem<StandingCode>> {
  const { decided_on, published_on, effective_year, instrument } = decision
  const days = { decided_on, published_on, 'instrument.signed_on': instrument.signed_on }
  for (const [field, day] of Object.entries(days)) if (day != null && !isDay(day)) yield { code: 'no-such-day', field, values: { day } }
  if (published_on && published_on < decided_on) yield { code: 'published-before-decided', field: 'published_on', limit: decided_on }
  if (!Number.isInteger(effective_year) || effective_year < first_year || effective_year > Number(decided_on.slice(0, 4))) {
    yield { code: 'no-such-year', field: 'effective_year', values: { year: effective_year } }
  }
  for (const name of ['number', 'issuer', 'title'] as const) {
    if (instrument[name].trim() === '') yield { code: 'missing', field: `instrument.${name}` }
  }
}

export function* problemsInRegister(decision: StandingDecision, known: KnownOfStanding): Generator<Problem<StandingCode>> {
  const { unit: key, standing_level, decided_on } = decision
  const { unit, levels, today, decided_already } = known
  if (!levels.includes(standing_level)) yield { code: 'unknown-level', field: 'standing_level', values: { level: standing_level } }
  if (decided_on > today) yield { code: 'day-to-come', field: 'decided_on', limit: today }
  if (!unit) yield { code: 'unknown-unit', field: 'unit', values: { unit: key } }
  else if (decided_on < unit.first_day) yield { code: 'before-unit', field: 'decided_on', limit: unit.first_day, values: { unit: key } }
  else if (decided_on >= unit.end) yield { code: 'unit-ended', field: 'decided_on', limit: unit.end, values: { unit: key } }
  else if (!kinds_that_hold.some(kind => kind === unit.unit_kind)) yield { code: 'kind-cannot-hold', field: 'unit', values: { unit: key } }
  if (decided_already) yield { code: 'decided-already', field: 'effective_year', values: { unit: key } }
}
