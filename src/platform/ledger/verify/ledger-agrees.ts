import type { Db } from '../../database/index.ts'
import { query } from '../../database/index.ts'

type Said = { object: string; object_id: string; at: string; digest: string }

const said = query<Said, { agrees: boolean | null }>(`
  select bool_or(e.digest = :digest) as agrees
    from ledger_entry e
   where e.recorded = :at::timestamptz and e.object = :object and e.object_id = :object_id`)

/**
 * Whether the entry of an object at an instant bears this digest; null where one may read none: an archive brings
 * objects without entries. Whoever did it, or for whom it was done, may read it.
 */
export async function ledgerAgrees(db: Pick<Db, 'executeQuery'>, asked: Said): Promise<boolean | null> {
  return (await said(db, asked))[0]!.agrees
}
