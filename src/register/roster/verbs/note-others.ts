import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { Listed } from './compare-roster.ts'

/**
 * Notes who may be somebody of the lines that are nobody's yet, though they are no members of the unit on the day of
 * the roster: those who have left a cell that its sender keeps and are, as far as the sender may see, in none since;
 * and members of such a cell beside the unit. By the number of a card or the folded name.
 */
export async function noteOthers(tx: Tx, { roster_import_id, unit_id, listed_on }: Listed): Promise<void> {
  await sql`
    with line as materialized (
           select r.name_key, r.card_number from roster_row r
            where r.roster_import_id = ${roster_import_id}
              and r.row_number not in (select m.row_number from roster_match m where m.roster_import_id = ${roster_import_id})),
         known as (
           select v.person_id from person_version v where upper(v.recorded) = 'infinity' and folded(v.full_name) in (select l.name_key from line l)
           union
           select c.person_id from party_card c where upper(c.recorded) = 'infinity' and c.card_number in (select l.card_number from line l)),
         last as (
           select distinct on (m.person_id) m.person_id, m.membership_id, m.unit_id, m.kind, m.valid
             from membership m
            where m.person_id in (select k.person_id from known k) and upper(m.recorded) = 'infinity'
            order by m.person_id, lower(m.valid) desc)
    insert into roster_person (roster_import_id, person_id, membership_id, person_version_id, party_card_id, full_name, birth_date, birth_year, gender,
                               ethnicity, unit_id, kind, card_number, whence, until)
    select ${roster_import_id}, l.person_id, l.membership_id, v.person_version_id, c.party_card_id, v.full_name, v.birth_date, v.birth_year, v.gender,
           v.ethnicity, successor_of(l.unit_id, today_in_vietnam(), recorded_now()), l.kind, c.card_number, w.whence, case w.whence when 'left' then upper(l.valid) end
      from last l
      join person_version v  on v.person_id = l.person_id and upper(v.recorded) = 'infinity'
      left join party_card c on c.person_id = l.person_id and upper(c.recorded) = 'infinity'
     cross join lateral (
           select case when upper(l.valid) <= ${listed_on}::date then 'left'
                       when l.valid @> ${listed_on}::date
                            and l.unit_id not in (select u.counted_id from units_counted_for('party', ${unit_id}, today_in_vietnam(), recorded_now()) u) then 'elsewhere' end as whence) w
     where w.whence is not null and l.unit_id in (select u.unit_id from units_where_may('person', 'keep') u)`.execute(tx)
}

/**
 * How much speaks for each line that is nobody's to be one of them: 100 the card and the name; 95 and 90 the name and
 * the day of birth, last in the same unit or another; 75 the name and the year; 70 these with another card; 60 and 40
 * the name where a birth is lacking; 50 the card alone. From 90 on, and where no other comes as near, the line is taken
 * for that person until somebody says otherwise; below, for somebody new until somebody says otherwise. Either is
 * shown.
 */
export async function matchOthers(tx: Tx, roster_import_id: number): Promise<void> {
  await sql`
    insert into roster_candidate (roster_import_id, row_number, person_id, score, why)
    select r.roster_import_id, r.row_number, p.person_id, s.score, s.why
      from roster_row r
      join roster_person p on p.roster_import_id = r.roster_import_id and p.whence <> 'here' and (p.name_key = r.name_key or p.card_number = r.card_number)
     cross join lateral (
           select r.name_key = p.name_key as is_named, coalesce(r.card_number = p.card_number, false) as has_card, coalesce(r.card_number <> p.card_number, false) as has_another,
                  r.unit_id = p.unit_id as is_in_unit, coalesce(r.birth_date = p.birth_date, false) as is_born_that_day,
                  (r.birth_date is null or p.birth_date is null) and birth_year_of(r.birth_date, r.birth_year) = birth_year_of(p.birth_date, p.birth_year) as is_born_that_year,
                  birth_year_of(r.birth_date, r.birth_year) is null or birth_year_of(p.birth_date, p.birth_year) is null as is_birth_unknown) f
     cross join lateral (
           select case when not is_named then 50 when has_card then 100
                       when (is_born_that_day or is_born_that_year) and has_another then 70
                       when is_born_that_day then case when is_in_unit then 95 else 90 end
                       when is_born_that_year then 75
                       when is_birth_unknown and not has_another then case when is_in_unit then 60 else 40 end end as score,
                  case when not is_named then 'card-of-another' when has_card then 'card-and-name'
                       when has_another then 'card-differs'
                       when is_born_that_day then 'name-and-day'
                       when is_born_that_year then 'name-and-year'
                       else 'name-without-birth' end as why) s
     where r.roster_import_id = ${roster_import_id} and s.score is not null
       and r.row_number not in (select m.row_number from roster_match m where m.roster_import_id = ${roster_import_id})`.execute(tx)
  await sql`
    insert into roster_match (roster_import_id, row_number, person_id)
    select ${roster_import_id}, row_number, person_id
      from (select k.row_number, k.person_id, k.score, bool_or(p.whence = 'here') over line_all as may_be_here,
                   row_number() over line_best as for_line, lead(k.score) over line_best as next_for_line,
                   row_number() over person_best as for_person, lead(k.score) over person_best as next_for_person
              from roster_candidate k
              join roster_person p using (roster_import_id, person_id)
             where k.roster_import_id = ${roster_import_id}
            window line_all as (partition by k.row_number),
                   line_best as (partition by k.row_number order by k.score desc, k.person_id), person_best as (partition by k.person_id order by k.score desc, k.row_number)) ranked
     where score >= 90 and not may_be_here and for_line = 1 and for_person = 1 and next_for_line is distinct from score and next_for_person is distinct from score`.execute(
    tx,
  )
}

/**
 * Choices of an earlier comparison that this one no longer offers are closed: who somebody is, is not carried on in
 * silence.
 */
export async function closeOldChoices(tx: Tx, roster_import_id: number): Promise<void> {
  await sql`
    update roster_choice c set recorded = closed(c.recorded)
     where c.roster_import_id = ${roster_import_id} and upper(c.recorded) = 'infinity'
       and not exists (select from roster_candidate k
                        where k.roster_import_id = c.roster_import_id and k.row_number = c.row_number and k.person_id = coalesce(c.person_id, k.person_id))`.execute(
    tx,
  )
}
