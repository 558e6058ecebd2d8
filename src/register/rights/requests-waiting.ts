import { query } from '../../platform/database/index.ts'
import { rolesThatMay } from '../../platform/role/index.ts'
import type { HomeNotice, StaffContext } from '../../platform/sign-in/index.ts'
import { rights_words } from './words.ts'

const countWaiting = query<Record<string, never>, { n: number }>(`
  select count(*)::int as n
    from data_request r
   where r.person_id <> current_person_id()
     and r.unit_id in (select u.unit_id from units_where_may('person', 'keep') u)
     and not exists (select from data_answer a where a.data_request_id = r.data_request_id)`)

/** On the home page of an office: how many requests about personal data wait for its answer. */
export async function requestsWaiting({ look, seats, staff_page: { view } }: StaffContext): Promise<HomeNotice[]> {
  const seat = seats.find(({ role }) => rolesThatMay('person', 'keep').includes(role))
  if (!seat) return []
  const [{ n }] = (await look(db => countWaiting(db, {}))) as [{ n: number }]
  return n === 0 ? [] : [{ href: view.to.data_requests({ unit: seat.key }), label: rights_words[view.lang].waiting_n(n), n }]
}
