import { sayDay, sayInstant } from '../../../basis/shared/dates.ts'
import { Frame, type StaffPageProps } from '../../../platform/staff/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import type { Proposal } from '../proposal.ts'
import type { MergerDraft } from '../wizard/drafts.ts'
import { merger_words } from '../words.ts'

type MergersProps = StaffPageProps & { proposals: Proposal[]; drafts: MergerDraft[]; told?: string; may_write: boolean }

/** What was laid within somebody's reach, or by them: what waits first. Above it what they are writing themselves. */
export function MergersPage({ proposals, drafts, told, may_write, ...staff_page }: MergersProps) {
  const { view } = staff_page
  const words = merger_words[view.lang]
  const waiting = proposals.filter(({ outcome }) => outcome === null)
  return (
    <Frame
      {...staff_page}
      title={words.waiting_n(waiting.length)}
      here={to => to.mergers()}
      {...{ told }}
      has_workbook={proposals.length > 0}
    >
      <p>{words.lead}</p>
      {may_write && (
        <p class="actions">
          <a href={view.to.merger_begin()} class="button">
            {words.write}
          </a>
        </p>
      )}
      {drafts.length > 0 && <Drafts {...{ view, drafts }} />}
      {proposals.length === 0 && <p>{words.none}</p>}
      <ul class="people">
        {proposals.map(proposal => (
          <OneProposal key={proposal.merger_proposal_id} {...{ view, proposal }} />
        ))}
      </ul>
    </Frame>
  )
}

function OneProposal({ view: { lang, to }, proposal }: { view: ViewContext; proposal: Proposal }) {
  const words = merger_words[lang]
  const { merger_proposal_id, plan, proposer, proposed_at, outcome } = proposal
  const { number, title } = plan.instrument
  return (
    <li>
      <a href={to.merger({ merger_proposal_id })}>
        <strong lang="vi">
          {number} · {title}
        </strong>
      </a>{' '}
      <span class="tag">{words.states[outcome ?? 'waits']}</span>
      <br />
      <span class="hint">
        {words.from(sayDay(plan.effective_on, lang))} {words.laid_by(proposer ?? words.nobody, sayInstant(proposed_at, lang))}
      </span>
    </li>
  )
}

function Drafts({ view: { lang, to }, drafts }: { view: ViewContext; drafts: MergerDraft[] }) {
  return (
    <section>
      <h2>{merger_words[lang].drafts}</h2>
      <ul class="people">
        {drafts.map(({ merger_draft_id, drafted: { instrument }, saved_at }) => (
          <li key={merger_draft_id}>
            <a href={to.merger_draft({ merger_draft_id })}>
              <strong lang="vi">
                {instrument.number} · {instrument.title}
              </strong>
            </a>{' '}
            <span class="hint">{sayInstant(saved_at, lang)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
