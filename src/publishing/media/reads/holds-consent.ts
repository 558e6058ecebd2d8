import { type Db, query, type Tx } from '../../../platform/database/index.ts'

const consenting = query<{ exemplars: number[] }, { exemplar_id: number }>(
  `select e.exemplar_id from unnest(:exemplars::bigint[]) e (exemplar_id) where has_consent(e.exemplar_id, 'photo')`,
)

/** Which of some exemplars consent to photos at this moment. */
export async function listConsenting(db: Db | Tx, exemplars: readonly number[]): Promise<Set<number>> {
  const found = exemplars.length === 0 ? [] : await consenting(db, { exemplars: [...exemplars] })
  return new Set(found.map(({ exemplar_id }) => exemplar_id))
}

/** Whether an exemplar consents to photos at this moment. */
export async function holdsConsent(db: Db | Tx, exemplar_id: number): Promise<boolean> {
  return (await listConsenting(db, [exemplar_id])).has(exemplar_id)
}
