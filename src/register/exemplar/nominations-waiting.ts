import { query } from '../../platform/database/index.ts'
import { rolesThatMay, standingOf } from '../../platform/role/index.ts'
import type { HomeNotice, StaffContext } from '../../platform/sign-in/index.ts'
import type { NominationState } from './exemplar.ts'
import { stepsPermitted } from './verbs/take-step.ts'
import { exemplar_words } from './words.ts'

type Waiting = { unit_id: number; nominated_by: number; person_id: number | null; state: NominationState; is_over: boolean }

/** The cases that wait for a step, each with whether its notice is over. */
const listWaiting = query<{ day: string }, Waiting>(`
  select n.unit_id, n.nominated_by, n.person_id, s.state, s.state <> 'notice' or notice_until(k.opened_on, k.working_days) < :day::date as is_over
    from nomination n
    join lateral (
         select x.state from nomination_step x
          where x.nomination_id = n.nomination_id
          order by x.nomination_step_id desc limit 1) s on s.state not in ('withdrawn', 'rejected', 'recognised', 'revoked')
    left join notice k on k.nomination_id = n.nomination_id`)

/** On the home page: the cases of which the next step is for whoever is at work. */
export async function nominationsWaiting({ look, seats, who, today, staff_page: { view } }: StaffContext): Promise<HomeNotice[]> {
  const seat = seats.find(({ role }) => rolesThatMay('exemplar', 'nominate').includes(role))
  if (!seat) return []
  const n = await look(async db => {
    const standing = await standingOf(db, who.person_id, today)
    const cases = await listWaiting(db, { day: today })
    return cases.filter(one => one.is_over && stepsPermitted(one, standing).length > 0).length
  })
  return n === 0 ? [] : [{ href: view.to.nominations({ unit: seat.key }), label: exemplar_words[view.lang].waiting_n(n), n }]
}
