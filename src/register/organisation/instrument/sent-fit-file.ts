import { type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { sentFile } from '../../../platform/staff/index.ts'
import type { WebContext } from '../../../platform/web/index.ts'
import { type FitCode, type FitFile, file_limits, makeFit } from './attach-file.ts'

/** The file that a form has sent, fit to be kept. Nothing is written. Refusals at `file`: no-file, those of `makeFit`. */
export async function sentFitFile(c: WebContext): Promise<Outcome<FitFile, FitCode | 'no-file'>> {
  const sent = await sentFile(c, file_limits.size)
  if (sent.ok) return makeFit({ name: sent.value.name, bytes: Buffer.from(sent.value.bytes) })
  return refused(...sent.problems.map(({ code, ...more }) => ({ ...more, code: code === 'too-large' ? ('too-big' as const) : code })))
}
