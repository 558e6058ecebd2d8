import { z } from 'zod'
import { daysAsked } from '../../basis/shared/dates.ts'
import { readStrictly, typed_instrument, typed_text } from '../../basis/shared/json/read-strictly.ts'
import { type Outcome, type Problem, problemsOf } from '../../basis/shared/outcome.ts'
import type { Merger } from '../../register/organisation/index.ts'
import type { MergerCode } from './words.ts'

const largest_population = 200_000_000

const text = typed_text
const texts = z.array(text)
const successor = z.strictObject({
  ...{ key: text, code: text.nullable(), name: text, unit_kind: text, parent: text.nullable() },
  population: z.number().nullish(),
})
const share = z.number().nullable()
const edge = z.strictObject({
  ...{ predecessor: text, successor: text, population_share: share, area_share: share },
  certainty: z.enum(['documented', 'inferred', 'unknown']).optional(),
})
const carry = z.strictObject({
  rule: z.enum(['all', 'any', 'population', 'none', 'as-stated']),
  ...{ least_share: z.number().nullish(), stated: texts.optional() },
})

/** A plan as a file: the shape of `Merger` (organisation/), in JSON, and nothing besides. */
const plan = z.strictObject({
  ...{ hierarchy: text, instrument: typed_instrument, effective_on: text, successors: z.array(successor), edges: z.array(edge) },
  ...{ going_on: texts.optional(), abolished: texts.optional() },
  moved: z.array(z.strictObject({ unit: text, parent: text })).optional(),
  carry: carry.nullish(),
})

/**
 * Reads a plan: texts come out composed (NFC) and trimmed. Refusals stand at their field («edges.0.successor»): those
 * of `readStrictly`; no-such-population.
 */
export function readPlan(text: string): Outcome<Merger, MergerCode> {
  const read = readStrictly(plan, text, 'plan')
  if (!read.ok) return read
  return problemsOf(problemsWithPeople(read.value)) ?? read
}

/** Shares are judged with the merger; a population is a number of people. */
function* problemsWithPeople({ successors }: Merger): Generator<Problem<MergerCode>> {
  for (const [i, { population }] of successors.entries()) {
    if (population != null && (!Number.isInteger(population) || population < 1 || population > largest_population))
      yield { code: 'no-such-population', field: `successors.${i}.population`, limit: largest_population }
  }
}

/**
 * Days of a plan that nobody can mean today: day-too-far. How the day of the change lies to its signature is asked by
 * the merger itself.
 */
export function* problemsWithToday({ effective_on, instrument }: Merger, now: Date): Generator<Problem<MergerCode>> {
  const { last } = daysAsked(now)
  if (instrument.signed_on > last)
    yield { code: 'day-too-far', field: 'instrument.signed_on', limit: last, values: { day: instrument.signed_on } }
  if (effective_on > last) yield { code: 'day-too-far', field: 'effective_on', limit: last, values: { day: effective_on } }
}
