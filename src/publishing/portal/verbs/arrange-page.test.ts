import { expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { ordinary_display, viewContextOf } from '../../../platform/web/index.ts'
import { article_tables } from '../../newsroom/index.ts'
import { askingOf } from '../asking-of.ts'
import { blocks } from '../blocks/blocks.ts'
import { arrangePage } from './arrange-page.ts'

const world = withDatabase('empty')
const silent = { warn: () => {} }
const asking = () => askingOf({ db: world.db }, viewContextOf('vi', ordinary_display))

test('a home page that shows nothing yet is made anew when the first article is published', async () => {
  const { arranged, tables } = await arrangePage(asking(), 'home', silent)
  expect([arranged.lead, arranged.main, tables.toSorted()]).toEqual([[], [], [...article_tables, 'page_block'].toSorted()])
})

test('whatever block has nothing to show says which tables it asked', async () => {
  const settings: Record<string, object> = { 'lead-story': { slug: 'x' }, 'exemplar-wall': {}, 'news-list': {} }
  for (const [type, stored] of Object.entries(settings)) {
    const { node, tables } = await blocks.get(type)!.show(asking(), stored)
    expect([type, node, tables.length > 0]).toEqual([type, null, true])
  }
})
