import { type Db, query, type Tx } from '../../../platform/database/index.ts'
import { consent_scopes } from '../exemplar.ts'

export type ConsentItem = { scope: (typeof consent_scopes)[number]; since: string | null; paper: string | null }

const find = query<{ exemplar_id: number }, { scope: string; since: string; paper: string | null }>(`
  select c.scope, lower(c.valid) as since, c.paper
    from consent c
   where c.exemplar_id = :exemplar_id::bigint and c.valid @> today_in_vietnam() and is_open(c.recorded)`)

/** Each item that may be agreed to, with the day since when it is; null where it is not. */
export async function listConsentItems(db: Db | Tx, exemplar_id: number): Promise<ConsentItem[]> {
  const given = await find(db, { exemplar_id })
  return consent_scopes.map(scope => {
    const found = given.find(row => row.scope === scope)
    return { scope, since: found?.since ?? null, paper: found?.paper ?? null }
  })
}

export type MyExemplar = {
  exemplar_id: number
  name: string
  field_vi: string
  field_en: string
  /** What they are put forward or were recognised for, each once. */
  achievements: string[]
}

/** As what somebody was put forward or recognised. */
export const listMyExemplars = query<{ person_id: number }, MyExemplar>(`
  select e.exemplar_id, p.name, f.name_vi as field_vi, f.name_en as field_en,
         array(select t.achievement from nomination n join nomination_text t on t.nomination_id = n.nomination_id and is_open(t.recorded)
                where n.exemplar_id = e.exemplar_id
               union
               select r.achievement from recognition r where r.exemplar_id = e.exemplar_id and is_open(r.recorded)
               order by 1) as achievements
    from exemplar_profile p
    join exemplar e on e.exemplar_id = p.exemplar_id and is_open(e.recorded)
    join field f    on f.field = e.field
   where p.person_id = :person_id::bigint and is_open(p.recorded)
   order by e.exemplar_id`)
