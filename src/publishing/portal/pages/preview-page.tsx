import type { VNode } from 'preact'
import { listArticles } from '../../newsroom/index.ts'
import type { PlacedBlock } from '../arrangement.ts'
import { proveArticle } from '../article-on-page.ts'
import type { Asking } from '../blocks/block.ts'
import { movementsOf } from '../movement/movement.ts'
import { movementPage } from '../movement/show-movement.tsx'
import type { PageName } from '../regions.ts'
import { composeBlocks } from '../verbs/arrange-page.ts'
import { words } from '../words.ts'
import { ArticlePage, HomePage } from './composed-page.tsx'

/**
 * A page as readers would see it with these blocks, an article page with the newest article, that of a movement with the
 * newest one; null where there is none yet. Blocks that cannot be shown are left out, as they would be.
 */
export async function previewPage(asking: Asking, page: PageName, placed: readonly PlacedBlock[]): Promise<VNode | null> {
  const { view } = asking
  if (page === 'article') return previewArticle(asking, placed)
  if (page === 'movement') return previewMovement(asking, placed)
  const { arranged } = await composeBlocks(asking, placed, () => {})
  const title = words[view.lang].site(view.place?.[view.lang])
  return <HomePage {...view} {...{ title, arranged }} section="home" here={to => to.home()} />
}

async function previewMovement(asking: Asking, placed: readonly PlacedBlock[]): Promise<VNode | null> {
  const movements = await movementsOf(asking)
  const [movement] = movements
  if (!movement) return null
  const { arranged } = await composeBlocks({ ...asking, movement }, placed, () => {})
  return movementPage(asking.view, { movement, movements, arranged })
}

async function previewArticle(asking: Asking, placed: readonly PlacedBlock[]): Promise<VNode | null> {
  const { view } = asking
  const [edition] = await listArticles(asking.db, { lang: view.lang, limit: 1 })
  if (!edition) return null
  const article = await proveArticle(asking, edition)
  const { arranged } = await composeBlocks({ ...asking, article }, placed, () => {})
  return <ArticlePage {...view} title={article.title} {...{ arranged }} section="articles" here={to => to.article(edition)} />
}
