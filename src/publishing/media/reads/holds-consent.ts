import { type Db, query, type Tx } from '../../../platform/database/index.ts'

const consents = query<{ exemplar_id: number }, { holds: boolean }>(`select has_consent(:exemplar_id::bigint, 'photo') as holds`)

/** Whether an exemplar consents to photos at this moment. */
export async function holdsConsent(db: Db | Tx, exemplar_id: number): Promise<boolean> {
  return (await consents(db, { exemplar_id }))[0]!.holds
}
