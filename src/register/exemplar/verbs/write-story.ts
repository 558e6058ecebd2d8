import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import { may, standingOf } from '../../../platform/role/index.ts'
import { type Answers, problemsWith } from '../../../platform/staff/index.ts'
import { notYours } from '../../../platform/workflow/index.ts'
import { nomination_flow } from '../exemplar.ts'
import { story_form } from '../forms.ts'
import type { ExemplarCode } from '../problem-words.ts'
import { lockedNomination } from '../reads/find-nomination.ts'
import type { Clerk } from './take-step.ts'

type Writing = { nomination_id: number; story: Answers<typeof story_form>; key: string; today: string }

/**
 * Writes the story of an exemplar as readers are told it, in the place of the one before; it is told only under consent.
 * Refusals: unknown-nomination, not-yours, and those of the form.
 */
export function writeStory(tx: Tx, actor: Clerk, { nomination_id, story, key, today }: Writing): Promise<Outcome<null, ExemplarCode>> {
  return once(tx, actor, { key, act: 'write-story', request: { nomination_id, story } }, async () => {
    const found = await lockedNomination(tx, nomination_id, today)
    if (!found) return refused({ code: 'unknown-nomination' })
    if (!may(await standingOf(tx, actor.person_id, today), 'exemplar', 'nominate', { unit_id: found.unit_id }).allowed)
      return refused(notYours(nomination_flow, 'submit'))
    const wrong = problemsOf<ExemplarCode>(problemsWith(story_form, story))
    if (wrong) return wrong
    const { exemplar_id } = found
    await sql`update exemplar_story set recorded = closed(recorded) where exemplar_id = ${exemplar_id} and is_open(recorded)`.execute(tx)
    await tx
      .insertInto('exemplar_story')
      .values({ exemplar_id, ...story })
      .execute()
    await record(tx, actor, {
      ...{ act: 'write-story', object: 'exemplar', object_id: String(exemplar_id) },
      ...{ digest: digestOf({ exemplar_id, ...story }), retention: 'publication' },
    })
    return done(null)
  })
}
