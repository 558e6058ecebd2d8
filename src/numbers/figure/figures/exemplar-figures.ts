import type { Reads } from '../../../platform/database/index.ts'
import { listRecognisedExemplars } from '../../../register/exemplar/index.ts'
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
