import { z } from 'zod'
import { dayOf, isDay, isInstant } from '../../basis/shared/dates.ts'
import { lookUp } from '../../basis/shared/look-up.ts'
import { done, type Outcome, type Problem, refused } from '../../basis/shared/outcome.ts'
import { carry_rules } from '../../register/organisation/index.ts'
import type { Definition } from './catalogue.ts'
import type { FigureParameters } from './figure.ts'
import { type FigureCode, problem_words } from './words.ts'

const day = z.string().refine(isDay, 'no-such-day')
const year = z.coerce.number('no-such-year').int('no-such-year').min(1945, 'no-such-year').max(2200, 'no-such-year')

/** What a caller may ask, as text: from the command line, a query string or a citation. */
const asked = z.object({
  unit: z.string().max(200).optional(),
  valid_as_of: day.optional(),
  recorded_as_of: z.string().refine(isInstant, 'no-such-instant').optional(),
  map: z.enum(['as-was', 'as-of', 'restated'], 'no-such-map').optional(),
  map_day: day.optional(),
  year: year.optional(),
  from: day.optional(),
  to: day.optional(),
  level: z.enum(['standard', 'advanced', 'model'], 'no-such-level').optional(),
  kind: z.string().max(60).optional(),
  rule: z.enum(carry_rules, 'no-such-rule').optional(),
})
export type Asked = z.input<typeof asked>

/** All parameters but the unit, which only the register can fill in: null where none was asked. */
export type Filled = Omit<FigureParameters, 'unit'> & { unit: string | null }

/**
 * Fills what was not asked from the definition and the clock; every problem is at its parameter. `now` is the server's
 * clock.
 */
export function parametersOf(definition: Definition, question: Asked, now: Date): Outcome<Filled, FigureCode> {
  const read = asked.safeParse(question)
  if (!read.success) return { ok: false, problems: read.error.issues.map(issue => problemOf(issue, question)) }
  const parameters = filled(definition, read.data, now)
  const { kind, from, to } = parameters
  if (definition.kinds.length > 0 && !definition.kinds.includes(kind)) {
    const values = { figure: definition.id, value: kind, known: definition.kinds.join(', ') }
    return refused({ code: 'no-such-kind', field: 'kind', values })
  }
  if (from > to) return refused({ code: 'from-after-to', field: 'from', values: { from, to } })
  return done(parameters)
}

function filled(definition: Definition, data: z.output<typeof asked>, now: Date): Filled {
  const { defaults } = definition
  const valid_as_of = data.valid_as_of ?? dayOf(now)
  const map = data.map ?? definition.map
  return {
    unit: data.unit ?? null,
    valid_as_of,
    recorded_as_of: data.recorded_as_of ?? now.toISOString(),
    map,
    map_day: map === 'restated' ? (data.map_day ?? dayOf(now)) : valid_as_of,
    year: data.year ?? null,
    from: data.from ?? defaults.from,
    to: data.to ?? valid_as_of,
    level: data.level ?? defaults.level,
    kind: data.kind ?? defaults.kind,
    rule: data.rule ?? null,
  }
}

function problemOf(issue: z.core.$ZodIssue, question: Asked): Problem<FigureCode> {
  const field = String(issue.path[0] ?? '')
  const code = isFigureCode(issue.message) ? issue.message : 'unreadable-parameter'
  return { code, field, values: { value: String(lookUp<unknown>(question, field) ?? '') } }
}

function isFigureCode(said: string): said is FigureCode {
  return Object.hasOwn(problem_words, said)
}
