import { query } from '../../../platform/database/index.ts'

export type ThemeRow = {
  unit: string
  unit_name: string
  year: number
  title: string
  note: string | null
  instrument_id: number | null
  number: string | null
}

/** The themes of the years from one on that the levels above a unit, and it itself, have set; the highest level first. */
export const listThemes = query<{ unit: string; day: string; from_year: number }, ThemeRow>(`
  select u.key as unit, v.name as unit_name, h.year, h.title, h.note, h.instrument_id, i.number
    from unit w
    join theme h            on upper(h.recorded) = 'infinity' and h.year >= :from_year and is_under(w.unit_id, 'party', h.unit_id, :day, recorded_now())
    join unit u             on u.unit_id = h.unit_id
    join unit_version v     on v.unit_id = h.unit_id and v.valid @> last_day_alive(h.unit_id, :day, recorded_now()) and upper(v.recorded) = 'infinity'
    join unit_kind k        on k.unit_kind = v.unit_kind
    left join instrument i  on i.instrument_id = h.instrument_id
   where w.key = :unit
   order by h.year, k.rank, h.theme_id`)

/** The theme that a level itself has set for a year. At most one row. */
export const findTheme = query<{ unit_id: number; programme: string; year: number }, { title: string }>(`
  select h.title
    from theme h
    join programme g using (programme_id)
   where h.unit_id = :unit_id and g.key = :programme and h.year = :year and upper(h.recorded) = 'infinity'`)
