import type { Reads } from '../../../platform/database/index.ts'
import { listModelsInOperation, listRecognisedExemplars } from '../../../register/exemplar/index.ts'
import type { Counted } from '../catalogue.ts'
import type { FigureParameters } from '../figure.ts'

/**
 * F11: distinct exemplars, collectives and individuals together, with a standing recognition decided from `from` to the
 * day.
 */
export async function exemplarsRecognised(db: Reads, parameters: FigureParameters): Promise<Counted> {
  const rows = await listRecognisedExemplars(db, parameters)
  return { value: { kind: 'count', count: rows.length }, rows: rows.map(row => ({ ...row, name: row.field_name })), numerator: rows.length }
}

/** F12: models in operation on the day, each with the units that have taken it up and go on. */
export async function modelsInOperation(db: Reads, { unit, valid_as_of, recorded_as_of }: FigureParameters): Promise<Counted> {
  const rows = await listModelsInOperation(db, { unit, valid_as_of, recorded_as_of })
  return { value: { kind: 'count', count: rows.length }, rows, numerator: rows.length }
}
