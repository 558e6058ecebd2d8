import { sayDay } from '../../../basis/shared/dates.ts'
import { sayInstrument, sayName } from '../../../basis/shared/names-in-english.ts'
import { type FigureId, figure_words } from '../../../numbers/figure/index.ts'
import { Layout, type ViewContext } from '../../../platform/web/index.ts'
import { sayPlace } from '../../../register/organisation/index.ts'
import { capital, kindOf, type UnitBelow, type UnitEvent, type UnitHere } from '../../../register/tree/index.ts'
import type { Headline } from '../../newsroom/index.ts'
import { FeedLinks } from '../parts/feed-links.tsx'
import { NamedPlace, nameInTitle } from '../parts/named.tsx'
import { NewsItems } from '../parts/news-items.tsx'
import { DayForm, type DayShown, Units } from './structure-page.tsx'
import { structure_words } from './structure-words.ts'

type UnitName = { key: string; name: string; unit_kind: string }
/** A figure with what it comes to at a unit; `name` where it counts something of many. */
export type NumberOfUnit = { figure: FigureId; name: string | undefined; said: string }
export type UnitProps = {
  here: UnitHere
  above: UnitName[]
  below: UnitBelow[]
  history: UnitEvent[]
  figures: readonly NumberOfUnit[]
  /** Those that are about it, or print numbers of it. */
  articles: Headline[]
  shown: DayShown
}

/** A unit as it was on a day: what it is, where it stands, what came before it and after, and its numbers. */
export function PublicUnitPage({ here, above, below, history, figures, articles, shown, ...view }: UnitProps & ViewContext) {
  const { lang, to } = view
  const w = structure_words[lang]
  const { key, day } = here
  return (
    <Layout
      {...view}
      title={nameInTitle(sayPlace(here, 'vi'), lang, here.key)}
      description={w.intro}
      here={t => t.structure_unit({ unit: key, day: shown.chosen })}
    >
      <h1>
        <NamedPlace place={here} lang={lang} />
      </h1>
      {!here.is_alive && <p class="note">{w.ended(day)}</p>}
      <Facts {...view} {...{ here, above }} chosen={shown.chosen} />
      <Figures {...view} {...{ here, figures }} />
      {below.length > 0 && (
        <section class="section" aria-labelledby="truc-thuoc">
          <h2 class="ruled" id="truc-thuoc">
            {w.below(below.length)}
          </h2>
          <Units {...view} chosen={shown.chosen} units={below} />
        </section>
      )}
      <Articles {...view} unit={key} articles={articles} />
      <History {...view} history={history} />
      <DayForm {...view} shown={shown} action={to.structure_unit({ unit: key })} />
      <p class="more">
        <a href={to.structure({ day: shown.chosen })}>{w.back}</a>
      </p>
    </Layout>
  )
}

type FactsProps = Pick<UnitProps, 'here' | 'above'> & { chosen: string | undefined } & ViewContext

function Facts({ here, above, chosen, lang, to }: FactsProps) {
  const w = structure_words[lang]
  const link = (unit: UnitName) => (
    <a href={to.structure_unit({ unit: unit.key, day: chosen })}>
      <NamedPlace place={unit} lang={lang} />
    </a>
  )
  const parent = above.at(-1)
  const place = here.place && here.place_name ? { key: here.place, name: here.place_name, unit_kind: here.place_kind! } : null
  return (
    <dl>
      <dt>{w.kind}</dt>
      <dd>{capital(kindOf(here, lang))}</dd>
      {parent && <dt>{w.under}</dt>}
      {parent && <dd>{link(parent)}</dd>}
      {place && <dt>{w.place}</dt>}
      {place && <dd>{link(place)}</dd>}
      {here.code && <dt>{w.code}</dt>}
      {here.code && <dd>{here.code}</dd>}
      <dt>{w.since}</dt>
      <dd>{sayDay(here.since, lang)}</dd>
    </dl>
  )
}

/** What the register counts of it, as of the day that is shown. */
function Figures({ here, figures, lang, to }: Pick<UnitProps, 'here' | 'figures'> & ViewContext) {
  if (figures.length === 0) return null
  return (
    <section class="section" aria-labelledby="so-lieu">
      <h2 class="ruled" id="so-lieu">
        {structure_words[lang].figures}
      </h2>
      <ul class="days">
        {figures.map(({ figure, name, said }) => (
          <li key={figure}>
            <strong>{said}</strong>{' '}
            <a href={to.figure({ figure, asked: { unit: here.key, valid_as_of: here.day } })}>{name ?? figure_words[figure].name[lang]}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Articles({ unit, articles, lang, to, ...view }: { unit: string; articles: Headline[] } & ViewContext) {
  if (articles.length === 0) return null
  return (
    <section class="section" aria-labelledby="bai-viet">
      <h2 class="ruled" id="bai-viet">
        {structure_words[lang].articles}
      </h2>
      <NewsItems {...{ ...view, lang, to, articles }} />
      <FeedLinks lang={lang} of={form => to.unit_feed({ unit, form })} />
    </section>
  )
}

function History({ history, lang, to }: Pick<UnitProps, 'history'> & ViewContext) {
  const w = structure_words[lang]
  return (
    <section class="section" aria-labelledby="qua-trinh">
      <h2 class="ruled" id="qua-trinh">
        {w.history}
      </h2>
      <ul class="list">
        {history.map(({ what, name, kind_vi, kind_en, other, other_name, since, until, instrument }) => (
          <li key={`${what} ${since} ${other}`}>
            {what === 'named' ? (
              <p>
                <strong>{w.happened.named(sayName(name!, lang), lang === 'vi' ? kind_vi! : kind_en!)}</strong>
              </p>
            ) : (
              <a href={to.structure_unit({ unit: other! })}>{w.happened[what](sayName(other_name!, lang))}</a>
            )}
            <span class="meta">
              {w.period(since, until)}
              {instrument && ` · ${sayInstrument(instrument, lang)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
