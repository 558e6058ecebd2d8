import { randomUUID } from 'node:crypto'
import { inDayAndTime, inDayMonthYear } from '../../shared/dates.ts'
import { type Complaint, HiddenFields } from '../../web/index.ts'
import type { PlanTask } from '../find-plan.ts'
import type { PlanRow } from '../list-plans-under.ts'
import type { PlanSection, PlanText } from '../plan.ts'
import { plan_words } from '../plan-words.ts'
import { commitment_words } from '../words.ts'
import { Area, type Desk, Frame } from './frame.tsx'
import { PlanShown, planStateIn } from './plan.tsx'

type UnderProps = Desk & { unit: string; name: string; year: number; plans: readonly PlanRow[]; now: Date; told?: string }

/** Who owes a plan under a unit, and where each stands; what waits stands first. */
export function PlansUnderPage({ unit, name, year, plans, now, told, ...desk }: UnderProps) {
  const { lang } = desk.reading
  const words = plan_words[lang]
  const approved = plans.filter(({ state }) => state === 'approved').length
  return (
    <Frame {...desk} title={words.coverage(year, plans.length - approved)} crumb={name} here={t => t.plans_under({ unit })} told={told}>
      {plans.length === 0 ? (
        <p>{words.no_plans}</p>
      ) : (
        <>
          <p class="hint">
            {words.covered(approved, plans.length)} · {inDayAndTime(now)}
          </p>
          <PlanTable {...{ desk, unit, plans }} />
        </>
      )}
    </Frame>
  )
}

function PlanTable({ desk, unit, plans }: { desk: Desk; unit: string; plans: readonly PlanRow[] }) {
  const { lang, to } = desk.reading
  const words = plan_words[lang]
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            {[words.leader, words.post, words.state, words.since].map(heading => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plans.map(plan => (
            <tr key={plan.plan_duty_id}>
              <th scope="row">
                {plan.state ? (
                  <a href={to.plan_reading({ unit, plan_duty_id: plan.plan_duty_id })} aria-label={words.read_of(plan.full_name)}>
                    {plan.full_name}
                  </a>
                ) : (
                  plan.full_name
                )}
              </th>
              <td>{words.of(plan.post_title, plan.post_unit_name)}</td>
              <td>
                <span class="tag">{planStateIn(lang, plan.state)}</span>
              </td>
              <td>{plan.stands_since && inDayMonthYear(plan.stands_since)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type ReadingProps = Desk & {
  unit: string
  task: PlanTask
  sections: readonly PlanSection[]
  text: PlanText
  may_judge: boolean
  complaints?: Complaint[]
  comment?: string
}

/** One plan in view, and what one may do with it. */
export function PlanReadingPage({ unit, task, sections, text, may_judge, complaints = [], comment, ...desk }: ReadingProps) {
  const { lang, to } = desk.reading
  const words = plan_words[lang]
  const { plan_duty_id, version } = task
  const carried = (
    <HiddenFields
      fields={[
        ['version', String(version)],
        ['key', randomUUID()],
      ]}
    />
  )
  return (
    <Frame
      {...desk}
      title={`${words.title(task.year)}: ${task.full_name}`}
      crumb={words.of(task.post_title, task.post_unit_name)}
      here={t => t.plan_reading({ unit, plan_duty_id })}
      complaints={complaints}
    >
      <p>
        <span class="tag">{planStateIn(lang, task.state)}</span> {task.stands_since && inDayMonthYear(task.stands_since)} · {task.number}
      </p>
      <PlanShown {...{ lang, sections, text }} />
      {task.state === 'submitted' && !may_judge && <p class="hint">{words.not_yours}</p>}
      {task.state === 'submitted' && may_judge && (
        <>
          <form method="post" action={to.plan_approve({ unit, plan_duty_id })} class="actions">
            {carried}
            <button type="submit">{words.approve}</button>
            <a href={to.plans_under({ unit })}>{words.back}</a>
          </form>
          <details open={complaints.length > 0}>
            <summary>{words.return_title}</summary>
            <form method="post" action={to.plan_return({ unit, plan_duty_id })}>
              {carried}
              <Area
                name="comment"
                label={words.comment}
                value={comment}
                rows={3}
                {...{ complaints }}
                error_word={lang === 'vi' ? 'Lỗi' : 'Error'}
              />
              <button type="submit" class="quiet">
                {words.give_back}
              </button>
            </form>
          </details>
        </>
      )}
      {task.state === 'returned' && (
        <p>
          {commitment_words[lang].comment}: <strong>{task.comment}</strong>
        </p>
      )}
    </Frame>
  )
}
