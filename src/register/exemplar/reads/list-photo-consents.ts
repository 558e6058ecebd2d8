import { query } from '../../../platform/database/index.ts'

/** An exemplar who lets photos of them be shown; the name where it may be shown, too. */
export type PhotoConsentRow = { exemplar_id: number; name: string | null; kind: 'collective' | 'individual' }

/** The exemplars whose consent in the scope «photo» is in force at this moment, by name. */
export const listPhotoConsents = query<Record<string, never>, PhotoConsentRow>(`
  select e.exemplar_id, e.kind, p.name
    from exemplar e
    left join exemplar_profile p on p.exemplar_id = e.exemplar_id and is_open(p.recorded)
   where is_open(e.recorded)
     and exists (select from consent c
                  where c.exemplar_id = e.exemplar_id and c.scope = 'photo' and c.valid @> today_in_vietnam() and is_open(c.recorded))
   order by p.name collate "vi-x-icu" nulls last, e.exemplar_id
   limit 2000`)
