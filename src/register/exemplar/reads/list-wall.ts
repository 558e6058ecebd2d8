import { query } from '../../../platform/database/index.ts'
import type { ExemplarKind, RecognitionForm, RecognitionLevel } from '../exemplar.ts'
import sql from './list-wall.sql?raw'

/** What the wall is asked; null asks nothing. `after`: how many come before the page. */
export type WallAsked = {
  day: string
  year: number | null
  field: string | null
  level: string | null
  place: string | null
  most: number
  after: number
}

/** An exemplar on the wall: story and place are null where they are not agreed to. `total` counts all that were found. */
export type WallRow = {
  exemplar_id: number
  kind: ExemplarKind
  field: string
  field_vi: string
  field_en: string
  name: string
  story_vi: string | null
  story_en: string | null
  place_name: string | null
  place_kind: string | null
  level: RecognitionLevel
  form: RecognitionForm
  achievement: string
  decided_on: string
  number: string
  total: number
}

/** A page of the wall, the latest award first. */
export const listWall = query<WallAsked, WallRow>(sql)

/** By what the wall can be asked: the years and the places of those who are on it. */
export const listWallYears = query<{ day: string }, { year: number }>(`
  select distinct extract(year from r.decided_on)::int as year
    from recognition r
    join consent c on c.exemplar_id = r.exemplar_id and c.scope = 'name' and c.valid @> today_in_vietnam() and is_open(c.recorded)
   where is_open(r.recorded) and r.decided_on <= :day::date and (r.revoked_on is null or r.revoked_on > :day::date)
   order by year desc`)

export const listWallPlaces = query<Record<string, never>, { key: string; name: string; unit_kind: string }>(`
  select u.key, v.name, v.unit_kind
    from (select distinct e.unit_id
            from exemplar e
            join consent c on c.exemplar_id = e.exemplar_id and c.scope = 'name' and c.valid @> today_in_vietnam() and is_open(c.recorded)
            join consent p on p.exemplar_id = e.exemplar_id and p.scope = 'place' and p.valid @> today_in_vietnam() and is_open(p.recorded)
            join recognition r on r.exemplar_id = e.exemplar_id and is_open(r.recorded)) x
    join unit u on u.unit_id = x.unit_id
    join lateral (select v.name, v.unit_kind from unit_version v
                   where v.unit_id = x.unit_id and is_open(v.recorded)
                   order by lower(v.valid) desc limit 1) v on true
   order by v.name collate "vi-x-icu", u.key`)

/** One exemplar who lets themselves be named, as readers may know them. */
export type PublicExemplar = Omit<WallRow, 'level' | 'form' | 'achievement' | 'decided_on' | 'number' | 'total'> & { name_consent: number }

export const findPublicExemplar = query<{ exemplar_id: number; day: string }, PublicExemplar>(`
  select e.exemplar_id, e.kind, e.field, f.name_vi as field_vi, f.name_en as field_en, p.name, t.story_vi, t.story_en,
         v.name as place_name, v.unit_kind as place_kind, c.consent_id as name_consent
    from exemplar e
    join field f               on f.field = e.field
    join exemplar_profile p    on p.exemplar_id = e.exemplar_id and is_open(p.recorded)
    join consent c             on c.exemplar_id = e.exemplar_id and c.scope = 'name' and c.valid @> today_in_vietnam() and is_open(c.recorded)
    left join exemplar_story t on t.exemplar_id = e.exemplar_id and is_open(t.recorded) and has_consent(e.exemplar_id, 'story')
    left join unit_version v   on v.unit_id = e.unit_id and is_open(v.recorded) and has_consent(e.exemplar_id, 'place')
                              and v.valid @> last_day_alive(e.unit_id, :day::date, recorded_now())
   where e.exemplar_id = :exemplar_id::bigint and is_open(e.recorded)
     and exists (select from recognition r
                  where r.exemplar_id = e.exemplar_id and is_open(r.recorded) and r.decided_on <= :day::date
                    and (r.revoked_on is null or r.revoked_on > :day::date))`)

/** The tables behind the wall, a page of it, and a certificate. */
export const wall_tables = [
  ...['consent', 'exemplar', 'exemplar_profile', 'exemplar_story', 'field'],
  ...['instrument', 'recognition', 'unit', 'unit_version'],
] as const
