import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, type Problem, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Db, Tx } from '../../../platform/database/index.ts'
import { record } from '../../../platform/ledger/index.ts'
import type { RosterCode } from '../problem-words.ts'
import { rosterFor } from './take-step.ts'

/** Who a line is: one of those it may be, or null for somebody new. */
export type Choice = { row_number: number; person_id: number | null }

/**
 * Says who lines are that are doubtful, or resemble somebody who has left. Refusals: those of the move; none-chosen;
 * not-doubtful and no-candidate for a line where there is nothing to choose, or not that one; person-taken where
 * another line is already that person.
 */
export async function choosePersons(
  tx: Tx,
  actor: Actor & { person_id: number },
  { roster_import_id, choices, now }: { roster_import_id: number; choices: Choice[]; now: Date },
): Promise<Outcome<{ chosen: number }, RosterCode>> {
  const found = await rosterFor(tx, actor, 'choose', roster_import_id, now)
  if (!found.ok) return found
  if (choices.length === 0) return refused({ code: 'none-chosen' })
  const problems: Problem<RosterCode>[] = []
  // Who is somebody new first: whom a line gives free, another may be.
  for (const choice of choices.toSorted((a, b) => Number(a.person_id !== null) - Number(b.person_id !== null)))
    problems.push(...(await choose(tx, actor, roster_import_id, choice)))
  if (problems.length > 0) return refused(...problems)
  await recordChoice(tx, actor, roster_import_id, digestOf({ roster_import_id, choices }))
  return done({ chosen: choices.length })
}

/**
 * Says of all lines that lack nothing but a day of birth, on one side or the other, that they are who they seem to be:
 * the one person of the same name in the same unit, who comes near to no other line. A person decides it, seeing how
 * many there are. Refusals: those of the move, none-chosen.
 */
export async function chooseAlike(
  tx: Tx,
  actor: Actor & { person_id: number },
  { roster_import_id, now }: { roster_import_id: number; now: Date },
): Promise<Outcome<{ chosen: number }, RosterCode>> {
  const found = await rosterFor(tx, actor, 'choose', roster_import_id, now)
  if (!found.ok) return found
  const { rows } = await sql<{ row_number: number }>`
    insert into roster_choice (roster_import_id, row_number, person_id, chosen_by)
    select roster_import_id, row_number, person_id, ${actor.person_id} from (${alike(roster_import_id)}) a
    returning row_number`.execute(tx)
  if (rows.length === 0) return refused({ code: 'none-chosen' })
  const numbers = rows.map(row => row.row_number).sort((a, b) => a - b)
  await recordChoice(tx, actor, roster_import_id, digestOf({ roster_import_id, alike: numbers }))
  return done({ chosen: rows.length })
}

function recordChoice(tx: Tx, actor: Actor, roster_import_id: number, digest: string): Promise<unknown> {
  return record(tx, actor, {
    act: 'choose-persons',
    object: 'roster-import',
    object_id: String(roster_import_id),
    digest,
    retention: 'conduct',
  })
}

/** How many such lines there are. */
export async function countAlike(db: Db, roster_import_id: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (${alike(roster_import_id)}) a`.execute(db as Tx)
  return rows[0]!.n
}

const alike = (roster_import_id: number) => sql`
  select k.roster_import_id, k.row_number, min(k.person_id) as person_id
    from roster_candidate k
    join roster_person p using (roster_import_id, person_id)
   where k.roster_import_id = ${roster_import_id}
     and not exists (select from roster_choice c where c.roster_import_id = k.roster_import_id and c.row_number = k.row_number and upper(c.recorded) = 'infinity')
   group by 1, 2
  having count(*) = 1 and min(k.why) = 'name-without-birth' and min(k.score) = 60 and min(p.whence) = 'here'
     and not exists (select from roster_candidate other
                      where other.roster_import_id = k.roster_import_id and other.person_id = min(k.person_id) and other.row_number <> k.row_number)`

async function choose(
  tx: Tx,
  { person_id: chosen_by }: Actor,
  roster_import_id: number,
  { row_number, person_id }: Choice,
): Promise<Problem<RosterCode>[]> {
  const field = `row-${row_number}`
  const { rows } = await sql<{ person_id: number }>`
    select person_id from roster_candidate where roster_import_id = ${roster_import_id} and row_number = ${row_number}`.execute(tx)
  if (rows.length === 0) return [{ code: 'not-doubtful', field }]
  if (person_id !== null && !rows.some(row => row.person_id === person_id)) return [{ code: 'no-candidate', field }]
  await sql`
    update roster_choice set recorded = closed(recorded)
     where roster_import_id = ${roster_import_id} and row_number = ${row_number} and upper(recorded) = 'infinity'`.execute(tx)
  if (person_id !== null && (await isTaken(tx, { roster_import_id, row_number, person_id }))) return [{ code: 'person-taken', field }]
  await sql`
    insert into roster_choice (roster_import_id, row_number, person_id, chosen_by)
    values (${roster_import_id}, ${row_number}, ${person_id}, ${chosen_by})`.execute(tx)
  return []
}

/** Whether another line is somebody already: chosen so, or found so and not chosen otherwise. */
async function isTaken(tx: Tx, { roster_import_id, row_number, person_id }: Choice & { roster_import_id: number }): Promise<boolean> {
  const { rows } = await sql`
    select from roster_row r
      left join roster_match m  on m.roster_import_id = r.roster_import_id and m.row_number = r.row_number
      left join roster_choice c on c.roster_import_id = r.roster_import_id and c.row_number = r.row_number and upper(c.recorded) = 'infinity'
     where r.roster_import_id = ${roster_import_id} and r.row_number <> ${row_number}
       and case when c.roster_choice_id is null then m.person_id else c.person_id end = ${person_id}`.execute(tx)
  return rows.length > 0
}
