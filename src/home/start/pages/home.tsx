import { sayDay, sayInstant } from '../../../basis/shared/dates.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { AccountNotices, type AccountTold, type HomeNotice } from '../../../platform/sign-in/index.ts'
import { Frame, Notice, type StaffPageProps } from '../../../platform/staff/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { canMove } from '../../../platform/workflow/index.ts'
import type { Deed, Task } from '../../../register/commitment/index.ts'
import {
  type CommitmentRead,
  CompletenessMap,
  commitment_flow,
  commitment_words,
  Deeds,
  Text,
  withdrawalOf,
} from '../../../register/commitment/index.ts'
import type { MyPlan } from '../../../register/plan/index.ts'
import { plan_words, planStateIn } from '../../../register/plan/index.ts'
import type { MyReminder } from '../../../register/reminder/index.ts'
import { MyReminders } from '../../../register/reminder/index.ts'
import type { SeatStanding } from '../count-seats.ts'

/** A task with its text where one was handed in, and its deeds with what was reported of them. */
export type Shown = { task: Task; text: CommitmentRead | null; deeds: readonly Deed[] }
type HomeProps = StaffPageProps & {
  today: string
  seats: SeatStanding[]
  reminders: MyReminder[]
  plans: MyPlan[]
  /** What still receives, the latest year first. */
  open: Shown[]
  past: Shown[]
  news: AccountTold
  /** What of other rooms waits for whoever reads it. */
  lines: HomeNotice[]
  told?: string
}

/** What I follow, where I follow something; what I am to do this year; then what I promised before. */
export function HomePage({ today, seats, reminders, plans, open, past, news, lines, told, ...staff_page }: HomeProps) {
  const { view } = staff_page
  const words = commitment_words[view.lang]
  const waiting =
    open.filter(({ task }) => waitsForMe(task)).length +
    news.waiting +
    lines.reduce((sum, { n }) => sum + n, 0) +
    plans.filter(({ state }) => state === null || state === 'returned').length +
    seats.reduce((sum, { cell }) => sum + (cell?.waiting ?? 0), 0)
  return (
    <Frame
      {...staff_page}
      title={waiting === 0 ? words.home : words.home_n(waiting)}
      crumb={(open[0] ?? past[0])?.task.unit_name}
      here={to => to.my_commitments()}
      told={told}
    >
      <AccountNotices {...{ view, news }} />
      {lines.map(({ href, label }) => (
        <Notice key={label} look="to-do">
          <p>{href === null ? label : <a href={href}>{label}</a>}</p>
        </Notice>
      ))}
      {seats.length > 0 && <Seats {...{ view, seats }} />}
      {seats.length > 0 && <h2>{words.own}</h2>}
      <MyReminders {...{ view, reminders }} />
      {open.length === 0 && <p>{words.nothing_due}</p>}
      {open.map(one => (
        <Current key={one.task.obligation_id} {...{ view, today, ...one }} />
      ))}
      {plans.length > 0 && <Plans {...{ view, plans }} />}
      {past.length > 0 && <h2>{words.past}</h2>}
      {past.map(({ task, text, deeds }) => (
        <details key={task.obligation_id}>
          <summary>
            {words.title(task.year)} · {task.state ? words.states[task.state] : words.not_yet}
          </summary>
          {deeds.length > 0 && isApproved(task) && <Deeds {...{ view, deeds, is_open: canMove(commitment_flow, 'report', task.state) }} />}
          {text && <Text {...{ lang: view.lang, text }} />}
        </details>
      ))}
    </Frame>
  )
}

/** Where somebody is missing and what waits: of a cell by name, of what stands above as its map. */
function Seats({ view, seats }: { view: ViewContext; seats: SeatStanding[] }) {
  const words = commitment_words[view.lang]
  return (
    <section>
      <h2>{words.seats}</h2>
      {seats.map(seat => (
        <Place key={`${seat.key} ${seat.campaign_id}`} {...{ view, seat }} />
      ))}
    </section>
  )
}

function Place({
  view,
  seat: { key: unit, name, campaign_id, year, due, missing, cell, branches },
}: {
  view: ViewContext
  seat: SeatStanding
}) {
  const { lang, to } = view
  const words = commitment_words[lang]
  const at = { unit, campaign_id }
  const still = words.seat_still(missing, due)
  return (
    <section class="seat">
      <h3>
        <a href={cell ? to.cell(at) : to.completeness(at)}>{sayName(name, lang)}</a>
      </h3>
      <p>
        {words.title(year)}: {missing === 0 ? still : <strong>{still}</strong>}
      </p>
      {cell && cell.waiting > 0 && (
        <p class="actions">
          <a class="button" href={to.cell_reading(at)}>
            {words.read_and_endorse(cell.waiting)}
          </a>
        </p>
      )}
      {cell && cell.missing.length > 0 && (
        <p>
          {words.missing}: {cell.missing.slice(0, most_names).join(', ')}
          {cell.missing.length > most_names && ` ${words.and_more(cell.missing.length - most_names)}`}
        </p>
      )}
      {branches.length > 1 && (
        <>
          <CompletenessMap {...{ view, at, branches }} />
          <p class="hint">
            {words.map_here} <a href={to.completeness(at)}>{words.map_table}</a>
          </p>
        </>
      )}
    </section>
  )
}

