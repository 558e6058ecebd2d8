import { Hono } from 'hono'
import { type CheckText, openCheck } from '../../numbers/check/index.ts'
import { paths, showPage, type WebEnv } from '../../platform/web/index.ts'
import type { PortalOptions } from './asking-of.ts'
import { showAllDays, showPeriod } from './by-day/show-by-day.tsx'
import { showDocument, showDocumentFile, showDocuments } from './documents/show-documents.tsx'
import { KeptChecks } from './kept-checks.ts'
import { showKeyword, showKeywords } from './keywords/show-keywords.tsx'
import { showMovement, showMovements } from './movement/show-movement.tsx'
import { AboutPage } from './pages/about-page.tsx'
import { SiteMapPage } from './pages/site-map-page.tsx'
import { showArticle, showArticles, showCorrections, showEdition, showEditions, showSection } from './routes/show-articles.tsx'
import { showChecked, showCheckForm, takePasted } from './routes/show-check.tsx'
import { showCertificate, showExemplar, showExemplars } from './routes/show-exemplars.tsx'
import { showDocumentFeed, showFeed, showKeywordFeed, showSectionFeed, showUnitFeed } from './routes/show-feed.ts'
import { showFigure, showFigureEmbed, showFigures } from './routes/show-figures.tsx'
import { showHome } from './routes/show-home.tsx'
import { showImage } from './routes/show-image.ts'
import { showModel, showModels } from './routes/show-models.tsx'
import { showRun } from './routes/show-run.tsx'
import { showScene } from './routes/show-scene.ts'
import { showNewsSitemap, showSitemap } from './routes/show-sitemaps.ts'
import { showSearch } from './search/show-search.tsx'
import { showSuggestions } from './search/show-suggestions.ts'
import { accessibility_words } from './statements/accessibility-words.ts'
import { LawPage } from './statements/law-page.tsx'
import { privacy_words } from './statements/privacy-words.ts'
import { StatementPage } from './statements/statement-page.tsx'
import { showStructure, showUnit } from './structure/show-structure.tsx'

/** The public pages, each at its Vietnamese address; the shell shows them in English too. */
export function portalRoutes(options: PortalOptions & { check?: CheckText }): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  const checking = { ...options, check: options.check ?? openCheck(), kept: new KeptChecks() }
  routes.get(paths.home, c => showHome(c, options))
  routes.get(paths.articles, c => showArticles(c, options))
  routes.get(paths.feed, c => showFeed(c, options, 'atom'))
  routes.get(paths.feed_rss, c => showFeed(c, options, 'rss'))
  routes.get(paths.feed_json, c => showFeed(c, options, 'json'))
  routes.get(paths.section, c => showSection(c, options))
  routes.get(paths.section_feed, c => showSectionFeed(c, options))
  routes.get(paths.keywords, c => showKeywords(c, options))
  routes.get(paths.keyword, c => showKeyword(c, options))
  routes.get(paths.keyword_feed, c => showKeywordFeed(c, options))
  routes.get(paths.article, c => showArticle(c, options))
  routes.get(paths.edition, c => showEdition(c, options))
  routes.get(paths.editions, c => showEditions(c, options))
  routes.get(paths.by_day, c => showAllDays(c, options))
  routes.get(paths.by_day_of, c => showPeriod(c, options))
  routes.get(paths.corrections, c => showCorrections(c, options))
  routes.get(paths.scene, c => showScene(c))
  routes.get(paths.image, c => showImage(c, options))
  routes.get(paths.figures, c => showFigures(c, options))
  routes.get(paths.run, c => showRun(c, options))
  routes.get(paths.figure, c => showFigure(c, options))
  routes.get(paths.figure_embed, c => showFigureEmbed(c, options))
  routes.get(paths.check, c => showCheckForm(c))
  routes.post(paths.check, c => takePasted(c, checking))
  routes.get(paths.check_result, c => showChecked(c, checking))
  routes.get(paths.documents, c => showDocuments(c, options))
  routes.get(paths.document, c => showDocument(c, options))
  routes.get(paths.document_file, c => showDocumentFile(c, options))
  routes.get(paths.document_feed, c => showDocumentFeed(c, options))
  routes.get(paths.structure, c => showStructure(c, options))
  routes.get(paths.structure_unit, c => showUnit(c, options))
  routes.get(paths.unit_feed, c => showUnitFeed(c, options))
  routes.get(paths.movements, c => showMovements(c, options))
  routes.get(paths.movement, c => showMovement(c, options))
  layStatements(routes)
  routes.get(paths.site_map, c => showPage(c, <SiteMapPage {...c.var.view} />, { tags: [] }))
  routes.get(paths.sitemap, c => showSitemap(c, options))
  routes.get(paths.news_sitemap, c => showNewsSitemap(c, options))
  routes.get(paths.search, c => showSearch(c, options))
  routes.get(paths.suggest, c => showSuggestions(c, options))
  routes.get(paths.exemplars, c => showExemplars(c, options))
  routes.get(paths.exemplar, c => showExemplar(c, options))
  routes.get(paths.all_models, c => showModels(c, options))
  routes.get(paths.model, c => showModel(c, options))
  routes.get(paths.certificate, c => showCertificate(c, options))
  routes.get(paths.about, c => showPage(c, <AboutPage {...c.var.view} />, { tags: [] }))
  return routes
}

/** Pages of plain words: they change with the program alone. */
function layStatements(routes: Hono<WebEnv>): void {
  const stands = { tags: [] }
  routes.get(paths.privacy, c =>
    showPage(c, <StatementPage {...c.var.view} words={privacy_words[c.var.view.lang]} here={to => to.privacy()} />, stands),
  )
  routes.get(paths.accessibility, c =>
    showPage(c, <StatementPage {...c.var.view} words={accessibility_words[c.var.view.lang]} here={to => to.accessibility()} />, stands),
  )
  routes.get(paths.law, c => showPage(c, <LawPage {...c.var.view} />, stands))
}
