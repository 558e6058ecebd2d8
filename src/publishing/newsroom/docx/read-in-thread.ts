import type { Outcome } from '../../../basis/shared/outcome.ts'
import { inThread, type Patience } from '../../../platform/office-file/index.ts'
import type { WordDocument } from './document.ts'
import type { DocumentCode } from './read-document.ts'

/** What a document of ordinary length takes on a busy machine, ten times over. */
const usual: Patience = { time: 30_000, heap: 512, young: 4 }

/** The same as `readDocument`, in a thread of its own. Refusals besides: too-hard where it took too long or too much memory. */
export async function readInThread(
  file: { name: string; bytes: Uint8Array },
  patience = usual,
): Promise<Outcome<WordDocument, DocumentCode>> {
  return inThread<Outcome<WordDocument, DocumentCode>>('docx-worker', file, patience)
}
