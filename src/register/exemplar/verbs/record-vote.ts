import { done, type Outcome, type Problem, problemsOf } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { once } from '../../../platform/ledger/index.ts'
import { type Answers, problemsWith } from '../../../platform/staff/index.ts'
import { type ExemplarRule, findExemplarRule } from '../exemplar-rule.ts'
import { vote_form } from '../forms.ts'
import type { ExemplarCode } from '../problem-words.ts'
import { type Clerk, findForStep, takeStep } from './take-step.ts'

export type CouncilVote = Answers<typeof vote_form>
type Voting = { nomination_id: number; vote: CouncilVote; key: string; today: string }

/**
 * Records the vote of a council. The case goes on where enough of those who came agreed, and ends otherwise: so said in
 * the value. Refusals: unknown-nomination, own-work, not-yours, wrong-state; those of the form; over-the-seats,
 * over-the-attendance, no-quorum, before-verification.
 */
export function recordVote(
  tx: Tx,
  actor: Clerk,
  { nomination_id, vote, key, today }: Voting,
): Promise<Outcome<{ is_agreed: boolean }, ExemplarCode>> {
  return once(tx, actor, { key, act: 'record-vote', request: { nomination_id, vote } }, async () => {
    const found = await findForStep(tx, actor, { nomination_id, move: 'vote', today })
    if (!found.ok) return found
    const wrong = problemsOf<ExemplarCode>(problemsWith(vote_form, vote, { today }))
    if (wrong) return wrong
    const rule = await findExemplarRule(tx, vote.met_on)
    const unlawful = problemsOf(problemsWithVote(vote, rule, found.value.verified_on))
    if (unlawful) return unlawful
    await tx
      .insertInto('council_vote')
      .values({ nomination_id, ...vote })
      .execute()
    const is_agreed = isAgreed(vote, rule)
    const comment = is_agreed ? null : `${vote.in_favour}/${vote.attended}`
    await takeStep(tx, actor, { nomination_id, move: is_agreed ? 'vote' : 'vote-down', comment, with_it: vote })
    return done({ is_agreed })
  })
}

/** What no council can have done, and what the register asks of one. */
export function* problemsWithVote(
  { met_on, seats, attended, in_favour, against }: CouncilVote,
  { attended_percent }: ExemplarRule,
  verified_on: string | null,
): Generator<Problem<ExemplarCode>> {
  const quorum = Math.ceil((seats * attended_percent) / 100)
  if (attended > seats) yield { code: 'over-the-seats', field: 'attended', limit: seats }
  else if (attended < quorum) yield { code: 'no-quorum', field: 'attended', limit: quorum }
  if (in_favour + against > attended)
    yield { code: 'over-the-attendance', field: 'in_favour', limit: attended, values: { votes: in_favour + against } }
  if (verified_on !== null && met_on < verified_on) yield { code: 'before-verification', field: 'met_on', limit: verified_on }
}

/** In whole numbers: a share that is met exactly is met. */
export function isAgreed({ attended, in_favour }: CouncilVote, { favour_percent }: ExemplarRule): boolean {
  return in_favour * 100 >= attended * favour_percent
}
