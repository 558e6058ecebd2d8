import { randomUUID } from 'node:crypto'
import { sayDay, sayInstant } from '../../../basis/shared/dates.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { type FieldError, Frame, type StaffPageProps, Table } from '../../../platform/staff/index.ts'
import { HiddenFields, type InCampaign, inDigits, type ViewContext } from '../../../platform/web/index.ts'
import type { CampaignHere } from '../../programme/index.ts'
import type { Branch } from '../branches/list-branches.ts'
import { sayBranch } from '../branches/say-branch.ts'
import type { HeadRow } from '../reads/list-heads-waiting.ts'
import type { MissingPerson } from '../reads/list-missing.ts'
import { commitment_words } from '../words.ts'
import { CampaignSwitch } from './campaign-switch.tsx'
import { Missing } from './cell.tsx'
import { CompletenessMap } from './map.tsx'

type CompletenessProps = StaffPageProps & {
  at: InCampaign
  name: string
  above: { key: string; name: string } | null
  campaign: CampaignHere
  campaigns: CampaignHere[]
  branches: Branch[]
  /** By name, where they are few enough to be read by name. */
  people: { missing: MissingPerson[]; excepted: number; endorsed: number[] } | null
  /** Secretaries whose own waits for who asks. */
  heads: HeadRow[]
  may_approve: boolean
  may_remind: boolean
  now: Date
  told?: string
  field_errors?: FieldError[]
}

/** How many are missing; where; and, near enough, who. */
export function CompletenessPage({
  at,
  name,
  above,
  campaign,
  campaigns,
  branches,
  people,
  heads,
  may_approve,
  may_remind,
  now,
  told,
  field_errors,
  ...staff_page
}: CompletenessProps) {
  const { view } = staff_page
  const { lang, to } = view
  const words = commitment_words[lang]
  const { unit } = at
  const { campaign_id } = campaign
  const all_due = branches.reduce((sum, { due }) => sum + due, 0)
  const missing = branches.reduce((sum, { due, submitted }) => sum + due - submitted, 0)
  const lacking = branches.filter(({ due, submitted }) => due > submitted).sort((a, b) => lackOf(b) - lackOf(a))
  return (
    <Frame
      {...staff_page}
      title={all_due === 0 ? words.nobody_due(campaign.year) : words.completeness(campaign.year, missing)}
      crumb={name}
      here={t => t.completeness(at)}
      has_workbook
      {...{ told, field_errors }}
    >
      <CampaignSwitch {...{ view, campaign, campaigns }} pageOf={of => to.completeness({ unit, ...of })} />
      <p class="hint">
        {words.until(sayDay(campaign.due_on, lang), sayInstant(now, lang))}
        {above && (
          <>
            {' · '}
            <a href={to.completeness({ unit: above.key, campaign_id })}>
              {words.up}: {sayName(above.name, lang)}
            </a>
          </>
        )}
      </p>
      {may_remind && missing > 0 && (
        <p class="actions">
          <a class={may_approve && people?.endorsed.length ? 'button quiet' : 'button'} href={to.reminders(at)}>
            {commitment_words[lang].remind}
          </a>
        </p>
      )}
      {people && may_approve && people.endorsed.length > 0 && <Approve {...{ view, at, ids: people.endorsed }} />}
      {heads.length > 0 && <Heads {...{ view, campaign_id, heads }} />}
      {lacking.length > 0 && branches.length > 1 && (
        <section>
          <h2>{words.not_complete(lacking.length)}</h2>
          <Branches {...{ view, unit, campaign_id, branches: lacking.slice(0, shown_at_once) }} />
          {lacking.length > shown_at_once && (
            <details>
              <summary>{words.others(lacking.length - shown_at_once)}</summary>
              <Branches {...{ view, unit, campaign_id, branches: lacking.slice(shown_at_once) }} />
            </details>
          )}
        </section>
      )}
      {people && people.missing.length > 0 && (
        <section>
          <h2>{words.who_is_missing}</h2>
          {people.missing.length > most_names_open ? (
            <details>
              <summary>{words.names_n(people.missing.length)}</summary>
              <Missing {...{ view, unit, rows: people.missing, may_enter: false }} />
            </details>
          ) : (
            <Missing {...{ view, unit, rows: people.missing, may_enter: false }} />
          )}
        </section>
      )}
      {people && people.excepted > 0 && (
        <p class="hint">
          {words.excepted_n}: {people.excepted}
        </p>
      )}
      {branches.length > 1 && (
        <section>
          <h2>{words.map}</h2>
          <CompletenessMap {...{ view, branches }} at={{ unit, campaign_id }} />
          <p class="hint">{words.map_label}</p>
        </section>
      )}
      {branches.length > 1 && (
        <details>
          <summary>{words.is_complete(branches.length - lacking.length)}</summary>
          <Branches {...{ view, unit, campaign_id, branches: branches.filter(({ due, submitted }) => due <= submitted) }} />
        </details>
      )}
    </Frame>
  )
}

