import type { Outcome } from '../../basis/shared/outcome.ts'
import { readTextFile } from '../../basis/shared/read-text-file.ts'
import type { Merger } from '../../register/organisation/index.ts'
import { readPlan } from './plan.ts'
import type { MergerCode } from './words.ts'

/** Reads a plan from a file. Refusals: those of `readTextFile` and of `readPlan`. */
export async function readPlanFile(path: string): Promise<Outcome<Merger, MergerCode>> {
  const read = await readTextFile(path)
  return read.ok ? readPlan(read.value) : read
}
