import { sayInstant } from '../../../basis/shared/dates.ts'
import { type FieldError, FormAnswers, type Option, RejectForm, WithdrawForm } from '../../../platform/staff/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import type { Rule, RuleSample } from '../rule.ts'
import { rule_words } from '../rule-words.ts'
import type { RuleProposal } from '../second-person.ts'
import { chosenIn } from './chosen-in.ts'

/** What waits, how it will read, and whether whoever looks has laid it. */
export type Waiting = RuleProposal & { samples: RuleSample[]; is_mine: boolean; reason?: string }

type WaitingProps = {
  view: ViewContext
  rule: Rule
  unit: string
  waiting: Waiting
  options?: { [name: string]: readonly Option[] | undefined }
  field_errors: FieldError[]
}

/** A change that was laid, with all its answers; a second person decides, whoever laid it may take it back. */
export function WaitingRule({ view, rule, unit, waiting, options, field_errors }: WaitingProps) {
  const { lang, to } = view
  const words = rule_words[lang]
  const { typed, samples, proposer, proposed_at, is_mine, rule_proposal_id, reason } = waiting
  const of = { unit, rule: rule.rule, rule_proposal_id }
  return (
    <section>
      <h2>{words.waiting_title}</h2>
      <p>{words.proposed_by(proposer, sayInstant(proposed_at, lang))}</p>
      <FormAnswers form={rule.form} {...{ lang, typed: chosenIn(typed, options) }} empty={words.empty} />
      {samples.map(({ title, text }) => (
        <section key={title.vi}>
          <h3>{title[lang]}</h3>
          <blockquote class="as-read">{text}</blockquote>
        </section>
      ))}
      {is_mine && <WithdrawForm action={to.rule_withdraw(of)} waits={words.waits_for_second} button={words.withdraw} />}
      {!is_mine && (
        <form method="post" action={to.rule_confirm(of)}>
          <p class="actions">
            <button type="submit">{words.confirm}</button>
          </p>
        </form>
      )}
      {!is_mine && <RejectForm {...{ lang, words, reason, field_errors }} action={to.rule_reject(of)} />}
    </section>
  )
}
