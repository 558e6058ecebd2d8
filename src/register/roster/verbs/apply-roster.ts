import { sql } from 'kysely'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { endPosts, listPostsLeft, type PostLeft } from '../posts-left.ts'

type Applied = { roster_import_id: number; listed_on: string }

/** How many people of a comparison the register no longer knows as it did then. */
export async function countMoved(tx: Tx, { roster_import_id, listed_on }: Applied): Promise<number> {
  const { rows } = await sql<{ moved: number }>`
    select count(*)::int as moved
      from roster_person p
      left join membership m     on m.membership_id = p.membership_id and upper(m.recorded) = 'infinity'
      left join person_version v on v.person_version_id = p.person_version_id and upper(v.recorded) = 'infinity'
      left join party_card c     on c.person_id = p.person_id and upper(c.recorded) = 'infinity'
     where p.roster_import_id = ${roster_import_id}
       and (p.whence = 'here' or p.person_id in (select o.person_id from roster_outcome o where o.roster_import_id = ${roster_import_id}))
       and (m.membership_id is null or v.person_version_id is null or c.party_card_id is distinct from p.party_card_id
            or p.whence = 'left' and exists (select from membership n
                                              where n.person_id = p.person_id and upper(n.valid) > ${listed_on} and upper(n.recorded) = 'infinity'))`.execute(
    tx,
  )
  return rows[0]!.moved
}

/**
 * Makes rows of the register of what a roster says: people who are new, what is known of them, their cards, the cells
 * they belong to from the day of the roster on; who has left belongs to none from that day. Rows are closed and opened,
 * never changed; each is noted, so that all can be taken back. Gives what becomes of the leavers' posts, and the names
 * of those who come back and are in a cell already, which nobody here may see: then nothing is to be written. Posts
 * come first, while one still keeps who holds them; memberships next: it is by these that one may write versions and
 * cards of whoever comes back.
 */
export async function applyRoster(tx: Tx, actor: Actor, roster: Applied): Promise<{ elsewhere: string[]; posts: PostLeft[] }> {
  const { roster_import_id, listed_on } = roster
  await sql`create temp table outcome on commit drop as
    select o.*, case when o.standing = 'new' then nextval(pg_get_serial_sequence('person', 'person_id')) else o.person_id end as whom
      from roster_outcome o where o.roster_import_id = ${roster_import_id} and o.standing in ('new', 'changed', 'back')`.execute(tx)
  await sql`create temp table gone on commit drop as select * from roster_left where roster_import_id = ${roster_import_id}`.execute(tx)
  await sql`analyze outcome, gone`.execute(tx)
  const posts = await listPostsLeft(tx, actor, roster, leaving_by_tables)
  await endPosts(
    tx,
    roster,
    posts.filter(({ becomes }) => becomes === 'ends').map(({ tenure_id }) => tenure_id),
  )
  await addPersons(tx, roster_import_id)
  await replaceMemberships(tx, roster_import_id, listed_on)
  const elsewhere = await takeBack(tx, roster_import_id, listed_on)
  await replaceVersions(tx, roster_import_id)
  await replaceCards(tx, roster_import_id)
  return { elsewhere, posts }
}

/** As in the views, of which the tables were made. */
const leaving_by_tables = sql`
  select person_id, full_name, unit_id, false as moves from gone
  union all
  select person_id, full_name, former_unit_id, true from outcome where standing = 'changed' and former_unit_id <> unit_id`

async function addPersons(tx: Tx, roster_import_id: number): Promise<void> {
  await sql`
    with noted as (
      insert into roster_effect (roster_import_id, noun, row_id, act, row_number, person_id)
      select ${roster_import_id}, 'person', whom, 'opened', row_number, whom from outcome where standing = 'new')
    insert into person (person_id) select whom from outcome where standing = 'new'`.execute(tx)
}

async function replaceVersions(tx: Tx, roster_import_id: number): Promise<void> {
  await sql`
    with closed as (
      update person_version v
         set recorded = closed(v.recorded)
        from outcome o
       where o.standing <> 'new' and o.version_differs and v.person_version_id = o.person_version_id and upper(v.recorded) = 'infinity'
      returning v.person_version_id, v.person_id)
    insert into roster_effect (roster_import_id, noun, row_id, act, person_id)
    select ${roster_import_id}, 'person_version', person_version_id, 'closed', person_id from closed`.execute(tx)
  await sql`
    with said as materialized (
      select nextval(pg_get_serial_sequence('person_version', 'person_version_id')) as opened_id, o.* from outcome o where o.version_differs),
    noted as (
      insert into roster_effect (roster_import_id, noun, row_id, act, row_number, person_id)
      select ${roster_import_id}, 'person_version', opened_id, 'opened', row_number, whom from said)
    insert into person_version (person_version_id, person_id, full_name, birth_date, birth_year, gender, ethnicity)
    select opened_id, whom, full_name, new_birth_date, new_birth_year, new_gender, new_ethnicity from said`.execute(tx)
}

