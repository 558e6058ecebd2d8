import type { Outcome } from '../../../basis/shared/outcome.ts'
import { type Patience, runInChild } from '../../../platform/child-process/index.ts'
import type { BodyCode, DocumentBody } from './as-body.ts'
import type { DocumentCode } from './read-document.ts'

/** What a document of ordinary length takes on a busy machine, ten times over. */
const usual: Patience = { time: 30_000, heap: 512, young: 4 }

/**
 * A document of Word as a draft (`readDocument`, `asBody`), read in a process of its own. Refusals besides: too-hard
 * where it took too long or too much memory.
 */
export async function readInChild(
  file: { name: string; bytes: Uint8Array },
  patience = usual,
): Promise<Outcome<DocumentBody, DocumentCode | BodyCode>> {
  return runInChild<Outcome<DocumentBody, DocumentCode | BodyCode>>('docx-worker', file, patience)
}
