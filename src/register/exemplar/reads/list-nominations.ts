import { query } from '../../../platform/database/index.ts'
import type { ExemplarKind, NominationState } from '../exemplar.ts'

/** A case in the list of an office. `since` is the instant of its last step, `notice_until` the last day of its notice. */
export type NominationRow = {
  nomination_id: number
  unit_name: string | null
  name: string | null
  kind: ExemplarKind
  field_vi: string
  field_en: string
  achievement: string
  state: NominationState
  since: string
  notice_until: string | null
}

/**
 * The cases of a unit and of those that it reaches, the ended ones included for which it answers, as far as whoever asks
 * may see them; those under way before those that have ended, the latest first.
 */
export const listNominations = query<{ unit_id: number; day: string; most: number }, NominationRow>(`
  select n.nomination_id, v.name as unit_name, p.name, e.kind, f.name_vi as field_vi, f.name_en as field_en, t.achievement, s.state, s.since,
         case when s.state = 'notice' then notice_until(k.opened_on, k.working_days) end as notice_until
    from nomination n
    join exemplar e              on e.exemplar_id = n.exemplar_id and is_open(e.recorded)
    join field f                 on f.field = e.field
    join nomination_text t       on t.nomination_id = n.nomination_id and is_open(t.recorded)
    join lateral (
         select x.state, lower(x.recorded) as since from nomination_step x
          where x.nomination_id = n.nomination_id
          order by x.nomination_step_id desc limit 1) s on true
    left join exemplar_profile p on p.exemplar_id = n.exemplar_id and is_open(p.recorded)
    left join notice k           on k.nomination_id = n.nomination_id
    left join unit_version v     on v.unit_id = n.unit_id and is_open(v.recorded) and v.valid @> last_day_alive(n.unit_id, :day::date, recorded_now())
   where n.unit_id in (select r.unit_id from reach_of(:unit_id::int, :day::date, recorded_now()) r)
   order by s.state in ('withdrawn', 'rejected', 'recognised', 'revoked'), n.nomination_id desc
   limit :most`)
