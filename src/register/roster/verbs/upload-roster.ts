import { sql } from 'kysely'
import { isDay } from '../../../basis/shared/dates.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import { may, standingOf } from '../../../platform/role/index.ts'
import { problemsWith } from '../../../platform/staff/index.ts'
import { upload_form } from '../forms.ts'
import type { RosterCode } from '../problem-words.ts'
import type { Roster } from '../roster.ts'
import { takeStep } from './take-step.ts'

export type RosterUpload = {
  unit: string
  listed_on: string
  file_name: string
  file: Uint8Array
  digest: string
  seen: Roster['seen']
  key: string
  today: string
}

/**
 * Takes a roster in, as the list of a unit and all under it on a day; nothing of the register changes. Refusals:
 * no-such-day, to-come, day-too-old, another-year (its titles speak of another one), unknown-unit, not-yours, and
 * those of the key.
 */
export async function uploadRoster(
  tx: Tx,
  actor: Actor & { person_id: number },
  upload: RosterUpload,
): Promise<Outcome<{ roster_import_id: number }, RosterCode>> {
  const wrong = problemsOf(problemsWithUpload(upload))
  if (wrong) return wrong
  const { unit, listed_on, file_name, file, digest, seen, key, today } = upload
  return once(tx, actor, { key, act: 'upload-roster', request: { unit, listed_on, digest } }, async () => {
    const { rows: units } = await sql<{ unit_id: number }>`select unit_id from unit where key = ${unit}`.execute(tx)
    const unit_id = units[0]?.unit_id
    if (unit_id === undefined) return refused({ code: 'unknown-unit' })
    if (!may(await standingOf(tx, actor.person_id, today), 'roster', 'import', { unit_id }).allowed) return refused({ code: 'not-yours' })
    const { rows } = await sql<{ roster_import_id: number }>`
      insert into roster_import (unit_id, uploaded_by, listed_on, file_name, file, digest, seen)
      values (${unit_id}, ${actor.person_id}, ${listed_on}, ${file_name}, ${Buffer.from(file)}, ${digest}, ${JSON.stringify(seen)}::jsonb)
      returning roster_import_id`.execute(tx)
    const { roster_import_id } = rows[0]!
    await takeStep(tx, actor, { roster_import_id, state: 'uploaded' })
    await record(tx, actor, {
      act: 'upload-roster',
      object: 'roster-import',
      object_id: String(roster_import_id),
      digest,
      retention: 'conduct',
    })
    return done({ roster_import_id })
  })
}

function* problemsWithUpload({ listed_on, seen, today }: RosterUpload): Iterable<Problem<RosterCode>> {
  yield* problemsWith(upload_form, { file: undefined, listed_on }, { today })
  const years = seen.sheets.flatMap(sheet => sheet.years)
  const year = Number(listed_on.slice(0, 4))
  if (isDay(listed_on) && years.length > 0 && !years.includes(year))
    yield { code: 'another-year', field: 'file', values: { found: years.join(', '), asked: year } }
}
