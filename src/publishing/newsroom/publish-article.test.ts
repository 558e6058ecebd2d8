import { expect, test } from 'vitest'
import { articles } from '../../../seed/articles/index.ts'
import { tester, withDatabase } from '../../../test/harness/database.ts'
import { asking, proveRun } from '../../numbers/figure/index.ts'
import { resolvedTimestamp } from '../../platform/database/index.ts'
import type { ArticleText } from './article.ts'
import { findArticle, listArticles } from './find-article.ts'
import { publishArticle } from './publish-article.ts'

const world = withDatabase('demo', { until: '2021-02-19' })

const own = articles.find(article => article.citations.some(citation => citation.figure === 'F15' || citation.figure === 'F16'))!
const written = (change: (article: ArticleText) => void): ArticleText => {
  const article = structuredClone({ ...own, slug: 'ban-thu', published_at: '2021-02-19T09:00:00+07:00' })
  change(article)
  return article
}
const publish = async (article: ArticleText) => {
  const recorded_as_of = await resolvedTimestamp(world.database)
  return world.changeAsOwner(tx => publishArticle(tx, tester, { article, recorded_as_of }))
}
const rows = async (table: string) => Number((await world.owner.query(`select count(*) from ${table}`)).rows[0].count)

test('an article is published in both languages, each number frozen with its run, and every run holds', async () => {
  const outcome = await publish(written(() => {}))
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  const { article_id } = outcome.value
  const [vi, en] = [await findArticle(world.db, { article_id, lang: 'vi' }), await findArticle(world.db, { article_id, lang: 'en' })]
  expect(vi!.citations.map(({ mark, printed }) => ({ mark, printed }))).toEqual(
    own.citations.map(({ mark, printed_vi }) => ({ mark, printed: printed_vi })),
  )
  expect(en!.citations.map(citation => citation.run.figure_run_id)).toEqual(vi!.citations.map(citation => citation.run.figure_run_id))
  for (const { run } of vi!.citations) expect((await proveRun(asking(world.db, new Date()), run)).state).toBe('holds')
  expect((await listArticles(world.db, { lang: 'vi', limit: 1 })).map(article => article.article_id)).toEqual([article_id])
})

test('a number that the register does not bear out cannot be published, and nothing of the article is written', async () => {
  const before = [await rows('article'), await rows('edition'), await rows('figure_run')]
  const wrong = written(article => {
    article.slug = 'so-sai'
    article.citations[0]!.printed_vi = '97'
  })
  expect(await publish(wrong)).toMatchObject({ ok: false, problems: [{ code: 'printed-differs', values: { printed: '97' } }] })
  expect([await rows('article'), await rows('edition'), await rows('figure_run')]).toEqual(before)
})

test('a number that tells of too few people is not printed, nor one of a small unit on a day that ends no month', async () => {
  const { rows } = await world.owner.query<{ key: string }>(
    `select u.key from commitment_tally t join unit u using (unit_id) join campaign using (campaign_id) where year = 2020 group by 1 having sum(t.due) between 2 and 4 limit 1`,
  )
  for (const [figure, printed] of [
    ['F1', '100%'],
    ['F4', '0'],
  ] as const) {
    const article = written(({ citations }) => {
      Object.assign(citations[0]!, {
        figure,
        parameters: { unit: rows[0]!.key, valid_as_of: '2021-02-19' },
        printed_vi: printed,
        printed_en: printed,
      })
    })
    expect(await publish({ ...article, slug: 'so-nho' })).toMatchObject({
      ok: false,
      problems: [{ code: 'withheld', field: expect.stringMatching(/^citations/) }],
    })
  }
})

test('marks and citations must meet, and a body is made of blocks of the closed set alone', async () => {
  const unknown = written(article => article.vi.body.push({ type: 'paragraph', content: [{ cite: 'khong-co' }] }))
  expect(await publish(unknown)).toMatchObject({ ok: false, problems: [{ code: 'mark-without-citation', field: 'vi.body' }] })
  const unused = written(article => article.citations.push({ ...article.citations[0]!, mark: 'thua' }))
  expect(await publish(unused)).toMatchObject({
    ok: false,
    problems: [{ code: 'citation-not-used', field: 'vi.body' }, { field: 'en.body' }],
  })
  const html = written(article => article.vi.body.push({ type: 'html', text: '<script>' } as never))
  expect(await publish(html)).toMatchObject({ ok: false, problems: [{ code: 'unreadable-article' }] })
})

test('what was printed cannot be edited or deleted by anybody', async () => {
  for (const attempt of [
    `update edition set title = 'khác'`,
    `update citation set printed = '99'`,
    `update figure_run set value = '{}'`,
    'delete from citation',
  ]) {
    await expect(world.owner.query(attempt)).rejects.toMatchObject({ code: '23514' })
  }
})
