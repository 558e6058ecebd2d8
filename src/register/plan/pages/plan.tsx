import { inDayMonthYear, sayDay, sayInstant } from '../../../basis/shared/dates.ts'
import type { Problem } from '../../../basis/shared/outcome.ts'
import type { Fields } from '../../../platform/ledger/index.ts'
import { QrCode } from '../../../platform/sign-in/index.ts'
import { DayField, type FieldError } from '../../../platform/staff/index.ts'
import type { Language, ViewContext } from '../../../platform/web/index.ts'
import { canMove } from '../../../platform/workflow/index.ts'
import {
  Area,
  commitment_words,
  complaintsFromAfar,
  complaintsInParts,
  DeedList,
  DeedsFields,
  Differing,
  Frame,
  HandIn,
  type InParts,
  PartForm,
  PartList,
  partsLeft,
  type StaffPageProps,
  StillToWrite,
} from '../../commitment/index.ts'
import { isWithdrawable, type PlanAsked, type PlanSection, type PlanState, type PlanText, plan_flow, problemsWithPlan } from '../plan.ts'
import { planFrom } from '../plan-fields.ts'
import { plan_words } from '../plan-words.ts'
import { type PlanCode, plan_problems } from '../problem-words.ts'
import type { PlanTask } from '../reads/find-plan.ts'
import type { MyPlan } from '../reads/list-my-plans.ts'
import type { PlanStep } from '../reads/list-plan-steps.ts'
import { PlanSteps } from './steps.tsx'

/** The parts of the form, in order; the last is reading it once more. */
export const plan_parts = ['noi-dung', 'viec-lam', 'trinh-bay', 'kiem-tra'] as const
export type PlanPart = (typeof plan_parts)[number]

