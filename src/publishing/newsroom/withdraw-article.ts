import { digestOf } from '../../basis/shared/canonical-json.ts'
import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import { type Actor, asOwner, change, type Database, type Tx } from '../../platform/database/index.ts'
import { record } from '../../platform/ledger/index.ts'
import { may, type Standing } from '../../platform/role/index.ts'
import { readComment } from '../../platform/workflow/index.ts'
import { findArticle } from './find-article.ts'

/** `replaced_by`: the article that readers are led to instead; null where they are told that it is gone, and why. */
export type WithdrawalAsked = { article_id: number; reason: string; replaced_by: number | null }

/**
 * Takes an article off every page, feed and list; its address says why (410), or leads to what stands in its place.
 * What was printed is kept. It runs as the owner of the register, for the application may not write what is public.
 * Refusals: not-yours, no-comment, too-long, unknown-article, unknown-replacement, withdrawn-already.
 */
export async function withdrawArticle(
  database: Pick<Database, 'connect'>,
  actor: Actor & { person_id: number },
  standing: Standing,
  asked: WithdrawalAsked,
): Promise<Outcome<{ article_id: number }>> {
  if (!standing.held.some(({ unit_id }) => may(standing, 'article', 'withdraw', { unit_id }).allowed)) return refused({ code: 'not-yours' })
  const reason = readComment(asked.reason)
  if (!reason.ok) return { ok: false, problems: reason.problems.map(problem => ({ ...problem, field: 'reason' })) }
  return asOwner(database, owned => change(owned, actor, tx => withdraw(tx, actor, { ...asked, reason: reason.value })))
}

/** Withdraws, in a change that runs as the owner. */
export async function withdraw(
  tx: Tx,
  actor: Actor,
  { article_id, reason, replaced_by }: WithdrawalAsked,
): Promise<Outcome<{ article_id: number }>> {
  const known = await tx.selectFrom('article').select('article_id').where('article_id', '=', article_id).executeTakeFirst()
  if (!known) return refused({ code: 'unknown-article' })
  if (replaced_by !== null && (replaced_by === article_id || !(await findArticle(tx, { article_id: replaced_by, lang: 'vi' }))))
    return refused({ code: 'unknown-replacement', field: 'replaced_by' })
  const written = await tx
    .insertInto('withdrawal')
    .values({ article_id, reason, replaced_by })
    .onConflict(conflict => conflict.doNothing())
    .returning('article_id')
    .executeTakeFirst()
  if (!written) return refused({ code: 'withdrawn-already' })
  const digest = digestOf({ article_id, reason, replaced_by })
  await record(tx, actor, { act: 'withdraw-article', object: 'article', object_id: String(article_id), digest, retention: 'publication' })
  return done({ article_id })
}
