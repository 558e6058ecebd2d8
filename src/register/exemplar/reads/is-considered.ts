import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'

type Asked = { exemplar_id: number; achievement: string; but_for?: number }

/** Whether another case than `but_for` considers an achievement of an exemplar, or it was recognised. */
export async function isConsidered(tx: Tx, { exemplar_id, achievement, but_for = 0 }: Asked): Promise<boolean> {
  const { rows } = await sql`
    select from nomination n
      join nomination_text t on t.nomination_id = n.nomination_id and is_open(t.recorded) and folded(t.achievement) = folded(${achievement})
     where n.exemplar_id = ${exemplar_id} and n.nomination_id <> ${but_for}
       and (select s.state from nomination_step s where s.nomination_id = n.nomination_id order by s.nomination_step_id desc limit 1)
           not in ('withdrawn', 'rejected')
    union all
    select from recognition r
     where r.exemplar_id = ${exemplar_id} and is_open(r.recorded) and folded(r.achievement) = folded(${achievement})
     limit 1`.execute(tx)
  return rows.length > 0
}