async function replaceCards(tx: Tx, roster_import_id: number): Promise<void> {
  await sql`
    with closed as (
      update party_card c
         set recorded = closed(c.recorded)
        from outcome o
       where o.standing <> 'new' and o.card_differs and c.person_id = o.person_id and upper(c.recorded) = 'infinity'
      returning c.party_card_id, c.person_id)
    insert into roster_effect (roster_import_id, noun, row_id, act, person_id)
    select ${roster_import_id}, 'party_card', party_card_id, 'closed', person_id from closed`.execute(tx)
  await sql`
    with said as materialized (
      select nextval(pg_get_serial_sequence('party_card', 'party_card_id')) as party_card_id, o.row_number, o.whom, o.new_card_number
        from outcome o where o.card_differs),
    noted as (
      insert into roster_effect (roster_import_id, noun, row_id, act, row_number, person_id)
      select ${roster_import_id}, 'party_card', party_card_id, 'opened', row_number, whom from said)
    insert into party_card (party_card_id, person_id, card_number) select party_card_id, whom, new_card_number from said`.execute(tx)
}

/**
 * A membership that ends, by moving or leaving, keeps its time before the day of the roster; where it goes on
 * elsewhere, it goes on to where it would have ended.
 */
async function replaceMemberships(tx: Tx, roster_import_id: number, listed_on: string): Promise<void> {
  await sql`create temp table ended on commit drop as
    select m.membership_id, m.person_id, m.unit_id, m.kind, m.valid, x.row_number, x.new_unit_id, x.new_kind
      from membership m
      join (select membership_id, row_number, unit_id as new_unit_id, new_kind from outcome where standing = 'changed' and membership_differs
            union all
            select membership_id, null, null, null from gone) x using (membership_id)`.execute(tx)
  await sql`
    with closed as (
      update membership m
         set recorded = closed(m.recorded)
        from ended e
       where m.membership_id = e.membership_id and upper(m.recorded) = 'infinity'
      returning m.membership_id, m.person_id)
    insert into roster_effect (roster_import_id, noun, row_id, act, person_id)
    select ${roster_import_id}, 'membership', membership_id, 'closed', person_id from closed`.execute(tx)
  await sql`
    with piece as materialized (
      select nextval(pg_get_serial_sequence('membership', 'membership_id')) as membership_id, p.*
        from (select row_number, person_id, unit_id, kind, daterange(lower(valid), ${listed_on}::date) as valid
                from ended where lower(valid) < ${listed_on}::date
              union all
              select row_number, person_id, new_unit_id, new_kind, daterange(${listed_on}::date, upper(valid)) from ended where new_unit_id is not null
              union all
              select row_number, whom, unit_id, new_kind, daterange(${listed_on}::date, 'infinity') from outcome where standing = 'new') p),
    noted as (
      insert into roster_effect (roster_import_id, noun, row_id, act, row_number, person_id)
      select ${roster_import_id}, 'membership', membership_id, 'opened', row_number, person_id from piece)
    insert into membership (membership_id, person_id, unit_id, kind, valid)
    select membership_id, person_id, unit_id, kind, valid from piece`.execute(tx)
}

/** Whoever comes back is a member from the day of the roster on. Gives the names of those who are one elsewhere. */
async function takeBack(tx: Tx, roster_import_id: number, listed_on: string): Promise<string[]> {
  const { rows } = await sql<{ full_name: string }>`
    with fresh as materialized (
      select nextval(pg_get_serial_sequence('membership', 'membership_id')) as opened_id, o.* from outcome o where o.standing = 'back'),
    opened as (
      insert into membership (membership_id, person_id, unit_id, kind, valid)
      select opened_id, person_id, unit_id, new_kind, daterange(${listed_on}::date, 'infinity') from fresh
          on conflict do nothing
      returning membership_id),
    noted as (
      insert into roster_effect (roster_import_id, noun, row_id, act, row_number, person_id)
      select ${roster_import_id}, 'membership', f.opened_id, 'opened', f.row_number, f.person_id from fresh f where f.opened_id in (select membership_id from opened))
    select f.full_name from fresh f where f.opened_id not in (select membership_id from opened) order by f.row_number`.execute(tx)
  return rows.map(({ full_name }) => full_name)
}
