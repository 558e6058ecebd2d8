import { canonicalJson } from '../../../basis/shared/canonical-json.ts'
import { dayOf } from '../../../basis/shared/dates.ts'
import { done, type Outcome, type Problem, problemsOf, refused, withField } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { once } from '../../../platform/ledger/index.ts'
import { readComment } from '../../../platform/workflow/index.ts'
import type { CitedInText } from '../body/citation.ts'
import { problemsWithConsents } from '../consent/problems-with-consents.ts'
import { findEditionAsWritten } from '../find-article.ts'
import { answersToPrint } from '../numbers/answers.ts'
import { checkDraft, numbersOf, problemsWithNumbers } from '../numbers/check-draft.ts'
import { digestOfDraft } from '../numbers/edition-digest.ts'
import { asShown, photosToPrint } from '../photos/photos-to-print.ts'
import { listSubjectsGone } from '../subject/keep-subjects.ts'
import { type DraftText, problemsBeforeSubmitting, subjectsOf } from './draft.ts'
import type { DraftCode } from './draft-words.ts'
import { type Draft, lockDraft } from './find-draft.ts'
import { textOf } from './follow-edition.ts'
import { type NumbersAsked, refusalToMove, takeStep } from './move-draft.ts'
import { type ByWriter, takeHand, type Writer } from './save-draft.ts'

/**
 * `read` is the number of the version that was in view; `publish_at` an ISO instant: the hour at which it is to go out;
 * null for now. `emergency`: why it cannot wait for the desks and for a second pair of eyes; null in the ordinary way.
 */
export type ApprovalAsked = ByWriter & { draft_id: number; read: number; publish_at: string | null; now: Date; emergency?: string | null }

/**
 * Approves a draft to go out at an hour. Its numbers are computed for that day and stand, with the text, in one digest;
 * at the hour they are computed again, and what has changed does not go out. Refusals: those of a move (own-work: who
 * wrote in it does not approve it), hour-past, hour-too-far, comments-open, those of its numbers, those of the persons
 * in it, subject-gone (a unit that it is about is no longer on that day), and minor-changes-numbers. In an emergency
 * whoever wrote in it may let it out, from any desk, comments or not; no number that the register denies goes out even
 * so. Then also: no-comment, approved-before (who approved it once lets it out in the ordinary way), and those of
 * handing in.
 */
export function approveDraft(
  tx: Tx,
  actor: Writer,
  asked: ApprovalAsked,
  numbers: NumbersAsked,
): Promise<Outcome<{ digest: string }, DraftCode>> {
  const { draft_id, read, key, now } = asked
  const publish_at = asked.publish_at ?? now.toISOString()
  const unfit = problemsOf(problemsWithHour(publish_at, now))
  if (unfit) return Promise.resolve(unfit)
  const said = asked.emergency == null ? done(null) : readComment(asked.emergency)
  if (!said.ok) return Promise.resolve(withField(said, 'emergency'))
  const emergency = said.value
  const move = emergency === null ? 'approve' : 'emergency'
  // Pressed twice it is one request, though «now» has moved on.
  const request = { draft_id, read, publish_at: asked.publish_at, emergency }
  return once(tx, actor, { key, act: `${move}-draft`, request }, async () => {
    const draft = await lockDraft(tx, draft_id)
    if (!draft) return refused({ code: 'unknown-draft' })
    const refusal = refusalToMove(draft, move, asked) ?? (await refusalByPath(tx, actor, draft, emergency))
    if (refusal) return refusal
    const digest = await digestToApprove(tx, draft, numbers)
    if (!digest.ok) return digest
    await takeHand(tx, actor, draft_id, emergency === null ? 'approved' : 'wrote')
    const step = await takeStep(tx, actor, draft, move, emergency, digest.value)
    const approval = { draft_id, step, version: draft.version, approved_by: actor.person_id, digest: digest.value, publish_at, emergency }
    await tx.insertInto('draft_approval').values(approval).execute()
    return done({ digest: digest.value })
  })
}

/** In the ordinary way comments are resolved first; in an emergency the text is whole at least. */
async function refusalByPath(
  tx: Tx,
  { person_id }: Writer,
  { draft_id, open_comments, content, article_id }: Draft,
  emergency: string | null,
) {
  if (emergency === null) return open_comments > 0 ? refused({ code: 'comments-open', limit: open_comments }) : null
  const hand = await tx
    .selectFrom('draft_hand')
    .select('hand')
    .where('draft_id', '=', draft_id)
    .where('person_id', '=', person_id)
    .executeTakeFirst()
  if (hand?.hand === 'approved') return refused({ code: 'approved-before' })
  return problemsOf<DraftCode>(problemsBeforeSubmitting(content, { is_first: article_id === null }))
}

const farthest_ms = 366 * 86_400_000
/** The clock of whoever presses may be a little behind ours. */
const just_now_ms = 60_000

function* problemsWithHour(publish_at: string, now: Date): Generator<Problem<DraftCode>> {
  const ahead_ms = Date.parse(publish_at) - now.getTime()
  if (!(ahead_ms > -just_now_ms)) yield { code: 'hour-past', field: 'publish_at' }
  if (ahead_ms > farthest_ms) yield { code: 'hour-too-far', field: 'publish_at' }
}

/** A minor change prints the numbers of the edition that it follows, and gives no other reasons. */
async function problemsWithMinor(tx: Tx, { follows, article_id, content }: Draft): Promise<Problem<DraftCode>[]> {
  if (follows !== 'minor' || article_id === null) return []
  const edition = await findEditionAsWritten(tx, { article_id, lang: 'vi' })
  const before = edition && textOf(edition, { printed: {}, note: '' })
  const printed = ({ figure, printed, parameters }: CitedInText) => canonicalJson([figure, parameters.valid_as_of ?? null, printed])
  const numbersIn = ({ citations, reasons }: DraftText) => canonicalJson([citations.map(printed).toSorted(), reasons])
  return before && numbersIn(before) === numbersIn(content) ? [] : [{ code: 'minor-changes-numbers', field: 'body' }]
}

/** The digest of a draft whose numbers all hold for the day on which it goes out. */
async function digestToApprove(tx: Tx, draft: Draft, { clock, checking }: NumbersAsked): Promise<Outcome<string, DraftCode>> {
  const checked = await checkDraft(tx, draft.content, clock, checking)
  if (!checked.ok) return checked
  const gone = await listSubjectsGone(tx, subjectsOf(draft.content), dayOf(new Date(clock.published_at)))
  const wrong = problemsOf([
    ...problemsWithNumbers(checked.value),
    ...(await problemsWithConsents(tx, draft.content)),
    ...(await problemsWithMinor(tx, draft)),
    ...gone.map(({ name }) => ({ code: 'subject-gone' as const, field: 'units', values: { name } })),
  ])
  if (wrong) return wrong
  const answers = await answersToPrint(tx, numbersOf(draft.content), clock)
  if (!answers.ok) return answers
  const photos = await photosToPrint(tx, draft.content)
  return photos.ok ? done(digestOfDraft(draft, answers.value, photos.value.map(asShown))) : photos
}
