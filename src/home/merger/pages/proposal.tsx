import { sayDay, sayInstant } from '../../../basis/shared/dates.ts'
import { type FieldError, Frame, RejectForm, type StaffPageProps, WithdrawForm } from '../../../platform/staff/index.ts'
import { HiddenFields, type ViewContext } from '../../../platform/web/index.ts'
import type { Seen } from '../preview-proposal.ts'
import { kindOf, type Proposal } from '../proposal.ts'
import { merger_words, sayProblem } from '../words.ts'
import { Meaning } from './meaning.tsx'

export type ProposalProps = StaffPageProps & {
  proposal: Proposal
  /** Whether who reads it laid it. */
  is_own: boolean
  /** What it would mean now; null where it is settled. */
  seen: Seen | null
  reason?: string
  field_errors?: FieldError[]
  told?: string
}

/** One merger that was laid: what it means, then the word of the second person. */
export function ProposalPage({ proposal, is_own, seen, reason, field_errors, told, ...staff_page }: ProposalProps) {
  const { view } = staff_page
  const { lang } = view
  const words = merger_words[lang]
  const { merger_proposal_id, plan, outcome } = proposal
  const { number, issuer, title, signed_on } = plan.instrument
  return (
    <Frame
      {...staff_page}
      {...{ field_errors, told }}
      title={`${words.kinds[kindOf(plan)]}: ${title}`}
      here={to => to.merger({ merger_proposal_id })}
    >
      <p>
        <span class="tag">{words.states[outcome ?? 'waits']}</span>{' '}
        <span lang="vi">{words.instrument(number, issuer, sayDay(signed_on, lang))}</span>
      </p>
      <p>{words.from(sayDay(plan.effective_on, lang))}</p>
      <p class="hint">{words.laid_by(proposal.proposer ?? words.nobody, sayInstant(proposal.proposed_at, lang))}</p>
      <Settled {...{ view, proposal }} />
      {seen?.preview && <Meaning {...{ view }} preview={seen.preview} />}
      {seen && seen.problems.length > 0 && (
        <section>
          <h2>{words.cannot}</h2>
          <ul>
            {seen.problems.map(problem => (
              <li key={`${problem.code} ${problem.field}`}>
                {problem.field && <code>{problem.field}</code>} {sayProblem(lang, problem)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {outcome === null && <Word {...{ view, proposal, is_own, seen, reason, field_errors }} />}
    </Frame>
  )
}

function Settled({ view: { lang }, proposal: { outcome, decider, decided_at, reason } }: { view: ViewContext; proposal: Proposal }) {
  const words = merger_words[lang]
  if (outcome === null) return null
  return (
    <p>
      {words.states[outcome]}: {words.decided(decider ?? words.nobody, sayInstant(decided_at!, lang))}
      {reason && (
        <>
          <br />
          {words.reason_was}: <strong>{reason}</strong>
        </>
      )}
    </p>
  )
}

type WordProps = { view: ViewContext } & Pick<ProposalProps, 'proposal' | 'is_own' | 'seen' | 'reason' | 'field_errors'>

function Word({ view: { lang, to }, proposal, is_own, seen, reason, field_errors }: WordProps) {
  const words = merger_words[lang]
  const { merger_proposal_id } = proposal
  if (is_own) return <WithdrawForm action={to.merger_withdraw({ merger_proposal_id })} waits={words.own_waits} button={words.withdraw} />
  return (
    <>
      {seen?.preview && (
        <form method="post" action={to.merger_confirm({ merger_proposal_id })}>
          <h2>{words.confirm_title}</h2>
          <p>{words.confirm_lead}</p>
          <HiddenFields fields={[['seen', seen.digest]]} />
          <p class="actions">
            <button type="submit">{words.confirm_kinds[kindOf(proposal.plan)]}</button>
          </p>
        </form>
      )}
      <RejectForm {...{ lang, words, reason, field_errors }} action={to.merger_reject({ merger_proposal_id })} />
    </>
  )
}
