import type { ClaimQuestion } from '../check.ts'
import { commitmentQuestions, completionQuestions, deedQuestions } from '../topics/commitment.ts'
import { contributionQuestions } from '../topics/contribution.ts'
import { exemplarQuestions } from '../topics/exemplar.ts'
import { programmeQuestions } from '../topics/programme.ts'
import { standingQuestions } from '../topics/standing.ts'
import { unitQuestions } from '../topics/units.ts'
import type { Stated } from './stated.ts'

/** What the register can be asked about, from the most particular to the least: the first that knows the claim has it. */
const TOPICS = [
  completionQuestions,
  deedQuestions,
  commitmentQuestions,
  standingQuestions,
  exemplarQuestions,
  contributionQuestions,
  unitQuestions,
]

/** The questions that a claim may mean, the likeliest first; none where no figure answers it. */
export function questionsOf(stated: Stated): ClaimQuestion[] {
  if (stated.quantity.kind === 'ordinal') return programmeQuestions(stated)
  if (stated.quantity.kind !== 'claim') return []
  for (const topic of TOPICS) {
    const questions = topic(stated)
    if (questions.length > 0) return questions
  }
  return []
}
