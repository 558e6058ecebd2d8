import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { RosterRow } from '../table/read-roster.ts'

const at_once = 5_000

/** Lays the lines of a roster beside the register; what an earlier comparison left goes first. */
export async function storeRows(tx: Tx, roster_import_id: number, rows: RosterRow[], tell: (done: number) => void): Promise<void> {
  for (const table of ['roster_candidate', 'roster_match', 'roster_person', 'roster_row', 'roster_fault'])
    await sql`delete from ${sql.table(table)} where roster_import_id = ${roster_import_id}`.execute(tx)
  for (let at = 0; at < rows.length; at += at_once) {
    await sql`
      insert into roster_row (roster_import_id, row_number, full_name, birth_date, birth_year, gender, ethnicity, unit_id, kind, card_number)
      select ${roster_import_id}, x.row, x.full_name, x.birth_date, x.birth_year, x.gender, x.ethnicity, x.unit_id, x.kind, x.card_number
        from jsonb_to_recordset(${JSON.stringify(rows.slice(at, at + at_once))}::jsonb) as x (row int, full_name text, birth_date date,
             birth_year int, gender text, ethnicity text, unit_id int, kind text, card_number text)`.execute(tx)
    tell(Math.round((at * 100) / rows.length))
  }
}

/**
 * For the rest of a transaction that reads whole units: the ranges of time and the scopes in policies hide from the
 * planner how many rows there are, and it would ask fifty thousand times what it can ask once.
 */
export async function readInBulk(tx: Tx): Promise<void> {
  await sql`set local enable_nestloop = off`.execute(tx)
}

/**
 * What the register knows, on the day of the roster, of the members of a unit and all under it: each in the living unit
 * that answers for theirs, which may have ended.
 */
export async function notePersons(tx: Tx, { roster_import_id, unit_id, listed_on }: Listed): Promise<void> {
  await sql`
    insert into roster_person (roster_import_id, person_id, membership_id, person_version_id, party_card_id, full_name, birth_date, birth_year, gender,
                               ethnicity, unit_id, kind, card_number)
    select ${roster_import_id}, m.person_id, m.membership_id, v.person_version_id, c.party_card_id, v.full_name, v.birth_date, v.birth_year, v.gender,
           v.ethnicity, u.unit_id, m.kind, c.card_number
      from units_counted_for('party', ${unit_id}, today_in_vietnam(), recorded_now()) u
      join membership m on m.unit_id = u.counted_id
      join person_version v  on v.person_id = m.person_id and upper(v.recorded) = 'infinity'
      left join party_card c on c.person_id = m.person_id and upper(c.recorded) = 'infinity'
     where m.valid @> ${listed_on}::date and upper(m.recorded) = 'infinity'`.execute(tx)
}

export type Listed = { roster_import_id: number; unit_id: number; listed_on: string }

/** How many memberships begin or end after the day of the roster: it is older than what the register knows. */
export async function countLater(tx: Tx, { unit_id, listed_on }: Listed): Promise<number> {
  const { rows } = await sql<{ later: number }>`
    select count(*)::int as later
      from membership m
     where m.unit_id in (select u.counted_id from units_counted_for('party', ${unit_id}, today_in_vietnam(), recorded_now()) u)
       and upper(m.recorded) = 'infinity'
       and (lower(m.valid) > ${listed_on} or upper(m.valid) > ${listed_on} and upper(m.valid) < 'infinity')`.execute(tx)
  return rows[0]!.later
}

/**
 * Finds who each line is, among the members of the unit: by the number of a card, by name (folded, so that marks may
 * differ), or by nearly the same name and the day of birth; `likeness` says how much speaks for it. A line is somebody
 * when one person alone is best for it, scores 80 or more, and is best for no other line; where others come near, it
 * stays doubtful for a person to choose.
 */
export async function matchRows(tx: Tx, roster_import_id: number): Promise<void> {
  await sql`create temp table line on commit drop as select * from roster_row where roster_import_id = ${roster_import_id}`.execute(tx)
  await sql`create temp table known on commit drop as select * from roster_person where roster_import_id = ${roster_import_id}`.execute(tx)
  await sql`analyze line, known`.execute(tx)
  await sql`
    create temp table likely on commit drop as
    ${likely(sql`join known p using (name_key)`)}
    union all
    ${likely(sql`join known p using (card_number) where r.name_key <> p.name_key`)}
    union all
    ${likely(sql`join known p using (birth_date) where r.name_key <> p.name_key and (r.card_number = p.card_number) is not true
                                           and similarity(r.name_key, p.name_key) >= 0.6`)}`.execute(tx)
  await sql`analyze likely`.execute(tx)
  await sql`
    insert into roster_match (roster_import_id, row_number, person_id)
    select ${roster_import_id}, row_number, person_id
      from (select *, row_number() over line_best as for_line, lead(score) over line_best as next_for_line,
                   row_number() over person_best as for_person, lead(score) over person_best as next_for_person
              from likely
            window line_best as (partition by row_number order by score desc, person_id), person_best as (partition by person_id order by score desc, row_number)) ranked
     where score >= 80 and for_line = 1 and for_person = 1 and next_for_line is distinct from score and next_for_person is distinct from score`.execute(
    tx,
  )
  await sql`
    insert into roster_candidate (roster_import_id, row_number, person_id, score, why)
    select ${roster_import_id}, row_number, person_id, score, why
      from likely
     where row_number not in (select row_number from roster_match where roster_import_id = ${roster_import_id})
       and person_id not in (select person_id from roster_match where roster_import_id = ${roster_import_id})`.execute(tx)
  await sql`drop table line, known, likely`.execute(tx)
}

/** The lines and the members of one way to find them, with what `likeness` says of each pair. */
const likely = (found: RawBuilder<unknown>) => sql`
  select f.row_number, f.person_id, l.score, l.why
    from (select r.row_number, p.person_id, r.name_key, r.birth_date, r.birth_year, r.card_number,
                 p.name_key as known_key, p.birth_date as known_date, p.birth_year as known_year, p.card_number as known_card,
                 case when r.unit_id = p.unit_id then 'here' else 'listed' end as place
            from line r ${found}) f
   cross join lateral likeness(f.name_key, f.birth_date, f.birth_year, f.card_number,
                               f.known_key, f.known_date, f.known_year, f.known_card, f.place) l`
