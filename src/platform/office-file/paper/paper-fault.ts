import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { runInChild } from '../../child-process/index.ts'
import type { PaperCode, PaperKind } from './judge-paper.ts'

const usual = { time: 20_000, heap: 256 }

/**
 * Judges a paper in a process of its own, for what stands in it is others'. Refusals at `file`: password-protected,
 * active-paper (it acts by itself, or holds another file), has-macros, damaged-file, two-files, secret-file, too-hard.
 */
export async function judgePaper(kind: PaperKind, bytes: Buffer): Promise<Outcome<null, PaperCode | 'too-hard'>> {
  const fault = await runInChild<PaperCode | null>('paper-worker', { kind, bytes }, usual)
  if (fault === null) return done(null)
  return typeof fault === 'string' ? refused({ code: fault, field: 'file' }) : fault
}
