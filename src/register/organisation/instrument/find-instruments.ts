import { query } from '../../../platform/database/index.ts'

/** A text of law as the register has it. Days are ISO days; null is not known. */
export type InstrumentRow = {
  instrument_id: number
  number: string
  kind: string
  issuer: string
  title: string
  signed_on: string
  effective_on: string | null
  published_on: string | null
  note: string | null
  /** How many there are in all. */
  total: number
}

/** `words` and `kind` «» ask for all, `instruments` null too. */
type InstrumentsAsked = { words: string; kind: string; instruments: readonly number[] | null; most: number }

const those_asked = `
  with asked as (
         select array(select '%' || replace(replace(w, '%', ''), '_', '') || '%' from regexp_split_to_table(folded(:words::text), '\\s+') w) as parts)
  select i.instrument_id, i.number, i.kind, i.issuer, i.title, i.signed_on, i.effective_on, i.published_on, i.note, count(*) over ()::int as total
    from instrument i
   cross join asked a
   where is_open(i.recorded) and folded(i.number || ' ' || i.issuer || ' ' || i.title) like all (a.parts)
     and (:kind::text = '' or i.kind = :kind) and (:instruments::bigint[] is null or i.instrument_id = any(:instruments))`

/**
 * The same of those that everybody may read: what rules by its kind, what was published, what changed the map, and what
 * `also` names. Any other decision may be about a person.
 */
export const listPublicInstruments = query<InstrumentsAsked & { also: readonly number[]; after: number }, InstrumentRow>(`${those_asked}
     and (i.kind not in ('decision', 'other') or i.published_on is not null or i.instrument_id = any(:also::bigint[])
          or exists (select from succession_event e where e.instrument_id = i.instrument_id and is_open(e.recorded)))
   order by i.signed_on desc, i.number, i.instrument_id
   limit :most offset :after`)

/** Instruments whose number, issuer or subject, without marks, have all the words; the newest first. */
export const findInstruments = query<InstrumentsAsked, InstrumentRow>(`${those_asked}
   order by i.signed_on desc, i.number, i.instrument_id
   limit :most`)

/** In which tables an instrument is cited, and how often, as far as who asks sees them. */
export const listCitations = query<{ instrument_id: number }, { in_table: string; n: number }>(
  'select in_table, n from tables_citing(:instrument_id::bigint) order by in_table',
)

/**
 * The units that an instrument founded, named, placed, ended or joined, as they are called now or were on their last
 * day.
 */
export const listUnitsCiting = query<
  { instrument_id: number; day: string; most: number },
  { key: string; name: string; unit_kind: string }
>(`
  select u.key, v.name, v.unit_kind
    from (select unit_id from unit_version where instrument_id = :instrument_id::bigint and is_open(recorded)
           union
          select unit_id from placement where instrument_id = :instrument_id and is_open(recorded)
           union
          select x.unit_id
            from succession_event e
            join succession s using (succession_event_id)
           cross join lateral (values (s.predecessor_id), (s.successor_id)) as x (unit_id)
           where e.instrument_id = :instrument_id and is_open(e.recorded) and is_open(s.recorded)) c
    join unit u         using (unit_id)
    join unit_version v on v.unit_id = c.unit_id and is_open(v.recorded) and v.valid @> last_day_alive(c.unit_id, :day::date, recorded_now())
   order by v.name collate "vi-x-icu", u.key
   limit :most`)
