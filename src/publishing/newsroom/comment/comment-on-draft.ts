import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { once } from '../../../platform/ledger/index.ts'
import { may, type Standing } from '../../../platform/role/index.ts'
import { readComment } from '../../../platform/workflow/index.ts'
import type { DraftCode } from '../draft/draft-words.ts'
import { type Draft, findDraftVersion, lockDraft } from '../draft/find-draft.ts'
import { type ByWriter, noteDraft, type Writer } from '../draft/save-draft.ts'
import { placeIn } from './comment-place.ts'

/** `version` is the one that was in view, `at` its block from 0; `mark`: the number of the register in it, or null. */
export type CommentAsked = ByWriter & { draft_id: number; version: number; at: number; mark: string | null; said: string }

/**
 * Says something of a place in a draft. Everybody of its newsroom may; it is not approved until that is resolved.
 * Refusals: unknown-draft, not-yours, not-commented-now, no-comment, too-long, unknown-place.
 */
export function addComment(tx: Tx, actor: Writer, asked: CommentAsked): Promise<Outcome<{ comment_id: number }, DraftCode>> {
  const { draft_id, version, at, mark, key, standing } = asked
  const said = readComment(asked.said)
  if (!said.ok) return Promise.resolve(said)
  return once(tx, actor, { key, act: 'add-comment', request: { draft_id, version, at, mark, said: said.value } }, async () => {
    const draft = await lockDraft(tx, draft_id)
    const refusal = refusalToComment(draft, standing)
    if (!draft || refusal) return refusal ?? refused({ code: 'unknown-draft' })
    const read = await findDraftVersion(tx, draft_id, version)
    const place = read && placeIn(read.content, { at, mark })
    if (!place) return refused({ code: 'unknown-place', field: 'comment' })
    const { comment_id } = await tx
      .insertInto('draft_comment')
      .values({ draft_id, version, ...place, said: said.value, author_id: actor.person_id, author_name: actor.name })
      .returning('comment_id')
      .executeTakeFirstOrThrow()
    await noteDraft(tx, actor, 'add-comment', draft_id, { digest: digestOf({ place, said: said.value }), to_version: version })
    return done({ comment_id })
  })
}

function refusalToComment(draft: Draft | null, standing: Standing) {
  if (!draft) return refused({ code: 'unknown-draft' })
  if (!may(standing, 'article', 'read', { unit_id: draft.unit_id }).allowed) return refused({ code: 'not-yours' })
  return draft.state === 'published' || draft.state === 'dropped' ? refused({ code: 'not-commented-now' }) : null
}

export type CommentAct = 'answer' | 'resolve' | 'reopen'
/** `said`: the answer; what is resolved or opened again needs no words. */
export type ActAsked = ByWriter & { draft_id: number; comment_id: number; act: CommentAct; said: string }

/**
 * Answers a comment, says that it is resolved, or opens it again. Refusals: those of commenting, unknown-comment,
 * resolved-already, open-already.
 */
export function actOnComment(tx: Tx, actor: Writer, asked: ActAsked): Promise<Outcome<{ number: number }, DraftCode>> {
  const { draft_id, comment_id, act, key, standing } = asked
  const said = act === 'answer' ? readComment(asked.said) : done(null)
  if (!said.ok) return Promise.resolve(said)
  return once(tx, actor, { key, act: `${act}-comment`, request: { draft_id, comment_id, said: said.value } }, async () => {
    const draft = await lockDraft(tx, draft_id)
    const refusal = refusalToComment(draft, standing) ?? (await refusalOfAct(tx, asked))
    if (refusal) return refusal
    const { last } = await tx
      .selectFrom('draft_comment_act')
      .select(({ fn }) => fn.max('number').as('last'))
      .where('comment_id', '=', comment_id)
      .executeTakeFirstOrThrow()
    const number = (last ?? 0) + 1
    const row = { comment_id, number, draft_id, act, said: said.value, actor_id: actor.person_id, actor_name: actor.name }
    await tx.insertInto('draft_comment_act').values(row).execute()
    await noteDraft(tx, actor, `${act}-comment`, draft_id, { digest: digestOf({ comment_id, number, said: said.value }) })
    return done({ number })
  })
}

async function refusalOfAct(tx: Tx, { draft_id, comment_id, act }: ActAsked) {
  const comment = await tx
    .selectFrom('draft_comment')
    .select('comment_id')
    .where('comment_id', '=', comment_id)
    .where('draft_id', '=', draft_id)
    .executeTakeFirst()
  if (!comment) return refused({ code: 'unknown-comment' })
  const last = await tx
    .selectFrom('draft_comment_act')
    .select('act')
    .where('comment_id', '=', comment_id)
    .where('act', '<>', 'answer')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const is_open = last?.act !== 'resolve'
  if (act === 'resolve' && !is_open) return refused({ code: 'resolved-already' })
  return act === 'reopen' && is_open ? refused({ code: 'open-already' }) : null
}
