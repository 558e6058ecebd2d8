import { sayInstant } from '../../../basis/shared/dates.ts'
import { Frame, type StaffPageProps } from '../../../platform/staff/index.ts'
import type { LaidChange } from '../change/list-changes.ts'
import { tree_words } from '../words.ts'
import { capital } from './say-kind.ts'

/** The changes of units that somebody laid or has charge of: what waits first. */
export function ChangesPage({ changes, ...staff_page }: StaffPageProps & { changes: LaidChange[] }) {
  const { lang, to } = staff_page.view
  const words = tree_words[lang]
  const waiting = changes.filter(({ state }) => state === 'waits')
  return (
    <Frame {...staff_page} title={words.changes_n(waiting.length)} here={t => t.unit_changes()} has_workbook={changes.length > 0}>
      <p>{changes.length === 0 ? words.changes_none : words.changes_lead}</p>
      <ul class="people">
        {changes.map(({ unit_change_id, plan, state, proposer, laid_at }) => (
          <li key={unit_change_id}>
            <a href={to.unit_change({ unit_change_id })}>
              <strong lang="vi">
                {plan.instrument.number} · {plan.instrument.title}
              </strong>
            </a>{' '}
            <span class="tag">{words.states[state]}</span>
            <br />
            <span class="hint">
              {capital(words.change_of(plan.units.length, plan.revisions.length))}.{' '}
              {words.laid_by(proposer ?? words.nobody, sayInstant(laid_at, lang))}
            </span>
          </li>
        ))}
      </ul>
      <p class="actions">
        <a href={to.units()}>{words.back_to_tree}</a>
      </p>
    </Frame>
  )
}
