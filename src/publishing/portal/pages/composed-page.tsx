import type { ComponentChildren } from 'preact'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { Layout, layout_words, type PageProps } from '../../../platform/web/index.ts'
import { movement_words } from '../movement/movement-words.ts'
import type { Region } from '../regions.ts'
import { words } from '../words.ts'

export type Arranged = Record<Region, ComponentChildren[]>

type Props = Omit<PageProps, 'children'> & { arranged: Arranged }

/**
 * The home page: what leads stands in two columns, the rest below. Its heading is for those who hear the page; the
 * masthead says it to the eye.
 */
export function HomePage({ arranged, title, ...page }: Props) {
  return (
    <Layout {...page} title={title}>
      <h1 class="vh">{title}</h1>
      {arranged.lead.length > 0 && <div class="hero">{arranged.lead}</div>}
      {arranged.main}
      {arranged.lead.length + arranged.main.length === 0 && <NothingYet {...page} />}
    </Layout>
  )
}

type MovementProps = Props & { years: readonly number[]; year: number }

/** The page of a movement: what leads stands above the rest; the other years are below. */
export function MovementPage({ arranged, years, year, title, ...page }: MovementProps) {
  const w = movement_words[page.lang]
  const others = years.filter(other => other !== year)
  return (
    <Layout {...page} title={title} section="movements">
      <h1>{title}</h1>
      {arranged.lead.length > 0 && <div class="hero">{arranged.lead}</div>}
      {arranged.main}
      {others.length > 0 && (
        <nav class="section" aria-label={w.other_years}>
          <h2 class="ruled">{w.other_years}</h2>
          <ul class="list">
            {others.map(other => (
              <li key={other}>
                <a href={page.to.movement({ year: other })}>{w.title(other)}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Layout>
  )
}

/** Before the first article: where the numbers are. */
function NothingYet({ lang, to }: Pick<Props, 'lang' | 'to'>) {
  const w = words[lang]
  return (
    <div class="prose">
      <p>{w.nothing_yet}</p>
      <p class="more">
        <a href={to.figures()}>{w.figures}</a>
      </p>
    </div>
  )
}

/**
 * A page of one text with a rail beside it; the blocks say in their markup what they are of the article (schema.org).
 */
export function ArticlePage({ arranged, ...page }: Props) {
  return (
    <Layout {...page}>
      <div class="article">
        <article itemScope itemType="https://schema.org/NewsArticle">
          <meta itemProp="inLanguage" content={page.lang} />
          <span itemProp="publisher" itemScope itemType="https://schema.org/Organization">
            <meta itemProp="name" content={publisherOf(page)} />
          </span>
          {arranged.main}
        </article>
        {arranged.side.length > 0 && <div class="rail">{arranged.side}</div>}
      </div>
    </Layout>
  )
}

/** Whoever answers for the site; where the data are nobody's, whoever shows them. */
function publisherOf({ lang, notice, keeper }: Omit<Props, 'arranged'>): string {
  if (notice) return notice[lang].owner
  return keeper ? sayName(keeper.name, lang) : layout_words[lang].site
}
