import {
  type Href,
  nextMidnight,
  type PageProps,
  renderPage,
  showError,
  showPage,
  type ViewContext,
  type WebContext,
} from '../../../platform/web/index.ts'
import {
  article_tables,
  type Edition,
  findArticle,
  findWithdrawal,
  listChanges,
  listEditionsOf,
  listHeadlines,
  listWithdrawals,
  sectionIn,
} from '../../newsroom/index.ts'
import { type ArticleOnPage, listArticlesShown, proveArticle } from '../article-on-page.ts'
import { askingOf, type PortalOptions } from '../asking-of.ts'
import { ArticlesPage } from '../pages/articles-page.tsx'
import { ArticlePage } from '../pages/composed-page.tsx'
import { CorrectionsPage, WithdrawnPage } from '../pages/corrections-page.tsx'
import { EditionsPage } from '../pages/editions-page.tsx'
import { SectionPage } from '../pages/section-page.tsx'
import { topicOf } from '../parts/news-items.tsx'
import { plainFile } from '../parts/photo-file.ts'
import { isScene } from '../scenes/scenes.ts'
import { arrangePage } from '../verbs/arrange-page.ts'

/** All articles. */
export async function showArticles(c: WebContext, options: PortalOptions): Promise<Response> {
  const asking = askingOf(options, c.var.view)
  const { articles, tables } = await listArticlesShown(asking)
  return showPage(c, <ArticlesPage {...c.var.view} articles={articles} />, { tags: tables, until: nextMidnight(asking.now) })
}

const most_of_section = 100

/** The newest articles of one section. */
export async function showSection(c: WebContext, { db }: PortalOptions): Promise<Response> {
  const section = sectionIn(c.req.param('section') ?? '')
  if (!section) return showError(c, 404)
  const articles = await listHeadlines(db, { lang: c.var.view.lang, limit: most_of_section, topic: section })
  return showPage(c, <SectionPage {...c.var.view} {...{ section, articles }} />, { tags: article_tables })
}

/** An article by its number; a slug that is not its own leads to the address that is. */
export async function showArticle(c: WebContext, options: PortalOptions): Promise<Response> {
  const asked = articleIn(c)
  const edition = asked && (await findArticle(options.db, { article_id: asked.article_id, lang: c.var.view.lang }))
  if (!edition) return asked ? showGone(c, options, asked.article_id) : showError(c, 404)
  if (asked.slug !== edition.slug) return c.redirect(c.var.view.to.article(edition), 301)
  return showEditionPage(c, options, edition, to => to.article(edition))
}

/** One edition of an article, for ever at its own address. */
export async function showEdition(c: WebContext, options: PortalOptions): Promise<Response> {
  const asked = articleIn(c)
  const number = Number(/^[1-9]\d{0,5}$/.exec(c.req.param('number') ?? '')?.[0] ?? 0)
  const edition =
    asked && number > 0 ? await findArticle(options.db, { article_id: asked.article_id, lang: c.var.view.lang, number }) : null
  if (!edition) return asked ? showGone(c, options, asked.article_id) : showError(c, 404)
  if (asked!.slug !== edition.slug) return c.redirect(c.var.view.to.edition(edition), 301)
  return showEditionPage(c, options, edition, to => to.edition(edition))
}

/** Which editions of an article there are. */
export async function showEditions(c: WebContext, options: PortalOptions): Promise<Response> {
  const asked = articleIn(c)
  const article = asked && (await findArticle(options.db, { article_id: asked.article_id, lang: c.var.view.lang }))
  if (!article) return asked ? showGone(c, options, asked.article_id) : showError(c, 404)
  if (asked.slug !== article.slug) return c.redirect(c.var.view.to.editions(article), 301)
  const editions = await listEditionsOf(options.db, article)
  return showPage(c, <EditionsPage {...c.var.view} {...{ article, editions }} />, { tags: article_tables })
}

function articleIn(c: WebContext): { article_id: number; slug: string | undefined } | null {
  const found = /^([1-9]\d{0,8})(?:-(.*))?$/.exec(c.req.param('article') ?? '')
  return found && { article_id: Number(found[1]), slug: found[2] }
}

/**
 * What was withdrawn says why (410), or leads to the article that stands in its place; of anything else there is no
 * page.
 */
async function showGone(c: WebContext, { db }: PortalOptions, article_id: number): Promise<Response> {
  const { view } = c.var
  const withdrawal = await findWithdrawal(db, article_id)
  if (!withdrawal) return showError(c, 404)
  const { replaced_by, replaced_slug } = withdrawal
  if (replaced_by !== null) return c.redirect(view.to.article({ article_id: replaced_by, slug: replaced_slug! }), 301)
  return c.html(renderPage(<WithdrawnPage {...view} withdrawal={withdrawal} />), 410)
}

async function showEditionPage(c: WebContext, options: PortalOptions, edition: Edition, here: (to: Href) => string): Promise<Response> {
  const { view, log } = c.var
  const asking = askingOf(options, view)
  const article = await proveArticle(asking, edition)
  const { arranged, tables } = await arrangePage({ ...asking, article }, 'article', log)
  const page = (
    <ArticlePage
      {...view}
      {...{ here, arranged }}
      title={article.title}
      description={article.lead}
      section="articles"
      article={sharedOf(article, view)}
    />
  )
  return showPage(c, page, { tags: [...new Set([...tables, ...article.tables])], until: nextMidnight(asking.now) })
}

/** What was corrected, brought up to date and withdrawn, newest first. */
export async function showCorrections(c: WebContext, { db }: PortalOptions): Promise<Response> {
  const [changes, withdrawals] = [await listChanges(db), await listWithdrawals(db)]
  return showPage(c, <CorrectionsPage {...c.var.view} {...{ changes, withdrawals }} />, { tags: article_tables })
}

/** What others show of an article. */
function sharedOf(article: ArticleOnPage, view: ViewContext): PageProps['article'] {
  const { published_at, changed_at } = article
  return { published_at, changed_at, section: topicOf(article, view.lang), ...pictureOf(article, view) }
}

function pictureOf({ picture, photos }: ArticleOnPage, { to }: ViewContext): { picture_href?: string; alt?: string } {
  if (picture && 'scene' in picture) return isScene(picture.scene) ? { picture_href: to.scene(picture), alt: picture.alt } : {}
  const photo = picture && photos.find(({ photo }) => photo === picture.photo)
  return photo ? { picture_href: to.image({ image: photo.image, file: plainFile(photo, 1200) }), alt: photo.alt } : {}
}