/** The worst of them; the others are a press away. */
const shown_at_once = 25
/** More names than these are a press away. */
const most_names_open = 40
const heads_at_once = 5

function lackOf({ due, submitted }: Branch): number {
  return due - submitted
}

/** Nobody endorses their own: that of whoever heads a cell is read here, at the level above. */
function Heads({ view: { lang, to }, campaign_id, heads }: { view: ViewContext; campaign_id: number; heads: HeadRow[] }) {
  const words = commitment_words[lang]
  return (
    <section>
      <h2>{words.heads_wait}</h2>
      <ul class="people">
        {heads.slice(0, heads_at_once).map(({ obligation_id, unit, unit_name, full_name, happened_on }) => (
          <li key={obligation_id}>
            <a href={to.cell_reading({ unit, campaign_id, at: obligation_id })}>{full_name}</a>
            <br />
            <span class="hint">
              {sayName(unit_name, lang)} · {words.handed_in} {sayDay(happened_on, lang)}
            </span>
          </li>
        ))}
      </ul>
      {heads.length > heads_at_once && <p class="hint">{words.more_heads(heads.length - heads_at_once)}</p>}
    </section>
  )
}

function Approve({ view: { lang, to }, at, ids }: { view: ViewContext; at: InCampaign; ids: number[] }) {
  const words = commitment_words[lang]
  return (
    <form method="post" action={to.completeness_approve(at)} class="actions">
      <HiddenFields
        fields={[
          ['key', randomUUID()],
          ['ids', ids.join(' ')],
        ]}
      />
      <button type="submit">{words.approve_n(ids.length)}</button>
      <a href={to.cell(at)}>{words.approve_lead}</a>
    </form>
  )
}

type BranchesProps = { view: ViewContext; unit: string; campaign_id: number; branches: Branch[] }

function Branches({ view: { lang, to }, unit, campaign_id, branches }: BranchesProps) {
  const words = commitment_words[lang]
  return (
    <Table
      lang={lang}
      name="don-vi"
      rows={branches}
      keyOf={({ key }) => key}
      // The page folds what is many by itself.
      at_first={branches.length}
      columns={[
        {
          head: words.branch,
          cell: branch =>
            branch.key === unit ? (
              `${sayName(branch.name, lang)} (${words.unit_here})`
            ) : (
              <a href={to.completeness({ unit: branch.key, campaign_id })}>{sayBranch(branch, lang)}</a>
            ),
        },
        { head: words.missing_n, class: 'n', cell: ({ due, submitted }) => <strong>{inDigits(lang, due - submitted)}</strong> },
        { head: words.due_n, class: 'n', cell: ({ due }) => inDigits(lang, due) },
        { head: words.late_n, class: 'n', cell: ({ submitted, on_time }) => inDigits(lang, submitted - on_time) },
        { head: words.approved_col, class: 'n', cell: ({ approved }) => inDigits(lang, approved) },
      ]}
    />
  )
}
