import type { Outcome } from '../../../basis/shared/outcome.ts'
import { formOf, numberOf, type StaffContext, withFlash } from '../../../platform/sign-in/index.ts'
import type { WebContext } from '../../../platform/web/index.ts'
import { actOnComment, addComment, type CommentAct, type DraftCode } from '../../newsroom/index.ts'
import { type DeskOptions, standingAt } from '../desk-options.ts'
import { showDraft } from '../draft-routes.tsx'

/** Something is said of a block, or of a number where its mark is sent. */
export async function comment(c: WebContext, work: StaffContext, options: DeskOptions): Promise<Response> {
  const { comment: said = '', mark = null, at, read, key = '' } = await formOf(c)
  const draft_id = numberOf(c.req.param('draft'))
  const asked = { draft_id, version: numberOf(read), at: at === '0' ? 0 : numberOf(at), mark, said, key, standing: await standingAt(work) }
  const outcome = await work.change(tx => addComment(tx, work.actor, asked))
  return answer(c, work, options, outcome, 'gop-y', outcome.ok ? outcome.value.comment_id : 0)
}

const acts = new Set<CommentAct>(['answer', 'resolve', 'reopen'])

export async function commentAct(c: WebContext, work: StaffContext, options: DeskOptions): Promise<Response> {
  const act = c.req.param('act') as CommentAct
  if (!acts.has(act)) return showDraft(c, work, options)
  const { comment: said = '', key = '' } = await formOf(c)
  const [draft_id, comment_id] = [numberOf(c.req.param('draft')), numberOf(c.req.param('comment'))]
  const outcome = await work.change(async tx =>
    actOnComment(tx, work.actor, { draft_id, comment_id, act, said, key, standing: await standingAt(work) }),
  )
  return answer(c, work, options, outcome, `gop-y-${act}`, comment_id)
}

/** Back to the comment on the page of its draft. */
function answer(
  c: WebContext,
  work: StaffContext,
  options: DeskOptions,
  outcome: Outcome<unknown, DraftCode>,
  told: string,
  comment_id: number,
) {
  if (!outcome.ok) return showDraft(c, work, options, { problems: outcome.problems })
  const there = withFlash(c.var.view.to.draft({ draft_id: numberOf(c.req.param('draft')) }), { xong: told })
  return c.redirect(`${there}#gop-y-${comment_id}`, 303)
}
