import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import { type Actor, change, type Database, type Tx } from '../../../platform/database/index.ts'
import { record } from '../../../platform/ledger/index.ts'
import { look } from '../../../platform/sign-in/index.ts'
import { inWorker, type Patience } from '../in-worker.ts'
import type { RosterCode } from '../problem-words.ts'
import { findFile, findRoster } from '../reads/find-roster.ts'
import type { Roster, RosterState, StepDetail } from '../roster.ts'
import type { Mapping } from '../table/columns.ts'
import type { Fault, KnownUnit, RosterRead } from '../table/read-roster.ts'
import { applyRoster, countMoved } from './apply-roster.ts'
import { countLater, matchRows, notePersons, readInBulk, storeRows } from './compare-roster.ts'
import { problemsWithPosts } from './confirm-roster.ts'
import { closeOldChoices, matchOthers, noteOthers } from './note-others.ts'
import { takeStep, tellProgress } from './take-step.ts'
import { countChangedSince, undoRoster } from './undo-roster.ts'

/** Work that takes longer than an answer may: it goes on while the page asks how far it has come. */
export type RosterWork = {
  database: Pick<Database, 'kysely'>
  actor: Actor & { person_id: number }
  roster_import_id: number
  say: (line: string) => void
  /** With what is read from the workbook. */
  patience?: Patience
}

const beat_ms = 5_000

/**
 * Does the work of a step with a sign of life every few seconds; what fails leaves the import `stopped`, and it can be
 * begun again.
 */
async function working(work: RosterWork, doing: string, steps: (tell: Tell, roster: Roster) => Promise<void>): Promise<void> {
  const { database, actor, roster_import_id, say } = work
  let told = { doing, done: 0 }
  let telling: Promise<unknown> = Promise.resolve()
  const tell: Tell = (doing, percent) => {
    told = { doing, done: percent }
    telling = telling
      .then(() => change(database, actor, async tx => done(await tellProgress(tx, roster_import_id, doing, percent))))
      .catch(() => {})
  }
  const beating = setInterval(() => tell(told.doing, told.done), beat_ms)
  try {
    const roster = await look(database, actor, db => findRoster(db, roster_import_id))
    await steps(tell, roster!)
  } catch (error) {
    say(`roster ${roster_import_id}: ${error instanceof Error ? error.stack : error}`)
    await endIn(work, 'stopped')
  } finally {
    clearInterval(beating)
    await telling
  }
}

/**
 * Says how far the work has come, and is not waited for: it is a change of its own. Within the change that does the
 * work, waiting for it would be waiting for ever as soon as somebody between the two wants the register to stand still
 * (resolvedTimestamp): they wait for the work, and who tells waits for them.
 */
type Tell = (doing: string, percent: number) => void

async function endIn({ database, actor, roster_import_id }: RosterWork, state: RosterState, detail: StepDetail = {}): Promise<void> {
  await change(database, actor, async tx => done(await takeStep(tx, actor, { roster_import_id, state, detail })))
}

/**
 * Reads the workbook by its columns and lays it beside the register. Ends in `compared`, `faulty` (cells to be mended)
 * or `unreadable` (the whole is wrong).
 */
export function runReading(work: RosterWork): Promise<void> {
  return working(work, 'reading', async (tell, roster) => {
    const { database, actor, roster_import_id, patience } = work
    const { sheet = 0, mapping = {} } = roster.detail
    tell('reading', 5)
    const { bytes, units, today } = await look(database, actor, async db => ({
      bytes: await findFile(db, roster_import_id),
      units: await listKnownUnits(db as Tx, roster.unit_id),
      today: roster.listed_on,
    }))
    const asked = { sheet, mapping: mapping as Mapping, today, unit_id: roster.unit_id, units }
    const read = await inWorker({ task: 'read', bytes, ...asked }, patience)
    const kept = { sheet, mapping }
    if (!read.ok) return endIn(work, 'unreadable', { ...kept, problems: read.problems })
    const { problems, faults, padded } = read.value
    if (problems.length > 0) return endIn(work, 'unreadable', { ...kept, problems })
    if (faults.length > 0) return endWithFaults(work, faults, kept)
    const compared = await change(database, actor, tx => compare(tx, roster, read.value, tell))
    await (compared.ok ? endIn(work, 'compared', { ...kept, padded }) : endIn(work, 'unreadable', { ...kept, problems: compared.problems }))
  })
}

async function compare(tx: Tx, roster: Roster, { rows }: RosterRead, tell: Tell): Promise<Outcome<null, RosterCode>> {
  await readInBulk(tx)
  const later = await countLater(tx, roster)
  if (later > 0) return refused({ code: 'register-is-newer', values: { n: later } })
  await storeRows(tx, roster.roster_import_id, rows, percent => tell('storing', percent))
  tell('comparing', 10)
  await notePersons(tx, roster)
  tell('comparing', 50)
  await matchRows(tx, roster.roster_import_id)
  await noteOthers(tx, roster)
  await matchOthers(tx, roster.roster_import_id)
  await closeOldChoices(tx, roster.roster_import_id)
  return done(null)
}

