import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inherited_words } from '../../../../test/harness/inherited-words.ts'
import { tries } from '../../../../test/harness/tries.ts'
import { bestEncoding } from '../negotiate.ts'
import { bytesOf, madeOf } from './answer-text.ts'
import { declarationIn, declarePage, nextMidnight } from './declare-page.ts'
import { type Page, preparePage, recompressPage, representationOf, tagHeldBy } from './page.ts'
import { pageKey } from './page-key.ts'

const kept = { co: ['nho', 'lon'], tp: ['cao'] }
const variants = { kept, asked: ['ngay'], is_strict: true }
const loose = { ...variants, is_strict: false }

test('a page is kept under one key, however its parameters are ordered and whatever trackers hang on it', () => {
  const addresses = [
    '/tin',
    '/tin?fbclid=x',
    '/tin?utm_source=zalo&zarsrc=30&utm_source_platform=x&&',
    '/tin?tp=cao&co=lon',
    '/tin?co=lon&gclid=1&tp=cao',
    '/bai/7-mot-bai',
    '/so-lieu/lan-tinh/3.json',
  ]
  expect(addresses.map(address => pageKey(address, variants))).toEqual([
    '/tin',
    '/tin',
    '/tin',
    '/tin?co=lon&tp=cao',
    '/tin?co=lon&tp=cao',
    '/bai/7-mot-bai',
    '/so-lieu/lan-tinh/3.json',
  ])
})

test('what a page passes over makes no second key, and what it is asked none at all', () => {
  const addresses = [
    '/?x=1&y',
    '/?co=lon&__proto__=x&constructor',
    '/?ngay=2021-02-19',
    '/?%6Egay=2021-02-19',
    '/?ngay',
    '/?co=huge',
    '/?co=lon&co=nho',
  ]
  expect(addresses.map(address => pageKey(address, loose))).toEqual(['/', '/?co=lon', null, null, null, null, null])
})

test('what nobody declared is kept under no key: another parameter, another value, one said twice, another spelling of a path', () => {
  const strangers = [
    '/tin?x=1',
    '/tin?co=huge',
    '/tin?co',
    '/tin?co=lon&co=lon',
    '/tin?__proto__=x',
    '/tin?constructor=lon',
    '/tin?co=lo%6E',
    '/t%69n',
    '/tin/../tin',
    '//tin',
    '/tin//',
    '/tin?CO=lon',
    '',
  ]
  expect(strangers.map(address => pageKey(address, variants))).toEqual(strangers.map(() => null))
})

test('however an address is made up, the keys of one path are no more than its declared variants', () => {
  const keys = new Set<string | null>()
  const pair = fc
    .tuple(
      fc.constantFrom('co', 'tp', 'fbclid', 'q', '', ...inherited_words),
      fc.constantFrom('nho', 'lon', 'cao', '', 'x', ...inherited_words),
    )
    .map(([name, value]) => `${name}=${value}`)
  const addresses = fc.array(fc.array(pair, { maxLength: 4 }), { minLength: 500, maxLength: 500 })
  fc.assert(
    fc.property(addresses, list => {
      for (const pairs of list) for (const here of [variants, loose]) keys.add(pageKey(`/tin?${pairs.join('&')}`, here))
    }),
    tries(20),
  )
  const declared = ['/tin', '/tin?co=lon', '/tin?co=lon&tp=cao', '/tin?co=nho', '/tin?co=nho&tp=cao', '/tin?tp=cao', null]
  expect([...keys].filter(key => !declared.includes(key))).toEqual([])
  expect(keys.size).toBeGreaterThan(2)
})

test('the encoding is the one the reader likes best, and among equals the smallest', () => {
  const asked = [
    undefined,
    '',
    'gzip, deflate, br, zstd',
    'gzip',
    'br;q=0.1, gzip;q=0.9',
    'br;q=0, gzip;q=0',
    '*',
    '*;q=0',
    'identity',
    'BR',
    'zstd',
    'gzip;q=1, identity;q=1',
    'br; q=oops',
  ]
  expect(asked.map(bestEncoding)).toEqual([
    'identity',
    'identity',
    'br',
    'gzip',
    'gzip',
    'identity',
    'br',
    'identity',
    'identity',
    'br',
    'identity',
    'gzip',
    'identity',
  ])
})

test('each form holds the same bytes, is told from the others by its tag, and varies by what was asked', async () => {
  const page = article('Một trăm phần trăm. '.repeat(200))
  const forms = await Promise.all((['identity', 'gzip', 'br'] as const).map(encoding => representationOf(page, encoding)))
  const bytes = forms.map(({ body }) => Buffer.from(body, 'latin1'))
  expect([bytes[0]!, gunzipSync(bytes[1]!), brotliDecompressSync(bytes[2]!)].map(body => body.equals(page.body))).toEqual([
    true,
    true,
    true,
  ])
  expect(forms.map(form => header(form.headers, 'content-encoding'))).toEqual([undefined, 'gzip', 'br'])
  expect(forms.map(form => header(form.headers, 'content-length'))).toEqual(bytes.map(body => String(body.length)))
  expect(forms.map(form => header(form.headers, 'vary'))).toEqual(['Accept-Encoding', 'Accept-Encoding', 'Accept-Encoding'])
  expect(forms.map(form => header(form.headers, 'etag'))).toEqual(['', '-gz', '-br5'].map(suffix => `"${page.digest}${suffix}"`))
})

