import { sayDoubt } from '../../numbers/check/index.ts'
import { sayProblems } from '../../platform/staff/index.ts'
import type { Language } from '../../platform/web/index.ts'
import { draft_problems, type Finding } from '../newsroom/index.ts'
import { newsdesk_words } from './words.ts'

/** What the register says of a quantity, and what must be done about it; empty where there is nothing to say. */
export function sayFinding({ register, reason, need, problem, doubted }: Finding, lang: Language): string {
  const words = newsdesk_words[lang]
  if (reason !== null) return `${words.reason_given}: «${reason}»`
  if (problem && register === null) return sayProblems(draft_problems, { lang }, [problem])[0]!.say
  const known = register === null ? words.not_in_register : `${words.in_register(register)}.`
  const said = doubted ? sayDoubt(doubted, lang) : known
  const todo = {
    nothing: '',
    binding: '',
    reason: words.needs_reason,
    correction: words.needs_correction,
  }
  return [said, todo[need]].filter(Boolean).join(' ')
}
