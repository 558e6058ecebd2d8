import { expect, test } from 'vitest'
import { tester, withDatabase } from '../../../../test/harness/database.ts'
import { asOwner } from '../../../platform/database/index.ts'
import { rankTexts } from '../../search/index.ts'
import { withdraw } from '../withdraw-article.ts'
import { makeAllFindable } from './make-findable.ts'

const world = withDatabase('demo')

const find = async (words: string, lang: 'vi' | 'en' = 'vi') =>
  (await rankTexts(world.db, { words, lang, kind: null, since: null, until: null, labels: [], among: null })).ranked.map(
    ({ number }) => number,
  )
const numberOf = async (slug: string) =>
  (await world.db.selectFrom('article').select('article_id').where('slug', '=', slug).executeTakeFirstOrThrow()).article_id

test('an article is found in each of its languages from when it is published, and nowhere once it is withdrawn', async () => {
  const article_id = await numberOf('gian-bi-xanh-va-nguoi-bay-cho-nhau')
  expect([(await find('gian bi xanh'))[0], (await find('green squash', 'en'))[0]]).toEqual([article_id, article_id])
  await world.changeAsOwner(tx => withdraw(tx, tester, { article_id, reason: 'Bài viết nhầm.', replaced_by: null }))
  expect([...(await find('gian bi xanh')), ...(await find('green squash', 'en'))]).not.toContain(article_id)
})

test('what another program published is made findable once, and nothing else', async () => {
  const kept = () =>
    world.owner.query('select kind, number, lang, day, labels, title, body, syllables, words::text from search_text order by 1, 2, 3')
  const before = (await kept()).rows
  await world.owner.query('truncate search_text, search_syllable')
  await world.owner.query('update search_collection set texts = 0, syllables = 0')
  await asOwner(world.database, makeAllFindable)
  expect((await kept()).rows).toEqual(before)
  expect(before.length).toBeGreaterThan(10)
})
