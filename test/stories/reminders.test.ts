import { beforeAll, expect, test } from 'vitest'
import { violations, withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { withDatabase } from '../harness/database.ts'
import { bodyOf, withPostOffice } from '../harness/post-office.ts'
import { signInAs } from '../harness/staff.ts'

const world = withDatabase('served')
const office = withPostOffice()
const portal = withProgram(world, () => ({
  SMTP_URL: office.smtp_url,
  MAIL_FROM: 'so@vi-du.vn',
  DEMO: '1',
  SITE_ADDRESS: 'https://so.vi-du.vn',
}))
const stage = withBrowser()
let cell: string

beforeAll(async () => {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await world.owner.query(
    `select u.key from account a join membership m using (person_id) join unit u using (unit_id)
      where a.sign_in_name = 'mau.dang-vien' and m.valid @> today_in_vietnam() and upper(m.recorded) = 'infinity'`,
  )
  cell = rows[0].key
})

test('Lan gives an address, her secretary reminds the cell, Lan has a letter and a notice; the others get a sheet; nobody is shut out of these pages', async () => {
  const lan = await stage.newAuditedPage()
  const found: unknown[] = []
  const audit = async (page: typeof lan, where: string) =>
    found.push(...(await violations(page)).map(({ rule, where: at }) => [where, rule, at]))
  await signInAs(lan, portal.address, 'mau.dang-vien', '/tai-khoan')
  await lan.getByLabel('Địa chỉ thư điện tử').fill('lan khong co')
  await lan.getByRole('button', { name: 'Lưu địa chỉ' }).click()
  await lan.getByText('Đây chưa phải địa chỉ thư điện tử').first().waitFor()
  expect(await lan.getByLabel('Địa chỉ thư điện tử').inputValue()).toBe('lan khong co')
  await lan.getByLabel('Địa chỉ thư điện tử').fill('lan@vi-du.vn')
  await lan.getByRole('button', { name: 'Lưu địa chỉ' }).click()
  await lan.getByText('Đã lưu địa chỉ thư điện tử.').waitFor()
  await audit(lan, 'the account')

  const secretary = await stage.newAuditedPage({ width: 1280, height: 900 })
  await signInAs(secretary, portal.address, 'mau.bi-thu', `/chi-bo/${cell}`)
  await secretary.getByRole('link', { name: 'Nhắc người chưa nộp' }).click()
  await secretary.getByText('1 người nhận thư điện tử').waitFor()
  await audit(secretary, 'before reminding')
  office.answer = () => 550
  await secretary.getByRole('button', { name: /^Nhắc \d+ người$/ }).click()
  await secretary
    .getByText(/^Đã nhắc \d+ người \(.+\), trong đó 1 người qua thư điện tử\. Lời nhắc đã gửi thì không thu lại được\.$/)
    .waitFor()
  const said = (what: string) => async () => {
    await secretary.reload()
    return secretary.getByRole('cell', { name: what }).count()
  }
  await expect.poll(said('thư không đi được'), { timeout: 60_000 }).toBe(1)
  await audit(secretary, 'a letter that was refused')
  office.answer = () => null
  await secretary.getByRole('button', { name: 'Gửi lại 1 thư' }).click()
  await secretary.getByText('Đã xếp 1 thư để gửi lại.').waitFor()
  await expect.poll(() => office.received.map(({ to }) => to), { timeout: 60_000 }).toEqual(['lan@vi-du.vn'])
  await expect.poll(said('đã gửi thư'), { timeout: 60_000 }).toBe(1)
  expect(await secretary.getByRole('button', { name: /^Gửi lại/ }).count()).toBe(0)
  await audit(secretary, 'the wave')
  await secretary.getByRole('link', { name: /^In phiếu cho \d+ người$/ }).click()
  await secretary.getByRole('heading', { level: 1, name: 'Phiếu nhắc' }).waitFor()
  await audit(secretary, 'the sheets')
  await secretary.goto(`${portal.address}/nhac/${cell}`)
  await secretary.getByText('Tất cả đã được nhắc gần đây.').waitFor()
  expect(await secretary.getByRole('button', { name: /^Nhắc/ }).count()).toBe(0)

  expect(office.received.map(({ to }) => to)).toEqual(['lan@vi-du.vn'])
  expect(bodyOf(office.received[0]!)).toContain('https://so.vi-du.vn/dang-nhap?ve=%2Fcam-ket')
  await lan.goto(`${portal.address}/cam-ket`)
  await lan.getByText(/^Bí thư, .* nhắc: cam kết của đợt này chưa nộp\.$/).waitFor()
  await audit(lan, 'the notice')
  await lan.getByRole('button', { name: 'Tôi đã xem' }).click()
  await lan.getByText('1 lời nhắc đã xem').waitFor()
  expect(await lan.getByRole('button', { name: 'Tôi đã xem' }).count()).toBe(0)

  // Where nobody is signed in, the link of the letter asks, and its button ends these letters.
  const link = /https:\/\/so\.vi-du\.vn(\/thu-nhac\?ma=\S+)/.exec(bodyOf(office.received[0]!))![1]
  expect(office.received[0]!.text).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  const nobody = await stage.newAuditedPage()
  await nobody.goto(`${portal.address}${link}`)
  await audit(nobody, 'no more reminders?')
  await nobody.getByRole('button', { name: 'Thôi nhận thư nhắc' }).click()
  await nobody.getByRole('heading', { level: 1, name: 'Đã thôi nhận thư nhắc' }).waitFor()
  await audit(nobody, 'no more reminders')
  await lan.goto(`${portal.address}/tai-khoan`)
  await lan.getByText('Địa chỉ này đã thôi nhận thư nhắc.').waitFor()
  await audit(lan, 'the account without reminders')
  expect(found).toEqual([])
})

test('a member is led away from the reminders of her cell, and sees who may', async () => {
  const page = await stage.newPage({ script: false })
  await signInAs(page, portal.address, 'mau.dang-vien', '/cam-ket')
  const answer = await page.goto(`${portal.address}/nhac/${cell}`)
  expect(answer!.status()).toBe(403)
  await page.getByText('Văn phòng').first().waitFor()
})
