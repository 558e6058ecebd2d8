import type { Clocks } from '../../../basis/shared/dates.ts'
import type { UnitRow } from '../../../register/organisation/index.ts'
import { catalogue } from '../../figure/index.ts'
import type { ClaimQuestion, Doubt } from '../check.ts'
import type { ClaimRead } from '../read/read-claims.ts'
import { lastDayOf } from '../read/when.ts'
import type { Register } from '../register.ts'
import { isDoubt } from '../topics/topic.ts'
import { isCommune, partyUnitOf, type UnitAsked } from './places.ts'

/**
 * What a claim asks of the register; `doubt` is why no verdict may be given. No question: the register has no such unit
 * or state.
 */
export type Asking = { questions: ClaimQuestion[]; doubt: Doubt | null }

const nothing: Asking = { questions: [], doubt: null }

/**
 * The questions of a claim about a unit; from before the register began to count, it does not know. What is left
 * unread, or said otherwise than as a fact, is a doubt, and is asked all the same: the reader sees what it could be.
 */
export async function questionsOf(register: Register, { topic, claim }: ClaimRead, asked: UnitAsked, clocks: Clocks): Promise<Asking> {
  if (asked.is === 'elsewhere') return nothing
  if (asked.is === 'unclear') return { questions: [], doubt: 'where' }
  const questions = topic.questions(claim)
  if (isDoubt(questions)) return { questions: [], doubt: questions }
  if (questions.some(question => isOfOtherTimes(question, claim))) return { questions: [], doubt: 'when' }
  const on_its_day = { ...clocks, valid_as_of: lastDayOf(claim.when, clocks.valid_as_of) }
  const unit = asked.is === 'unit' ? await unitFor(register, topic.is_of_the_party === true, asked.unit, on_its_day) : undefined
  if (unit === null) return nothing
  if (unit && isCommune(unit) && topic.counts_communes) return { questions: [], doubt: 'where' }
  return {
    questions: unit ? questions.map(question => askedOf(question, unit.key)) : questions,
    doubt: doubtOf(claim),
  }
}

/** From before the register began to count; or about so many years, of which only all that it has counted is known. */
function isOfOtherTimes({ figure, asked: { from } }: ClaimQuestion, { when }: ClaimRead['claim']): boolean {
  const { from: first } = catalogue[figure].defaults
  if (when.kind === 'within' && when.is_about) return from !== first
  return from !== undefined && from < first
}

function askedOf(question: ClaimQuestion, unit: string): ClaimQuestion {
  const { asked, since } = question
  return { ...question, asked: { ...asked, unit }, ...(since && { since: { ...since, asked: { ...since.asked, unit } } }) }
}

function doubtOf({ modality, unread }: ClaimRead['claim']): Doubt | null {
  if (modality !== 'fact') return 'modality'
  return unread.length > 0 ? 'unread' : null
}

function unitFor(register: Register, is_of_the_party: boolean, unit: UnitRow, clocks: Clocks): Promise<UnitRow | null> | UnitRow {
  return is_of_the_party ? partyUnitOf(register, unit, clocks) : unit
}