/** Which fields stand on which part. */
export function isOnPlanPart(part: PlanPart, field: string): boolean {
  if (part === 'viec-lam') return field.startsWith('deed_')
  if (part === 'trinh-bay') return field === 'presented_on'
  return part === 'noi-dung' && !field.startsWith('deed_') && field !== 'presented_on'
}

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
  const { plan_duty_id, state, number, is_held } = plan
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
      {state === 'approved' && is_held && <p class="hint">{words.amend_lead}</p>}
      <p class="actions">
        {is_held && state !== 'submitted' && (
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

function stateOf(lang: Language, { state, is_held, draft_version }: Pick<MyPlan, 'state' | 'is_held' | 'draft_version'>): string {
  const words = plan_words[lang]
  if (!is_held) return words.ended
  return state ? words.states[state] : draft_version ? words.writing : words.not_yet
}

function postOf(lang: Language, { post_title, post_unit_name }: Pick<PlanTask, 'post_title' | 'post_unit_name'>): string {
  return plan_words[lang].of(post_title, post_unit_name)
}

function inParts(lang: Language, { plan_duty_id }: PlanTask): InParts<PlanPart> {
  return { parts: plan_parts, labels: plan_words[lang].parts, isOn: isOnPlanPart, at: (to, part) => to.plan_part({ plan_duty_id, part }) }
}

type WriteProps = StaffPageProps & { task: PlanTask; sections: readonly PlanSection[]; fields: Fields; field_errors?: FieldError[] }

/** What is to be written, part by part, and how far it is. */
export function PlanListPage({ task, asked, fields, field_errors, ...staff_page }: Omit<WriteProps, 'sections'> & { asked: PlanAsked }) {
  const { view } = staff_page
  const form = inParts(view.lang, task)
  const wrong = [...problemsWithPlan(planFrom(fields), asked)]
  return (
    <Frame
      {...{ ...staff_page, field_errors }}
      title={titleOf(view.lang, task, partsLeft(form, wrong).length)}
      told={besideOf(view.lang, task)}
      crumb={postOf(view.lang, task)}
      here={to => form.at(to, 'viet')}
    >
      <PartList {...{ view, form, fields, wrong }} />
    </Frame>
  )
}

function titleOf(lang: Language, { year, state }: PlanTask, left: number): string {
  const words = plan_words[lang]
  if (!canMove(plan_flow, 'submit', state)) return commitment_words[lang].handed_in_already(words.states[state!])
  return state === 'approved' ? words.amend : words.parts_left(year, left)
}

/** What is written while a plan waits stays beside it. */
function besideOf(lang: Language, { state }: PlanTask): string | undefined {
  return canMove(plan_flow, 'submit', state) ? undefined : plan_words[lang].beside
}

type PartPageProps = WriteProps & { asked: PlanAsked; part: Exclude<PlanPart, 'kiem-tra'>; version: number; script: string }

export function PlanPartPage({ part, version, script, ...props }: PartPageProps) {
  const { task, sections, asked, fields, field_errors = [], ...staff_page } = props
  const { lang, to } = staff_page.view
  const words = plan_words[lang]
  const form = inParts(lang, task)
  return (
    <Frame
      {...staff_page}
      title={words.parts[part]!}
      crumb={`${words.title(task.year)} · ${plan_parts.indexOf(part) + 1}/${plan_parts.length}`}
      here={t => form.at(t, part)}
      field_errors={field_errors}
      told={besideOf(lang, task)}
      scripts={[script]}
    >
      <PartForm {...{ lang, version }} action={form.at(to, part)} list={form.at(to, 'viet')}>
        <PlanFields {...{ lang, part, task, sections, asked, fields, field_errors }} />
      </PartForm>
    </Frame>
  )
}

type FieldsProps = {
  lang: Language
  part: PlanPart
  task: PlanTask
  sections: readonly PlanSection[]
  asked: PlanAsked
  fields: Fields
  field_errors: FieldError[]
}

function PlanFields({ lang, part, task, sections, asked, fields, field_errors }: FieldsProps) {
  const words = plan_words[lang]
  if (part === 'noi-dung')
    return sections.map(({ section, title_vi, title_en, hint_vi, hint_en }) => (
      <Area
        key={section}
        {...{ lang, field_errors }}
        name={section}
        label={lang === 'vi' ? title_vi : title_en}
        hint={lang === 'vi' ? hint_vi : hint_en}
        value={fields[section]}
        rows={8}
      />
    ))
  if (part === 'trinh-bay') {
    const hint = words.presented_hint(inDayMonthYear(asked.since))
    return <DayField {...{ lang, field_errors, hint }} name="presented_on" label={words.presented_on} typed={fields} />
  }
  // One more than is written, and three to begin with: five empty ones are a long way on a telephone.
  const shown = Math.min(task.deeds_most, Math.max(3, planFrom(fields).deeds.length + 1))
  return (
    <div>
      <p>{words.deeds_lead(task.deeds_least, task.deeds_most)}</p>
      <DeedsFields {...{ lang, fields, field_errors, shown }} least={task.deeds_least} year={task.year} />
    </div>
  )
}

type CheckProps = Omit<WriteProps, 'field_errors'> & { asked: PlanAsked; problems?: readonly Problem<PlanCode>[]; version: number }

/** Everything once more before it is handed in; what is still wrong stands above with the way to it. */
export function PlanCheckPage({ task, sections, asked, fields, problems = [], version, ...staff_page }: CheckProps) {
  const { view } = staff_page
  const { lang, to } = view
  const words = plan_words[lang]
  const form = inParts(lang, task)
  const nameOfPart = (field: string) => nameOf(lang, field, sections)
  const say = (wrong: readonly Problem<PlanCode>[]) =>
    complaintsInParts(to, form, complaintsFromAfar(plan_problems, lang, wrong, nameOfPart))
  const left = say([...problemsWithPlan(planFrom(fields), asked)])
  const is_whole = left.length === 0
  const is_open = canMove(plan_flow, 'submit', task.state)
  return (
    <Frame
      {...staff_page}
      title={!is_open ? titleOf(lang, task, 0) : is_whole ? words.parts['kiem-tra']! : commitment_words[lang].still_to_write(left.length)}
      crumb={words.title(task.year)}
      here={t => form.at(t, 'kiem-tra')}
      field_errors={say(problems)}
      told={problems.length === 0 ? besideOf(lang, task) : undefined}
    >
      {problems.length === 0 && is_open && !is_whole && <StillToWrite {...{ lang }} field_errors={left} />}
      {is_open && <p>{words.check_lead}</p>}
      <PlanShown {...{ lang, sections }} text={planFrom(fields)} />
      {is_open ? (
        <HandIn {...{ view, form, version, is_whole }} action={to.plan_submit(task)} button={words.submit} />
      ) : (
        <p class="actions">
          <a class="button" href={to.my_plans()}>
            {words.to_plans}
          </a>
        </p>
      )}
    </Frame>
  )
}

/** Of what a field is a part: a section by its title, «Việc 2»; null for what is no part of the text. */
function nameOf(lang: Language, field: string, sections: readonly PlanSection[]): string | null {
  const section = sections.find(one => one.section === field)
  if (section) return lang === 'vi' ? section.title_vi : section.title_en
  const deed = /^deed_(\d)_/.exec(field)
  if (deed) return commitment_words[lang].deed(Number(deed[1]))
  return field === 'presented_on' ? plan_words[lang].presented_on : null
}

/** A plan as one reads it: what will be done first. */
export function PlanShown({ lang, sections, text }: { lang: Language; sections: readonly PlanSection[]; text: PlanText }) {
  const words = plan_words[lang]
  return (
    <div class="promise">
      <DeedList {...{ lang }} deeds={text.deeds} />
      <dl class="facts">
        {sections.map(({ section, title_vi, title_en }) => [
          <dt key={section}>{lang === 'vi' ? title_vi : title_en}</dt>,
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
  address: string
  differs: string | null
  told?: string
}

/** What the leader keeps: number, digest, text, and a square that leads back here. */
export function PlanReceiptPage({ task, sections, text, steps, address, differs, told, ...staff_page }: ReceiptProps) {
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

export function planStateIn(lang: Language, state: PlanState | null): string {
  const words = plan_words[lang]
  return state ? words.states[state] : words.not_yet
}
