import { z } from 'zod'
import { daysAsked } from '../../basis/shared/dates.ts'
import { lookUp } from '../../basis/shared/look-up.ts'
import { done, type Outcome, type Problem, problemsOf } from '../../basis/shared/outcome.ts'
import type { Merger } from '../../register/organisation/index.ts'
import { readJson } from './read-json.ts'

/** The longest text, and the longest list. The whole nation has some 3,300 communes. */
export const plan_limits = { text: 500, list: 20_000, population: 200_000_000 } as const

const text = z.string().transform(typed => typed.normalize('NFC').trim())
const texts = z.array(text)
const instrument = z.strictObject({
  ...{ number: text, issuer: text, title: text, signed_on: text },
  kind: z.enum(['directive', 'resolution', 'decision', 'plan', 'conclusion', 'regulation', 'law', 'other']),
  ...{ effective_on: text.nullish(), published_on: text.nullish(), note: text.nullish() },
})
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
  ...{ hierarchy: text, instrument, effective_on: text, successors: z.array(successor), edges: z.array(edge) },
  ...{ going_on: texts.optional(), abolished: texts.optional() },
  moved: z.array(z.strictObject({ unit: text, parent: text })).optional(),
  carry: carry.nullish(),
})

/**
 * Reads a plan: texts come out composed (NFC) and trimmed. Refusals stand at their field («edges.0.successor»): those of `readJson`; missing, unknown-name, not-text, not-number, not-list, not-object,
 * unknown-choice; too-long, unreadable-text (control characters), too-many, no-such-population.
 */
export function readPlan(text: string): Outcome<Merger> {
  const json = readJson(text)
  if (!json.ok) return json
  const shaped = plan.safeParse(json.value, { reportInput: true })
  if (!shaped.success) return { ok: false, problems: shaped.error.issues.flatMap(problemsIn) }
  return problemsOf(problemsInside(shaped.data, '')) ?? done(shaped.data)
}

const wanted: Record<string, string> = { string: 'not-text', number: 'not-number', array: 'not-list', object: 'not-object' }

function problemsIn(issue: z.core.$ZodIssue): Problem[] {
  const field = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(name => ({ code: 'unknown-name', field: field ? `${field}.${name}` : name, values: { name } }))
  }
  if (issue.input === undefined) return [{ code: 'missing', field }]
  if (issue.code === 'invalid_value') return [{ code: 'unknown-choice', field, values: { choices: issue.values.join(', ') } }]
  if (issue.code === 'invalid_type') return [{ code: lookUp(wanted, issue.expected) ?? 'unreadable', field: field || 'plan' }]
  return [{ code: 'unreadable', field: field || 'plan' }]
}

function* problemsInside(value: unknown, field: string): Generator<Problem> {
  if (typeof value === 'string') return yield* problemsWithText(value, field)
  if (typeof value === 'number') return yield* problemsWithNumber(value, field)
  if (value === null || typeof value !== 'object') return
  if (Array.isArray(value) && value.length > plan_limits.list) return yield { code: 'too-many', field, limit: plan_limits.list }
  for (const [name, part] of Object.entries(value)) yield* problemsInside(part, field ? `${field}.${name}` : name)
}

function* problemsWithText(value: string, field: string): Generator<Problem> {
  if (value.length > plan_limits.text) yield { code: 'too-long', field, limit: plan_limits.text }
  if (/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u.test(value)) yield { code: 'unreadable-text', field }
}

/** Shares are judged with the merger; a population is a number of people. */
function* problemsWithNumber(value: number, field: string): Generator<Problem> {
  if (!field.endsWith('.population')) return
  if (!Number.isInteger(value) || value < 1 || value > plan_limits.population) {
    yield { code: 'no-such-population', field, limit: plan_limits.population }
  }
}

/** Days of a plan that nobody can mean today: day-too-far. How the day of the change lies to its signature is asked by the merger itself. */
export function* problemsWithToday({ effective_on, instrument }: Merger, now: Date): Generator<Problem> {
  const { last } = daysAsked(now)
  if (instrument.signed_on > last)
    yield { code: 'day-too-far', field: 'instrument.signed_on', limit: last, values: { day: instrument.signed_on } }
  if (effective_on > last) yield { code: 'day-too-far', field: 'effective_on', limit: last, values: { day: effective_on } }
}
