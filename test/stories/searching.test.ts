import { expect, test } from 'vitest'
import { withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { withDatabase } from '../harness/database.ts'

const portal = withProgram(withDatabase('served'))
const stage = withBrowser()

test('a citizen without script types xa dat chuan 2020 on a phone, narrows it by place, and opens the figure of that place', async () => {
  const page = await stage.newPage({ script: false })
  await page.goto(portal.address)
  await page.getByRole('banner').getByRole('link', { name: 'Tìm', exact: true }).click()
  await page.getByRole('searchbox').fill('xa dat chuan 2020')
  await page.getByRole('searchbox').press('Enter')
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Tìm kiếm')
  expect(await page.getByRole('status').textContent()).toMatch(/^Tìm thấy \d+ kết quả/)
  expect((await page.getByRole('region', { name: 'Bài viết' }).locator('mark').allTextContents()).join(' ')).toContain('xã')

  await page.getByText('Lọc kết quả').click()
  await page.getByLabel('Nơi hoặc tổ chức').fill('huyen na ri')
  await page.getByRole('main').getByRole('button', { name: 'Tìm' }).click()
  expect(await page.getByRole('region', { name: 'Bài viết' }).getByRole('link').allTextContents()).toEqual([
    'Thêm sáu xã được công nhận cho năm 2021, trong đó có xã làm lại từ đầu',
  ])

  await page.getByRole('region', { name: 'Số liệu' }).getByRole('link', { name: 'Xã đang đạt chuẩn – Huyện Na Rì' }).click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^Xã đang đạt chuẩn/)
  expect(page.url()).toContain('unit=huyen-na-ri')
})
