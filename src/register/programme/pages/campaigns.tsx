import { sayDay } from '../../../basis/shared/dates.ts'
import { sayInstrument, sayName } from '../../../basis/shared/names-in-english.ts'
import { Frame, type StaffPageProps } from '../../../platform/staff/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import type { CampaignMove } from '../campaign.ts'
import { move_words } from '../move-words.ts'
import { type CampaignAtUnit, isOver } from '../reads/list-campaigns.ts'
import type { NoteRow } from '../reads/list-notes.ts'
import type { PlanRow } from '../reads/list-plans.ts'
import type { WithdrawnCampaign } from '../reads/list-withdrawn.ts'
import { programme_words } from '../words.ts'

export type MayCall = { issue: boolean; extend: boolean; focus: boolean; except: boolean }
/** A campaign, and what who asks may decide on it now. */
export type CampaignShown = CampaignAtUnit & { moves: readonly CampaignMove[] }
export type CampaignsProps = StaffPageProps & {
  unit: string
  name: string
  plans: PlanRow[]
  campaigns: CampaignShown[]
  notes: NoteRow[]
  withdrawn: WithdrawnCampaign[]
  may: MayCall
  told?: string
}

/** The campaigns that run, each with what an office may do with it; where they come from; and those that ran before. */
export function CampaignsPage({ unit, name, plans, campaigns, notes, withdrawn, may, told, ...staff_page }: CampaignsProps) {
  const { view } = staff_page
  const words = programme_words[view.lang]
  const running = campaigns.filter(campaign => !isOver(campaign))
  const shown = running.length > 0 ? running : campaigns.slice(0, 1)
  const earlier = campaigns.filter(campaign => !shown.includes(campaign))
  const title = shown.length > 1 ? words.campaigns_n(shown.length) : shown[0] ? sayState(view, shown[0]) : words.no_campaign
  // One alone has its name in the title of the page.
  const beneath = shown.length > 1 ? 'h3' : 'h2'
  return (
    <Frame {...staff_page} {...{ title, told }} crumb={name} here={t => t.campaigns({ unit })}>
      {may.issue && (
        <p class="actions">
          <a class={running.length > 0 ? 'button quiet' : 'button'} href={view.to.campaign_issue({ unit })}>
            {words.issue}
          </a>
          <a href={view.to.campaign_note({ unit })}>{words.note}</a>
        </p>
      )}
      {shown.map(campaign => (
        <section key={campaign.campaign_id}>
          {shown.length > 1 && <h2>{sayState(view, campaign)}</h2>}
          <Terms {...{ view, campaign }} />
          <Acts {...{ view, unit, campaign, may, Heading: beneath }} />
          <Focuses {...{ view, campaign, Heading: beneath }} />
        </section>
      ))}
      <Line {...{ view, plans }} />
      {notes.length > 0 && <Notes {...{ view, notes }} />}
      {earlier.length > 0 && (
        <section>
          <h2>{words.earlier}</h2>
          {earlier.map(campaign => (
            <details key={campaign.campaign_id}>
              <summary>{sayState(view, campaign)}</summary>
              <Terms {...{ view, campaign }} />
            </details>
          ))}
        </section>
      )}
      {withdrawn.length > 0 && <Withdrawn {...{ view, withdrawn }} />}
    </Frame>
  )
}

function sayState({ lang }: ViewContext, { year, state }: CampaignAtUnit): string {
  const words = programme_words[lang]
  return words.campaigns(year, move_words.steps[state ?? 'closed'][lang])
}

/** What the levels above say beside the campaigns, in their own words. */
function Notes({ view: { lang }, notes }: { view: ViewContext; notes: NoteRow[] }) {
  return (
    <section>
      <h2>{programme_words[lang].notes}</h2>
      {notes.map(({ unit, programme, unit_name, note }) => (
        <p key={`${unit} ${programme}`}>
          <span lang="vi">{note}</span>
          <br />
          <span class="hint">{sayName(unit_name, lang)}</span>
        </p>
      ))}
    </section>
  )
}

