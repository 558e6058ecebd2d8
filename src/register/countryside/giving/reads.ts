import { type Db, query } from '../../../platform/database/index.ts'
import { days_alike } from './giving.ts'
import list_kept from './list-contributions-kept.sql?raw'

/** A contribution as its office keeps it. Names are null where who asks may not know them. */
export type KeptContribution = {
  contribution_id: number
  kind_vi: string
  kind_en: string
  measure: string
  quantity: number
  is_estimate: boolean
  work: string
  place_name: string
  place_kind: string
  given_on: string
  mobiliser: string | null
  evidence: string | null
  giver: string | null
  kept_by: number
  verified_on: string | null
  verifier: string | null
  resembles: number | null
  total: number
}

const kept = query<{ unit: string; thanked: boolean; most: number; days_alike: number }, KeptContribution>(list_kept)

const [most_shown, most_in_workbook] = [500, 100_000]

/** `thanked`: those alone that are verified and whose giver agreed to be named. `is_whole`: more than a page shows. */
type KeptAsked = { unit: string; thanked?: boolean; is_whole?: boolean }

/** Kept under a unit; `total` says how many there are in all. */
export function listKept(db: Db, { unit, thanked = false, is_whole = false }: KeptAsked): Promise<KeptContribution[]> {
  return kept(db, { unit, thanked, most: is_whole ? most_in_workbook : most_shown, days_alike })
}

/** What was given under a unit, by kind, each sum in the measure of its kind: unlike measures are never added. */
export const listTotals = query<
  { unit: string },
  { kind_vi: string; kind_en: string; measure: string; verified: number; waiting: number }
>(`
  select k.name_vi as kind_vi, k.name_en as kind_en, k.measure,
         coalesce(g.verified, 0)::float8 as verified, coalesce(g.waiting, 0)::float8 as waiting
    from (select c.contribution_kind, sum(c.quantity) filter (where c.verified_on is not null) as verified,
                 sum(c.quantity) filter (where c.verified_on is null) as waiting
            from contribution_state c
           where c.known_until = 'infinity'
             and c.kept_at = any (array(
                   select b.unit_id
                     from unit root cross join lateral units_by_branch('party', root.unit_id, today_in_vietnam(), recorded_now()) b
                    where root.key = :unit))
           group by c.contribution_kind) g
    join contribution_kind k using (contribution_kind)
   order by k.name_vi collate "vi-x-icu"`)

export type ContributionKind = { contribution_kind: string; measure: string; kind_vi: string; kind_en: string }
export const listContributionKinds = query<Record<never, never>, ContributionKind>(
  'select contribution_kind, measure, name_vi as kind_vi, name_en as kind_en from contribution_kind order by name_vi collate "vi-x-icu"',
)

/** A place where a unit's gifts are given; `until` is set of one that was merged into another since. */
export type GivingPlace = { key: string; name: string; unit_kind: string; until: string | null }
export const listGivingPlaces = query<{ unit_id: number }, GivingPlace>(`
  select u.key, v.name, v.unit_kind, nullif(upper(v.valid), 'infinity')::text as until
    from places_of(:unit_id::integer) p
    join unit u         on u.unit_id = p.place_id
    join unit_version v on v.unit_id = p.place_id and v.valid @> last_day_alive(p.place_id, today_in_vietnam(), recorded_now()) and is_open(v.recorded)
    join unit_kind k    on k.unit_kind = v.unit_kind
   order by upper(v.valid) < 'infinity', k.rank desc, v.name collate "vi-x-icu"`)

/** The party unit at which somebody keeps contributions. */
export const findKeepingUnit = query<{ unit: string }, { unit_id: number; key: string; name: string }>(`
  select u.unit_id, u.key, v.name
    from unit u
    join unit_version v on v.unit_id = u.unit_id and v.valid @> today_in_vietnam() and is_open(v.recorded)
    join unit_kind k    on k.unit_kind = v.unit_kind and k.hierarchy = 'party'
   where u.key = :unit`)

export type GivenInYear = { contribution_kind: string; kind_vi: string; kind_en: string; measure: string; year: number; quantity: number }

/** What was given and verified in the territory of a unit, by kind and year; what lies in an archive is among it. */
export const listGivenByYear = query<{ unit_id: number }, GivenInYear>(`
  select k.contribution_kind, k.name_vi as kind_vi, k.name_en as kind_en, k.measure, extract(year from g.given_on)::int as year,
         sum(g.quantity)::float8 as quantity
    from (select c.contribution_kind, c.given_on, sum(c.quantity) as quantity
            from contribution_state c
           where c.place_id = any (array(select place_id from places_of(:unit_id::integer)))
             and c.verified_on is not null and c.known_until = 'infinity'
           group by c.contribution_kind, c.given_on) g
    join contribution_kind k using (contribution_kind)
   group by k.contribution_kind, k.name_vi, k.name_en, k.measure, year
   order by k.name_vi collate "vi-x-icu", year`)
