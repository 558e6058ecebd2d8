import { digestOf } from '../../basis/shared/canonical-json.ts'
import type { Db } from '../../platform/database/index.ts'
import { ledgerAgrees } from '../../platform/ledger/index.ts'
import type { CommitmentText } from './commitment.ts'

/**
 * The digest that the receipt of a commitment shows, and that its entry bears: of the text, whose it is, and for which
 * year.
 */
export function digestOfCommitment(of: {
  commitment_id: number
  campaign: number
  person: number
  version: number
  text: CommitmentText
}): string {
  return digestOf(of)
}

type Received = { object: 'commitment' | 'plan'; object_id: number; digest: string; received_at: string }

/**
 * Null where what is shown is what was handed in: by the receipt, and by the ledger where it has an entry of it. Else
 * the digest of what is shown.
 */
export async function differingDigest(
  db: Db,
  { object, object_id, digest, received_at }: Received,
  recomputed: string,
): Promise<string | null> {
  if (recomputed !== digest) return recomputed
  const agrees = await ledgerAgrees(db, { object, object_id: String(object_id), at: received_at, digest })
  return agrees === false ? recomputed : null
}
