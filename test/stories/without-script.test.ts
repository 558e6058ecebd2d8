import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { withDatabase } from '../harness/database.ts'
import { signInAs } from '../harness/staff.ts'

const portal = withProgram(withDatabase('served'))
const stage = withBrowser()

test('without script a member writes on a telephone and hands in, and the secretary of the cell reads it and endorses', async () => {
  const member = await stage.newPage({ script: false })
  await signInAs(member, portal.address, 'mau.dang-vien', '/cam-ket')
  await member.getByRole('link', { name: 'Viết cam kết' }).click()
  await member.getByRole('link', { name: 'Tự rèn luyện' }).click()
  for (const text of await member.getByRole('main').getByRole('textbox').all()) await text.fill('Nói đi đôi với làm')
  await save(member)
  await writeDeed(member, 'Việc 1', 'Trồng 30 cây lát hoa ở bãi sau nhà họp thôn')
  await writeDeed(member, 'Việc 2', 'Giúp 5 người cao tuổi nộp hồ sơ trực tuyến')
  await save(member)
  if (await member.getByLabel('Cách khắc phục').count()) {
    await member.getByLabel('Cách khắc phục').fill('Đến trước giờ họp mười phút')
    await member.getByLabel('Xong trước ngày').fill('30/6/2027')
  }
  await save(member)
  await member.getByRole('button', { name: 'Nộp cam kết' }).click()
  const receipt = await member.getByRole('heading', { level: 1 }).textContent()
  expect(receipt).toMatch(/^Giấy nhận CK-2027-\d{7}$/)

  const secretary = await stage.newPage({ width: 1280, height: 900, script: false })
  await signInAs(secretary, portal.address, 'mau.bi-thu', '/cam-ket')
  await secretary.getByRole('navigation').getByRole('link', { name: 'Chi bộ' }).click()
  await secretary.getByRole('link', { name: 'Đọc cả trên một trang' }).click()
  const written = secretary.getByRole('listitem').filter({ hasText: 'Trồng 30 cây lát hoa ở bãi sau nhà họp thôn' })
  expect(await written.count()).toBe(1)
  const name = (await member.locator('.whose strong').textContent())!
  await secretary.getByRole('checkbox', { name: new RegExp(name) }).check()
  await secretary.getByRole('button', { name: /^Xác nhận các bản/ }).click()
  await member.goto(`${portal.address}/cam-ket`)
  await member.getByText('chi bộ đã xác nhận').waitFor()
})

async function writeDeed(page: Page, place: string, what: string): Promise<void> {
  const deed = page.getByRole('group', { name: place })
  await deed.getByLabel('Làm việc gì').fill(what)
  await deed.getByLabel('Lấy gì để biết đã xong').fill('Chi bộ đếm')
  await deed.getByLabel('Xong trước ngày').fill('31/10/2027')
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
}
