import { query } from '../../platform/database/index.ts'
import { rolesAt } from '../../platform/role/index.ts'
import type { HomeNotice, StaffContext } from '../../platform/sign-in/index.ts'
import { listRoundsHere } from './reads/list-rounds-here.ts'
import { review_words } from './words.ts'

const countOwn = query<{ person_id: number }, { n: number }>(`
  select count(*)::int as n
    from review_subject s
   where s.person_id = :person_id
     and not exists (select from review_step t where t.review_subject_id = s.review_subject_id and upper(t.recorded) = 'infinity')`)

const anyRound = query<Record<string, never>, object>('select from review_round limit 1')

/** On the home page: one's own review to be written, and in each unit of one's roles what waits for that role. */
export async function reviewsWaiting({ look, seats, who, today, staff_page: { view } }: StaffContext): Promise<HomeNotice[]> {
  const words = review_words[view.lang]
  const { to } = view
  return look(async db => {
    if ((await anyRound(db, {})).length === 0) return []
    const [{ n }] = (await countOwn(db, { person_id: who.person_id })) as [{ n: number }]
    const found: HomeNotice[] = n === 0 ? [] : [{ href: to.my_reviews(), label: words.waits_self(n), n }]
    for (const { key: unit, role, unit_kind } of seats.filter(({ role }) => rolesAt('review', 'read').includes(role))) {
      for (const { review_round_id, due, proposed, appraised, rated } of await listRoundsHere(db, { unit, day: today })) {
        const href = to.review_round({ unit, review_round_id })
        const add = (n: number, label: (n: number) => string) => n > 0 && found.push({ href, label: label(n), n })
        if (rolesAt('review', 'record').includes(role) && unit_kind === 'cell') add(due - proposed, words.waits_meeting)
        if (rolesAt('review', 'appraise').includes(role) && unit_kind !== 'cell') add(proposed - appraised, words.waits_appraisal)
        if (rolesAt('review', 'decide').includes(role) && unit_kind !== 'cell') add(appraised - rated, words.waits_decision)
      }
    }
    return found.filter(({ href, label }, i) => found.findIndex(one => one.href === href && one.label === label) === i)
  })
}
