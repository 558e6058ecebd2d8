import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/database/index.ts'

export type KeptFile = { name: string; media_type: string; bytes: Buffer; person_id: number; unit_id: number }

/** Whose commitment a file belongs to, without the file; null outside the scope of who asks. */
export async function findEvidence(db: Db | Tx, evidence_id: number): Promise<Omit<KeptFile, 'bytes'> | null> {
  const { rows } = await sql<Omit<KeptFile, 'bytes'>>`
    select e.name, e.media_type, o.person_id, o.unit_id
      from evidence e
      join deed_step s  using (deed_step_id)
      join deed d       using (deed_id)
      join commitment c using (commitment_id)
      join obligation o using (obligation_id)
     where e.evidence_id = ${evidence_id} and upper(e.recorded) = 'infinity' and e.name <> ''`.execute(db as Tx)
  return rows[0] ?? null
}

export async function bytesOf(tx: Tx, evidence_id: number): Promise<Buffer> {
  const { rows } = await sql<{ bytes: Buffer }>`select bytes from evidence where evidence_id = ${evidence_id}`.execute(tx)
  return rows[0]!.bytes
}
