import { canonicalJson } from '../../basis/shared/canonical-json.ts'
import type { Answer, FigureParameters, FigureRow, FigureValue } from './figure.ts'

/** A run as it was frozen. */
export type FigureRun = {
  figure_run_id: number
  figure: string
  version: number
  parameters: FigureParameters
  value: FigureValue
  row_count: number
  digest: string
}

/**
 * What has become of a printed number:
 *   holds      the register, as it knows that day now, comes to the same value
 *   drifted    it comes to another one: something was learned or corrected since (`causes` says which rows)
 *   broken     the register as it knew it then does not come out the same any more: somebody rewrote history
 */
export type RunState = 'holds' | 'drifted' | 'broken'

/**
 * The three values of a printed number, and the rows between the first two. `today` is null where today's question has
 * no answer.
 */
export type Proof = { run: FigureRun; state: RunState; printed: Answer; known_now: Answer; today: Answer | null; causes: RowChange[] }

/** A row that came, went or changed between what was known then and what is known now. */
export type RowChange = { change: 'came' | 'went' | 'changed'; row: FigureRow; before: FigureRow | null }

/** Asks a figure; null where there is no answer. */
export type Ask = (figure: string, asked: Partial<FigureParameters>) => Promise<Answer | null>

/** Recomputes a run three times: as it was known then, as that day is known now, and for today. */
export async function proveRun(ask: Ask, run: FigureRun): Promise<Proof> {
  const { figure, parameters } = run
  const printed = await ask(figure, parameters)
  const { recorded_as_of: _, ...on_that_day } = parameters
  const known_now = await ask(figure, on_that_day)
  const today = await ask(figure, asOfToday(parameters))
  if (!printed || !known_now) throw new Error(`run ${run.figure_run_id} of ${figure} cannot be computed any more`)
  return { run, state: stateOf(run, printed, known_now), printed, known_now, today, causes: causesBetween(printed, known_now) }
}

/** The same question of today: the period it counts keeps its beginning; a campaign's year stays what it was. */
export function asOfToday({ valid_as_of, recorded_as_of: _, to, map_day: __, ...asked }: FigureParameters): Partial<FigureParameters> {
  return to === valid_as_of ? asked : { ...asked, to }
}

function stateOf(run: FigureRun, printed: Answer, known_now: Answer): RunState {
  if (printed.digest !== run.digest || !isSame(printed.value, run.value)) return 'broken'
  return isSame(printed.value, known_now.value) ? 'holds' : 'drifted'
}

function isSame(a: FigureValue, b: FigureValue): boolean {
  return canonicalJson(a) === canonicalJson(b)
}

/** Equal digests are equal rows: hundreds of them need not be compared one by one. */
function causesBetween(printed: Answer, known_now: Answer): RowChange[] {
  return printed.digest === known_now.digest ? [] : rowChanges(printed.rows, known_now.rows)
}

export function rowChanges(before: FigureRow[], after: FigureRow[]): RowChange[] {
  const old = new Map(before.map(row => [row.key, row]))
  const kept = new Set(after.map(row => row.key))
  const went = before.filter(row => !kept.has(row.key)).map(row => ({ change: 'went' as const, row, before: row }))
  const came = after.filter(row => !old.has(row.key)).map(row => ({ change: 'came' as const, row, before: null }))
  const changed = after
    .filter(row => old.has(row.key) && canonicalJson(row) !== canonicalJson(old.get(row.key)))
    .map(row => ({ change: 'changed' as const, row, before: old.get(row.key)! }))
  return [...came, ...went, ...changed]
}
