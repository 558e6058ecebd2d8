import { fill } from '../../../basis/shared/sentences.ts'
import { Layout, type ViewContext } from '../../../platform/web/index.ts'
import type { Headline, PeriodCount } from '../../newsroom/index.ts'
import { NewsItems } from '../parts/news-items.tsx'
import { words } from '../words.ts'
import { by_day_words } from './by-day-words.ts'
import { letters, type Period, sayPeriod } from './period.ts'

export type ByDayProps = {
  /** Null for all time. */
  period: Period | null
  /** What is within it, the newest first, with how many articles. */
  within: PeriodCount[]
  articles: Headline[]
  /** The nearest periods of its kind that hold an article. */
  before: string | null
  after: string | null
}

/** The articles of a year, a month or a day, and the way to others. */
export function ByDayPage({ period, within, articles, before, after, ...view }: ByDayProps & ViewContext) {
  const { lang, to } = view
  const w = by_day_words[lang]
  const title = period ? fill(w.of, { period: sayPeriod(period.text, lang) }) : w.title
  return (
    <Layout {...view} title={title} description={w.intro} section="articles" here={t => t.by_day({ period: period?.text })}>
      <h1>{title}</h1>
      <p class="intro">{period && articles.length === 0 ? w.none : w.intro}</p>
      <Within {...view} within={within} />
      {articles.length > 0 && <NewsItems {...view} articles={articles} />}
      <Around {...view} {...{ period, before, after }} />
      <p class="more">
        <a href={to.articles()}>{words[lang].all_news}</a> · <a href={to.search()}>{w.search}</a>
      </p>
    </Layout>
  )
}

function Within({ within, lang, to }: Pick<ByDayProps, 'within'> & ViewContext) {
  if (within.length === 0) return null
  return (
    <ul class="days">
      {within.map(({ period, articles }) => (
        <li key={period}>
          <a href={to.by_day({ period })}>
            {sayPeriod(period, lang)} ({articles})
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Backwards and forwards to the nearest of its kind, and up to what it is a part of. */
function Around({ period, before, after, lang, to }: Pick<ByDayProps, 'period' | 'before' | 'after'> & ViewContext) {
  if (period === null) return null
  const w = by_day_words[lang]
  const wider = Object.values(letters).filter(length => length < period.text.length)
  return (
    <nav class="more" aria-label={w.around}>
      {before && (
        <a rel="prev" href={to.by_day({ period: before })}>
          ← {sayPeriod(before, lang)}
        </a>
      )}{' '}
      {wider.toReversed().map(length => [
        <a key={length} href={to.by_day({ period: period.text.slice(0, length) })}>
          {sayPeriod(period.text.slice(0, length), lang)}
        </a>,
        ' ',
      ])}
      <a href={to.by_day()}>{w.title}</a>{' '}
      {after && (
        <a rel="next" href={to.by_day({ period: after })}>
          {sayPeriod(after, lang)} →
        </a>
      )}
    </nav>
  )
}
