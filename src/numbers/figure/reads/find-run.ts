import type { Db } from '../../../platform/database/index.ts'
import type { FigureParameters, FigureValue } from '../figure.ts'
import type { FigureRun } from '../prove-run.ts'

/** A frozen run by its number, or null. */
export async function findRun(db: Db, figure_run_id: number): Promise<FigureRun | null> {
  const row = await db
    .selectFrom('figure_run')
    .select(['figure_run_id', 'figure', 'version', 'parameters', 'value', 'row_count', 'digest'])
    .where('figure_run_id', '=', figure_run_id)
    .executeTakeFirst()
  return row ? { ...row, parameters: row.parameters as unknown as FigureParameters, value: row.value as unknown as FigureValue } : null
}
