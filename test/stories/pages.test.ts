import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { faultsOf, formsOfNobody } from '../harness/crawl.ts'
import { withDatabase } from '../harness/database.ts'
import { keyboardOf } from '../harness/keyboard.ts'
import { kindOf, signInAs } from '../harness/staff.ts'

const portal = withProgram(withDatabase('served'))
const stage = withBrowser()

/** As high as the page: a page that scrolls under a drag gives another block into the hand. */
async function atPages(name: string, script = false): Promise<Page> {
  const page = await stage.newPage({ width: 1280, height: 2400, script })
  await signInAs(page, portal.address, name, '/ban-tin/trang')
  return page
}
/** Every button leads to a page: a second press on the old one would take the first one back. */
const press = (page: Page, name: string) => follow(page, page.getByRole('button', { name, exact: true }))
async function follow(page: Page, link: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('domcontentloaded'), link.click()])
}
const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })
const namesIn = (page: Page, name: string) => region(page, name).locator('li strong').allTextContents()
/** The headings of the home page, as a reader comes by them. */
async function headings(page: Page): Promise<string[]> {
  await page.goto(portal.address)
  return page.locator('main h2').allTextContents()
}
async function faultsAt(name: string, path: string): Promise<unknown[]> {
  const page = await stage.newAuditedPage()
  await signInAs(page, portal.address, name, '/ban-tin/trang')
  await page.goto(`${portal.address}${path}`)
  const found = [...(await faultsOf(page, path)), ...(await formsOfNobody(page, path))]
  await page.context().close()
  return found
}
async function approveAs(name: string): Promise<void> {
  const page = await atPages(name)
  await follow(page, page.getByRole('link', { name: 'Mở bản đang xếp' }))
  await press(page, 'Duyệt')
  await page.getByText('Đã duyệt, và người đọc đã thấy.').waitFor()
  await page.context().close()
}

test('without script an editor rearranges the home page by its buttons; another person approves, readers see it at once, and the old one is brought back', async () => {
  const reader = await stage.newPage({ script: false })
  const before = await headings(reader)
  const editor = await atPages('mau.bien-tap')
  await press(editor, 'Xếp lại trang này: Trang chủ')
  const path = new URL(editor.url()).pathname
  const middle = 'Giữa trang'
  expect(await namesIn(editor, middle)).toEqual(['Bảng số liệu', 'Bản đồ xã', 'Ghi chú về sáp nhập', 'Điển hình'])
  await press(editor, 'Lên: Điển hình')
  await press(editor, 'Lên: Điển hình')
  await press(editor, 'Bỏ: Ghi chú về sáp nhập')
  expect(await namesIn(editor, middle)).toEqual(['Bảng số liệu', 'Điển hình', 'Bản đồ xã'])
  await editor.getByText('Thêm khối vào «Giữa trang»').click()
  await region(editor, middle).getByLabel('Khối').selectOption('Danh sách tin')
  await follow(editor, region(editor, middle).getByRole('button', { name: 'Thêm khối' }))
  await editor.getByLabel('Tin tức', { exact: true }).check()
  await editor.getByLabel('Chuyên mục').selectOption('Địa giới')
  await editor.getByLabel('Nhiều nhất mấy bài').fill('0')
  await press(editor, 'Thêm vào trang')
  await editor.getByRole('alert').getByText('Nhập một số từ 1 đến 20.').waitFor()
  await editor.getByLabel('Nhiều nhất mấy bài').fill('3')
  await press(editor, 'Thêm vào trang')
  expect(await namesIn(editor, middle)).toEqual(['Bảng số liệu', 'Điển hình', 'Bản đồ xã', 'Danh sách tin'])
  await region(editor, 'Khác gì trang đang hiện').getByText('Chuyển chỗ').waitFor()
  for (const address of ['/ban-tin/trang', path, `${path}/khoi/3`, `${path}/xem`])
    expect(await faultsAt('mau.bien-tap', address)).toEqual([])
  expect(await headings(reader)).toEqual(before)
  await press(editor, 'Gửi duyệt')
  expect(await editor.getByRole('button', { name: 'Duyệt', exact: true }).count()).toBe(0)
  expect(await faultsAt('mau.duyet-dang', path)).toEqual([])

  await approveAs('mau.duyet-dang')
  const after = await headings(reader)
  expect(after.filter(heading => !before.includes(heading))).toEqual(['Địa giới'])
  expect(before.filter(heading => !after.includes(heading))).toEqual(['Vì sao 23 thành 15'])

  await editor.goto(`${portal.address}/ban-tin/trang`)
  await editor.getByText('Những bản trước').first().click()
  await press(editor, 'Lấy lại bản 2: Trang chủ')
  await press(editor, 'Gửi duyệt')
  await approveAs('mau.duyet-dang')
  expect(await headings(reader)).toEqual(before)
})

test('with the keyboard alone a block is moved, and the keyboard stays with it', async () => {
  const page = await atPages('mau.bien-tap', true)
  const keys = await keyboardOf(page, { kindOf: path => kindOf(path) ?? path, walked: new Set() })
  await keys.open(`${portal.address}/ban-tin/trang`)
  await keys.follow(page.getByRole('button', { name: 'Xếp lại trang này: Trang chủ' }))
  await keys.follow(page.getByRole('button', { name: 'Lên: Bản đồ xã' }))
  expect(await namesIn(page, 'Giữa trang')).toEqual(['Bản đồ xã', 'Bảng số liệu', 'Ghi chú về sáp nhập', 'Điển hình'])
  // The next place behind the block that was moved, not the top of the page.
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Đặt: Bản đồ xã')
  await press(page, 'Bỏ bản xếp này')
})

test('with a mouse a block is dragged to another place, and one that cannot stand there stays', async () => {
  const page = await atPages('mau.bien-tap', true)
  await press(page, 'Xếp lại trang này: Trang chủ')
  const block = (name: string) => page.locator('li[draggable=true]', { has: page.getByText(name, { exact: true }) })
  await Promise.all([
    page.waitForEvent('domcontentloaded'),
    block('Điển hình').dragTo(block('Bảng số liệu'), { targetPosition: { x: 20, y: 5 } }),
  ])
  expect(await namesIn(page, 'Giữa trang')).toEqual(['Điển hình', 'Bảng số liệu', 'Bản đồ xã', 'Ghi chú về sáp nhập'])
  await Promise.all([page.waitForEvent('domcontentloaded'), block('Bản đồ xã').dragTo(block('Bài chính'))])
  await page.getByRole('alert').getByText('Khối «Bản đồ xã» không đứng được ở đó.').waitFor()
  expect(await namesIn(page, 'Giữa trang')).toEqual(['Điển hình', 'Bảng số liệu', 'Bản đồ xã', 'Ghi chú về sáp nhập'])
  await press(page, 'Bỏ bản xếp này')
})
