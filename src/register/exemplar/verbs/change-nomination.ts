import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import { closedNow } from '../../../platform/role/index.ts'
import { type Answers, problemsWith } from '../../../platform/staff/index.ts'
import { change_form } from '../forms.ts'
import type { ExemplarCode } from '../problem-words.ts'
import { isConsidered } from '../reads/is-considered.ts'
import { type Clerk, findForStep } from './take-step.ts'

type Change = { nomination_id: number; text: Answers<typeof change_form>; key: string; today: string }

/**
 * Mends what a case says, by whoever put it forward and while it is with them. Refusals: unknown-nomination, own-work,
 * not-yours, wrong-state; those of the form; nominated-already.
 */
export function changeNomination(tx: Tx, actor: Clerk, { nomination_id, text, key, today }: Change): Promise<Outcome<null, ExemplarCode>> {
  return once(tx, actor, { key, act: 'change-nomination', request: { nomination_id, text } }, async () => {
    const found = await findForStep(tx, actor, { nomination_id, move: 'submit', today })
    if (!found.ok) return found
    const wrong = problemsOf<ExemplarCode>(problemsWith(change_form, text))
    if (wrong) return wrong
    const { exemplar_id } = found.value
    if (await isConsidered(tx, { exemplar_id, achievement: text.achievement, but_for: nomination_id }))
      return refused({ code: 'nominated-already', field: 'achievement' })
    await tx
      .updateTable('nomination_text')
      .set({ recorded: closedNow })
      .where('nomination_id', '=', nomination_id)
      .where(({ fn }) => fn('is_open', ['recorded']), '=', true)
      .execute()
    await tx
      .insertInto('nomination_text')
      .values({ nomination_id, ...text })
      .execute()
    await record(tx, actor, {
      ...{ act: 'change-nomination', object: 'nomination', object_id: String(nomination_id) },
      ...{ digest: digestOf({ nomination_id, ...text }), retention: 'conduct' },
    })
    return done(null)
  })
}
