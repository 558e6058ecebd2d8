import { showError, showPage, type WebContext } from '../../../platform/web/index.ts'
import { article_tables, findKeyword, listHeadlines, listKeywords } from '../../newsroom/index.ts'
import type { PortalOptions } from '../asking-of.ts'
import { KeywordPage, KeywordsPage } from './keyword-pages.tsx'

const [most_keywords, most_articles] = [500, 100]

/** All keywords that a public article bears. */
export async function showKeywords(c: WebContext, { db }: PortalOptions): Promise<Response> {
  const keywords = await listKeywords(db, { keyword: null, most: most_keywords })
  return showPage(c, <KeywordsPage {...c.var.view} keywords={keywords} />, { tags: article_tables })
}

/** The newest articles of one; of a keyword that none bears there is no page. */
export async function showKeyword(c: WebContext, { db }: PortalOptions): Promise<Response> {
  const called = await findKeyword(db, c.req.param('keyword') ?? '')
  if (!called) return showError(c, 404)
  const articles = await listHeadlines(db, { lang: c.var.view.lang, limit: most_articles, keyword: called.keyword })
  return showPage(c, <KeywordPage {...c.var.view} {...{ called, articles }} />, { tags: article_tables })
}
