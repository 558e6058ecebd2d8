import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'

type Carried = { old_id: number; new_id: number; deed_id: number }

/** An amendment that keeps a deed in the same words keeps what was reported of it, with its evidence. */
export async function carryReports(tx: Tx, from_commitment: number, to_commitment: number): Promise<void> {
  const { rows } = await sql<Carried>`
    select s.deed_step_id as old_id, nextval(pg_get_serial_sequence('deed_step', 'deed_step_id')) as new_id, kept.deed_id
      from deed d
      join deed kept   on kept.commitment_id = ${to_commitment} and kept.what = d.what
      join deed_step s on s.deed_id = d.deed_id and upper(s.recorded) = 'infinity'
     where d.commitment_id = ${from_commitment} and upper(d.recorded) = 'infinity' and state_of_deed(d.deed_id) <> 'replaced'
     order by s.deed_step_id`.execute(tx)
  if (rows.length === 0) return
  const list = JSON.stringify(rows)
  await sql`
    insert into deed_step (deed_step_id, deed_id, state, happened_on, reason, actor_id)
    select l.new_id, l.deed_id, s.state, s.happened_on, s.reason, s.actor_id
      from jsonb_to_recordset(${list}::jsonb) as l (old_id bigint, new_id bigint, deed_id bigint)
      join deed_step s on s.deed_step_id = l.old_id`.execute(tx)
  await sql`
    insert into evidence (deed_step_id, person_id, name, media_type, bytes, digest)
    select l.new_id, e.person_id, e.name, e.media_type, e.bytes, e.digest
      from jsonb_to_recordset(${list}::jsonb) as l (old_id bigint, new_id bigint)
      join evidence e on e.deed_step_id = l.old_id and upper(e.recorded) = 'infinity'`.execute(tx)
}
