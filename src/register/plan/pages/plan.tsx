import { sayDay, sayInstant } from '../../../basis/shared/dates.ts'
import { QrCode } from '../../../platform/sign-in/index.ts'
import { Frame, type StaffPageProps } from '../../../platform/staff/index.ts'
import type { Language, ViewContext } from '../../../platform/web/index.ts'
import { commitment_words, DeedList, Differing } from '../../commitment/index.ts'
import type { PlanSection } from '../forms.ts'
import { isWithdrawable, type PlanState, type PlanText } from '../plan.ts'
import { plan_words } from '../plan-words.ts'
import type { PlanTask } from '../reads/find-plan.ts'
import type { PlanMark } from '../reads/find-plan-mark.ts'
import type { MyPlan } from '../reads/list-my-plans.ts'
import type { PlanStep } from '../reads/list-plan-steps.ts'
import { MarkShown } from './marks.tsx'
import { PlanSteps } from './steps.tsx'

/** My plans, the latest year first, each with the one thing to do now. */
export function MyPlansPage({ plans, told, ...staff_page }: StaffPageProps & { plans: readonly MyPlan[]; told?: string }) {
  const words = plan_words[staff_page.view.lang]
  return (
    <Frame {...staff_page} title={words.home} here={to => to.my_plans()} told={told}>
      {plans.length === 0 ? <p>{words.none}</p> : <p class="hint">{words.lead}</p>}
      {plans.map(plan => (
        <MyPlanNow key={plan.plan_duty_id} {...{ view: staff_page.view, plan }} />
      ))}
    </Frame>
  )
}

function MyPlanNow({ view: { lang, to }, plan }: { view: ViewContext; plan: MyPlan }) {
  const words = plan_words[lang]
  const { plan_duty_id, state, number, concluded_on } = plan
  const is_open = plan.is_held && !concluded_on
  return (
    <section class="task">
      <h2>{words.title(plan.year)}</h2>
      <p>
        <span class="tag">{stateOf(lang, plan)}</span> {words.of(plan.post_title, plan.post_unit_name)}
      </p>
      {state === 'returned' && (
        <p>
          {words.returned_with} <strong>{plan.comment}</strong>
        </p>
      )}
      {state === 'approved' && is_open && <p class="hint">{words.amend_lead}</p>}
      <p class="actions">
        {is_open && state !== 'submitted' && (
          <a class={state === 'approved' ? 'button quiet' : 'button'} href={to.plan_part({ plan_duty_id, part: 'viet' })}>
            {state === 'approved' ? words.amend : state === 'returned' ? words.mend : plan.draft_version ? words.go_on : words.begin}
          </a>
        )}
        {number && <a href={to.plan_receipt({ plan_duty_id })}>{`${words.receipt} ${number}`}</a>}
      </p>
      {isWithdrawable(plan) && (
        <form method="post" action={to.plan_withdraw({ plan_duty_id })} class="actions">
          <button type="submit" class="quiet">
            {words.withdraw_amendment}
          </button>
        </form>
      )}
    </section>
  )
}

type Standing = Pick<MyPlan, 'state' | 'concluded_on' | 'is_held' | 'draft_version'>
function stateOf(lang: Language, { is_held, draft_version, ...plan }: Standing): string {
  const words = plan_words[lang]
  if (!is_held && !plan.concluded_on) return words.ended
  return !plan.state && draft_version ? words.writing : planStateIn(lang, plan)
}

export function postOf(lang: Language, { post_title, post_unit_name }: Pick<PlanTask, 'post_title' | 'post_unit_name'>): string {
  return plan_words[lang].of(post_title, post_unit_name)
}

/** A plan as one reads it: what will be done first. */
export function PlanShown({ lang, sections, text }: { lang: Language; sections: readonly PlanSection[]; text: PlanText }) {
  const words = plan_words[lang]
  return (
    <div class="promise">
      <DeedList {...{ lang }} deeds={text.deeds} />
      <dl class="facts">
        {sections.map(({ section, title }) => [
          <dt key={section}>{title[lang]}</dt>,
          <dd key={`${section}-said`} lang="vi">
            {text[section] || '–'}
          </dd>,
        ])}
      </dl>
      {text.presented_on && <p>{words.presented(sayDay(text.presented_on, lang))}</p>}
    </div>
  )
}

type ReceiptProps = StaffPageProps & {
  task: PlanTask
  sections: readonly PlanSection[]
  text: PlanText
  steps: readonly PlanStep[]
  mark: PlanMark | null
  address: string
  differs: string | null
  told?: string
}

/** What the leader keeps: number, digest, text, and a square that leads back here. */
export function PlanReceiptPage({ task, sections, text, steps, mark, address, differs, told, ...staff_page }: ReceiptProps) {
  const { lang, to } = staff_page.view
  const words = plan_words[lang]
  const form = commitment_words[lang]
  const { plan_duty_id, number, digest, received_at } = task
  return (
    <Frame
      {...staff_page}
      title={`${words.receipt} ${number}`}
      crumb={postOf(lang, task)}
      here={t => t.plan_receipt({ plan_duty_id })}
      told={told}
    >
      <div class="sheet receipt">
        <QrCode text={address} label={form.square} />
        <Differing {...{ lang, differs }} />
        <p>
          <strong>{words.title(task.year)}</strong>
        </p>
        <dl class="facts">
          <dt>{form.receipt_for}</dt>
          <dd>
            {task.full_name}, {postOf(lang, task)}
          </dd>
          <dt>{form.receipt_at}</dt>
          <dd>{received_at && sayInstant(received_at, lang)}</dd>
          <dt>{form.digest}</dt>
          <dd class="secret">{digest}</dd>
        </dl>
        <PlanShown {...{ lang, sections, text }} />
      </div>
      {task.state === 'approved' && <MarkShown {...{ lang, mark }} />}
      <PlanSteps {...{ lang, steps }} />
      <p class="actions no-print">
        <a class="button" href={to.my_plans()}>
          {words.home}
        </a>
        <span class="hint">{form.print}</span>
      </p>
    </Frame>
  )
}

/** What is said of where a plan stands: one whose year was rated is concluded. */
export function planStateIn(lang: Language, { state, concluded_on }: { state: PlanState | null; concluded_on: string | null }): string {
  const words = plan_words[lang]
  if (state === 'approved' && concluded_on) return words.concluded(sayDay(concluded_on, lang))
  return state ? words.states[state] : words.not_yet
}