function Focuses({ view: { lang }, campaign, Heading }: { view: ViewContext; campaign: CampaignAtUnit; Heading: 'h2' | 'h3' }) {
  const words = programme_words[lang]
  return (
    <>
      <Heading>{words.focuses}</Heading>
      {campaign.focuses.length === 0 && <p>{words.no_focus}</p>}
      <ul class="ways">
        {campaign.focuses.map(({ unit_name, focus }) => (
          <li key={unit_name}>
            <strong>{focus}</strong>
            <br />
            <span class="hint">{sayName(unit_name, lang)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Withdrawn({ view: { lang }, withdrawn }: { view: ViewContext; withdrawn: WithdrawnCampaign[] }) {
  const words = programme_words[lang]
  return (
    <section>
      <h2>{words.withdrawn}</h2>
      <ul class="ways">
        {withdrawn.map(({ campaign_id, year, root_name, since, reason }) => (
          <li key={campaign_id}>
            <strong>{words.withdrawn_on(year, sayDay(since, lang))}</strong>
            <br />
            <span class="hint">
              {sayName(root_name, lang)} · {reason}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Terms({ view: { lang }, campaign }: { view: ViewContext; campaign: CampaignAtUnit }) {
  const words = programme_words[lang]
  const { theme, opens_on, closes_on, due_on, joins_until, deeds_least, deeds_most, form_version, root_name, instrument, extensions } =
    campaign
  return (
    <dl class="facts">
      <dt>{words.theme}</dt>
      <dd lang="vi">{theme ?? '–'}</dd>
      <dt>{words.due}</dt>
      <dd>
        <strong>{sayDay(due_on, lang)}</strong>
      </dd>
      <dt>{words.window}</dt>
      <dd>{words.window_of(opens_on, closes_on)}</dd>
      <dt>{words.joins_until}</dt>
      <dd>{joins_until ? sayDay(joins_until, lang) : words.joins_until_none}</dd>
      <dt>{words.bounds}</dt>
      <dd>{words.bounds_of(deeds_least, deeds_most)}</dd>
      <dt>{words.form}</dt>
      <dd>{words.form_version(form_version)}</dd>
      <dt>{words.called_by}</dt>
      <dd>{[sayName(root_name, lang), instrument && sayInstrument(instrument, lang)].filter(Boolean).join(' · ')}</dd>
      {extensions.length > 0 && <dt>{words.extensions}</dt>}
      {extensions.length > 0 && (
        <dd>
          {extensions.map(({ unit_name, due_on: until, instrument: number }) => (
            <div key={`${unit_name} ${until}`}>{words.extension_of(sayName(unit_name, lang), until, sayInstrument(number, lang))}</div>
          ))}
        </dd>
      )}
    </dl>
  )
}

type ActsProps = { view: ViewContext; unit: string; campaign: CampaignShown; may: MayCall; Heading: 'h2' | 'h3' }

function Acts({ view: { lang, to }, unit, campaign, may, Heading }: ActsProps) {
  const words = programme_words[lang]
  const of = { unit, campaign_id: campaign.campaign_id }
  const is_open = !isOver(campaign)
  const lines = [
    { href: to.completeness(of), label: words.completeness },
    is_open && may.focus && { href: to.campaign_focus(of), label: words.focus },
    is_open && may.extend && { href: to.campaign_extend(of), label: words.extend },
    is_open && may.except && { href: to.campaign_except(of), label: words.except },
    is_open && campaign.moves.includes('withdraw') && { href: to.campaign_withdraw(of), label: words.withdraw },
  ].filter(line => line !== false)
  return (
    <>
      <Heading>{words.act}</Heading>
      <ul class="people">
        {lines.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The directive, then the plan of each level down to this one. */
function Line({ view: { lang }, plans }: { view: ViewContext; plans: PlanRow[] }) {
  const words = programme_words[lang]
  return (
    <section>
      <h2>{words.directive}</h2>
      {plans.map(({ programme, name_vi, name_en, directive, issuer, started_on, plans: levels }) => (
        <ol class="ways" key={programme}>
          <li>
            <strong>{lang === 'vi' ? name_vi : name_en}</strong>
            <br />
            <span class="hint">
              {sayInstrument(directive, lang)} · {sayName(issuer, lang)} · {words.since(started_on)}
            </span>
          </li>
          {levels.map(({ unit_name, instrument, title, signed_on }) => (
            <li key={instrument}>
              <strong>{sayName(unit_name, lang)}</strong>: <span lang="vi">{title}</span>
              <br />
              <span class="hint">{words.signed(sayInstrument(instrument, lang), signed_on)}</span>
            </li>
          ))}
        </ol>
      ))}
    </section>
  )
}
