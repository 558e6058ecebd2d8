import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { once } from '../../../platform/ledger/index.ts'
import type { Standing } from '../../../platform/role/index.ts'
import { decideMove, readComment, recordMove } from '../../../platform/workflow/index.ts'
import { problemsWithConsents } from '../consent/problems-with-consents.ts'
import type { PrintClock } from '../numbers/answers.ts'
import { type CheckOptions, checkDraft, problemsWithNumbers } from '../numbers/check-draft.ts'
import { photosToPrint } from '../photos/photos-to-print.ts'
import { problemsBeforeSubmitting } from './draft.ts'
import { type DraftMove, draft_flow } from './draft-flow.ts'
import type { DraftCode } from './draft-words.ts'
import { type Draft, lockDraft } from './find-draft.ts'
import { addStep, type ByWriter, refusalOfVersion, type Writer } from './save-draft.ts'

/** Every move but those that approve: `read` is the number of the version that was in view. */
export type PlainMove = Exclude<DraftMove, 'approve' | 'emergency'>
export type MoveAsked = ByWriter & { draft_id: number; move: PlainMove; read: number; comment: string }
/** What a move needs to know of the numbers: by which day they are judged, and how they are checked. */
export type NumbersAsked = { clock: PrintClock; checking: CheckOptions }

/**
 * Moves a draft on, or back with what is to be mended. Refusals: unknown-draft, own-work, not-yours, wrong-state,
 * stale-version, no-comment, too-long; before it is handed in: no-lead, no-byline, empty-text, no-note; before its
 * numbers are signed off: number-differs, number-not-bound, printed-differs and those of a figure's question.
 */
export function moveDraft(tx: Tx, actor: Writer, asked: MoveAsked, numbers: NumbersAsked): Promise<Outcome<{ step: number }, DraftCode>> {
  const { draft_id, move, read, key } = asked
  const said = commentOf(asked)
  if (!said.ok) return Promise.resolve(said)
  const comment = said.value
  return once(tx, actor, { key, act: `${move}-draft`, request: { draft_id, read, comment } }, async () => {
    const draft = await lockDraft(tx, draft_id)
    if (!draft) return refused({ code: 'unknown-draft' })
    const refusal = refusalToMove(draft, move, asked) ?? (await refusalByText(tx, draft, move, numbers))
    if (refusal) return refusal
    const step = await takeStep(tx, actor, draft, move, comment)
    return done({ step })
  })
}

function commentOf({ move, comment }: Pick<MoveAsked, 'move' | 'comment'>): Outcome<string | null, DraftCode> {
  return 'comment' in draft_flow.moves[move] && draft_flow.moves[move].comment ? readComment(comment) : done(null)
}

/** Why somebody may not make a move upon what they have read; null where they may. */
export function refusalToMove(draft: Draft, move: DraftMove, { read, standing }: { read: number; standing: Standing }) {
  const decision = decideMove(draft_flow, move, { unit_id: draft.unit_id, hands: draft.writers, state: draft.state }, standing)
  return decision.ok ? refusalOfVersion(draft, read) : decision
}

async function refusalByText(tx: Tx, { content, article_id }: Draft, move: PlainMove, { clock, checking }: NumbersAsked) {
  if (move !== 'submit' && move !== 'sign-off') return null
  const photos = await photosToPrint(tx, content)
  const of_persons = [...(photos.ok ? [] : photos.problems), ...(await problemsWithConsents(tx, content))]
  if (move === 'submit') return problemsOf([...problemsBeforeSubmitting(content, { is_first: article_id === null }), ...of_persons])
  const checked = await checkDraft(tx, content, clock, checking)
  return checked.ok ? problemsOf<DraftCode>([...problemsWithNumbers(checked.value), ...of_persons]) : checked
}

/** The next step, and its entry in the ledger. */
export async function takeStep(
  tx: Tx,
  actor: Writer,
  draft: Draft,
  move: DraftMove,
  comment: string | null,
  digest?: string,
): Promise<number> {
  const { draft_id, version, state: from_state } = draft
  const number = draft.step + 1
  await addStep(tx, actor, { draft_id, number, from_state, move, state: draft_flow.moves[move].to, comment })
  const content_digest = digest ?? digestOf(draft.content)
  await recordMove(tx, actor, draft_flow, move, { object_id: draft_id, digest: content_digest, to_version: version })
  return number
}
