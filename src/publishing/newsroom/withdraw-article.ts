import { digestOf } from '../../basis/shared/canonical-json.ts'
import { done, type Outcome, refused, withField } from '../../basis/shared/outcome.ts'
import { type Actor, asOwner, change, type Database, type Tx } from '../../platform/database/index.ts'
import { once, record } from '../../platform/ledger/index.ts'
import { readComment } from '../../platform/workflow/index.ts'
import type { DraftCode } from './draft/draft-words.ts'
import type { ByWriter, Writer } from './draft/save-draft.ts'
import { findArticle } from './find-article.ts'
import { makeFindable } from './findable/make-findable.ts'
import { mayInNewsroom } from './may-in-newsroom.ts'

/** `replaced_by`: the article that readers are led to instead; null where they are told that it is gone, and why. */
export type WithdrawalAsked = { article_id: number; reason: string; replaced_by: number | null }

/**
 * Takes an article off every page, feed and list; its address says why (410), or leads to what stands in its place.
 * What was printed is kept. It runs as the owner of the register, for the application may not write what is public.
 * Refusals: not-yours, no-comment, too-long, unknown-article, unknown-replacement, withdrawn-already.
 */
export async function withdrawArticle(
  database: Pick<Database, 'connect'>,
  actor: Writer,
  { standing, key, ...asked }: ByWriter & WithdrawalAsked,
): Promise<Outcome<{ article_id: number }, DraftCode>> {
  if (!mayInNewsroom(standing, 'withdraw')) return refused({ code: 'not-yours' })
  const reason = readComment(asked.reason)
  if (!reason.ok) return withField(reason, 'reason')
  const { article_id, replaced_by } = asked
  const request = { article_id, replaced_by, reason: reason.value }
  const once_only = (tx: Tx) => once(tx, actor, { key, act: 'withdraw-article', request }, () => withdraw(tx, actor, request))
  return asOwner(database, owned => change(owned, actor, once_only))
}

/** Withdraws, in a change that runs as the owner. */
export async function withdraw(
  tx: Tx,
  actor: Actor,
  { article_id, reason, replaced_by }: WithdrawalAsked,
): Promise<Outcome<{ article_id: number }, DraftCode>> {
  const known = await tx.selectFrom('article').select('article_id').where('article_id', '=', article_id).executeTakeFirst()
  if (!known) return refused({ code: 'unknown-article' })
  const refusal = await refusalOfReplacement(tx, { article_id, replaced_by })
  if (refusal) return refusal
  const written = await tx
    .insertInto('withdrawal')
    .values({ article_id, reason, replaced_by })
    .onConflict(conflict => conflict.doNothing())
    .returning('article_id')
    .executeTakeFirst()
  if (!written) return refused({ code: 'withdrawn-already' })
  await makeFindable(tx, article_id)
  const digest = digestOf({ article_id, reason, replaced_by })
  await record(tx, actor, { act: 'withdraw-article', object: 'article', object_id: String(article_id), digest, retention: 'publication' })
  return done({ article_id })
}

/** What stands in the place of an article is another one that is public. */
export async function refusalOfReplacement(tx: Tx, { article_id, replaced_by }: Pick<WithdrawalAsked, 'article_id' | 'replaced_by'>) {
  if (replaced_by === null) return null
  const is_known = replaced_by !== article_id && (await findArticle(tx, { article_id: replaced_by, lang: 'vi' })) !== null
  return is_known ? null : refused({ code: 'unknown-replacement', field: 'replaced_by' })
}
