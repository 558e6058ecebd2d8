import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { addDays, dayOf, sayDay } from '../../src/basis/shared/dates.ts'
import { withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { withDatabase } from '../harness/database.ts'
import { signInAs } from '../harness/staff.ts'

const world = withDatabase('served')
const portal = withProgram(world)
const stage = withBrowser()
const today = dayOf(new Date())
const tomorrow = addDays(today, 1)
const on = (day: string) => sayDay(day, 'vi')

async function at(name: string, path: string): Promise<Page> {
  const page = await stage.newPage({ width: 1280, height: 900, script: false })
  await signInAs(page, portal.address, name, path)
  return page
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [label, said] of Object.entries(fields)) await page.getByLabel(label).fill(said)
}
const instrument = (number: string, title: string) => ({
  ...{ 'Số, ký hiệu': number, 'Cơ quan ban hành': 'UBND tỉnh', 'Trích yếu': title, 'Ngày ký': on(today) },
})

type Commune = { key: string; name: string }
/** The commune of the demo's account, and another of its province that holds no standing. */
async function theCommunes(standing: readonly string[]): Promise<[Commune, Commune]> {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await world.owner.query<Commune>(
    `select p.key, v.name, b.unit_id is not null as is_own
       from unit p
       join unit_version v on v.unit_id = p.unit_id and v.unit_kind = 'commune' and v.valid @> today_in_vietnam() and is_open(v.recorded)
       left join lateral (
            select b.unit_id from unit_version b join role_grant g on g.unit_id = b.unit_id join account a on a.person_id = g.person_id
             where b.place_id = p.unit_id and a.sign_in_name = 'mau.xa' and is_open(b.recorded) limit 1) b on true
      where b.unit_id is not null or p.key <> all ($1)
      order by b.unit_id is null, p.key limit 2`,
    [standing],
  )
  return rows as [Commune, Commune]
}

/** Which communes stand on a day, as everybody reads it. */
async function standing(day: string): Promise<string[]> {
  const answer = await fetch(`${portal.address}/so-lieu/F16.json?valid_as_of=${day}`)
  return ((await answer.json()) as { rows: { key: string }[] }).rows.map(({ key }) => key).sort()
}

test('without script a commune is assessed, appraised, voted on and recognised; then a merger with one that has no standing is written, previewed and confirmed, and it lapses', async () => {
  const before = await standing(today)
  const [commune, other] = await theCommunes(before)
  expect(before).not.toContain(commune.key)
  const assessment = await assess()
  await recognise(assessment)
  await expect.poll(() => standing(today), { timeout: 20_000 }).toEqual([...before, commune.key].sort())
  await merge(commune, other)
  await expect.poll(() => standing(tomorrow), { timeout: 20_000 }).toEqual(before)
  expect(await standing(today)).toContain(commune.key)
}, 300_000)

/** The office of the commune says of the last criteria that they are met, and sends the assessment in. */
async function assess(): Promise<string> {
  const office = await at('mau.xa', '/cam-ket')
  await office.getByRole('link', { name: 'Nông thôn mới', exact: true }).first().click()
  await office.getByText('Chưa đạt mức nào.').waitFor()
  await office.getByRole('link', { name: 'Mở lần đánh giá này' }).click()
  const path = new URL(office.url()).pathname
  const open = office.getByRole('row').filter({ hasText: 'chưa đánh giá' })
  for (let left = await open.count(); left > 0; left--) {
    await open.first().getByRole('link').click()
    await office.getByLabel('đạt', { exact: true }).check()
    await fill(office, { 'Căn cứ': 'Biên bản số 7' })
    await press(office, 'Lưu tiêu chí này')
    await office.getByText('Đã lưu tiêu chí.').waitFor()
  }
  await press(office, 'Gửi thẩm tra')
  await office.getByText('Đã ghi bước này.').waitFor()
  expect(await office.getByRole('button', { name: /^Thẩm tra/ }).count()).toBe(0)
  return path
}

/** The office above appraises, and records the vote and the decision. */
async function recognise(assessment: string): Promise<void> {
  const above = await at('mau.cap-tren', '/cam-ket')
  await above.goto(`${portal.address}${assessment}`)
  await above.locator('summary').filter({ hasText: 'Thẩm tra: đúng như đã ghi' }).click()
  await fill(above, { 'Đã kiểm tra những gì': 'Đã xem từng căn cứ tại xã.' })
  await press(above, 'Thẩm tra: đúng như đã ghi')
  await above.getByRole('link', { name: 'Ghi phiếu của hội đồng' }).click()
  await fill(above, { 'Ngày họp hội đồng': on(today), 'Số thành viên hội đồng': '9', 'Số thành viên dự họp': '9' })
  await fill(above, { 'Số phiếu đồng ý': '9', 'Số phiếu không đồng ý': '0' })
  await press(above, 'Ghi vào sổ')
  await above.getByText('Đã ghi phiếu của hội đồng.').waitFor()
  await above.getByRole('link', { name: 'Ghi quyết định công nhận' }).click()
  await fill(above, instrument('901/QĐ-UBND', 'Công nhận xã đạt chuẩn'))
  await press(above, 'Ghi vào sổ')
  await above.getByText('Đã ghi quyết định.', { exact: false }).waitFor()
}

/** One person writes the merger of two communes from tomorrow on, another confirms it. */
async function merge(commune: Commune, other: Commune): Promise<void> {
  const above = await at('mau.cap-tren', '/sap-nhap/soan')
  await above.getByLabel('Đơn vị hành chính').check()
  await above.getByLabel('Kết quả đạt chuẩn nông thôn mới').selectOption('all')
  await fill(above, { 'Bản đồ đổi từ ngày': on(tomorrow), ...instrument('902/NQ-HĐND', 'Sắp xếp hai xã') })
  await press(above, 'Tiếp tục')
  await above.getByRole('link', { name: 'Thêm một đơn vị' }).click()
  await fill(above, { 'Tìm đơn vị': `${commune.name}, ${other.name}` })
  await press(above, 'Tìm')
  for (const { key } of [commune, other]) await above.locator(`input[name="add"][value="${key}"]`).check()
  await press(above, 'Thêm vào danh sách')
  await fill(above, { 'Tên đơn vị mới': 'Hợp Nhất' })
  await press(above, 'Lưu đơn vị này')
  await above.getByRole('link', { name: 'Xem trước' }).click()
  await above.getByText('1 kết quả đạt chuẩn mất đi').waitFor()
  await above.getByRole('row', { name: new RegExp(`^${commune.name} mất`) }).waitFor()
  await press(above, 'Trình người thứ hai xác nhận')
  const merger = new URL(above.url()).pathname
  expect(await above.getByRole('button', { name: /^Xác nhận/ }).count()).toBe(0)
  const second = await at('mau.cap-tren-hai', merger)
  await second.getByText('1 kết quả đạt chuẩn mất đi').waitFor()
  await second.getByRole('button', { name: /^Xác nhận/ }).click()
  await second.getByText('sổ đã ghi sáp nhập này', { exact: false }).waitFor()
}
