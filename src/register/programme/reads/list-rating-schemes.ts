import { query } from '../../../platform/database/index.ts'
import type { cap_bases, cap_roundings, quorums } from '../verbs/name-rating-scheme.ts'

export type RatingLevel = { rating_level_id: number; least_points: number; name_vi: string; name_en: string }

/** A scheme with its levels, the highest first, by which regulation, and whether it holds on the day. */
export type SchemeInForce = {
  rating_scheme_id: number
  number: string | null
  since: string
  until: string | null
  is_in_force: boolean
  by_points: boolean
  cap_share: number | null
  cap_base: (typeof cap_bases)[number] | null
  cap_rounding: (typeof cap_roundings)[number]
  quorum: (typeof quorums)[number]
  heads_within_unit: boolean
  levels: RatingLevel[]
}

/** All schemes that the register knows, the newest first; those too that hold no more, or do not hold yet. */
export const listRatingSchemes = query<{ day: string }, SchemeInForce>(`
  select s.rating_scheme_id, i.number, lower(s.valid)::text as since,
         case when upper(s.valid) < 'infinity' then (upper(s.valid) - 1)::text end as until, s.valid @> :day::date as is_in_force,
         s.by_points, s.cap_share::float as cap_share, s.cap_base, s.cap_rounding, s.quorum, s.heads_within_unit,
         (select jsonb_agg(jsonb_build_object('rating_level_id', l.rating_level_id, 'least_points', l.least_points,
                                              'name_vi', l.name_vi, 'name_en', l.name_en) order by l.least_points desc)
            from rating_level l
           where l.rating_scheme_id = s.rating_scheme_id and is_open(l.recorded)) as levels
    from rating_scheme s
    left join instrument i on i.instrument_id = s.instrument_id
   where is_open(s.recorded)
   order by lower(s.valid) desc`)
