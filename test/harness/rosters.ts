import { createHash } from 'node:crypto'
import type pg from 'pg'
import { dayOf } from '../../src/basis/shared/dates.ts'
import { change } from '../../src/platform/database/index.ts'
import { look } from '../../src/platform/sign-in/index.ts'
import { addGrant, addPerson, type InventedCommune, inventCommune } from '../../src/platform/sign-in/invented-commune.ts'
import { listPostsLeft } from '../../src/register/roster/posts-left.ts'
import { findRoster } from '../../src/register/roster/reads/find-roster.ts'
import type { Roster } from '../../src/register/roster/roster.ts'
import { answerTask } from '../../src/register/roster/tasks.ts'
import { beginReading } from '../../src/register/roster/verbs/begin-reading.ts'
import { beginUndoing, confirmRoster } from '../../src/register/roster/verbs/confirm-roster.ts'
import { runApplying, runReading, runUndoing } from '../../src/register/roster/verbs/run-roster.ts'
import { uploadRoster } from '../../src/register/roster/verbs/upload-roster.ts'
import type { World } from './database.ts'
import { type TestCell, testWorkbook } from './workbook.ts'

export const roster_header = ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Dân tộc', 'Chi bộ', 'Loại đảng viên', 'Số thẻ đảng viên']

/** The invented commune, whose office has a second clerk; the first sends rosters, the second confirms. */
export type Offices = InventedCommune & { clerk: number; second: number; today: string; world: World }

export async function inventOffices(world: World, invented?: InventedCommune): Promise<Offices> {
  const commune = invented ?? (await inventCommune(world.owner))
  await world.owner.query('begin')
  await world.owner.query(`set local neu_guong.loading = 'yes'`)
  const second = await addPerson(world.owner, 'Lục Thị Thêm')
  await addGrant(world.owner, second, 'unit-office', commune.units.commune)
  for (const [name, born] of Object.entries(births)) await knowBirth(world.owner, commune.people[name as keyof typeof births], born)
  await world.owner.query('commit')
  return { ...commune, clerk: commune.people.office, second, today: dayOf(new Date()), world }
}

const births = { lan: '1988-03-12', hoa: '1961-07-30', quy: '1999-01-02', lieu: '1975-10-20', office: '1980-05-05', far: '1988-03-12' }

/** What is known of somebody, once more with their birth. */
async function knowBirth(owner: pg.Client, person_id: number, birth_date: string): Promise<void> {
  await owner.query(
    `with closed as (update person_version set recorded = closed(recorded) where person_id = $1 returning full_name)
     insert into person_version (person_id, full_name, birth_date) select $1, full_name, $2 from closed`,
    [person_id, birth_date],
  )
}

let pressed = 0
/** A key as a form would make it. */
export const newKey = () => `roster-test-key-${String(++pressed).padStart(6, '0')}`

export function asks(person_id: number) {
  return { person_id, name: 'test' }
}

export function rosterOf({ world }: Offices, person_id: number, roster_import_id: number): Promise<Roster | null> {
  return look(world.database, { person_id }, db => findRoster(db, roster_import_id))
}

/** The clerk sends a roster with the usual header, has it read by its proposed columns, and sees what it came to. */
export async function sendRoster(
  offices: Offices,
  rows: TestCell[][],
  { unit = 'dang-bo-xa', header = roster_header } = {},
): Promise<Roster> {
  const file = testWorkbook({ sheets: [{ name: 'DS', rows: [header, ...rows] }] })
  return sendFile(offices, file, { unit })
}

export async function sendFile(offices: Offices, file: Uint8Array, { unit = 'dang-bo-xa' } = {}): Promise<Roster> {
  const { world, clerk, today } = offices
  const seen = answerTask({ task: 'look', bytes: file })
  if (!seen.ok || !('sheets' in (seen.value as object))) throw new Error(JSON.stringify(seen))
  const upload = {
    unit,
    listed_on: today,
    file_name: 'ds.xlsx',
    file,
    digest: createHash('sha256').update(file).digest('hex'),
    key: newKey(),
    today,
  }
  const sent = await change(world.database, asks(clerk), tx =>
    uploadRoster(tx, asks(clerk), { ...upload, seen: seen.value as Roster['seen'] }),
  )
  if (!sent.ok) throw new Error(JSON.stringify(sent))
  return readRosterAgain(offices, sent.value.roster_import_id)
}

export async function readRosterAgain(offices: Offices, roster_import_id: number): Promise<Roster> {
  const { world, clerk } = offices
  const { seen } = (await rosterOf(offices, clerk, roster_import_id))!
  const chosen = { roster_import_id, sheet: 0, mapping: seen.sheets[0]!.proposal, now: new Date() }
  const begun = await change(world.database, asks(clerk), tx => beginReading(tx, asks(clerk), chosen))
  if (!begun.ok) throw new Error(JSON.stringify(begun))
  // A loaded machine reads slowly; that is no fault of the workbook.
  const patience = { time: 170_000, heap: 1024 }
  await runReading({ database: world.database, actor: asks(clerk), roster_import_id, say: fail, patience })
  return (await rosterOf(offices, clerk, roster_import_id))!
}

/** The second person confirms, or whoever is named; the work is done when this is over. */
export async function confirm(offices: Offices, { roster_import_id, version }: Roster, left_typed = '', by = offices.second) {
  const { world } = offices
  const confirmation = {
    roster_import_id,
    version,
    left_typed,
    posts: await countPostsEnding(offices, roster_import_id, by),
    key: newKey(),
    now: new Date(),
  }
  const outcome = await change(world.database, asks(by), tx => confirmRoster(tx, asks(by), confirmation))
  if (outcome.ok) await runApplying({ database: world.database, actor: asks(by), roster_import_id, say: fail })
  return outcome
}

/** What the page shows to whoever confirms. */
async function countPostsEnding(offices: Offices, roster_import_id: number, by: number): Promise<number> {
  const roster = await rosterOf(offices, by, roster_import_id)
  if (!roster) return 0
  const posts = await look(offices.world.database, { person_id: by }, db => listPostsLeft(db, asks(by), roster))
  return posts.filter(({ becomes }) => becomes === 'ends').length
}

export async function undo(offices: Offices, { roster_import_id }: Roster, by = offices.second) {
  const { world } = offices
  const outcome = await change(world.database, asks(by), tx =>
    beginUndoing(tx, asks(by), { roster_import_id, key: newKey(), now: new Date() }),
  )
  if (outcome.ok) await runUndoing({ database: world.database, actor: asks(by), roster_import_id, say: fail })
  return outcome
}

function fail(line: string): void {
  console.error(line)
}

/**
 * All that the register says of everybody now, in one spelling: what an import and its inverse must leave as it was.
 */
export async function registerNow(world: World): Promise<string> {
  await world.owner.query('begin')
  await world.owner.query(`set local neu_guong.loading = 'yes'`)
  const { rows } = await world.owner.query(
    `select string_agg(line, E'\\n' order by line) as said from (
       select concat_ws('|', 'person', person_id, full_name, birth_date, birth_year, gender, ethnicity) as line from person_version where upper(recorded) = 'infinity'
       union all
       select concat_ws('|', 'member', person_id, unit_id, kind, valid) from membership where upper(recorded) = 'infinity'
       union all
       select concat_ws('|', 'card', person_id, card_number) from party_card where upper(recorded) = 'infinity'
       union all
       select concat_ws('|', 'holds', person_id, post_id, instrument_id, valid) from tenure where upper(recorded) = 'infinity') lines`,
  )
  await world.owner.query('commit')
  return rows[0].said
}
