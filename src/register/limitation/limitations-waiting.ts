import { query } from '../../platform/database/index.ts'
import { rolesAt } from '../../platform/role/index.ts'
import type { HomeNotice, StaffContext } from '../../platform/sign-in/index.ts'
import { limitation_words } from './words.ts'

const countOwn = query<{ person_id: number }, { n: number }>(`
  select count(*)::int as n
    from obligation o
    join limitation l on l.obligation_id = o.obligation_id and upper(l.recorded) = 'infinity'
   where o.person_id = :person_id and state_of_limitation(l.limitation_id) in ('planned', 'returned', 'carried')`)

const countToVerify = query<Record<string, never>, { n: number }>(`
  select count(*)::int as n
    from limitation_step s
    join limitation l using (limitation_id)
    join obligation o using (obligation_id)
   where s.state = 'repaired' and upper(s.recorded) = 'infinity' and o.person_id <> current_person_id()
     and o.unit_id in (select u.unit_id from units_where_may('limitation', 'verify') u)
     and state_of_limitation(l.limitation_id) = 'repaired'
     and not exists (select from limitation_step later where later.limitation_id = s.limitation_id and later.limitation_step_id > s.limitation_step_id)`)

/** On the home page: one's own that are being repaired, and those that wait to be seen repaired. */
export async function limitationsWaiting({ look, seats, who, staff_page: { view } }: StaffContext): Promise<HomeNotice[]> {
  const words = limitation_words[view.lang]
  const seat = seats.find(({ role }) => rolesAt('limitation', 'verify').includes(role))
  return look(async db => {
    const [{ n: own }] = (await countOwn(db, { person_id: who.person_id })) as [{ n: number }]
    const found: HomeNotice[] = own === 0 ? [] : [{ href: view.to.my_limitations(), label: words.waits_self(own), n: own }]
    if (!seat) return found
    const [{ n }] = (await countToVerify(db, {})) as [{ n: number }]
    return n === 0 ? found : [...found, { href: view.to.limitations_under({ unit: seat.key }), label: words.waits_verify(n), n }]
  })
}
