import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import { problemsWith } from '../../../platform/staff/index.ts'
import { joining_fields } from '../forms.ts'
import { addPerson, beginMembership, findCell, type Keeper, mayKeep } from '../known.ts'
import type { PersonText } from '../person.ts'
import { problemsWithPerson } from '../person-problems.ts'
import type { PeopleCode } from '../problem-words.ts'
import { listEarlier } from '../reads/list-earlier.ts'

/**
 * `is_another`: the office has seen that somebody in its units has the same name and day of birth, and says that this
 * is another person. `earlier`: of those who left and may have come back, the number of the one who did, or «none».
 */
export type Enrolment = {
  unit: string
  person: PersonText
  kind: string
  from: string
  is_another: boolean
  earlier: string
  key: string
  today: string
}

/**
 * Takes somebody into a cell: somebody new, or who was there before and keeps their history. Their obligations in
 * campaigns that run follow. Refusals: those of what was typed (no-name, too-long, no-such-day, impossible-birth,
 * unknown-choice, to-come), unknown-unit, not-a-cell, not-yours, known-already, known-before (somebody who left may be
 * the one: the office says), member-elsewhere (whoever comes back is in a cell then).
 */
export function enrolPerson(tx: Tx, actor: Keeper, enrolment: Enrolment): Promise<Outcome<{ person_id: number }, PeopleCode>> {
  const { unit, person, kind, from, is_another, earlier, key, today } = enrolment
  return once(tx, actor, { key, act: 'enrol-person', request: { unit, person, kind, from, is_another, earlier } }, async () => {
    const wrong = problemsOf([...problemsWithPerson(person, today), ...problemsWith(joining_fields, { kind, from }, { today })])
    if (wrong) return wrong
    const cell = await findCell(tx, unit, from)
    if (!cell) return refused({ code: 'unknown-unit', field: 'from' })
    if (!cell.takes_members) return refused({ code: 'not-a-cell', field: 'unit' })
    const leave = await mayKeep(tx, actor, cell.unit_id, today)
    if (!leave.allowed) return refused({ code: 'not-yours', field: 'unit' })
    const twin = is_another ? null : await findTwin(tx, person)
    if (twin) return refused({ code: 'known-already', field: 'is_another', values: { unit_name: twin } })
    const before = await listEarlier(tx, { ...person, unit })
    const back = before.find(({ person_id }) => String(person_id) === earlier)
    if (before.length > 0 && !back && earlier !== 'none') return refused({ code: 'known-before', field: 'earlier' })
    const person_id = back?.person_id ?? (await addPerson(tx, person))
    if (!(await beginMembership(tx, { person_id, unit_id: cell.unit_id, kind, from })))
      return refused({ code: 'member-elsewhere', field: 'from' })
    const digest = digestOf({ unit, person, kind, from })
    const told = { object: 'person', object_id: String(person_id), digest, retention: 'conduct' } as const
    await record(tx, actor, { act: 'enrol-person', ...told, on_behalf_of: leave.on_behalf_of })
    return done({ person_id })
  })
}

/** The unit of somebody in one's own scope with the same name, against whom no birth speaks. */
async function findTwin(tx: Tx, { full_name, birth_date }: PersonText): Promise<string | null> {
  const { rows } = await sql<{ unit_name: string }>`
    select v.name as unit_name
      from person_version p
      join membership m   on m.person_id = p.person_id and m.valid @> today_in_vietnam() and upper(m.recorded) = 'infinity'
      join unit_version v on v.unit_id = m.unit_id and v.valid @> last_day_alive(m.unit_id, today_in_vietnam(), recorded_now())
                         and upper(v.recorded) = 'infinity'
     cross join lateral likeness(folded(${full_name}), nullif(${birth_date}, '')::date, null, null,
                                 folded(p.full_name), p.birth_date, p.birth_year, null, 'beside') l
     where folded(p.full_name) = folded(${full_name}) and upper(p.recorded) = 'infinity'
     order by l.score desc
     limit 1`.execute(tx)
  return rows[0]?.unit_name ?? null
}
