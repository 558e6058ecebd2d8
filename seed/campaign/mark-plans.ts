import type pg from 'pg'
import { dayOf } from '../../src/basis/shared/dates.ts'
import { transactionOn } from '../../src/platform/database/index.ts'
import { markPlan } from '../../src/register/plan/index.ts'
import { inTheNameOf } from '../in-the-name-of.ts'

const most = 12
const comments = { vague: 'Nêu rõ việc nào, ở đâu, ai thấy được.', general: 'Nhiệm vụ còn chung chung, chưa gắn với đơn vị phụ trách.' }

/** The office above has begun to mark the approved plans of the running campaign, by its verb; the others wait. */
export async function markPlans(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ office: number; plan_duty_id: number; version: number }>(
    `select c.person_id as office, d.plan_duty_id, a.version
       from account c
       join role_grant g  on g.person_id = c.person_id and g.role = 'superior-office' and upper(g.recorded) = 'infinity'
       join plan_duty d   on d.led_unit_id <> g.unit_id and d.person_id <> c.person_id and upper(d.recorded) = 'infinity'
       join action_plan a on a.post_id = d.post_id and a.person_id = d.person_id and a.year = d.year and a.state = 'approved'
                         and upper(a.valid) = 'infinity' and upper(a.recorded) = 'infinity'
      where c.sign_in_name = 'mau.cap-tren' and c.is_demo
      order by d.plan_duty_id
      limit $1`,
    [most],
  )
  const today = dayOf(new Date())
  for (const [i, { office, ...plan }] of rows.entries()) {
    const [is_vague, is_general] = [i % 6 === 2, i % 6 === 5]
    const said = is_vague ? comments.vague : is_general ? comments.general : ''
    const mark = { exemplary: is_vague ? 'no' : 'yes', of_the_post: is_general ? 'no' : 'yes', said }
    const key = `du-lieu-mau-danh-gia-ke-hoach-${plan.plan_duty_id}`
    await inTheNameOf(owner, office, actor => markPlan(transactionOn(owner), actor, { ...plan, ...mark, key, today }))
  }
}
