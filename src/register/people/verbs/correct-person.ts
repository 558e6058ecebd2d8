import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { once, record, withVersion } from '../../../platform/ledger/index.ts'
import { findMembership, type Keeper, mayKeep } from '../known.ts'
import type { PersonText } from '../person.ts'
import { problemsWithPerson } from '../person-problems.ts'
import type { PeopleCode } from '../problem-words.ts'

/** `version`: the number of the version that was read. */
export type Correction = { person_id: number; version: number; person: PersonText; key: string; today: string }

/**
 * Writes what is known of somebody anew; the older version stays as it was known. Refusals: unknown-person, not-yours,
 * stale-version, and those of what was typed.
 */
export function correctPerson(tx: Tx, actor: Keeper, correction: Correction): Promise<Outcome<null, PeopleCode>> {
  const { person_id, version, person, key, today } = correction
  return once(tx, actor, { key, act: 'correct-person', request: { person_id, version, person } }, async () => {
    const membership = await findMembership(tx, person_id, today)
    const current = membership && (await findVersion(tx, person_id))
    if (!membership || !current) return refused({ code: 'unknown-person' })
    const leave = await mayKeep(tx, actor, membership.unit_id, today)
    if (!leave.allowed) return refused({ code: 'not-yours' })
    const wrong = problemsOf(problemsWithPerson(person, today))
    if (wrong) return wrong
    const stands = withVersion({ version }, current, person)
    if (!stands.ok) return stands
    await sql`
      update person_version set recorded = closed(recorded)
       where person_id = ${person_id} and upper(recorded) = 'infinity'`.execute(tx)
    const { rows } = await sql<{ person_version_id: number }>`
      insert into person_version (person_id, full_name, birth_date, birth_year, gender, ethnicity)
      values (${person_id}, ${person.full_name}, nullif(${person.birth_date}, '')::date,
              -- A year that a roster gave stays until somebody knows the day.
              (select birth_year from person_version where person_version_id = ${current.version} and ${person.birth_date} = ''), nullif(${person.gender}, ''), nullif(${person.ethnicity}, ''))
      returning person_version_id`.execute(tx)
    const versions = { from_version: version, to_version: rows[0]!.person_version_id }
    const told = { object: 'person', object_id: String(person_id), digest: digestOf({ person_id, person }), retention: 'conduct' } as const
    await record(tx, actor, { act: 'correct-person', ...told, ...versions, on_behalf_of: leave.on_behalf_of })
    return done(null)
  })
}

async function findVersion(tx: Tx, person_id: number): Promise<{ version: number; fields: PersonText } | undefined> {
  const { rows } = await sql<PersonText & { version: number }>`
    select person_version_id as version, full_name, coalesce(birth_date::text, '') as birth_date, coalesce(gender, '') as gender, coalesce(ethnicity, '') as ethnicity
      from person_version where person_id = ${person_id} and upper(recorded) = 'infinity'`.execute(tx)
  if (!rows[0]) return undefined
  const { version, ...fields } = rows[0]
  return { version, fields }
}
