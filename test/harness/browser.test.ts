import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations, withBrowser } from './browser.ts'
import { formsOfNobody } from './crawl.ts'
import { partsOf, type Shape } from './shape.ts'

const stage = withBrowser()
let server: Server
let address: string

beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
    response.setHeader('content-type', 'text/html; charset=utf-8')
    const nameless = '<button></button>'
    const body = `<main><h1>Nêu gương</h1><p class="width"></p>${request.url === '/bad' ? nameless : ''}</main>`
    response.end(`<!doctype html><html lang="vi"><meta name="viewport" content="width=device-width"><title>Trang</title>${body}</html>`)
  }).listen(0, '127.0.0.1')
  await new Promise(listening => server.once('listening', listening))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => server.close())

test('a page opens on a phone and on a desktop, light and dark, each with nothing of the other', async () => {
  const phone = await stage.newPage({ dark: true })
  const desktop = await stage.newPage({ width: 1280, height: 900 })
  await Promise.all([phone.goto(address), desktop.goto(address)])
  expect(await phone.evaluate(() => [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches])).toEqual([390, true])
  expect(await desktop.evaluate(() => [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches])).toEqual([1280, false])
  expect(await desktop.getByRole('heading').textContent()).toBe('Nêu gương')
})

test('axe reads a page whose policy allows no script, and finds the button without a name', async () => {
  const page = await stage.newAuditedPage()
  await page.goto(`${address}/bad`)
  expect((await violations(page)).map(found => [found.rule, found.where])).toEqual([['button-name', ['button']]])
  await page.goto(address)
  expect(await violations(page)).toEqual([])
})

test('a form that saves and does not say to whom it was shown is found; one that only searches is not', async () => {
  const page = await stage.newPage()
  const mark = (value: string) => `<input type="hidden" name="shown_to" value="${value}">`
  await page.setContent(
    `<form method="post" action="/dung">${mark('x')}</form><form action="/tim"></form><form method="post" action="/sai"></form><form method="post" action="/rong">${mark('')}</form>`,
  )
  expect(await formsOfNobody(page, '/trang')).toEqual([
    { path: '/trang', rule: 'a form that says nothing of whom it was shown to', where: ['/sai', '/rong'] },
  ])
})

const shapes: [string, string, string][] = [
  ['another text', '<ul><li><a href="/a">Lan</a></li></ul>', '<ul><li><a href="/b">Triệu Văn Hòa</a></li></ul>'],
  ['a longer list', '<ul><li>Lan</li><li>Hòa</li></ul>', '<ul><li>Lan</li><li>Hòa</li><li>Quý</li></ul>'],
]
const others: [string, string, string][] = [
  ['a link that says nothing', '<a href="/a">Lan</a>', '<a href="/a"></a>'],
  ['a picture without words', '<img alt="Bản đồ" src="x">', '<img alt="" src="x">'],
  ['a label of nothing', '<label for="x">Tên</label><input id="x">', '<label for="y">Tên</label><input id="x">'],
  ['an id given twice', '<p id="a">1</p><p id="b">2</p>', '<p id="a">1</p><p id="a">2</p>'],
  ['a heading that leaves one out', '<h2>1</h2><h3>2</h3>', '<h2>1</h2><h4>2</h4>'],
  ['another class', '<p class="wide">1</p>', '<p class="pale">1</p>'],
  ['another place', '<main><p>1</p></main>', '<section><p>1</p></section>'],
  ['what is hidden', '<p>1</p>', '<p style="display: none">1</p>'],
]

test('a page has the shape of another where only its texts and their number differ', async () => {
  const page = await stage.newAuditedPage()
  const partsIn = async (body: string) => {
    await page.setContent(`<html lang="vi"><title>Trang</title><main><h1>Nêu gương</h1>${body}</main>`)
    return page.evaluate(partsOf, 'html')
  }
  const areKnown = async (one: string, other: string) => {
    const [known, met] = [await partsIn(one), await partsIn(other)]
    return (['parts', 'bones'] as const).map(of => isWithin(met[of], known[of]))
  }
  for (const [what, one, other] of shapes) expect([what, await areKnown(one, other)]).toEqual([what, [true, true]])
  for (const [what, one, other] of others) expect([what, await areKnown(one, other)]).toEqual([what, [false, false]])
  const long = '<p style="width: 9px; overflow: hidden">một trăm hai mươi ba</p>'
  expect(await areKnown('<p style="width: 9px; overflow: hidden">1</p>', long)).toEqual([false, true])
})

function isWithin(some: Shape['parts'], all: Shape['parts']): boolean {
  return some.every(part => all.includes(part))
}

test('a page on which axe found something is asked of it again', async () => {
  const page = await stage.newAuditedPage()
  for (const time of ['first', 'second']) {
    await page.goto(`${address}/bad`)
    expect([time, (await violations(page)).map(({ rule }) => rule)]).toEqual([time, ['button-name']])
  }
})