/** More are read on the page of the cell. */
const most_names = 8

/** The plans that I owe by the posts I hold. */
function Plans({ view: { lang, to }, plans }: { view: ViewContext; plans: MyPlan[] }) {
  const words = plan_words[lang]
  return (
    <section>
      <h2>{words.home}</h2>
      <ul class="ways">
        {plans.map(({ plan_duty_id, year, post_title, post_unit_name, ...plan }) => (
          <li key={plan_duty_id}>
            <a href={to.my_plans()}>{words.title(year)}</a> · {words.of(post_title, post_unit_name)}{' '}
            <span class="tag">{planStateIn(lang, plan)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Current({ view, today, task, text, deeds }: Shown & { view: ViewContext; today: string }) {
  const { lang } = view
  const words = commitment_words[lang]
  const is_late = today > task.due_on
  return (
    <section class="task">
      <h2>{words.title(task.year)}</h2>
      <p>
        <span class="tag">{task.state ? words.states[task.state] : words.not_yet}</span>{' '}
        {is_late && !task.state ? words.late_until(sayDay(task.closes_on, lang)) : words.due(sayDay(task.due_on, lang))}
      </p>
      {task.theme && (
        <p class="hint">
          {words.theme}: <span lang="vi">{task.theme}</span>
        </p>
      )}
      {task.exception ? <p>{words.excepted(task.exception_reason ?? '')}</p> : <NextStep {...{ view, task }} />}
      {deeds.length > 0 && isApproved(task) && <Deeds {...{ view, deeds, is_open: canMove(commitment_flow, 'report', task.state) }} />}
      {text && (
        <details open={task.awaits_confirmation}>
          <summary>{words.your_text}</summary>
          <Text {...{ lang: view.lang, text, limitation: task.limitation }} />
        </details>
      )}
    </section>
  )
}

/** Whether the next step is mine: to hand in, to mend, or to confirm what was entered for me. */
function waitsForMe({ state, exception, awaits_confirmation }: Task): boolean {
  return !exception && (awaits_confirmation || state === null || state === 'returned' || state === 'withdrawn')
}

function isApproved({ state }: Task): boolean {
  return state === 'approved' || state === 'under-way' || state === 'self-reviewed' || state === 'concluded'
}

/** The one thing to do with it now. */
function NextStep({ view, task }: { view: ViewContext; task: Task }) {
  const { to, lang } = view
  const words = commitment_words[lang]
  const { obligation_id, state, number } = task
  const write = to.commitment_part({ obligation_id, part: 'viet' })
  const receipt = number && <a href={to.commitment_receipt({ obligation_id })}>{`${words.receipt} ${number}`}</a>
  if (task.awaits_confirmation)
    return (
      <form method="post" action={to.commitment_confirm({ obligation_id })} class="actions">
        <p>{words.entered}</p>
        <button type="submit">{words.confirm}</button>
      </form>
    )
  if (state === 'submitted')
    return (
      <div class="actions">
        {receipt}
        <Withdraw {...{ view, task }} />
      </div>
    )
  if (state === 'endorsed') return <p>{receipt}</p>
  const is_approved = isApproved(task)
  return (
    <div>
      {state === 'returned' && (
        <p>
          {words.returned_with} <strong>{task.comment}</strong>
        </p>
      )}
      {task.saved_at && !is_approved && <p class="hint">{words.saved(sayInstant(task.saved_at, lang))}</p>}
      {is_approved && <p class="hint">{words.amend_lead}</p>}
      <p class="actions">
        {receipt}
        <a class={is_approved ? 'button quiet' : 'button'} href={write}>
          {is_approved ? words.amend : state === 'returned' ? words.mend : task.draft_version ? words.go_on : words.begin}
        </a>
      </p>
      <Withdraw {...{ view, task }} />
    </div>
  )
}

function Withdraw({ view: { to, lang }, task }: { view: ViewContext; task: Task }) {
  const words = commitment_words[lang]
  const move = withdrawalOf(task)
  if (!move) return null
  return (
    <form method="post" action={to.commitment_withdraw({ obligation_id: task.obligation_id })} class="actions">
      <button type="submit" class="quiet">
        {move === 'withdraw' ? words.withdraw : words.withdraw_amendment}
      </button>
    </form>
  )
}
