import { expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { withPortal } from '../../../../test/harness/portal.ts'

const portal = withPortal(withDatabase('demo'))
const ask = async (query: string) => {
  const answer = await fetch(`${portal.address}/tim?${query}`)
  return { status: answer.status, text: await answer.text(), robots: answer.headers.get('x-robots-tag') }
}

test('xa dat chuan 2020: figures to open, and articles with the words as they write them', async () => {
  const { status, text, robots } = await ask('q=xa+dat+chuan+2020')
  expect([status, robots]).toEqual([200, 'noindex'])
  expect(text).toContain('<a href="/so-lieu/F16">Xã đang đạt chuẩn</a>')
  expect(text).toMatch(/<mark>[Xx]ã<\/mark>/)
  expect(text).toMatch(/<a href="\/bai\/\d+-[a-z0-9-]+">/)
})

test('a search is narrowed by section and day; a day that is none is said at its field, and what was typed is kept', async () => {
  const of_section = await ask('q=xa&muc=territory')
  expect([...of_section.text.matchAll(/href="\/bai\/\d+-([a-z-]+)"/g)].map(([, slug]) => slug)).toEqual(['sau-ngay-sap-xep-xa'])
  const { status, text } = await ask('q=xa&tu=31/02/2021')
  expect(status).toBe(422)
  expect(text).toContain('value="31/02/2021"')
  expect(text).toContain('role="alert"')
})

test('a document is found by its number and by words of its subject, one about a person never', async () => {
  expect((await ask('q=855+NQ-UBTVQH14')).text).toContain('>855/NQ-UBTVQH14</a>')
  const { text } = await ask('q=tieu+chi+quoc+gia+1980')
  expect(text).toMatch(/<a href="\/van-ban-cong-bo\/\d+">1980\/QĐ-TTg<\/a>/)
})

test('what nobody has written says so, and what may have been meant', async () => {
  const { text } = await ask('q=conn+duong')
  expect(text).toContain('Có phải ý bạn là:')
  expect((await ask('q=xyzxyz')).text).toContain('Không tìm thấy gì cho «xyzxyz».')
  expect((await ask('')).text).not.toContain('role="status"')
})

test('nothing that is typed breaks it, and what is not asked is refused', async () => {
  const odd = [
    'va+la+cua+thi',
    '%CC%89%CC%83',
    'a'.repeat(10_000),
    'a'.repeat(7000),
    '%00',
    '%cc%81%cc%81',
    "'%7C%26!:*",
    '%ed%a0%80',
    '%F0%9F%98%80'.repeat(50),
    'x+'.repeat(3000),
  ]
  for (const words of odd)
    for (const page of ['/tim', '/tim/goi-y'])
      expect([words, [200, 400, 414].includes((await fetch(`${portal.address}${page}?q=${words}`)).status)]).toEqual([words, true])
  expect((await ask('q=a&la=1')).status).toBe(422)
  expect((await ask('q=a&trang=99')).status).toBe(200)
})

test('a word that is begun is finished as public texts write it, marks or none', async () => {
  const suggested = async (words: string) => (await fetch(`${portal.address}/tim/goi-y?q=${encodeURIComponent(words)}`)).json()
  expect(await suggested('nong thon m')).toEqual([])
  expect(await suggested('nông thôn mo')).toContain('nông thôn mới')
  expect(await suggested('duo')).toContain('đường')
})
