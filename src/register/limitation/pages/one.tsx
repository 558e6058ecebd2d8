import { randomUUID } from 'node:crypto'
import { sayDay } from '../../../basis/shared/dates.ts'
import { type FieldError, FormFields, FormPage, Frame, type StaffPageProps, type Typed } from '../../../platform/staff/index.ts'
import { HiddenFields, type Language, type ViewContext } from '../../../platform/web/index.ts'
import { MoveForms, MoveHistory } from '../../../platform/workflow/index.ts'
import { raising_form, remedy_form } from '../forms.ts'
import { type LimitationMove, limitation_flow } from '../limitation.ts'
import { move_words } from '../move-words.ts'
import type { Limitation } from '../reads/find-limitation.ts'
import type { LimitationStep } from '../reads/list-limitation-steps.ts'
import { limitation_words } from '../words.ts'
import { sayDue, sayState } from './say-limitation.ts'

type OneProps = StaffPageProps & {
  limitation: Limitation
  steps: readonly LimitationStep[]
  moves: readonly LimitationMove[]
  is_mine: boolean
  today: string
  typed: Typed
  comment?: string
  field_errors?: FieldError[]
  told?: string
}

/** One limitation: what is wanting, how it is repaired, what one may do about it now, and the way so far. */
export function LimitationPage(props: OneProps) {
  const { limitation, steps, moves, is_mine, today, typed, comment, field_errors = [], told, ...staff_page } = props
  const { view } = staff_page
  const { lang, to } = view
  const words = limitation_words[lang]
  const { limitation_id } = limitation
  const at = (move: LimitationMove) => to.limitation_move({ limitation_id, move })
  const reason = { label: words.reason, value: comment }
  const forms = {
    repair: { action: at('repair'), fields: {}, label: words.repair },
    verify: { action: at('verify'), fields: {}, label: words.verify },
    return: { action: at('return'), fields: {}, label: words.give_back, comment: { title: words.give_back_title, ...reason } },
    carry: { action: at('carry'), fields: {}, label: words.carry, comment: { title: words.carry_title, ...reason } },
  }
  return (
    <Frame
      {...staff_page}
      {...{ field_errors, told }}
      title={words.title(limitation.year)}
      crumb={`${limitation.full_name} · ${limitation.unit_name}`}
      here={t => t.limitation({ limitation_id })}
    >
      <Facts {...{ lang, limitation, today }} />
      <MoveForms {...{ lang, moves, forms }} field_errors={field_errors.filter(({ field }) => field === 'comment')}>
        <a href={is_mine ? to.my_limitations() : to.limitations_under({ unit: limitation.unit })}>{words.back}</a>
      </MoveForms>
      {moves.includes('plan') && <Planning {...{ view, limitation_id, typed, field_errors }} />}
      <Way {...{ lang, steps }} />
    </Frame>
  )
}

function Facts({ lang, limitation, today }: { lang: Language; limitation: Limitation; today: string }) {
  const words = limitation_words[lang]
  const { what, raised_on, remedy, owner_name } = limitation
  return (
    <dl class="facts">
      <dt>{words.what}</dt>
      <dd>
        <strong lang="vi">{what}</strong>
        <br />
        <span class="hint">{words.raised(sayDay(raised_on, lang))}</span>
      </dd>
      <dt>{words.state}</dt>
      <dd>{sayState(lang, limitation)}</dd>
      <dt>{words.remedy}</dt>
      <dd lang="vi">{remedy ?? '–'}</dd>
      <dt>{words.owner}</dt>
      <dd>{owner_name ?? '–'}</dd>
      <dt>{words.due}</dt>
      <dd>{sayDue(lang, limitation, today) || '–'}</dd>
    </dl>
  )
}

type PlanningProps = { view: ViewContext; limitation_id: number; typed: Typed; field_errors: FieldError[] }

function Planning({ view: { lang, to }, limitation_id, typed, field_errors }: PlanningProps) {
  const words = limitation_words[lang]
  const is_open = field_errors.some(({ field = '' }) => Object.hasOwn(remedy_form, field))
  return (
    <details open={is_open}>
      <summary>{words.plan_title}</summary>
      <form method="post" action={to.limitation_plan({ limitation_id })}>
        <HiddenFields fields={[['key', randomUUID()]]} />
        <FormFields form={remedy_form} {...{ lang, typed, field_errors }} />
        <button type="submit" class="quiet">
          {words.plan_button}
        </button>
      </form>
    </details>
  )
}

function Way({ lang, steps }: { lang: Language; steps: readonly LimitationStep[] }) {
  const made = steps.map(({ limitation_step_id, state, happened_on, remedy, said, is_own, by_name, full_name }) => ({
    ...{ step_id: limitation_step_id, state, happened_on, is_own, by_name, full_name, undone_at: null },
    comment: said ?? remedy,
  }))
  return steps.length === 0 ? null : <MoveHistory {...{ lang }} flow={limitation_flow} words={move_words} steps={made} />
}

/** One's own, the open ones first. */
export function MyLimitationsPage({
  limitations,
  today,
  ...staff_page
}: StaffPageProps & { limitations: readonly Limitation[]; today: string }) {
  const { lang, to } = staff_page.view
  const words = limitation_words[lang]
  return (
    <Frame {...staff_page} title={words.mine} here={t => t.my_limitations()}>
      <p class="hint">{limitations.length === 0 ? words.mine_none : words.mine_lead}</p>
      {limitations.map(one => (
        <section class="task" key={one.limitation_id}>
          <h2>{words.title(one.year)}</h2>
          <p>
            <a href={to.limitation(one)} lang="vi">
              {one.what}
            </a>
          </p>
          <p>
            <span class="tag">{sayState(lang, one)}</span> {sayDue(lang, one, today)}
          </p>
        </section>
      ))}
    </Frame>
  )
}

type RaiseProps = StaffPageProps & {
  unit: string
  of: { obligation_id: number; full_name: string; unit_name: string }
  typed: Typed
  field_errors?: FieldError[]
}

/** What a review found wanting in somebody. */
export function RaisePage({ unit, of, typed, field_errors, ...staff_page }: RaiseProps) {
  const { lang, to } = staff_page.view
  const words = limitation_words[lang]
  const { obligation_id } = of
  return (
    <FormPage
      {...staff_page}
      {...{ field_errors }}
      title={words.raise_title(of.full_name)}
      crumb={of.unit_name}
      lead={words.raise_lead}
      here={t => t.limitation_raise({ unit, obligation_id })}
      button={words.raise_button}
      cancel={{ href: to.limitations_under({ unit }), label: words.back }}
    >
      <FormFields form={raising_form} {...{ lang, typed, field_errors }} />
    </FormPage>
  )
}
