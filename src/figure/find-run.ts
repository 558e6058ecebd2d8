import type { Db } from '../database/index.ts'
import type { FigureParameters, FigureValue } from './figure.ts'
import type { FigureRun } from './prove-run.ts'

/** A frozen run by its number, or null. */
export async function findRun(db: Db, figure_run_id: number): Promise<FigureRun | null> {
  const [run] = await listRuns(db, [figure_run_id])
  return run ?? null
}

/** Frozen runs by their numbers, in the order of the numbers. */
export async function listRuns(db: Db, figure_run_ids: number[]): Promise<FigureRun[]> {
  if (figure_run_ids.length === 0) return []
  const rows = await db
    .selectFrom('figure_run')
    .select(['figure_run_id', 'figure', 'version', 'parameters', 'value', 'row_count', 'digest'])
    .where('figure_run_id', 'in', figure_run_ids)
    .orderBy('figure_run_id')
    .execute()
  return rows.map(row => ({
    ...row,
    parameters: row.parameters as unknown as FigureParameters,
    value: row.value as unknown as FigureValue,
  }))
}
