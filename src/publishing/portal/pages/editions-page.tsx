import { dayOf, sayDay } from '../../../basis/shared/dates.ts'
import { fill } from '../../../basis/shared/sentences.ts'
import { Layout, type ViewContext } from '../../../platform/web/index.ts'
import type { EditionOfArticle } from '../../newsroom/index.ts'
import { words } from '../words.ts'

type Props = {
  article: { article_id: number; slug: string; title: string; lang: ViewContext['lang'] }
  editions: EditionOfArticle[]
} & ViewContext

/** Every edition of an article, the newest first: when it was published, what was changed, and where it stands for ever. */
export function EditionsPage({ article, editions, ...view }: Props) {
  const { lang, to } = view
  const w = words[lang]
  const in_lang = article.lang === lang ? undefined : article.lang
  return (
    <Layout {...view} title={in_lang ? w.editions : `${w.editions}: ${article.title}`} section="articles" here={t => t.editions(article)}>
      <h1>{w.editions}</h1>
      <p class="intro">
        <a href={to.article(article)} lang={in_lang}>
          {article.title}
        </a>
      </p>
      <ol class="list">
        {editions.map(({ number, published_at, follows, note, digest }) => {
          const day = dayOf(new Date(published_at))
          return (
            <li key={number}>
              <a href={to.edition({ ...article, number })}>{fill(w.edition, { number })}</a>
              <span class="meta">
                <time datetime={day}>{sayDay(day, lang)}</time> · {follows ? w.follows[follows] : w.first_edition} · {digest.slice(0, 16)}
              </span>
              {note && <p lang="vi">{note}</p>}
            </li>
          )
        })}
      </ol>
      <p class="more">
        <a href={to.corrections()}>{w.corrections}</a>
      </p>
    </Layout>
  )
}
