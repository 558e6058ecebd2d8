import { query } from '../../platform/database/index.ts'
import { rolesAt } from '../../platform/role/index.ts'
import type { HomeNotice, StaffContext } from '../../platform/sign-in/index.ts'
import { limitation_words } from './words.ts'

const countOwn = query<{ person_id: number }, { n: number }>(`
  select count(*)::int as n
    from obligation o
    join limitation l on l.obligation_id = o.obligation_id and upper(l.recorded) = 'infinity'
   where o.person_id = :person_id and state_of_limitation(l.limitation_id) in ('planned', 'returned', 'carried')`)

/** The last steps first: they are few, and the walls are asked of what they leave. */
const countToVerify = query<Record<string, never>, { n: number }>(`
  with last as materialized (
    select distinct on (limitation_id) limitation_id, state
      from limitation_step
     where is_open(recorded)
     order by limitation_id, limitation_step_id desc
  )
  select count(*)::int as n
    from last
    join limitation l using (limitation_id)
    join obligation o using (obligation_id)
   where last.state = 'repaired' and o.person_id <> current_person_id()
     and o.unit_id in (select u.unit_id from units_where_may('limitation', 'verify') u)`)

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
