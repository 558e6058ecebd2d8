import { expect, test } from 'vitest'
import { withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { withDatabase } from '../harness/database.ts'
import { signInAs } from '../harness/staff.ts'

const world = withDatabase('served')
const portal = withProgram(world)
const stage = withBrowser()
const theme = 'Nói đi đôi với làm, gần dân hơn nữa'

test('the office at the top changes the theme of a year that was called: it is asked back, sees for how many, and members read the new one', async () => {
  const page = await stage.newPage({ width: 1280, height: 900 })
  await signInAs(page, portal.address, 'mau.cap-tren', '/quy-dinh/tinh-uy-thai-nguyen-2025')
  await page.getByRole('link', { name: 'Chuyên đề năm' }).click()
  await page.getByLabel('Năm của bản cam kết').fill('2027')
  await page.getByLabel('Chuyên đề năm').fill(theme)
  await page.getByLabel('Số, ký hiệu').fill('88-QĐ/TU')
  await page.getByLabel('Cơ quan ban hành').fill('Tỉnh ủy Thái Nguyên')
  await page.getByLabel('Trích yếu').fill('Về chuyên đề năm 2027')
  await page.getByLabel('Ngày ký').fill('1/11/2026')
  await page.getByRole('button', { name: 'Xem lại trước khi đổi' }).click()
  // The campaign of 2027 was called: nothing follows without a mark, and all that was typed is there.
  await page.getByRole('link', { name: /Đợt 2027 đã phát động/ }).waitFor()
  expect(await page.getByLabel('Chuyên đề năm').inputValue()).toBe(theme)
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Xem lại trước khi đổi' }).click()
  await page.getByText(/^Đợt 2027 đã phát động: [1-9]\d* người thấy chuyên đề mới/).waitFor()
  await page.getByRole('button', { name: 'Đổi', exact: true }).click()
  await page.getByText('Đã đổi quy định.').waitFor()
  const member = await stage.newPage()
  await signInAs(member, portal.address, 'mau.dang-vien', '/chuong-trinh')
  await member.getByText(theme).first().waitFor()
})
