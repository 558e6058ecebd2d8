import { sayDay, sayInstant } from '../../../basis/shared/dates.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { type FieldError, Frame, type StaffPageProps, Table, type Typed } from '../../../platform/staff/index.ts'
import type { InCampaign, Language, ViewContext } from '../../../platform/web/index.ts'
import { MoveForms } from '../../../platform/workflow/index.ts'
import { CampaignSwitch, commitment_words } from '../../commitment/index.ts'
import type { CampaignHere } from '../../programme/index.ts'
import type { PlanSection } from '../forms.ts'
import type { PlanMove, PlanText } from '../plan.ts'
import { plan_words } from '../plan-words.ts'
import type { PlanTask } from '../reads/find-plan.ts'
import type { PlanMark } from '../reads/find-plan-mark.ts'
import type { PlanBranch } from '../reads/list-plan-branches.ts'
import type { PlanStep } from '../reads/list-plan-steps.ts'
import type { PlanRow } from '../reads/list-plans-under.ts'
import { Marking, MarkShown } from './marks.tsx'
import { PlanShown, planStateIn } from './plan.tsx'
import { PlanSteps } from './steps.tsx'

type UnderProps = StaffPageProps & {
  at: InCampaign
  name: string
  campaign: CampaignHere
  campaigns: CampaignHere[]
  plans: readonly PlanRow[]
  branches: readonly PlanBranch[]
  now: Date
  told?: string
}

/** More plans than these are read by branch; by name only those that wait. */
export const most_plans_by_name = 60

/** How many leaders under a unit have an approved plan; what waits; then the branches, those that lack most first. */
export function PlansUnderPage({ at, name, campaign, campaigns, plans, branches, now, told, ...staff_page }: UnderProps) {
  const { lang } = staff_page.view
  const { unit } = at
  const { campaign_id } = campaign
  const words = plan_words[lang]
  const owed = branches.reduce((sum, branch) => sum + branch.owed, 0)
  const approved = branches.reduce((sum, branch) => sum + branch.approved, 0)
  const all_waiting = branches.reduce((sum, branch) => sum + branch.waiting, 0)
  const waiting = plans.filter(({ state }) => state === 'submitted')
  const others = owed > most_plans_by_name ? [] : plans.filter(({ state }) => state !== 'submitted')
  return (
    <Frame
      {...staff_page}
      title={owed === 0 ? words.none_owed(campaign.year) : words.coverage(campaign.year, owed - approved)}
      crumb={name}
      here={t => t.plans_under(at)}
      told={told}
      has_workbook
    >
      <CampaignSwitch {...{ view: staff_page.view, campaign, campaigns }} pageOf={of => staff_page.view.to.plans_under({ unit, ...of })} />
      <p class="hint">{owed === 0 ? words.no_plans : `${words.covered(approved, owed)} · ${sayInstant(now, lang)}`}</p>
      <h2>{words.waiting}</h2>
      {waiting.length === 0 ? <p>{words.nothing_waits}</p> : <PlanTable {...{ staff_page, unit, plans: waiting }} />}
      {all_waiting > waiting.length && <p class="hint">{words.more_wait(all_waiting - waiting.length)}</p>}
      {branches.length > 1 && <Branches {...{ view: staff_page.view, unit, campaign_id, branches }} />}
      {others.length > 0 && (
        <>
          <h2>{words.others}</h2>
          <PlanTable {...{ staff_page, unit, plans: others }} />
        </>
      )}
    </Frame>
  )
}

const branches_at_once = 25

type BranchesProps = { view: ViewContext; unit: string; campaign_id: number; branches: readonly PlanBranch[] }

function Branches({ branches, ...of }: BranchesProps) {
  const words = plan_words[of.view.lang]
  const rest = branches.slice(branches_at_once)
  return (
    <>
      <h2>{words.by_branch}</h2>
      <BranchTable {...of} branches={branches.slice(0, branches_at_once)} />
      {rest.length > 0 && (
        <details>
          <summary>{words.more_branches(rest.length)}</summary>
          <BranchTable {...of} branches={rest} />
        </details>
      )}
    </>
  )
}

function BranchTable({ view: { lang, to }, unit, campaign_id, branches }: BranchesProps) {
  const words = plan_words[lang]
  return (
    <Table
      lang={lang}
      name="don-vi"
      rows={branches}
      keyOf={({ key }) => key}
      columns={[
        {
          head: commitment_words[lang].branch,
          cell: ({ key, name }) =>
            key === unit ? (
              `${sayName(name, lang)}, ${commitment_words[lang].unit_here}`
            ) : (
              <a href={to.plans_under({ unit: key, campaign_id })}>{sayName(name, lang)}</a>
            ),
        },
        { head: words.owed, class: 'n', cell: ({ owed }) => owed },
        { head: words.approved_n, class: 'n', cell: ({ approved }) => approved },
        { head: words.waiting_n, class: 'n', cell: ({ waiting }) => waiting },
      ]}
    />
  )
}

