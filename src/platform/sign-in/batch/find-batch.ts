import { type Db, query } from '../../database/index.ts'
import type { Whom } from './batch.ts'

/**
 * A batch as it stands. `written`: invitations there are; `come`: whose account is open; `open`: the code still works;
 * `waiting`: for a second person. `on_paper`: open ones that no letter has brought; `on_the_way`: letters yet to be
 * handed over; `mailed`: handed over; `not_mailed`: those that will not be. `is_printable`: its maker can still print.
 * `only`: whose the invitation is, where there is but one.
 */
export type Batch = {
  invitation_batch_id: number
  unit_id: number
  unit: string
  unit_name: string
  whom: Whom
  made_at: string
  maker_name: string
  is_mine: boolean
  wanted: number | null
  left_out: number | null
  only: string | null
  is_done: boolean
  is_printable: boolean
  written: number
  come: number
  open: number
  waiting: number
  by_mail: boolean
  on_paper: number
  on_the_way: number
  mailed: number
  not_mailed: number
}

const batchRows = query<{ invitation_batch_id: number; now: Date; day: string }, Batch>(`
  select b.invitation_batch_id, b.unit_id, u.key as unit, v.name as unit_name, b.whom, b.made_at, name_of(b.made_by) as maker_name,
         b.made_by = current_person_id() as is_mine, b.wanted, b.left_out, b.done_at is not null as is_done, b.by_mail,
         exists (select from invitation_printing r where r.invitation_batch_id = b.invitation_batch_id) as is_printable,
         case when b.wanted = 1 then (select name_of(i.person_id) from invitation i where i.invitation_batch_id = b.invitation_batch_id) end as only,
         n.written, n.come, n.open, n.waiting, n.on_paper, n.on_the_way, n.mailed, n.not_mailed
    from invitation_batch b
    join unit u         on u.unit_id = b.unit_id
    join unit_version v on v.unit_id = b.unit_id and v.valid @> last_day_alive(b.unit_id, :day::date, recorded_now()) and upper(v.recorded) = 'infinity'
   cross join lateral (
         select count(*)::integer as written,
                (count(*) filter (where i.used_at is not null))::integer as come,
                (count(*) filter (where i.used_at is null and i.withdrawn_at is null and i.expires_at > :now::timestamptz))::integer as open,
                (count(*) filter (where i.used_at is null and i.withdrawn_at is null and i.asked_at is not null
                                    and not exists (select from invitation_confirmation c where c.invitation_id = i.invitation_id)))::integer as waiting,
                (count(*) filter (where i.used_at is null and i.withdrawn_at is null and i.expires_at > :now::timestamptz
                                    and coalesce(l.state, 'failed') in ('failed', 'unsure')))::integer as on_paper,
                (count(*) filter (where l.state in ('queued', 'sending', 'deferred')))::integer as on_the_way,
                (count(*) filter (where l.state in ('sent', 'unsure')))::integer as mailed,
                (count(*) filter (where l.state = 'failed'))::integer as not_mailed
           from invitation i
          cross join lateral letter_state(i.invitation_id) l (state)
          where i.invitation_batch_id = b.invitation_batch_id) n
   where b.invitation_batch_id = :invitation_batch_id::bigint`)

/** One batch, for whoever may see it. */
export async function findBatch(db: Db, asked: { invitation_batch_id: number; now: Date; day: string }): Promise<Batch | undefined> {
  return (await batchRows(db, asked))[0]
}

/** The last batches that were made of a unit. */
export type BatchLine = {
  invitation_batch_id: number
  made_at: string
  maker_name: string
  whom: Whom
  wanted: number | null
  is_done: boolean
}

export const listBatches = query<{ unit_id: number }, BatchLine>(`
  select b.invitation_batch_id, b.made_at, name_of(b.made_by) as maker_name, b.whom, b.wanted, b.done_at is not null as is_done
    from invitation_batch b
   where b.unit_id = :unit_id
   order by b.invitation_batch_id desc
   limit 10`)

/** A sheet of a batch that can still be used; its code is made again by whoever has the salt and the sealing key. */
export type BatchSheet = {
  person_id: number
  full_name: string
  unit_id: number
  unit_name: string
  above_name: string | null
  sign_in_name: string
  expires_at: string
  waits: boolean
  salt: string
}

/** What is left to print of a batch, by unit and name: what no letter surely brings. Only its maker finds any. */
export const listSheets = query<{ invitation_batch_id: number; now: Date; day: string }, BatchSheet>(`
  select i.person_id, p.full_name, m.unit_id, v.name as unit_name, a.sign_in_name, i.expires_at, r.salt,
         i.asked_at is not null and not exists (select from invitation_confirmation c where c.invitation_id = i.invitation_id) as waits,
         (select w.name
            from placement q
            join unit_version w on w.unit_id = q.parent_id and w.valid @> :day::date and upper(w.recorded) = 'infinity'
           where q.unit_id = m.unit_id and q.hierarchy = 'party' and q.valid @> :day::date and upper(q.recorded) = 'infinity') as above_name
    from invitation_printing r
    join invitation i     on i.invitation_batch_id = r.invitation_batch_id
   cross join lateral (select w.full_name from person_version w where w.person_id = i.person_id and upper(w.recorded) = 'infinity' offset 0) p
   cross join lateral (select w.sign_in_name from account w where w.person_id = i.person_id and upper(w.recorded) = 'infinity' offset 0) a
    join membership m     on m.person_id = i.person_id and m.valid @> :day::date and upper(m.recorded) = 'infinity'
    join unit_version v   on v.unit_id = m.unit_id and v.valid @> :day::date and upper(v.recorded) = 'infinity'
   where r.invitation_batch_id = :invitation_batch_id::bigint
     and i.used_at is null and i.withdrawn_at is null and i.expires_at > :now::timestamptz
     and coalesce(letter_state(i.invitation_id), 'failed') in ('failed', 'unsure')
   order by v.name collate "vi-x-icu", m.unit_id, p.full_name collate "vi-x-icu", i.person_id`)