test('the polished form is smaller, has a tag of its own, and who holds the quick one holds the page still', async () => {
  const page = article(Array.from({ length: 500 }, (_, i) => `Xã thứ ${i * 7919} làm ${i % 13} km đường. `).join(''))
  const quick = await representationOf(page, 'br')
  await recompressPage(page)
  const best = await representationOf(page, 'br')
  expect(best.body.length).toBeLessThan(quick.body.length)
  expect(brotliDecompressSync(Buffer.from(best.body, 'latin1')).equals(page.body)).toBe(true)
  expect(header(best.headers, 'etag')).toBe(`"${page.digest}-br11"`)
  expect(tagHeldBy(page, header(quick.headers, 'etag')!)).toBe(header(quick.headers, 'etag'))
})

test('a picture that is compressed already is sent as it is to everybody', async () => {
  const page = preparePage({ status: 200, headers: [['content-type', 'font/woff2']], body: Buffer.from('wOF2 bytes') }, 'kept')
  const form = await representationOf(page, 'br')
  expect([header(form.headers, 'content-encoding'), header(form.headers, 'vary'), form.body]).toEqual([undefined, undefined, 'wOF2 bytes'])
})

test('a tag is recognised alone, in a list, weak, or as a star; another page’s, and any on an error, is not', () => {
  const [page, other] = [article('một'), article('hai')]
  const tag = (of: Page, suffix = '') => `"${of.digest}${suffix}"`
  const held = [tag(page), tag(page, '-gz'), `W/${tag(page, '-br11')}`, `"a", ${tag(page, '-br5')} ,"b"`, '*']
  const strange = [tag(other), tag(page, '-zz'), tag(page, '-br5x'), page.digest, `"${page.digest}`, '', `"${page.digest.slice(0, -1)}"`]
  expect(held.map(value => tagHeldBy(page, value))).toEqual([tag(page), tag(page, '-gz'), tag(page, '-br11'), tag(page, '-br5'), tag(page)])
  expect(strange.map(value => tagHeldBy(page, value))).toEqual(strange.map(() => null))
  expect(tagHeldBy(preparePage({ status: 404, headers: [], body: Buffer.from('x') }, 'passing'), '*')).toBeNull()
})

test('another header makes another tag', () => {
  const body = Buffer.from('một')
  const digests = ['vi', 'en'].map(lang => preparePage({ status: 200, headers: [['content-language', lang]], body }, 'kept').digest)
  expect(digests[0]).not.toBe(digests[1])
})

test('a declaration goes from the handler to the cache; what is no tag is refused at once', () => {
  const headers = new Headers()
  const context = { header: (name: string, value: string) => headers.set(name, value) }
  expect(declarationIn(headers)).toEqual({ tags: null, until: Number.POSITIVE_INFINITY })
  declarePage(context, { tags: ['edition:7', 'standing'], until: new Date(5) })
  expect(declarationIn(headers)).toEqual({ tags: ['edition:7', 'standing'], until: 5 })
  declarePage(context, { tags: [] })
  expect(declarationIn(headers).tags).toEqual([])
  for (const tag of ['', 'a b', 'edition:', 'Edition', 'a,b', 'edition:*', 'x\n'])
    expect(() => declarePage(context, { tags: [tag] }), tag).toThrow('is no tag')
})

test('today ends in Vietnam at 17:00 UTC', () => {
  expect(['2026-11-24T16:59:59.999Z', '2026-11-24T17:00:00Z'].map(now => nextMidnight(new Date(now)).toISOString())).toEqual([
    '2026-11-24T17:00:00.000Z',
    '2026-11-25T17:00:00.000Z',
  ])
})

function article(text: string): Page {
  return preparePage({ status: 200, headers: [['content-type', 'text/html; charset=UTF-8']], body: Buffer.from(`<p>${text}</p>`) }, 'kept')
}

function header(headers: string[], name: string): string | undefined {
  const at = headers.indexOf(name)
  return at === -1 ? undefined : headers[at + 1]
}

test('the text of an answer leaves as the bytes that the answer itself would have had, a broken character too', async () => {
  for (const text of ['', 'Nêu gương: 2 việc', 'hết\ud800 rồi', `${'x'.repeat(20_000)}ở 𝒳`])
    expect(Buffer.from(await bytesOf(madeOf(text, new Response('')))), text.slice(0, 20)).toEqual(
      Buffer.from(await new Response(text).arrayBuffer()),
    )
  expect(Buffer.from(await bytesOf(new Response('như đã viết'))).toString()).toBe('như đã viết')
})
