import type { Outcome } from '../../../basis/shared/outcome.ts'
import { rolesThatMay } from '../../../platform/role/index.ts'
import { forbid, numberOf, type StaffContext, type StaffPage, withFlash } from '../../../platform/sign-in/index.ts'
import type { WebContext } from '../../../platform/web/index.ts'
import type { MergerCode } from '../words.ts'
import type { Drafted } from './drafted.ts'
import { findMergerDraft, findVersion, type MergerDraft, saveMergerDraft } from './drafts.ts'

export type InDraft = { c: WebContext; work: StaffContext; draft: MergerDraft }
export type Answer = (at: InDraft) => Promise<Response> | Response

/** Pages of one draft: only its writer has it, while it is written. */
export function withDraft({ show, take }: { show: Answer; take: Answer }): StaffPage {
  const at = (answer: Answer) => async (c: WebContext, work: StaffContext) => {
    const draft = await work.look(db => findMergerDraft(db, numberOf(c.req.param('merging'))))
    return draft ? answer({ c, work, draft }) : forbid(c, work.who, rolesThatMay('merger', 'propose'))
  }
  return { show: at(show), take: at(take) }
}

/** What is sent with every form of a draft: the version that was read, among the rest. */
export type Sent = Record<string, string>
type Kept = Outcome<{ merger_draft_id: number }, MergerCode>

export function save({ work: { change }, draft }: InDraft, { version = '' }: Sent, drafted: Drafted): Promise<Kept> {
  const read = { merger_draft_id: draft.merger_draft_id, version: numberOf(version) }
  return change(tx => saveMergerDraft(tx, read, drafted))
}

/** The draft as the page showed it that was sent: so a second press says what the first did. */
export async function asRead(at: InDraft, { version = '' }: Sent): Promise<InDraft> {
  const { merger_draft_id } = at.draft
  const read = await at.work.look(db => findVersion(db, { merger_draft_id, version: numberOf(version) }))
  return read ? { ...at, draft: read } : at
}

export function toDraft({ c }: Pick<InDraft, 'c'>, { merger_draft_id }: { merger_draft_id: number }, xong: string): Response {
  return c.redirect(withFlash(c.var.view.to.merger_draft({ merger_draft_id }), { xong }), 303)
}
