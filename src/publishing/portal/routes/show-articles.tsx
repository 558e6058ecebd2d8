import { nextMidnight, type PageProps, showError, showPage, type ViewContext, type WebContext } from '../../../platform/web/index.ts'
import { findArticle } from '../../newsroom/index.ts'
import { type ArticleOnPage, listArticlesShown, proveArticle } from '../article-on-page.ts'
import { askingOf, type PortalOptions } from '../asking-of.ts'
import { ArticlesPage } from '../pages/articles-page.tsx'
import { ArticlePage } from '../pages/composed-page.tsx'
import { isScene } from '../scenes/scenes.ts'
import { arrangePage } from '../verbs/arrange-page.ts'

/** All articles. */
export async function showArticles(c: WebContext, options: PortalOptions): Promise<Response> {
  const asking = askingOf(options, c.var.view)
  const { articles, tables } = await listArticlesShown(asking)
  return showPage(c, <ArticlesPage {...c.var.view} articles={articles} />, { tags: tables, until: nextMidnight(asking.now) })
}

/** An article by its number; a slug that is not its own leads to the address that is. */
export async function showArticle(c: WebContext, options: PortalOptions): Promise<Response> {
  const { view, log } = c.var
  const found = /^([1-9]\d{0,8})(?:-(.*))?$/.exec(c.req.param('article') ?? '')
  const edition = found && (await findArticle(options.db, { article_id: Number(found[1]), lang: view.lang }))
  if (!edition) return showError(c, 404)
  if (found[2] !== edition.slug) return c.redirect(view.to.article(edition), 301)
  const asking = askingOf(options, view)
  const article = await proveArticle(asking, edition)
  const { arranged, tables } = await arrangePage({ ...asking, article }, 'article', log)
  const page = (
    <ArticlePage
      {...view}
      title={article.title}
      description={article.lead}
      section="articles"
      here={to => to.article(article)}
      article={sharedOf(article.picture, view)}
      arranged={arranged}
    />
  )
  return showPage(c, page, { tags: [...new Set([...tables, ...article.tables])], until: nextMidnight(asking.now) })
}

/** The article's picture as others show it. */
function sharedOf(picture: ArticleOnPage['picture'], { to }: ViewContext): PageProps['article'] {
  return picture && isScene(picture.scene) ? { picture_href: to.scene(picture), alt: picture.alt } : {}
}
