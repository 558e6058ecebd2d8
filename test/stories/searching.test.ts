import { expect, test } from 'vitest'
import { withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { withDatabase } from '../harness/database.ts'

const portal = withProgram(withDatabase('served'))
const stage = withBrowser()

test('a citizen without script types xa dat chuan 2020 on a phone, narrows it by section, and opens the figure', async () => {
  const page = await stage.newPage({ script: false })
  await page.goto(portal.address)
  await page.getByRole('banner').getByRole('link', { name: 'Tìm', exact: true }).click()
  await page.getByRole('searchbox').fill('xa dat chuan 2020')
  await page.getByRole('searchbox').press('Enter')
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Tìm kiếm')
  expect(await page.getByRole('status').textContent()).toMatch(/^Tìm thấy \d+ kết quả/)
  expect((await page.getByRole('region', { name: 'Bài viết' }).locator('mark').allTextContents()).join(' ')).toContain('xã')

  await page.getByText('Lọc theo chuyên mục, ngày').click()
  await page.getByLabel('Chuyên mục').selectOption('Địa giới')
  await page.getByRole('main').getByRole('button', { name: 'Tìm' }).click()
  expect(await page.getByRole('region', { name: 'Bài viết' }).getByRole('link').allTextContents()).toEqual([
    'Sau ngày sắp xếp: xã mới, sổ không viết lại',
  ])

  await page.goBack()
  await page.getByRole('region', { name: 'Số liệu' }).getByRole('link', { name: 'Xã đang đạt chuẩn' }).click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^Xã đang đạt chuẩn/)
})
