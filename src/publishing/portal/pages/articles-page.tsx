import { Layout, type ViewContext } from '../../../platform/web/index.ts'
import type { ArticleInList } from '../article-on-page.ts'
import { by_day_words } from '../by-day/by-day-words.ts'
import { keyword_words } from '../keywords/keyword-words.ts'
import { HoldingSeal } from '../parts/figure-in-text.tsx'
import { PublishedOn, topicOf } from '../parts/news-items.tsx'
import { PictureInList } from '../parts/photo.tsx'
import { words } from '../words.ts'

/** All articles, newest first, each with how many of its numbers still hold. */
export function ArticlesPage({ articles, ...view }: { articles: ArticleInList[] } & ViewContext) {
  const { lang, to } = view
  const w = words[lang]
  return (
    <Layout {...view} title={w.news} description={w.news_intro} section="articles" here={to => to.articles()}>
      <h1>{w.news}</h1>
      <p class="intro">{articles.length > 0 ? w.news_intro : w.no_news}</p>
      <div class="cards">
        {articles.map(article => (
          <article class="card" key={article.article_id}>
            <PictureInList {...{ article, to }} />
            <p class="kicker">{topicOf(article, lang)}</p>
            <h2>
              <a href={to.article(article)}>{article.title}</a>
            </h2>
            <p>{article.lead}</p>
            <p class="proof-line">
              <PublishedOn article={article} lang={lang} /> <HoldingSeal held={article.held} cited={article.cited} lang={lang} />
            </p>
          </article>
        ))}
      </div>
      <p class="more">
        <a href={to.feed()} type="application/atom+xml">
          {w.feed}
        </a>{' '}
        · <a href={to.keywords()}>{keyword_words[lang].title}</a> · <a href={to.by_day()}>{by_day_words[lang].title}</a> ·{' '}
        <a href={to.corrections()}>{w.corrections}</a> · <a href={to.site_map()}>{w.site_map}</a>
      </p>
    </Layout>
  )
}
