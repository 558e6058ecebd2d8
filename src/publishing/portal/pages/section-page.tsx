import { fill } from '../../../basis/shared/sentences.ts'
import { Layout, type ViewContext } from '../../../platform/web/index.ts'
import { type Headline, section_names, type Topic, topic_words } from '../../newsroom/index.ts'
import { FeedLinks } from '../parts/feed-links.tsx'
import { NewsItems } from '../parts/news-items.tsx'
import { words } from '../words.ts'

/** The newest articles of one section, and its feeds. */
export function SectionPage({ section, articles, ...view }: { section: Topic; articles: Headline[] } & ViewContext) {
  const { lang, to } = view
  const w = words[lang]
  const name = topic_words[section][lang]
  return (
    <Layout
      {...view}
      title={name}
      description={fill(w.section_described, { section: name })}
      section="articles"
      here={t => t.section({ section: section_names[section] })}
    >
      <h1>{name}</h1>
      {articles.length > 0 ? <NewsItems articles={articles} {...view} /> : <p class="intro">{w.no_news_of_section}</p>}
      <FeedLinks lang={lang} of={form => to.section_feed({ section: section_names[section], form })} />
      <p class="more">
        <a href={to.search({ section })}>{w.search_section}</a> · <a href={to.articles()}>{w.all_news}</a>
      </p>
    </Layout>
  )
}
