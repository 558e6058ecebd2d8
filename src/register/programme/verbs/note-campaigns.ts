import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import { oneLine } from '../../../basis/shared/vietnamese.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { record } from '../../../platform/ledger/index.ts'
import { problemsWith } from '../../../platform/staff/index.ts'
import { note_form } from '../forms.ts'
import type { CampaignCode } from '../problem-words.ts'
import { findUnitNumber } from '../reads/find-unit-number.ts'
import { mayCall } from './issue-campaign.ts'

export type CampaignsNote = { programme: string; unit: string; note: string; today: string }

/**
 * What a level says beside the campaigns of a programme, for itself and all below it: why some years have none, for
 * example. A later note takes the place of its first; an empty one takes it away. Refusals: too-long,
 * unknown-programme, unknown-unit, not-yours.
 */
export async function noteCampaigns(
  tx: Tx,
  actor: Actor,
  { programme, unit, note, today }: CampaignsNote,
): Promise<Outcome<null, CampaignCode>> {
  const said = oneLine(note)
  const wrong = problemsOf(problemsWith(note_form, { programme, note: said }))
  if (wrong) return wrong
  const { rows } = await sql<{ programme_id: number }>`
    select programme_id from programme where key = ${programme} and upper(recorded) = 'infinity'`.execute(tx)
  if (!rows[0]) return refused({ code: 'unknown-programme', field: 'programme' })
  const unit_id = await findUnitNumber(tx, unit)
  if (unit_id === null) return refused({ code: 'unknown-unit', field: 'note' })
  if (!(await mayCall(tx, actor, 'issue', unit_id, today))) return refused({ code: 'not-yours', field: 'note' })
  const { programme_id } = rows[0]
  await sql`
    update programme_note set recorded = closed(recorded)
     where programme_id = ${programme_id} and unit_id = ${unit_id} and upper(recorded) = 'infinity'`.execute(tx)
  if (said !== '')
    await sql`insert into programme_note (programme_id, unit_id, note) values (${programme_id}, ${unit_id}, ${said})`.execute(tx)
  const digest = digestOf({ programme, unit, note: said })
  await record(tx, actor, { act: 'note-campaigns', object: 'unit', object_id: String(unit_id), digest, retention: 'organisation' })
  return done(null)
}
