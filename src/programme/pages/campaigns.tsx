import { sayDay } from '../../shared/dates.ts'
import { sayInstrument, sayName } from '../../shared/names-in-english.ts'
import { type Desk, Frame, type Reading } from '../../web/index.ts'
import type { CampaignAtUnit } from '../list-campaigns.ts'
import type { PlanRow } from '../list-plans.ts'
import { programme_words } from '../words.ts'

export type MayCall = { issue: boolean; extend: boolean; focus: boolean; except: boolean }
export type CampaignsProps = Desk & {
  unit: string
  name: string
  plans: PlanRow[]
  campaigns: CampaignAtUnit[]
  may: MayCall
  told?: string
}

/** The campaign that runs, what an office may do with it, and where it comes from. */
export function CampaignsPage({ unit, name, plans, campaigns, may, told, ...desk }: CampaignsProps) {
  const { reading } = desk
  const words = programme_words[reading.lang]
  const [current, ...earlier] = campaigns
  const title = current ? words.campaigns(current.year, words.states[current.state ?? 'closed']) : words.no_campaign
  return (
    <Frame {...desk} {...{ title, told }} crumb={name} here={t => t.campaigns({ unit })}>
      {current && <Terms {...{ reading, campaign: current }} />}
      <Acts {...{ reading, unit, campaign: current, may }} />
      {current && (
        <section>
          <h2>{words.focuses}</h2>
          {current.focuses.length === 0 && <p>{words.no_focus}</p>}
          <ul class="ways">
            {current.focuses.map(({ unit_name, focus }) => (
              <li key={unit_name}>
                <strong>{focus}</strong>
                <br />
                <span class="hint">{sayName(unit_name, reading.lang)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Line {...{ reading, plans }} />
      {earlier.length > 0 && (
        <section>
          <h2>{words.earlier}</h2>
          {earlier.map(campaign => (
            <details key={campaign.campaign_id}>
              <summary>{words.campaigns(campaign.year, words.states[campaign.state ?? 'closed'])}</summary>
              <Terms {...{ reading, campaign }} />
            </details>
          ))}
        </section>
      )}
    </Frame>
  )
}

function Terms({ reading: { lang }, campaign }: { reading: Reading; campaign: CampaignAtUnit }) {
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

type ActsProps = { reading: Reading; unit: string; campaign: CampaignAtUnit | undefined; may: MayCall }

function Acts({ reading: { lang, to }, unit, campaign, may }: ActsProps) {
  const words = programme_words[lang]
  const of = campaign && { unit, campaign_id: campaign.campaign_id }
  const is_open = campaign !== undefined && campaign.state !== 'closed' && campaign.state !== 'archived'
  const lines = [
    of && is_open && may.focus && { href: to.campaign_focus(of), label: words.focus },
    of && is_open && may.extend && { href: to.campaign_extend(of), label: words.extend },
    of && is_open && may.except && { href: to.campaign_except(of), label: words.except },
    of && { href: to.completeness({ unit }), label: words.completeness },
    may.issue && { href: to.campaign_issue({ unit }), label: words.issue },
  ].filter(line => line !== undefined && line !== false)
  return (
    <section>
      <h2>{words.act}</h2>
      <ul class="people">
        {lines.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The directive, then the plan of each level down to this one. */
function Line({ reading: { lang }, plans }: { reading: Reading; plans: PlanRow[] }) {
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
