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
 * Lays the lines that are nobody's beside them, as `likeness` does. Where it says 80 or more, and no other comes as
 * near, the line is taken for that person until somebody says otherwise; below, for somebody new until somebody says
 * otherwise. Either is shown.
 */
export async function matchOthers(tx: Tx, roster_import_id: number): Promise<void> {
  await sql`
    insert into roster_candidate (roster_import_id, row_number, person_id, score, why)
    select r.roster_import_id, r.row_number, p.person_id, l.score, l.why
      from roster_row r
      join roster_person p on p.roster_import_id = r.roster_import_id and p.whence <> 'here'
                              and (p.name_key = r.name_key or p.card_number = r.card_number)
     cross join lateral likeness(r.name_key, r.birth_date, r.birth_year, r.card_number, p.name_key, p.birth_date, p.birth_year, p.card_number,
                                 case when r.unit_id = p.unit_id then 'last-here' else 'beside' end) l
     where r.roster_import_id = ${roster_import_id}
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
     where score >= 80 and not may_be_here and for_line = 1 and for_person = 1 and next_for_line is distinct from score and next_for_person is distinct from score`.execute(
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
