import { expect, test } from 'vitest'
import { withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { withDatabase } from '../harness/database.ts'
import { signInAs } from '../harness/staff.ts'

const world = withDatabase('served')
const portal = withProgram(world)
const stage = withBrowser()

/** The page of the first part of the demo member's form, and that page's address. */
async function writing() {
  const page = await stage.newPage()
  await signInAs(page, portal.address, 'mau.dang-vien', '/cam-ket')
  await page.getByRole('link', { name: /Viết cam kết|Viết tiếp/ }).click()
  await page.getByRole('link', { name: 'Tự rèn luyện' }).click()
  await page.waitForURL('**/tu-ren-luyen')
  return { page, address: page.url() }
}

const drafts = async () => {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await world.owner.query(`select fields ->> 'ethics' as ethics from commitment_draft order by version desc limit 1`)
  return (rows[0]?.ethics ?? null) as string | null
}

test('what is written while the connection is cut stays in the browser, also when the window is closed, and is sent when it is back', async () => {
  const { page, address } = await writing()
  const context = page.context()
  await context.setOffline(true)
  await page.getByLabel('Đạo đức, lối sống').fill('viết lúc mất mạng')
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
  await page.getByRole('status').filter({ hasText: 'Mất kết nối' }).waitFor()
  expect([page.url(), await page.getByLabel('Đạo đức, lối sống').inputValue()]).toEqual([address, 'viết lúc mất mạng'])
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }))
  expect([kept.includes('nhap '), kept.includes('viết lúc')]).toEqual([true, false])
  await page.close()
  expect(await drafts()).not.toBe('viết lúc mất mạng')
  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(address)
  expect(await again.getByLabel('Đạo đức, lối sống').inputValue()).toBe('viết lúc mất mạng')
  await again.getByRole('status').filter({ hasText: 'Đã lưu bản nháp' }).waitFor()
  expect(await drafts()).toBe('viết lúc mất mạng')
  expect(await again.evaluate(() => localStorage.length)).toBe(0)
})

test('when the connection comes back while the page is open, the draft is sent by itself', async () => {
  const { page } = await writing()
  await page.context().setOffline(true)
  await page.getByLabel('Đạo đức, lối sống').fill('tự gửi khi có mạng')
  await page.getByRole('status').filter({ hasText: 'Mất kết nối' }).waitFor()
  await page.context().setOffline(false)
  await page.getByRole('status').filter({ hasText: 'Đã lưu bản nháp' }).waitFor()
  expect(await drafts()).toBe('tự gửi khi có mạng')
})

test('what was written without a connection never goes over what was saved elsewhere meanwhile: both texts are shown', async () => {
  const { page, address } = await writing()
  const context = page.context()
  await context.setOffline(true)
  await page.getByLabel('Đạo đức, lối sống').fill('viết ở điện thoại')
  await page.getByRole('status').filter({ hasText: 'Mất kết nối' }).waitFor()
  const other = await stage.newPage({ script: false })
  await signInAs(other, portal.address, 'mau.dang-vien', '/cam-ket')
  await other.goto(address)
  await other.getByLabel('Đạo đức, lối sống').fill('viết ở máy tính')
  await other.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
  await other.waitForURL('**/viec-lam-theo')
  await context.setOffline(false)
  await page.getByRole('status').filter({ hasText: 'Có bản khác mới hơn' }).waitFor()
  expect(await drafts()).toBe('viết ở máy tính')
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
  await page.getByRole('heading', { name: 'Có hai bản khác nhau' }).waitFor()
  expect(await page.getByRole('definition').allTextContents()).toEqual(['viết ở máy tính', 'viết ở điện thoại'])
  await page.getByLabel('Lời giữ lại').fill('cả hai')
  await page.getByRole('button', { name: 'Lưu bản đã chọn' }).click()
  await page.waitForURL('**/viec-lam-theo')
  expect([await drafts(), await page.evaluate(() => localStorage.length)]).toEqual(['cả hai', 0])
})

test('a session that ends while somebody writes loses nothing: after signing in again the text is saved', async () => {
  const { page, address } = await writing()
  await world.owner.query(`update session set ended_at = now(), seen_at = now() where ended_at is null`)
  await page.getByLabel('Đạo đức, lối sống').fill('viết khi phiên đã hết')
  await page.getByRole('status').filter({ hasText: 'Phiên làm việc đã hết' }).waitFor()
  await page.context().clearCookies()
  await signInAs(page, portal.address, 'mau.dang-vien', new URL(address).pathname)
  expect(await page.getByLabel('Đạo đức, lối sống').inputValue()).toBe('viết khi phiên đã hết')
  await page.getByRole('status').filter({ hasText: 'Đã lưu bản nháp' }).waitFor()
  expect(await drafts()).toBe('viết khi phiên đã hết')
})
