import { dayOf, sayDay } from '../../../basis/shared/dates.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { type Headline, topic_words } from '../../newsroom/index.ts'

/** Articles as a list of links with topic and day. */
export function NewsItems({ articles, lang, to }: { articles: Headline[] } & ViewContext) {
  return (
    <ul class="list">
      {articles.map(article => (
        <li key={article.article_id}>
          <span class="kicker">{topicOf(article, lang)}</span>
          <a href={to.article(article)}>{article.title}</a>
          <PublishedOn article={article} lang={lang} />
        </li>
      ))}
    </ul>
  )
}

export function PublishedOn({ article, lang }: { article: Headline } & Pick<ViewContext, 'lang'>) {
  const day = dayOf(new Date(article.published_at))
  return (
    <time class="meta" datetime={day}>
      {sayDay(day, lang)}
    </time>
  )
}

export function topicOf({ topic }: Pick<Headline, 'topic'>, lang: ViewContext['lang']): string {
  return topic_words[topic][lang]
}