async function endWithFaults(work: RosterWork, faults: Fault[], kept: StepDetail): Promise<void> {
  const { database, actor, roster_import_id } = work
  await change(database, actor, async tx => {
    await storeRows(tx, roster_import_id, [], () => {})
    await sql`
      insert into roster_fault (roster_import_id, row_number, column_number, field, code, said)
      select ${roster_import_id}, x.row, x."column", x.field, x.code, left(x.text, 200)
        from jsonb_to_recordset(${JSON.stringify(faults)}::jsonb) as x (row int, "column" int, field text, code text, text text)`.execute(
      tx,
    )
    return done(await takeStep(tx, actor, { roster_import_id, state: 'faulty', detail: { ...kept, faults: faults.length } }))
  })
}

/**
 * The unit with all under it, by their names today; and by the last name of what was merged into each, where no living
 * one has it.
 */
async function listKnownUnits(tx: Tx, unit_id: number): Promise<KnownUnit[]> {
  const { rows } = await sql<KnownUnit>`
    with named as materialized (
           select c.unit_id, c.unit_id = c.counted_id as lives, u.key, v.name, v.unit_kind = 'cell' as is_cell
             from units_counted_for('party', ${unit_id}, today_in_vietnam(), recorded_now()) c
             join unit u         on u.unit_id = c.counted_id
             join unit_version v on v.unit_id = c.counted_id and v.valid @> last_day_alive(c.counted_id, today_in_vietnam(), recorded_now())
                                and upper(v.recorded) = 'infinity')
    select unit_id, key, name, is_cell from named n
     where lives or not exists (select from named l where l.lives and folded(l.name) = folded(n.name))`.execute(tx)
  return rows
}

/**
 * Writes a confirmed roster into the register: all of it in one transaction, or, where the register has moved on since
 * the comparison, nothing.
 */
export function runApplying(work: RosterWork): Promise<void> {
  return working(work, 'applying', async (tell, roster) => {
    tell('applying', 10)
    const { actor } = work
    const applied = await change(work.database, actor, async tx => {
      const moved = await countMoved(tx, roster)
      if (moved > 0) return refused({ code: 'register-changed', values: { n: moved } })
      const { elsewhere, posts } = await applyRoster(tx, actor, roster)
      if (elsewhere.length > 0) return refused({ code: 'member-elsewhere', values: { names: elsewhere.join(', ') } })
      const too_new = problemsOf(problemsWithPosts(posts))
      if (too_new) return too_new
      const kept = posts.filter(({ becomes }) => becomes === 'remains').map(({ person_id, post_id }) => ({ person_id, post_id }))
      return finish(tx, actor, { ...roster, detail: { ...roster.detail, posts_kept: kept } }, 'applied', 'confirm-roster')
    })
    if (!applied.ok) await endIn(work, 'refused', { ...roster.detail, problems: applied.problems })
  })
}

/**
 * Takes an applied roster back. Where somebody has gone on with what it wrote, nothing is taken back: the later act was
 * made in knowledge of it.
 */
export function runUndoing(work: RosterWork): Promise<void> {
  return working(work, 'undoing', async (tell, roster) => {
    tell('undoing', 10)
    const { actor } = work
    const undone = await change(work.database, actor, async tx => {
      const changed = await countChangedSince(tx, roster.roster_import_id)
      if (changed > 0) return refused({ code: 'changed-since', values: { n: changed } })
      await undoRoster(tx, roster.roster_import_id)
      return finish(tx, actor, roster, 'undone', 'undo-roster')
    }).catch((error: { code?: string }) =>
      error.code === overlapping ? refused({ code: 'changed-since', values: { n: 1 } }) : Promise.reject(error),
    )
    if (!undone.ok) await endIn(work, 'applied', { ...roster.detail, problems: undone.problems as Problem<RosterCode>[] })
  })
}

/** exclusion_violation: somebody whom the roster had ended has been enrolled again since. */
const overlapping = '23P01'

async function finish(
  tx: Tx,
  actor: Actor,
  { roster_import_id, detail }: Roster,
  state: RosterState,
  act: string,
): Promise<Outcome<null, RosterCode>> {
  const { problems: _, ...kept } = detail
  await takeStep(tx, actor, { roster_import_id, state, detail: kept })
  const { rows } = await sql<{ effects: string }>`
    select string_agg(noun || ' ' || row_id || ' ' || act, ',' order by noun, row_id, act) as effects
      from roster_effect where roster_import_id = ${roster_import_id}`.execute(tx)
  const digest = digestOf({ roster_import_id, effects: rows[0]?.effects ?? '' })
  await record(tx, actor, { act, object: 'roster-import', object_id: String(roster_import_id), digest, retention: 'conduct' })
  return done(null)
}
