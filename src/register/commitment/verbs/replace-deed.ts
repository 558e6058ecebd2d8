import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { type Fields, once, record } from '../../../platform/ledger/index.ts'
import type { DeedText } from '../commitment.ts'
import type { DeedCode } from '../deed-words.ts'
import { deedFrom } from '../fields.ts'
import { problemsWithReplacement, windowOf } from '../forms.ts'
import type { OwnedDeed } from '../reads/find-deed.ts'
import { findTask } from '../reads/find-task.ts'
import { addDeedStep, lockedDeed, problemsWithStanding } from './report-deed.ts'
import { saveDraft } from './save-draft.ts'

/** `fields` are those of the page: why, and the deed that comes instead (`what`, `how`, `measure`, `due_on`). */
export type DeedReplacing = { deed_id: number; step: number; fields: Fields; key: string; today: string }

/**
 * Puts another deed in the place of one's own that cannot be carried out, and says why. The old one keeps its row and
 * its reports, and counts no more; the number of deeds stays. Refusals: unknown-deed, not-yours, not-approved,
 * replaced-deed, stale-report, done-deed, no-reason, too-long, and those of a deed.
 */
export function replaceDeed(
  tx: Tx,
  actor: Actor,
  { deed_id, step, fields, key, today }: DeedReplacing,
): Promise<Outcome<{ deed_id: number }, DeedCode>> {
  return once(tx, actor, { key, act: 'replace-deed', request: { deed_id, step, fields } }, async () => {
    const old = await lockedDeed(tx, deed_id)
    if (!old) return refused({ code: 'unknown-deed' })
    const text = deedFrom(fields)
    const reason = fields.reason ?? ''
    const wrong = problemsOf([...problemsWithStanding(old, actor, step), ...problemsWithReplacing(old, reason, text)])
    if (wrong) return wrong
    await addDeedStep(tx, actor, { deed_id, state: 'replaced', said: reason, today })
    const next = await addDeed(tx, old, text, today)
    await replaceInDraft(tx, actor, old, text, today)
    const digest = digestOf({ deed_id, next, reason, text })
    await record(tx, actor, { act: 'replace-deed', object: 'deed', object_id: String(deed_id), digest, retention: 'conduct' })
    return done({ deed_id: next })
  })
}

function* problemsWithReplacing(old: OwnedDeed, reason: string, text: DeedText): Generator<Problem<DeedCode>> {
  if (old.state === 'done') return yield { code: 'done-deed' }
  yield* problemsWithReplacement(reason, text, windowOf(old))
}

/** It is numbered after the last. */
async function addDeed(tx: Tx, { commitment_id }: OwnedDeed, { what, how, measure, due_on }: DeedText, today: string): Promise<number> {
  const { rows } = await sql<{ deed_id: number }>`
    insert into deed (commitment_id, ordinal, what, how, measure, due_on, registered_on)
    select ${commitment_id}, max(d.ordinal) + 1, ${what}, nullif(${how}, ''), ${measure}, ${due_on}::date, ${today}::date
      from deed d where d.commitment_id = ${commitment_id}
    returning deed_id`.execute(tx)
  return rows[0]!.deed_id
}

/** The draft from which an amendment would go on names the new one, too. */
async function replaceInDraft(tx: Tx, actor: Actor, { obligation_id, what }: OwnedDeed, text: DeedText, today: string): Promise<void> {
  const [task] = await findTask(tx, { obligation_id, day: today })
  const place = Object.entries(task?.draft ?? {}).find(([name, said]) => /^deed_\d_what$/.test(name) && said === what)?.[0]
  if (!task || !place) return
  const fields = Object.fromEntries(Object.entries(text).map(([part, said]) => [place.replace('what', part), said]))
  await saveDraft(tx, actor, { obligation_id, version: task.draft_version!, fields, today })
}
