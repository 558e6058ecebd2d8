import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import { type Standing, standingOf } from '../../../platform/role/index.ts'
import { type Answers, problemsWith } from '../../../platform/staff/index.ts'
import { notYours } from '../../../platform/workflow/index.ts'
import { nomination_flow } from '../exemplar.ts'
import type { ExemplarCode } from '../problem-words.ts'
import { lockedNomination, type Nomination } from '../reads/find-nomination.ts'
import { type Clerk, decideStep } from '../verbs/take-step.ts'
import { declare_form, end_form } from './forms.ts'
import { findModel } from './list-models.ts'

type Declaring = { nomination_id: number; model: Answers<typeof declare_form>; key: string; today: string }

/**
 * Declares what an exemplar was recognised for a model that others may take up. Refusals: unknown-nomination, own-work,
 * not-yours, wrong-state (it is not recognised, or no more); those of the form.
 */
export function declareModel(
  tx: Tx,
  actor: Clerk,
  { nomination_id, model, key, today }: Declaring,
): Promise<Outcome<{ model_id: number }, ExemplarCode>> {
  return once(tx, actor, { key, act: 'declare-model', request: { nomination_id, model } }, async () => {
    const found = await lockedNomination(tx, nomination_id, today)
    if (!found) return refused({ code: 'unknown-nomination' })
    const decision = decideStep(found, 'revoke', await standingOf(tx, actor.person_id, today))
    if (!decision.ok) return decision
    const wrong = problemsOf<ExemplarCode>(problemsWith(declare_form, model, { today }))
    if (wrong) return wrong
    const { model_id } = await tx
      .insertInto('model')
      .values({ exemplar_id: found.exemplar_id, ...model })
      .returning('model_id')
      .executeTakeFirstOrThrow()
    await note(tx, actor, 'declare-model', model_id, { exemplar_id: found.exemplar_id, ...model })
    return done({ model_id })
  })
}

/** Whether somebody may declare a model of a case: who may take its recognition back. */
export function mayDeclare(found: Nomination, standing: Standing): boolean {
  return decideStep(found, 'revoke', standing).ok
}

/** Whether they may end one: also where the recognition was taken back since. */
export function mayEnd(found: Nomination, standing: Standing): boolean {
  return mayDeclare({ ...found, state: 'recognised' }, standing)
}

type Ending = { nomination_id: number; model_id: number; end: Answers<typeof end_form>; key: string; today: string }

/**
 * Says that a model is no longer in operation. Refusals: unknown-nomination, not-yours; those of the form;
 * unknown-model, ended-already, before-its-start.
 */
export function endModel(tx: Tx, actor: Clerk, { nomination_id, model_id, end, key, today }: Ending): Promise<Outcome<null, ExemplarCode>> {
  return once(tx, actor, { key, act: 'end-model', request: { model_id, end } }, async () => {
    const found = await lockedNomination(tx, nomination_id, today)
    if (!found) return refused({ code: 'unknown-nomination' })
    if (!mayEnd(found, await standingOf(tx, actor.person_id, today))) return refused(notYours(nomination_flow, 'revoke'))
    const wrong = problemsOf<ExemplarCode>(problemsWith(end_form, end, { today }))
    if (wrong) return wrong
    const [model] = await findModel(tx, { model_id })
    if (model?.exemplar_id !== found.exemplar_id) return refused({ code: 'unknown-model' })
    if (model.ended_on !== null) return refused({ code: 'ended-already' })
    if (end.ended_on < model.started_on) return refused({ code: 'before-its-start', field: 'ended_on', limit: model.started_on })
    await tx.insertInto('model_end').values({ model_id, ended_on: end.ended_on }).execute()
    await note(tx, actor, 'end-model', model_id, end)
    return done(null)
  })
}

function note(tx: Tx, actor: Clerk, act: string, model_id: number, content: object): Promise<void> {
  const object = { object: 'model', object_id: String(model_id) }
  return record(tx, actor, { act, ...object, digest: digestOf({ model_id, ...content }), retention: 'organisation' })
}
