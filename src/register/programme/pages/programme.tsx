import type { ComponentChildren } from 'preact'
import { sayDay } from '../../../basis/shared/dates.ts'
import { sayInstrument, sayName } from '../../../basis/shared/names-in-english.ts'
import { Frame, type StaffPageProps } from '../../../platform/staff/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import type { CampaignAtUnit } from '../reads/list-campaigns.ts'
import type { PlanRow } from '../reads/list-plans.ts'
import type { ThemeRow } from '../reads/list-themes.ts'
import { programme_words } from '../words.ts'

type ProgrammeProps = StaffPageProps & {
  unit: string
  name: string
  is_mine: boolean
  campaigns: CampaignAtUnit[]
  themes: ThemeRow[]
  programmes: PlanRow[]
  top: { key: string; name: string } | null
}

/** What is asked of whoever reads, this year, and by which authority: from the directive down to the own level. */
export function ProgrammePage({ unit, name, is_mine, campaigns, themes, programmes, top, ...staff_page }: ProgrammeProps) {
  const { view } = staff_page
  const words = programme_words[view.lang].year
  const title = campaigns[0] ? words.title(campaigns[0].year) : words.title_without
  return (
    <Frame {...staff_page} title={title} crumb={name} here={t => (is_mine ? t.my_programme() : t.programme({ unit }))}>
      <section>
        <h2>{words.asked}</h2>
        {campaigns.length === 0 && <p>{words.nothing_asked}</p>}
        {campaigns.map(campaign => (
          <Asked key={campaign.campaign_id} {...{ view, campaign }} />
        ))}
        {campaigns.length > 0 && is_mine && (
          <p>
            <a href={view.to.my_commitments()}>{words.write}</a>
          </p>
        )}
      </section>
      {themes.length > 0 && <Themes {...{ view, themes }} />}
      {programmes.map(programme => (
        <Authority key={programme.programme} {...{ view, programme }} />
      ))}
      {top && (
        <section>
          <h2>{words.rules}</h2>
          <p>
            <a href={view.to.rules({ unit: top.key })}>{words.rules_of(sayName(top.name, view.lang))}</a>
          </p>
        </section>
      )}
    </Frame>
  )
}

function Asked({ view: { lang }, campaign }: { view: ViewContext; campaign: CampaignAtUnit }) {
  const words = programme_words[lang]
  const { year, due_on, opens_on, closes_on, deeds_least, deeds_most, form_version, root_name, instrument, focuses } = campaign
  return (
    <dl class="facts">
      <dt>{words.year.what}</dt>
      <dd>
        <strong>{words.year.commitment(year, words.bounds_of(deeds_least, deeds_most))}</strong>
        <br />
        <span class="hint">{words.form_version(form_version)}</span>
      </dd>
      <dt>{words.year.until}</dt>
      <dd>
        <strong>{sayDay(due_on, lang)}</strong>
        <br />
        <span class="hint">{words.window_of(opens_on, closes_on)}</span>
      </dd>
      {focuses.length > 0 && <dt>{words.focuses}</dt>}
      {focuses.length > 0 && (
        <dd>
          {focuses.map(({ unit_name, focus }) => (
            <div key={unit_name}>
              <span lang="vi">{focus}</span> <span class="hint">({sayName(unit_name, lang)})</span>
            </div>
          ))}
        </dd>
      )}
      <dt>{words.called_by}</dt>
      <dd>{[sayName(root_name, lang), instrument && sayInstrument(instrument, lang)].filter(Boolean).join(' · ')}</dd>
    </dl>
  )
}

function Themes({ view, themes }: { view: ViewContext; themes: ThemeRow[] }) {
  const words = programme_words[view.lang].year
  return (
    <section>
      <h2>{words.themes}</h2>
      <ul class="ways">
        {themes.map(({ unit, unit_name, year, title, note, instrument_id, number }) => (
          <li key={`${unit} ${year}`}>
            <strong lang="vi">{title}</strong>
            <br />
            <span class="hint">
              {year} · {sayName(unit_name, view.lang)}
              {note && ` · ${note}`}
              {instrument_id && number && (
                <>
                  {' · '}
                  <Instrument {...{ view, instrument_id, number }} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Instrument({ view: { lang, to }, instrument_id, number }: { view: ViewContext; instrument_id: number; number: string }) {
  return <a href={to.instrument({ instrument_id })}>{sayInstrument(number, lang)}</a>
}

/** The directive, what says more of it, and the plan of each level down to this one. */
function Authority({ view, programme }: { view: ViewContext; programme: PlanRow }) {
  const { lang } = view
  const words = programme_words[lang]
  const { name_vi, name_en, directive_id, directive, issuer, directive_title, started_on, conclusions, plans } = programme
  return (
    <section>
      <h2>{words.year.authority(lang === 'vi' ? name_vi : name_en)}</h2>
      <ol class="ways">
        <Step
          head={<span lang="vi">{directive_title}</span>}
          by={<Instrument {...{ view, instrument_id: directive_id, number: directive }} />}
          more={`${sayName(issuer, lang)} · ${words.since(started_on)}`}
        />
        {conclusions.map(({ instrument_id, instrument, issuer, title, signed_on }) => (
          <Step
            key={instrument_id}
            head={<span lang="vi">{title}</span>}
            by={<Instrument {...{ view, instrument_id, number: instrument }} />}
            more={`${sayName(issuer, lang)} · ${sayDay(signed_on, lang)}`}
          />
        ))}
        {plans.map(({ unit_name, instrument_id, instrument, title, signed_on }) => (
          <Step
            key={instrument_id}
            head={
              <>
                {sayName(unit_name, lang)}: <span lang="vi">{title}</span>
              </>
            }
            by={<Instrument {...{ view, instrument_id, number: instrument }} />}
            more={sayDay(signed_on, lang)}
          />
        ))}
      </ol>
    </section>
  )
}

function Step({ head, by, more }: { head: ComponentChildren; by: ComponentChildren; more: string }) {
  return (
    <li>
      <strong>{head}</strong>
      <br />
      <span class="hint">
        {by} · {more}
      </span>
    </li>
  )
}

/** Who is a member of nothing, and works nowhere. */
export function NoProgrammePage(staff_page: StaffPageProps) {
  const words = programme_words[staff_page.view.lang].year
  return (
    <Frame {...staff_page} title={words.title_without} here={t => t.my_programme()}>
      <p>{words.no_unit}</p>
    </Frame>
  )
}
