import { digestOf } from '../../basis/shared/canonical-json.ts'
import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import type { Reads } from '../../platform/database/index.ts'
import { findRoot, findUnit, sayPlace } from '../../register/organisation/index.ts'
import { catalogue, type Definition, isFigureId } from './catalogue.ts'
import type { Answer, FigureParameters } from './figure.ts'
import { type Asked, type Filled, parametersOf } from './parameters.ts'
import type { FigureCode } from './words.ts'

/**
 * Answers one figure; of the register's own root, where no unit is asked. Refusals: unknown-figure, unknown-unit,
 * no-such-day …, map-not-offered, nothing-known (no campaign, no programme or no unit yet on that day).
 */
export async function answerFigure(db: Reads, figure: string, question: Asked, now: Date): Promise<Outcome<Answer, FigureCode>> {
  if (!isFigureId(figure))
    return refused({ code: 'unknown-figure', field: 'figure', values: { figure, known: Object.keys(catalogue).join(', ') } })
  const definition = catalogue[figure]
  const read = parametersOf(definition, question, now)
  if (!read.ok) return read
  const unit_key = read.value.unit ?? (await findOwnUnit(db, definition, read.value))
  if (unit_key === null) return refused({ code: 'nothing-known', field: 'valid_as_of', values: { day: read.value.valid_as_of } })
  const parameters: FigureParameters = { ...read.value, unit: unit_key }
  if (!definition.maps.includes(parameters.map)) return refused({ code: 'map-not-offered', field: 'map', values: { figure } })
  const [unit] = await findUnit(db, parameters)
  if (!unit) return refused({ code: 'unknown-unit', field: 'unit', values: { unit: parameters.unit } })
  const counted = await definition.count(db, parameters)
  if (!counted) return refused({ code: 'nothing-known', field: 'valid_as_of', values: { day: parameters.valid_as_of } })
  const {
    value,
    rows,
    numerator = null,
    denominator = null,
    rule = null,
    year = parameters.year,
    kind = parameters.kind,
    kind_name = null,
  } = counted
  const asked = {
    figure,
    version: definition.version,
    parameters: { ...parameters, year, kind },
    unit_name: sayPlace(unit, 'vi'),
    kind_name,
  }
  return done({ ...asked, value, numerator, denominator, rule, rows, digest: digestOf(rows) })
}

/** The key of the register's root; null before its first day. */
async function findOwnUnit(db: Reads, { defaults }: Definition, { valid_as_of }: Filled): Promise<string | null> {
  const [root] = await findRoot(db, { hierarchy: defaults.hierarchy, day: valid_as_of })
  return root?.key ?? null
}
