import { type Db, query } from '../../../platform/database/index.ts'
import { may, rolesThatMay, standingOf } from '../../../platform/role/index.ts'
import type { HomeNotice, StaffContext } from '../../../platform/sign-in/index.ts'
import { roster_words } from '../roster-words.ts'

/** A roster that was laid beside the register and waits for a second person. */
export type RosterWaiting = {
  roster_import_id: number
  unit_id: number
  unit: string
  unit_name: string
  file_name: string
  listed_on: string
  uploaded_at: string
}

const waiting = query<{ day: string }, RosterWaiting>(`
  select i.roster_import_id, i.unit_id, u.key as unit, v.name as unit_name, i.file_name, i.listed_on, lower(i.recorded) as uploaded_at
    from roster_import i
    join unit u         on u.unit_id = i.unit_id
    join unit_version v on v.unit_id = i.unit_id and v.valid @> last_day_alive(i.unit_id, :day::date, recorded_now()) and upper(v.recorded) = 'infinity'
   cross join lateral (select s.state from roster_step s where s.roster_import_id = i.roster_import_id order by s.roster_step_id desc limit 1) s
   where s.state = 'compared' and i.uploaded_by <> current_person_id()
   order by i.roster_import_id
   limit 100`)

/** The rosters that somebody may confirm, which are never their own; the longest waiting first. */
export async function listRostersWaiting(db: Db, { person_id, today }: { person_id: number; today: string }): Promise<RosterWaiting[]> {
  const found = await waiting(db, { day: today })
  if (found.length === 0) return []
  const standing = await standingOf(db, person_id, today)
  return found.filter(({ unit_id }) => may(standing, 'roster', 'confirm', { unit_id }).allowed)
}

/** On the home page: one roster by its name, several by the list in which they stand. */
export async function rostersWaiting({ look, seats, who, today, staff_page: { view } }: StaffContext): Promise<HomeNotice[]> {
  const seat = seats.find(({ role }) => rolesThatMay('roster', 'confirm').includes(role))
  if (!seat) return []
  const found = await look(db => listRostersWaiting(db, { person_id: who.person_id, today }))
  const [first] = found
  if (!first) return []
  const href = found.length === 1 ? view.to.roster_import(first) : view.to.roster({ unit: seat.key })
  return [{ href, label: roster_words[view.lang].waiting_n(found.length), n: found.length }]
}
