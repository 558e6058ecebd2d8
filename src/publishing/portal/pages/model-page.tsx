import { sayDay } from '../../../basis/shared/dates.ts'
import { Layout, type ViewContext } from '../../../platform/web/index.ts'
import type { Adoption, Model } from '../../../register/exemplar/index.ts'
import { sayPlace } from '../../../register/organisation/index.ts'
import { HistoryChart } from '../charts/history-chart.tsx'
import type { HistoryPoint } from '../charts/points.ts'
import type { Tile } from '../charts/tile-map.tsx'
import { exemplar_words } from '../exemplars/words.ts'
import { KeyedTiles } from '../maps/figure-map.tsx'
import { Named, nameInTitle } from '../parts/named.tsx'
import { Scroll } from '../parts/scroll.tsx'

type Props = ViewContext & {
  model: Model
  adoptions: Adoption[]
  /** The exemplar it comes from, where they let themselves be named. */
  from: { exemplar_id: number; name: string } | null
  /** The map of the day with the places where it is in operation; none where no map was drawn. */
  tiles: Tile[]
  day: string
}

/** A model: how it is done and where it comes from; beside that where it has spread, below it when and to whom. */
export function ModelPage({ model, adoptions, from, tiles, day, ...view }: Props) {
  const { lang, to } = view
  const w = exemplar_words[lang]
  const field = lang === 'vi' ? model.field_vi : model.field_en
  const operates = w.operates(sayDay(model.started_on, lang), model.ended_on && sayDay(model.ended_on, lang))
  return (
    <Layout {...view} title={nameInTitle(model.name, lang, w.models)} description={`${field} · ${operates}`} here={t => t.model(model)}>
      <p class="crumb">
        <a href={to.all_models()}>{w.models}</a>
      </p>
      <div class="fig">
        <div class="prose">
          <h1 lang="vi">{model.name}</h1>
          <p class="meta">{[field, operates].join(' · ')}</p>
          <p class="intro" lang="vi">
            {model.what}
          </p>
          {from && (
            <p>
              {w.comes_from}{' '}
              <a href={to.exemplar(from)}>
                <Named name={from.name} lang={lang} />
              </a>
            </p>
          )}
          <h2>{w.spread}</h2>
          <p>{w.spread_n(adoptions.filter(({ ended_on }) => ended_on === null).length, adoptions.length)}</p>
          {adoptions.length > 0 && <Course {...{ model, adoptions, day, lang }} />}
        </div>
        {tiles.length > 0 && <KeyedTiles {...{ tiles }} label={w.map} says={w.states} />}
      </div>
      {adoptions.length > 0 && <Adopters {...{ adoptions, lang }} />}
      <p class="more">
        <a href={to.exemplars()}>{w.all}</a>
      </p>
    </Layout>
  )
}

/** How many units had it, year by year: what the chart shows is said above it. */
function Course({ model, adoptions, day, lang }: Pick<Props, 'model' | 'adoptions' | 'day'> & Pick<ViewContext, 'lang'>) {
  const w = exemplar_words[lang]
  return (
    <div>
      <p class="meta">{w.in_time}</p>
      <HistoryChart points={pointsOf(model, adoptions, day, w.this_day)} label={w.in_time} />
    </div>
  )
}

/** How many units had it at the end of each year since it began, and today. */
function pointsOf(model: Model, adoptions: readonly Adoption[], day: string, today: string): HistoryPoint[] {
  const [first, last] = [Number(model.started_on.slice(0, 4)), Number(day.slice(0, 4))]
  const years = Array.from({ length: last - first }, (_, i) => String(first + i))
  const days = [...years.map(year => ({ label: year, on: `${year}-12-31` })), { label: today, on: day }]
  return days.map(({ label, on }) => {
    const amount = adoptions.filter(({ started_on, ended_on }) => started_on <= on && (ended_on === null || ended_on >= on)).length
    return { label, amount, said: String(amount) }
  })
}

/** Who took it up, in the order in which they did. */
function Adopters({ adoptions, lang }: Pick<Props, 'adoptions'> & Pick<ViewContext, 'lang'>) {
  const w = exemplar_words[lang]
  const heads = [w.adopter, w.at_place, w.had_since, w.had_until]
  return (
    <section class="section" aria-labelledby="ai-hoc-theo">
      <h2 id="ai-hoc-theo">{w.learned}</h2>
      <Scroll label={w.learned}>
        <table class="blocks">
          <thead>
            <tr>
              {heads.map(head => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {adoptions.map(({ adoption_id, unit_name, place_name, place_kind, started_on, ended_on }) => (
              <tr key={adoption_id}>
                <th scope="row">
                  <Named name={unit_name ?? ''} lang={lang} />
                </th>
                <td data-label={w.at_place}>{place_name && sayPlace({ name: place_name, unit_kind: place_kind ?? '' }, lang)}</td>
                <td data-label={w.had_since}>{sayDay(started_on, lang)}</td>
                <td data-label={w.had_until}>{ended_on ? sayDay(ended_on, lang) : w.this_day}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

/** All models, those in operation first, the most adopted before others. */
export function ModelsPage({ models, ...view }: ViewContext & { models: Model[] }) {
  const { lang, to } = view
  const w = exemplar_words[lang]
  return (
    <Layout {...view} title={w.models} description={w.models_intro} here={t => t.all_models()}>
      <h1>{w.models}</h1>
      <p class="intro">{models.length === 0 ? w.no_models : w.models_intro}</p>
      <ul class="list">
        {models.map(model => (
          <li key={model.model_id}>
            <a href={to.model(model)} lang="vi">
              {model.name}
            </a>
            <p class="meta">
              {lang === 'vi' ? model.field_vi : model.field_en} ·{' '}
              {model.ended_on ? w.operates(sayDay(model.started_on, lang), sayDay(model.ended_on, lang)) : w.adopters(model.adoptions)}
            </p>
          </li>
        ))}
      </ul>
      <p class="more">
        <a href={to.figure({ figure: 'F12' })}>{w.count_models}</a> · <a href={to.exemplars()}>{w.all}</a>
      </p>
    </Layout>
  )
}
