import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations, withBrowser } from './browser.ts'
import { formsOfNobody } from './crawl.ts'

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
