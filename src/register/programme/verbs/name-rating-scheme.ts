import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { type InstrumentText, recordInstrument } from '../../organisation/index.ts'

/**
 * Of what the share of those with the highest level is taken: of those rated good, of these and the highest together,
 * or of all. Regulation 124-QĐ/TW counts against those rated good.
 */
export const cap_bases = ['of-good', 'of-good-or-better', 'of-all'] as const

/** How a share of a small base is made a whole number. */
export const cap_roundings = ['down', 'nearest', 'up'] as const
/** How many of a collective must be present where it meets. */
export const quorums = ['two-thirds', 'more-than-half'] as const

/**
 * `levels`: from how many points of a hundred each is reached; the lowest from none. `cap.share`: above 0, at most 1.
 */
export type RatingScheme = {
  levels: readonly { least_points: number; name_vi: string; name_en: string }[]
  cap?: { share: number; of: (typeof cap_bases)[number]; rounding?: (typeof cap_roundings)[number] } | null
  /** Whether points are given, from which the level follows; without it they are. */
  by_points?: boolean
  quorum?: (typeof quorums)[number]
  /** Whether a head is rated at most as the unit that they head; the office says it by the regulation. */
  heads_within_unit?: boolean
  instrument?: InstrumentText | null
}

/**
 * From a day on, and until another, a year's work is rated by this scheme; the register has none for that time yet. The
 * caller tells the ledger.
 */
export async function nameRatingScheme(
  tx: Tx,
  { levels, cap, by_points = true, quorum = 'two-thirds', heads_within_unit = false, instrument }: RatingScheme,
  from: string,
  until = 'infinity',
): Promise<void> {
  const instrument_id = instrument ? await recordInstrument(tx, instrument) : null
  await sql`
    with scheme as (
      insert into rating_scheme (instrument_id, cap_share, cap_base, cap_rounding, by_points, quorum, heads_within_unit, valid)
      values (${instrument_id}, ${cap?.share ?? null}, ${cap?.of ?? null}, ${cap?.rounding ?? 'down'}, ${by_points}, ${quorum},
              ${heads_within_unit}, daterange(${from}, ${until}))
      returning rating_scheme_id)
    insert into rating_level (rating_scheme_id, least_points, name_vi, name_en)
    select s.rating_scheme_id, r.least_points, r.name_vi, r.name_en
      from scheme s, jsonb_to_recordset(${JSON.stringify(levels)}) as r(least_points integer, name_vi text, name_en text)`.execute(tx)
}

/** A scheme ends with a day; up to it the same one stands with its levels. The caller names the next. */
export async function endRatingSchemes(tx: Tx, from: string): Promise<void> {
  await sql`
    with ended as (
      update rating_scheme set recorded = closed(recorded)
       where valid && daterange(${from}::date, 'infinity') and is_open(recorded)
      returning *),
         kept as (
      insert into rating_scheme (instrument_id, cap_share, cap_base, by_points, cap_rounding, quorum, heads_within_unit, valid)
      select instrument_id, cap_share, cap_base, by_points, cap_rounding, quorum, heads_within_unit, daterange(lower(valid), ${from}::date)
        from ended where lower(valid) < ${from}::date
      returning rating_scheme_id, valid)
    insert into rating_level (rating_scheme_id, least_points, name_vi, name_en)
    select k.rating_scheme_id, l.least_points, l.name_vi, l.name_en
      from kept k
      join ended e        on lower(e.valid) = lower(k.valid)
      join rating_level l on l.rating_scheme_id = e.rating_scheme_id`.execute(tx)
}
