import { sql } from 'kysely'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { once } from '../../../platform/ledger/index.ts'
import { type Answers, problemsWith } from '../../../platform/staff/index.ts'
import { decisionIn, recordInstrument } from '../../organisation/index.ts'
import { recognise_form, revoke_form } from '../forms.ts'
import type { ExemplarCode } from '../problem-words.ts'
import type { Nomination } from '../reads/find-nomination.ts'
import { type Clerk, findForStep, takeStep } from './take-step.ts'

type Recognising = { nomination_id: number; award: Answers<typeof recognise_form>; key: string; today: string }

/**
 * Recognises an exemplar by an instrument: one award for the achievement of the case. Refusals: unknown-nomination,
 * own-work, not-yours, wrong-state; those of the form (an award without its instrument); not-signed-yet, before-notice,
 * awarded-already.
 */
export function recogniseExemplar(
  tx: Tx,
  actor: Clerk,
  { nomination_id, award, key, today }: Recognising,
): Promise<Outcome<null, ExemplarCode>> {
  return once(tx, actor, { key, act: 'recognise-exemplar', request: { nomination_id, award } }, async () => {
    const found = await findForStep(tx, actor, { nomination_id, move: 'recognise', today })
    if (!found.ok) return found
    const wrong = problemsOf<ExemplarCode>([...problemsWith(recognise_form, award), ...problemsWithDay(award, found.value, today)])
    if (wrong) return wrong
    const { exemplar_id, achievement } = found.value
    if (await isAwarded(tx, exemplar_id, achievement)) return refused({ code: 'awarded-already' })
    const instrument_id = await recordInstrument(tx, decisionIn(award))
    const { level, form, signed_on } = award
    await tx.insertInto('recognition').values({ exemplar_id, level, form, achievement, instrument_id, decided_on: signed_on }).execute()
    await takeStep(tx, actor, { nomination_id, move: 'recognise', with_it: { ...award, instrument_id } })
    return done(null)
  })
}

function* problemsWithDay(
  { signed_on }: Answers<typeof recognise_form>,
  { notice_until }: Nomination,
  today: string,
): Generator<Problem<ExemplarCode>> {
  if (signed_on > today) yield { code: 'not-signed-yet', field: 'signed_on', limit: signed_on }
  else if (notice_until !== null && signed_on <= notice_until) yield { code: 'before-notice', field: 'signed_on', limit: notice_until }
}

async function isAwarded(tx: Tx, exemplar_id: number, achievement: string): Promise<boolean> {
  const { rows } = await sql`
    select from recognition
     where exemplar_id = ${exemplar_id} and is_open(recorded) and folded(achievement) = folded(${achievement})`.execute(tx)
  return rows.length > 0
}

type Revoking = { nomination_id: number; instrument: Answers<typeof revoke_form>; key: string; today: string }

/**
 * Takes a recognition back by an instrument: from its day on it counts no more, and it stays known that it stood until
 * then. Refusals: unknown-nomination, own-work, not-yours, wrong-state; those of the form; not-signed-yet,
 * before-decision, no-recognition.
 */
export function revokeRecognition(
  tx: Tx,
  actor: Clerk,
  { nomination_id, instrument, key, today }: Revoking,
): Promise<Outcome<null, ExemplarCode>> {
  return once(tx, actor, { key, act: 'revoke-recognition', request: { nomination_id, instrument } }, async () => {
    const found = await findForStep(tx, actor, { nomination_id, move: 'revoke', today })
    if (!found.ok) return found
    const wrong = problemsOf<ExemplarCode>(problemsWith(revoke_form, instrument))
    if (wrong) return wrong
    const { signed_on } = instrument
    if (signed_on > today) return refused({ code: 'not-signed-yet', field: 'signed_on', limit: signed_on })
    const standing = await findStanding(tx, found.value)
    if (!standing) return refused({ code: 'no-recognition' })
    if (signed_on < standing.decided_on) return refused({ code: 'before-decision', field: 'signed_on', limit: standing.decided_on })
    const revocation_id = await recordInstrument(tx, decisionIn(instrument))
    await revoke(tx, standing.recognition_id, { signed_on, revocation_id })
    await takeStep(tx, actor, { nomination_id, move: 'revoke', with_it: { ...instrument, revocation_id } })
    return done(null)
  })
}

async function findStanding(
  tx: Tx,
  { exemplar_id, achievement }: Nomination,
): Promise<{ recognition_id: number; decided_on: string } | undefined> {
  const { rows } = await sql<{ recognition_id: number; decided_on: string }>`
    select recognition_id, decided_on from recognition
     where exemplar_id = ${exemplar_id} and achievement = ${achievement} and is_open(recorded) and revoked_on is null`.execute(tx)
  return rows[0]
}

async function revoke(tx: Tx, recognition_id: number, { signed_on, revocation_id }: { signed_on: string; revocation_id: number }) {
  await sql`
    with ended as (
         update recognition set recorded = closed(recorded) where recognition_id = ${recognition_id}
         returning exemplar_id, level, form, achievement, instrument_id, decided_on)
    insert into recognition (exemplar_id, level, form, achievement, instrument_id, decided_on, revoked_on, revocation_id)
    select exemplar_id, level, form, achievement, instrument_id, decided_on, ${signed_on}, ${revocation_id} from ended`.execute(tx)
}
