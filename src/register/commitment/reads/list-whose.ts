import { query } from '../../../platform/database/index.ts'

/** Whose some commitments of a campaign are, by name as Vietnamese are sorted; only those whom the reader may see. */
export const listWhose = query<{ campaign_id: number; ids: number[] }, { full_name: string }>(`
  select p.full_name
    from commitment c
    join obligation o     using (obligation_id)
    join person_version p on p.person_id = o.person_id and upper(p.recorded) = 'infinity'
   where c.commitment_id = any (:ids::bigint[]) and o.campaign_id = :campaign_id
   order by regexp_replace(p.full_name, '^.* ', '') collate "vi-x-icu", p.full_name collate "vi-x-icu"`)
