import type { Problem } from '../../basis/shared/outcome.ts'
import type { Sentence } from '../../basis/shared/sentences.ts'
import type { Db, Tx } from '../../platform/database/index.ts'
import type { Answers, CodeOf, Form, Option, ProblemWords, Typed } from '../../platform/staff/index.ts'
import type { Language } from '../../platform/web/index.ts'
import type { InstrumentText } from '../organisation/index.ts'
import type { RuleCode } from './rule-words.ts'

/** Where a rule is set or read, on which day, and in which language. */
export type RulePlace = { unit: string; unit_id: number; today: string; lang: Language }
/** The place, and the day of which alone a version is asked; without it, all that there were. */
export type VersionsAsked = RulePlace & { on?: string }
/** What a rule is set by: the instrument that was recorded, where its form asks for one. */
export type RuleSetting = RulePlace & { instrument_id: number | null }

/**
 * What a rule said from `since` to `until` (null: without end), by which instrument, and since when the register knows.
 * `ended_at`: when it learned otherwise; null where it still stands.
 */
export type RuleVersion = {
  said: Sentence
  since: string
  until: string | null
  instrument_id: number | null
  number: string | null
  issuer: string | null
  /** What its instrument is about. */
  subject: string | null
  recorded_at: string
  ended_at: string | null
}

declare const own: unique symbol
/** A code that a rule has a sentence for in words of its own: `declareRule` alone makes it. */
export type OwnCode = string & { readonly [own]: true }

/**
 * A rule that an office sets in the browser. `of`: the whole register's, set by the superior office at the top of the
 * party's tree; or a level's own, for itself and all below it. A form with a field `from` sets it from that day on; one
 * with the fields of an instrument cites it.
 */
export type Rule<F extends Form = Form, Code extends string = OwnCode> = {
  /** Its part of the address. */
  rule: string
  of: 'register' | 'level'
  /** The act of `programme` that sets it. */
  act: 'keep' | 'plan'
  title: Sentence
  lead: Sentence
  form: F
  /** It was so before the register hears of it: its day may be past. */
  may_be_past?: boolean
  /** It holds only when another person of the same office has confirmed it. */
  needs_second?: true
  /** What its instrument is; without it a decision. */
  instrument_kind?: InstrumentText['kind']
  /** Another page on the same subject, for whoever sets the rule. */
  more?: { label: Sentence; page: 'emblem' }
  /** What is said of problems that `rule_problems` does not know. */
  words?: ProblemWords<Code>
  optionsFor?(db: Db, at: RulePlace): Promise<{ [Name in keyof F]?: readonly Option[] }>
  /** What the form holds before anybody types: mostly what is in force. */
  typedNow(db: Db, at: RulePlace): Promise<Typed>
  /** All that it ever said, the newest first; where `on` is asked, what does not hold then may be left out. */
  listVersions(db: Db, at: VersionsAsked): Promise<RuleVersion[]>
  /** What is wrong with answers that the fields' own limits do not know. */
  problems?(db: Db | Tx, answers: Answers<F>, at: RulePlace): Promise<Problem<NoInfer<Code> | RuleCode>[]>
  /** What follows from it, before it is set: how many people, which days. */
  follows?(db: Db, answers: Answers<F>, at: RulePlace): Promise<Sentence[]>
  /** How it will read, with invented values. */
  samples?(answers: Answers<F>): RuleSample[]
  /** Writes it; the kit has judged the answers and who asks, and tells the ledger. */
  set(tx: Tx, answers: Answers<F>, at: RuleSetting): Promise<void>
}

/**
 * Declares a rule. A problem of its fields or of its own for which neither its words nor `rule_problems` have a sentence
 * does not compile.
 */
export function declareRule<F extends Form, Code extends string = never>(
  rule: Rule<F, Code> & ([CodeOf<F>] extends [Code | RuleCode] ? unknown : never),
): Rule<F> {
  return rule as unknown as Rule<F>
}

export type RuleSample = { title: Sentence; text: string }

/** What holds on a day, as it is known now: mostly one version; of what stands beside one another, all of it. */
export function inForce<Version extends RuleVersion>(versions: readonly Version[], day: string): Version[] {
  return versions.filter(({ since, until, ended_at }) => ended_at === null && since <= day && (until === null || day <= until))
}
