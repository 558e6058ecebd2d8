import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { once } from '../../../platform/ledger/index.ts'
import { readComment } from '../../../platform/workflow/index.ts'
import { bindNumber } from '../numbers/bind-number.ts'
import { checkDraft, type Finding } from '../numbers/check-draft.ts'
import type { DraftText } from './draft.ts'
import type { DraftCode } from './draft-words.ts'
import { type Draft, lockDraft } from './find-draft.ts'
import type { NumbersAsked } from './move-draft.ts'
import { addVersion, type ByWriter, noteDraft, refusalOfVersion, refusalToWrite, type Writer } from './save-draft.ts'

/** `words` are those of the finding: the quantity with some of the text on either side. */
export type SettleAsked = ByWriter & { draft_id: number; read: number; words: string }

/**
 * Binds a quantity of a draft to what the register answers, or to what should stand in its place. Refusals: as of
 * saving, and unknown-number, not-to-bind.
 */
export function bindQuantity(
  tx: Tx,
  actor: Writer,
  asked: SettleAsked,
  numbers: NumbersAsked,
): Promise<Outcome<{ version: number }, DraftCode>> {
  return settle(tx, actor, { ...asked, act: 'bind-number' }, numbers, (draft, finding) => {
    const content = bindNumber(draft.content, finding)
    return content ? done(content) : refused({ code: 'not-to-bind' })
  })
}

/**
 * The fact-checker says why a number stands that the register does not answer; readers see it. What the register denies
 * stands on nobody's word. Refusals: as above, no-comment, too-long, not-checking, number-differs.
 */
export function giveReason(
  tx: Tx,
  actor: Writer,
  asked: SettleAsked & { reason: string },
  numbers: NumbersAsked,
): Promise<Outcome<{ version: number }, DraftCode>> {
  const said = readComment(asked.reason)
  if (!said.ok) return Promise.resolve({ ok: false, problems: said.problems.map(problem => ({ ...problem, field: 'reason' })) })
  return settle(tx, actor, { ...asked, act: 'give-reason' }, numbers, ({ content, state }, { words, quantity, need, register }) => {
    if (state !== 'in-review') return refused({ code: 'not-checking' })
    if (need === 'correction') return refused({ code: 'number-differs', field: 'reason', values: { quantity, register: register ?? '' } })
    const others = content.reasons.filter(given => given.words !== words)
    return done({ ...content, reasons: [...others, { words, quantity, reason: said.value }] })
  })
}

type Settling = (draft: Draft, finding: Finding) => Outcome<DraftText, DraftCode>

function settle(
  tx: Tx,
  actor: Writer,
  { draft_id, read, words, standing, key, act, ...more }: SettleAsked & { act: string },
  { clock, checking }: NumbersAsked,
  change: Settling,
): Promise<Outcome<{ version: number }, DraftCode>> {
  return once(tx, actor, { key, act, request: { draft_id, read, words, ...more } }, async () => {
    const draft = await lockDraft(tx, draft_id)
    if (!draft) return refused({ code: 'unknown-draft' })
    const refusal = refusalToWrite(draft, standing) ?? refusalOfVersion(draft, read)
    if (refusal) return refusal
    const checked = await checkDraft(tx, draft.content, clock, checking)
    if (!checked.ok) return checked
    const finding = checked.value.find(found => found.words === words && found.mark === null)
    if (!finding) return refused({ code: 'unknown-number' })
    const changed = change(draft, finding)
    if (!changed.ok) return changed
    const number = draft.version + 1
    await addVersion(tx, actor, { draft_id, number, step: draft.step, state: draft.state, content: changed.value })
    await noteDraft(tx, actor, act, draft_id, { from_version: read, to_version: number, digest: digestOf(changed.value) })
    return done({ version: number })
  })
}
