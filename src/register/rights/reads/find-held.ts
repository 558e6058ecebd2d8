import { query } from '../../../platform/database/index.ts'

/** How much the register keeps about somebody, kind by kind: counts, no content. */
export type Held = {
  versions: number
  memberships: number
  tenures: number
  commitments: number
  commitments_erased: number
  deeds: number
  evidence: number
  plans: number
  readings: number
}

/** Asked in the person's own name: row-level security shows each of them their own rows. */
export const findHeld = query<{ person_id: number }, Held>(`
  with mine as (
    select c.commitment_id, c.salt
      from obligation o join commitment c using (obligation_id) join commitment_receipt using (commitment_id)
     where o.person_id = :person_id::bigint)
  select (select count(*) from person_version where person_id = :person_id::bigint)::int        as versions,
         (select count(*) from membership where person_id = :person_id::bigint)::int            as memberships,
         (select count(*) from tenure where person_id = :person_id::bigint)::int                as tenures,
         (select count(*) from mine)::int                                                       as commitments,
         (select count(*) from mine where salt is null)::int                                    as commitments_erased,
         (select count(*) from deed join mine using (commitment_id))::int                       as deeds,
         (select count(*) from evidence where person_id = :person_id::bigint)::int              as evidence,
         (select count(*) from plan_receipt where person_id = :person_id::bigint)::int          as plans,
         (select count(*) from person_reading where person_id = :person_id::bigint)::int        as readings`)
