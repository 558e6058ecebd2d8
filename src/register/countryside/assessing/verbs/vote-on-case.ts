import { done, type Outcome, type Problem, problemsOf, refused } from '../../../../basis/shared/outcome.ts'
import type { Tx } from '../../../../platform/database/index.ts'
import { once } from '../../../../platform/ledger/index.ts'
import { type Answers, problemsWith } from '../../../../platform/staff/index.ts'
import { vote_form } from '../forms.ts'
import type { AssessingCode } from '../problem-words.ts'
import { findStandingRule, type StandingRule } from '../standing-rule.ts'
import { type Clerk, findForStep, takeStep } from './take-step.ts'

export type CouncilVote = Answers<typeof vote_form>
type Voting = { standing_case_id: number; vote: CouncilVote; key: string; today: string }

/**
 * Records the vote of a council on a commune that meets all criteria. The case goes on where enough of those who came
 * agreed, and ends otherwise: so said in the value. Refusals: unknown-case, own-work, not-yours, wrong-state,
 * criteria-missing (limit: how many); those of the form; over-the-seats, over-those-who-came, no-quorum,
 * before-appraisal.
 */
export function voteOnCase(
  tx: Tx,
  actor: Clerk,
  { standing_case_id, vote, key, today }: Voting,
): Promise<Outcome<{ is_agreed: boolean }, AssessingCode>> {
  return once(tx, actor, { key, act: 'vote-standing', request: { standing_case_id, vote } }, async () => {
    const asked = await findForStep(tx, actor, { standing_case_id, move: 'vote', today })
    if (!asked.ok) return asked
    const found = asked.value
    if (found.met < found.criteria) return refused({ code: 'criteria-missing', limit: found.criteria - found.met })
    const wrong = problemsOf<AssessingCode>(problemsWith(vote_form, vote, { today }))
    if (wrong) return wrong
    const rule = await findStandingRule(tx, vote.met_on)
    const unlawful = problemsOf(problemsWithVote(vote, rule, found.appraised_on))
    if (unlawful) return unlawful
    const is_agreed = isAgreed(vote, rule)
    if (is_agreed)
      await tx
        .insertInto('standing_vote')
        .values({ standing_case_id, ...vote })
        .execute()
    const comment = is_agreed ? null : `${vote.in_favour}/${vote.attended}`
    await takeStep(tx, actor, { standing_case_id, move: is_agreed ? 'vote' : 'vote-down', today, found, comment, with_it: vote })
    return done({ is_agreed })
  })
}

/** What no council can have done, and what the register asks of one. */
export function* problemsWithVote(
  { met_on, seats, attended, in_favour, against }: CouncilVote,
  { attended_percent }: StandingRule,
  appraised_on: string | null,
): Generator<Problem<AssessingCode>> {
  const quorum = Math.ceil((seats * attended_percent) / 100)
  if (attended > seats) yield { code: 'over-the-seats', field: 'attended', limit: seats }
  else if (attended < quorum) yield { code: 'no-quorum', field: 'attended', limit: quorum }
  if (in_favour + against > attended)
    yield { code: 'over-those-who-came', field: 'in_favour', limit: attended, values: { votes: in_favour + against } }
  if (appraised_on !== null && met_on < appraised_on) yield { code: 'before-appraisal', field: 'met_on', limit: appraised_on }
}

/** In whole numbers: a share that is met exactly is met. */
function isAgreed({ attended, in_favour }: CouncilVote, { favour_percent }: StandingRule): boolean {
  return in_favour * 100 >= attended * favour_percent
}
