import { open } from 'node:fs/promises'
import { lookUp } from '../../basis/shared/look-up.ts'
import { type Outcome, refused } from '../../basis/shared/outcome.ts'
import type { Merger } from '../../register/organisation/index.ts'
import { readPlan } from './plan.ts'

/** Bytes. A plan for every commune of the nation has less than one MB. */
const largest_file = 4 * 1024 * 1024

/** Reads a plan from a file. Refusals: missing-file, is-directory, unreadable-file, too-large, not-utf-8, and those of `readPlan`. */
export async function readPlanFile(path: string): Promise<Outcome<Merger>> {
  try {
    const file = await open(path)
    try {
      const { size } = await file.stat()
      if (size > largest_file) return refused({ code: 'too-large', limit: largest_file / 1024 / 1024 })
      return decode(await file.readFile())
    } finally {
      await file.close()
    }
  } catch (error) {
    const code = lookUp(refusals, (error as NodeJS.ErrnoException).code ?? '')
    if (!code) throw error
    return refused({ code, values: { path } })
  }
}

const refusals: Record<string, string> = {
  ENOENT: 'missing-file',
  ENOTDIR: 'missing-file',
  EISDIR: 'is-directory',
  EACCES: 'unreadable-file',
  EPERM: 'unreadable-file',
}

/** The decoder takes a byte-order mark away. */
function decode(bytes: Uint8Array): Outcome<Merger> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refused({ code: 'not-utf-8' })
  }
  return readPlan(text)
}
