import { canonicalJson } from '../../basis/shared/canonical-json.ts'
import type { Db } from '../database/index.ts'
import { lineOfHead } from './head.ts'
import { eachEntry, eachHead, findLastHead, headOf } from './kept.ts'
import type { PublicKey } from './key.ts'
import { lineOfEntry } from './verify/prove-entries.ts'

/**
 * The signed ledger as lines of canonical JSON, each with its line end: what the export holds, then entries in their
 * order with each head after the last entry that it covers. What no head covers yet is left out. To be asked inside one
 * snapshot, as the auditor.
 */
export async function* exportLedger(db: Pick<Db, 'selectFrom'>, { public_key }: PublicKey): AsyncGenerator<string> {
  const size = (await findLastHead(db))?.size ?? 0
  const spki = public_key.export({ type: 'spki', format: 'der' }).toString('base64')
  yield `${canonicalJson({ kind: 'ledger-export', format: 1, public_key: spki, size })}\n`
  const entries = eachEntry(db)
  let written = 0
  for await (const head of eachHead(db)) {
    for (; written < head.size; written++) {
      const next = await entries.next()
      if (next.done) return
      yield `${lineOfEntry(next.value)}\n`
    }
    yield `${lineOfHead(headOf(head))}\n`
  }
}
