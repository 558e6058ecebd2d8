import { sql } from 'kysely'
import type { Actor, Tx } from '../../platform/database/index.ts'
import { may, standingOf } from '../../platform/role/index.ts'
import type { PersonText } from './person.ts'

/** Somebody who writes by form: never the system itself. */
export type Keeper = Actor & { person_id: number }
/** A party unit as it stands today; `takes_members` where people are in it themselves. */
export type Cell = { unit_id: number; key: string; name: string; takes_members: boolean }
/** The stretch in which somebody is in a cell now, and the day on which that was recorded. */
export type Membership = { membership_id: number; person_id: number; unit_id: number; kind: string; since: string; recorded_on: string }

/** A unit by its key, alive on a day. */
export async function findCell(tx: Tx, key: string, day: string): Promise<Cell | undefined> {
  const { rows } = await sql<Cell>`
    select u.unit_id, u.key, v.name, k.rank >= 3 as takes_members
      from unit u
      join unit_version v on v.unit_id = u.unit_id and v.valid @> ${day}::date and upper(v.recorded) = 'infinity'
      join unit_kind k    on k.unit_kind = v.unit_kind and k.hierarchy = 'party'
     where u.key = ${key}`.execute(tx)
  return rows[0]
}

/** Where somebody is now, as far as whoever asks may see it; two who write at once come one after the other. */
export async function findMembership(tx: Tx, person_id: number, day: string): Promise<Membership | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended('person', ${person_id}))`.execute(tx)
  const { rows } = await sql<Membership>`
    select m.membership_id, m.person_id, m.unit_id, m.kind, lower(m.valid)::text as since,
           (lower(m.recorded) at time zone 'Asia/Ho_Chi_Minh')::date::text as recorded_on
      from membership m
     where m.person_id = ${person_id} and m.valid @> ${day}::date and upper(m.recorded) = 'infinity'`.execute(tx)
  return rows[0]
}

/** Whether somebody keeps the persons of a unit; and, where by a lent power, whose it is. */
export async function mayKeep(tx: Tx, { person_id }: Keeper, unit_id: number, today: string) {
  return may(await standingOf(tx, person_id, today), 'person', 'keep', { unit_id })
}

/** Ends a stretch on a day: the row that knew no end is closed, another says it. Gives the number of the new row. */
export async function endMembership(tx: Tx, { membership_id, person_id, unit_id, kind, since }: Membership, day: string): Promise<number> {
  await sql`
    update membership set recorded = closed(recorded)
     where membership_id = ${membership_id} and upper(recorded) = 'infinity'`.execute(tx)
  const { rows } = await sql<{ membership_id: number }>`
    insert into membership (person_id, unit_id, kind, valid)
    values (${person_id}, ${unit_id}, ${kind}, daterange(${since}::date, ${day}::date)) returning membership_id`.execute(tx)
  return rows[0]!.membership_id
}

/**
 * Says where somebody was all the while, in place of a stretch that was recorded wrongly: the same days, recorded
 * later. Whoever goes back to where they had come from has never left: the stretch before is taken up again.
 */
export async function correctMembership(tx: Tx, { membership_id }: Membership, unit_id: number): Promise<void> {
  await sql`
    with wrong as (
      update membership set recorded = closed(recorded)
       where membership_id = ${membership_id} and upper(recorded) = 'infinity'
      returning person_id, kind, valid),
    before as (
      update membership m set recorded = closed(m.recorded)
        from wrong w
       where m.person_id = w.person_id and m.unit_id = ${unit_id} and m.kind = w.kind and upper(m.valid) = lower(w.valid) and upper(m.recorded) = 'infinity'
         and not exists (select from membership_end e where e.membership_id = m.membership_id)
      returning m.valid)
    insert into membership (person_id, unit_id, kind, valid)
    select w.person_id, ${unit_id}, w.kind, daterange(coalesce(lower(b.valid), lower(w.valid)), upper(w.valid)) from wrong w left join before b on true`.execute(
    tx,
  )
}

/**
 * Begins a stretch. Gives whether it could: somebody who is in a cell then, perhaps one that whoever asks may not see,
 * is in no other.
 */
export async function beginMembership(
  tx: Tx,
  { person_id, unit_id, kind, from }: { person_id: number; unit_id: number; kind: string; from: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into membership (person_id, unit_id, kind, valid)
    values (${person_id}, ${unit_id}, ${kind}, daterange(${from}::date, 'infinity'))
        on conflict do nothing
    returning membership_id`.execute(tx)
  return rows.length === 1
}

/** Somebody new, with what is known of them. Gives their number. */
export async function addPerson(tx: Tx, { full_name, birth_date, gender, ethnicity }: PersonText): Promise<number> {
  const { rows } = await sql<{ person_id: number }>`insert into person default values returning person_id`.execute(tx)
  const { person_id } = rows[0]!
  await sql`
    insert into person_version (person_id, full_name, birth_date, gender, ethnicity)
    values (${person_id}, ${full_name}, nullif(${birth_date}, '')::date, nullif(${gender}, ''), nullif(${ethnicity}, ''))`.execute(tx)
  return person_id
}
