import { Parser } from 'htmlparser2'
import { expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { withPortal } from '../../../test/harness/portal.ts'
import { sayMeasure } from '../../basis/shared/measures.ts'
import { catalogue } from '../../numbers/figure/index.ts'

const world = withDatabase('demo')
const portal = withPortal(world)

/** A word that only Vietnamese writes, not a proper name: those begin with a capital. */
const VIETNAMESE_WORD = /(?<![\p{L}-])(?=\p{Ll}*[ăâđêôơưà-ãè-êìíò-õùúýĩũạ-ỹ])\p{Ll}+(?!\p{L})/gu

test('an English page holds no Vietnamese word outside what says it is Vietnamese', { timeout: 240_000 }, async () => {
  const found: string[] = []
  for (const path of await publicPages()) {
    const html = await (await ask(`/en${path}`)).text()
    const words = [...textIn(html, 'en').matchAll(VIETNAMESE_WORD)].map(([word]) => word)
    found.push(...new Set(words.filter(word => word !== 'đồng').map(word => `${path}: ${word}`)))
  }
  expect(found).toEqual([])
})

test('the reading of a page finds Vietnamese where it is not marked, and passes what is', () => {
  const page = '<html lang="en"><p>Đảng bộ xã Hà Hiệu <a lang="vi">Tiếng Việt</a></p><p lang="vi">một <i lang="en">one</i></p></html>'
  expect([...textIn(page, 'en').matchAll(VIETNAMESE_WORD)].map(([word]) => word)).toEqual(['bộ', 'xã'])
  expect(textIn(page, 'vi')).toContain('một')
})

test('each column of the rows behind a figure has a heading, and no cell shows the name of a constant', async () => {
  const unsaid: string[] = []
  for (const figure of Object.keys(catalogue)) {
    const html = await (await fetch(`${portal.address}/so-lieu/${figure}?valid_as_of=2021-02-19`)).text()
    const cells = [...html.matchAll(/<t[hd][^>]*>([^<]*)</g)].map(([, cell]) => cell!)
    unsaid.push(...cells.filter(cell => /^[a-z]+([_-][a-z]+)*$/.test(cell)).map(cell => `${figure}: ${cell}`))
  }
  expect([...new Set(unsaid)]).toEqual([])
})

test('each measure of the register has an English word', async () => {
  const kinds = await world.db.selectFrom('contribution_kind').select('measure').distinct().execute()
  const indicators = await world.db.selectFrom('indicator').select('measure').distinct().execute()
  const measures = [...kinds, ...indicators].map(({ measure }) => measure)
  expect(measures).toContain('hồ sơ')
  expect(measures.filter(measure => measure !== 'đồng' && sayMeasure(measure, 'en').match(VIETNAMESE_WORD))).toEqual([])
  expect(measures.filter(measure => /^\p{L}+[\p{L} ]*$/u.test(measure) && sayMeasure(measure, 'en') === measure)).toEqual(['đồng', 'km'])
})

async function publicPages(): Promise<string[]> {
  const articles = await world.db.selectFrom('article').select(['article_id', 'slug']).orderBy('article_id').execute()
  const figures = Object.keys(catalogue).flatMap(figure => [`/so-lieu/${figure}`, `/so-lieu/${figure}?valid_as_of=2021-02-19`])
  const runs = await world.db.selectFrom('figure_run').select('figure_run_id').orderBy('figure_run_id').execute()
  return [
    ...['', '?ngay=2010-01-01', '/tin', '/so-lieu', '/kiem-so', '/kiem-so?mau=1', '/gioi-thieu', '/khong-co'],
    ...[
      '/chuyen-muc/dia-gioi',
      '/so-do-trang',
      '/rieng-tu',
      '/tiep-can',
      '/theo-luat',
      '/tin/ngay',
      '/tin/ngay/2021',
      '/tin/ngay/2021-02-19',
    ],
    ...[
      '/van-ban-cong-bo',
      '/co-cau',
      '/co-cau?ngay=19/02/2021',
      '/co-cau/tinh-bac-kan?ngay=19/02/2021',
      ...(await furniture(articles[0]!)),
    ],
    ...['/dien-hinh', '/dien-hinh?linh-vuc=economy', '/dien-hinh/lay-y-kien', ...(await exemplarPages())],
    ...['/so-lieu/F16?valid_as_of=2021-02-30', '/so-lieu/F1?unit=khong-co', '/so-lieu/F13?kind=workdays', '/so-lieu/F15?map=restated'],
    ...articles.map(({ article_id, slug }) => `/bai/${article_id}-${slug}`),
    ...figures,
    ...runs.map(({ figure_run_id }) => `/so-lieu/lan-tinh/${figure_run_id}`),
  ]
}

/** A document and a unit of each hierarchy, and the editions of an article. */
async function furniture({ article_id, slug }: { article_id: number; slug: string }): Promise<string[]> {
  const html = (await Promise.all(['/van-ban-cong-bo', '/co-cau?ngay=19/02/2021'].map(async path => (await ask(path)).text()))).join('')
  const found = [...new Set([...html.matchAll(/href="(\/(?:van-ban-cong-bo\/\d+|co-cau\/[^"]+))"/g)].map(([, path]) => path!))]
  expect(found.length).toBeGreaterThan(5)
  return [...found, `/bai/${article_id}-${slug}/ban`]
}

/** The pages of whoever is on the wall, and of whoever stands in a notice. */
async function exemplarPages(): Promise<string[]> {
  const html = (await Promise.all(['/dien-hinh', '/dien-hinh/lay-y-kien'].map(async path => (await ask(path)).text()))).join('')
  const found = [...new Set([...html.matchAll(/href="(\/dien-hinh\/(?:lay-y-kien\/)?\d+)"/g)].map(([, path]) => path!))]
  expect(found.length).toBeGreaterThan(3)
  return found
}

/** A page as a reader asks for it; the number check of the sample text as its form does. */
function ask(path: string): Promise<Response> {
  const method = path.endsWith('?mau=1') ? 'POST' : 'GET'
  const form = {
    method,
    headers: { 'sec-fetch-site': 'same-origin' },
    body: method === 'POST' ? new URLSearchParams({ mau: '1' }) : undefined,
  }
  return fetch(portal.address + path, form)
}

/** The text of a page that is in a language, by the nearest `lang`; attributes that are read out too. */
function textIn(html: string, lang: string): string {
  const languages: string[] = []
  const unread: string[] = []
  let text = ''
  const parser = new Parser({
    onopentag(name, attributes) {
      languages.push(attributes.lang ?? languages.at(-1) ?? '')
      if (['style', 'script', 'pre'].includes(name)) unread.push(name)
      if (languages.at(-1) === lang) text += ` ${attributes['aria-label'] ?? ''} ${attributes.alt ?? ''} ${attributes.title ?? ''} `
    },
    ontext(piece) {
      if (unread.length === 0 && languages.at(-1) === lang) text += piece
    },
    onclosetag(name) {
      languages.pop()
      if (unread.at(-1) === name) unread.pop()
      text += ' '
    },
  })
  parser.write(html)
  parser.end()
  return text.normalize('NFC')
}
