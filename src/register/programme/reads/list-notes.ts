import { query } from '../../../platform/database/index.ts'

export type NoteRow = { programme: string; unit: string; unit_name: string; note: string }

/** What the levels above a unit, and it itself, say beside the campaigns; the highest first. */
export const listNotes = query<{ unit: string; day: string }, NoteRow>(`
  select g.key as programme, u.key as unit, v.name as unit_name, n.note
    from unit w
    join programme_note n on upper(n.recorded) = 'infinity' and is_under(w.unit_id, 'party', n.unit_id, :day, recorded_now())
    join programme g      on g.programme_id = n.programme_id
    join unit u           on u.unit_id = n.unit_id
    join unit_version v   on v.unit_id = n.unit_id and v.valid @> last_day_alive(n.unit_id, :day, recorded_now()) and upper(v.recorded) = 'infinity'
    join unit_kind k      on k.unit_kind = v.unit_kind
   where w.key = :unit
   order by k.rank, g.key`)
