import { fill } from '../../../basis/shared/sentences.ts'
import { Layout, type ViewContext } from '../../../platform/web/index.ts'
import type { Headline, Keyword } from '../../newsroom/index.ts'
import { FeedLinks } from '../parts/feed-links.tsx'
import { NewsItems } from '../parts/news-items.tsx'
import { keyword_words } from './keyword-words.ts'

/** The keywords of all articles, those that most of them bear first. */
export function KeywordsPage({ keywords, ...view }: { keywords: Keyword[] } & ViewContext) {
  const { lang, to } = view
  const w = keyword_words[lang]
  return (
    <Layout {...view} title={w.title} description={w.intro} section="articles" here={t => t.keywords()}>
      <h1>{w.title}</h1>
      <p class="intro">{keywords.length > 0 ? w.intro : w.none}</p>
      <ul class="list">
        {keywords.map(({ keyword, name, articles }) => (
          <li key={keyword}>
            <a href={to.keyword({ keyword })} lang="vi">
              {name}
            </a>
            <span class="meta">{w.count(articles)}</span>
          </li>
        ))}
      </ul>
    </Layout>
  )
}

/** The newest articles of one keyword, and its feeds. */
export function KeywordPage({ called, articles, ...view }: { called: Keyword; articles: Headline[] } & ViewContext) {
  const { lang, to } = view
  const w = keyword_words[lang]
  const { keyword, name } = called
  return (
    <Layout
      {...view}
      title={`${w.title}: ${name}`}
      description={fill(w.described, { name })}
      section="articles"
      here={t => t.keyword({ keyword })}
    >
      <p class="kicker">{w.title}</p>
      <h1 lang="vi">{name}</h1>
      <NewsItems articles={articles} {...view} />
      <FeedLinks lang={lang} of={form => to.keyword_feed({ keyword, form })} />
      <p class="more">
        <a href={to.search({ keyword })}>{w.search}</a> · <a href={to.keywords()}>{w.all}</a>
      </p>
    </Layout>
  )
}
