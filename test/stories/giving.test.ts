import { expect, test } from 'vitest'
import { withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { isTooWide } from '../harness/crawl.ts'
import { withDatabase } from '../harness/database.ts'
import { openMenu } from '../harness/menu.ts'
import { signInAs } from '../harness/staff.ts'

const world = withDatabase('served')
const portal = withProgram(world)
const stage = withBrowser()

/** The commune of the demo's account, and the party unit whose office that is. */
async function theCommune(): Promise<{ base: string; place: string }> {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await world.owner.query(`
    select u.key as base, p.key as place
      from account a
      join role_grant g   on g.person_id = a.person_id
      join unit u         on u.unit_id = g.unit_id
      join unit_version v on v.unit_id = u.unit_id and v.valid @> today_in_vietnam() and is_open(v.recorded)
      join unit p         on p.unit_id = v.place_id
     where a.sign_in_name = 'mau.xa'`)
  return rows[0]
}

test('on a phone the office of a commune writes down the land that a household gave; the office above verifies it, and everybody reads the new total', async () => {
  const { base, place } = await theCommune()
  const total = async () => {
    const answer = await fetch(`${portal.address}/so-lieu/F13.json?unit=${place}&kind=land`)
    return Number(((await answer.json()) as { value: { quantity: string } }).value.quantity)
  }
  const before = await total()
  const phone = await stage.newPage()
  await signInAs(phone, portal.address, 'mau.xa', '/cam-ket')
  await openMenu(phone)
  await phone.getByRole('link', { name: 'Đóng góp', exact: true }).first().click()
  await phone.getByRole('link', { name: 'Ghi một khoản đóng góp' }).click()
  await phone.getByLabel('Đóng góp gì').selectOption('land')
  await phone.getByLabel('Số lượng').fill('1.200,5')
  await phone.getByLabel('Cho công trình, việc gì').fill('đường thôn Nà Lẹng')
  await phone.getByLabel('Họ tên chủ hộ, cá nhân hoặc tên tập thể').fill('Hộ ông Triệu Văn Thử')
  await phone.getByLabel('Người đóng góp đồng ý được nêu tên trong danh sách cảm ơn').check()
  expect(await isTooWide(phone)).toBe(false)
  await phone.getByRole('button', { name: 'Ghi vào sổ' }).click()
  await phone.getByText('Đã ghi. Khoản này được tính khi một người khác xác minh.').waitFor()
  expect(await isTooWide(phone)).toBe(false)
  expect(await total()).toBe(before)

  const above = await stage.newPage({ width: 1280, height: 900 })
  await signInAs(above, portal.address, 'mau.cap-tren', `/dong-gop/${base}`)
  await above
    .getByRole('row', { name: /Hộ ông Triệu Văn Thử/ })
    .getByRole('button', { name: /^Xác minh/ })
    .click()
  await above.getByText('Đã xác minh: khoản này được tính từ hôm nay.').waitFor()
  await expect.poll(total, { timeout: 20_000 }).toBe(before + 1200.5)
  const reader = await stage.newPage()
  await reader.goto(`${portal.address}/so-lieu/F13?unit=${place}&kind=land`)
  const said = (before + 1200.5).toLocaleString('vi-VN', { maximumFractionDigits: 3 })
  await reader
    .getByText(new RegExp(`${said.replaceAll('.', '\\.')}\\s*m²`))
    .first()
    .waitFor()
  expect(await reader.getByText('Triệu Văn Thử').count()).toBe(0)
  await phone.getByRole('link', { name: 'Danh sách cảm ơn' }).click()
  await phone.getByText('Hộ ông Triệu Văn Thử').waitFor()
})
