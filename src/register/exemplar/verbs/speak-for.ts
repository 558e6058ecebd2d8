import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import { problemsWith } from '../../../platform/staff/index.ts'
import { consent_scopes } from '../exemplar.ts'
import { paper_form } from '../forms.ts'
import type { ExemplarCode } from '../problem-words.ts'
import type { Clerk } from './take-step.ts'
import { endConsent } from './withdraw-consent.ts'

/** `paper`: on which paper it was given or taken back, where that was not by the person at the keyboard; else null. */
export type Speaking = { exemplar_id: number; scope: string; paper: string | null; key: string; today: string }

/**
 * Records consent to one item, from today on: given by whoever it is about; or on paper, through the office that keeps
 * the file. Refusals: unknown-scope, no-paper, too-long, not-theirs, given-already.
 */
export function giveConsent(tx: Tx, actor: Clerk, { key, today, ...given }: Speaking): Promise<Outcome<null, ExemplarCode>> {
  return once(tx, actor, { key, act: 'give-consent', request: given }, async () => {
    const wrong = await problemsWithSpeaking(tx, given)
    if (wrong) return wrong
    const { exemplar_id, scope, paper } = given
    if (await isGiven(tx, given)) return refused({ code: 'given-already' })
    await sql`
      insert into consent (exemplar_id, scope, valid, given_by, paper)
      values (${exemplar_id}, ${scope}, daterange(${today}, 'infinity'), ${actor.person_id}, ${paper})`.execute(tx)
    await record(tx, actor, {
      ...{ act: 'give-consent', object: 'exemplar', object_id: String(exemplar_id) },
      ...{ digest: digestOf(given), retention: 'publication' },
    })
    return done(null)
  })
}

/**
 * Takes consent to one item back, in the same ways: from this moment on nothing that it allowed is told anywhere.
 * Refusals: unknown-scope, no-paper, too-long, not-theirs, not-given.
 */
export function takeBackConsent(tx: Tx, actor: Clerk, { key, today: _, ...taken }: Speaking): Promise<Outcome<null, ExemplarCode>> {
  return once(tx, actor, { key, act: 'take-back-consent', request: taken }, async () => {
    const wrong = await problemsWithSpeaking(tx, taken)
    if (wrong) return wrong
    const { rows } = await sql<{ at: string }>`select recorded_now() as at`.execute(tx)
    const { exemplar_id, scope } = taken
    const was_given = await endConsent(tx, actor, { exemplar_id, scope, at: rows[0]!.at }, digestOf(taken))
    return was_given ? done(null) : refused({ code: 'not-given' })
  })
}

type Said = Pick<Speaking, 'exemplar_id' | 'scope' | 'paper'>

async function problemsWithSpeaking(tx: Tx, { exemplar_id, scope, paper }: Said) {
  if (!consent_scopes.some(known => known === scope)) return refused({ code: 'unknown-scope' })
  const wrong = paper === null ? null : problemsOf<ExemplarCode>(problemsWith(paper_form, { paper }))
  if (wrong) return wrong
  await sql`select pg_advisory_xact_lock(hashtextextended('consent', ${exemplar_id}))`.execute(tx)
  const { rows } = await sql<{ may: boolean }>`select may_speak_for(${exemplar_id}, ${paper}) as may`.execute(tx)
  return rows[0]!.may ? null : refused({ code: 'not-theirs' })
}

async function isGiven(tx: Tx, { exemplar_id, scope }: Said): Promise<boolean> {
  const { rows } = await sql<{ is_given: boolean }>`select has_consent(${exemplar_id}, ${scope}) as is_given`.execute(tx)
  return rows[0]!.is_given
}