function PlanTable({ staff_page, unit, plans }: { staff_page: StaffPageProps; unit: string; plans: readonly PlanRow[] }) {
  const { lang, to } = staff_page.view
  const words = plan_words[lang]
  // Where all wait, the heading has said it; of an approved one it is said what was found in it, too.
  const says_state = plans.some(({ state }) => state !== plans[0]!.state || state === 'approved')
  return (
    <div class="scroll">
      <Table
        lang={lang}
        name={`ke-hoach-${plans[0]?.state ?? 'chua-co'}`}
        rows={plans}
        keyOf={({ plan_duty_id }) => plan_duty_id}
        columns={[
          {
            head: words.leader,
            cell: plan =>
              plan.state ? (
                <a href={to.plan_reading({ unit, plan_duty_id: plan.plan_duty_id })} aria-label={words.read_of(plan.full_name)}>
                  {plan.full_name}
                </a>
              ) : (
                plan.full_name
              ),
          },
          { head: words.post, cell: ({ post_title, post_unit_name }) => words.of(post_title, post_unit_name) },
          says_state && {
            head: words.state,
            cell: plan => (
              <>
                <span class="tag">{planStateIn(lang, plan)}</span> {plan.state === 'approved' && markIn(lang, plan.mark)}
              </>
            ),
          },
          { head: words.since, cell: ({ stands_since }) => stands_since && sayDay(stands_since, lang) },
        ]}
      />
    </div>
  )
}

/** What a reviewer found in an approved plan, in a few words. */
export function markIn(lang: Language, mark: PlanRow['mark']): string {
  const words = plan_words[lang]
  if (mark === null) return words.not_marked
  const { is_exemplary, is_of_the_post } = mark
  if (is_exemplary && is_of_the_post) return words.both_good
  const wanting = [...(is_exemplary ? [] : [words.exemplary]), ...(is_of_the_post ? [] : [words.of_the_post])]
  return `${wanting.join(', ')}: ${words.found(false)}`
}

type ReadingProps = StaffPageProps & {
  unit: string
  task: PlanTask
  sections: readonly PlanSection[]
  text: PlanText
  steps: readonly PlanStep[]
  moves: readonly PlanMove[]
  mark: PlanMark | null
  may_mark: boolean
  field_errors?: FieldError[]
  comment?: string
  typed?: Typed
}

/** One plan in view, and what one may do with it. */
export function PlanReadingPage(props: ReadingProps) {
  const { unit, task, sections, text, steps, moves, mark, may_mark, field_errors = [], comment, typed = {}, ...staff_page } = props
  const { lang, to } = staff_page.view
  const words = plan_words[lang]
  const { plan_duty_id, campaign_id, version } = task
  const at = { unit, campaign_id, plan_duty_id }
  const fields = { version: String(version) }
  const forms = {
    approve: { action: to.plan_approve(at), fields, label: words.approve },
    return: {
      action: to.plan_return(at),
      fields,
      label: words.give_back,
      comment: { title: words.return_title, label: words.comment, value: comment },
    },
  }
  return (
    <Frame
      {...staff_page}
      title={`${words.title(task.year)}: ${task.full_name}`}
      crumb={words.of(task.post_title, task.post_unit_name)}
      here={t => t.plan_reading({ unit, plan_duty_id })}
      field_errors={field_errors}
    >
      <p>
        <span class="tag">{planStateIn(lang, task)}</span> {task.stands_since && sayDay(task.stands_since, lang)} · {task.number}
      </p>
      <PlanShown {...{ lang, sections, text }} />
      {task.state === 'submitted' && moves.length === 0 && <p class="hint">{words.not_yours}</p>}
      {task.state === 'submitted' && moves.length > 0 && (
        <MoveForms {...{ lang, moves, forms, field_errors }}>
          <a href={to.plans_under({ unit, campaign_id })}>{words.back}</a>
        </MoveForms>
      )}
      {task.state === 'returned' && (
        <p>
          {commitment_words[lang].comment}: <strong>{task.comment}</strong>
        </p>
      )}
      {task.state === 'approved' && <MarkShown {...{ lang, mark }} />}
      {may_mark && version && <Marking {...{ lang, version, typed, field_errors }} action={to.plan_mark(at)} is_marked={mark !== null} />}
      <PlanSteps {...{ lang, steps }} />
    </Frame>
  )
}
