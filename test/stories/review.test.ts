import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { demo_password } from '../../src/platform/sign-in/demo-accounts.ts'
import { addAccount, addGrant } from '../../src/platform/sign-in/invented-commune.ts'
import { hashPassword } from '../../src/platform/sign-in/means/password.ts'
import { sheets, withBrowser } from '../harness/browser.ts'
import { type InventedCampaign, inventCampaign } from '../harness/campaign.ts'
import { withDatabase } from '../harness/database.ts'
import { withPortal } from '../harness/portal.ts'
import { signInAs } from '../harness/staff.ts'

const world = withDatabase('empty')
const portal = withPortal(world)
const stage = withBrowser()
const members = 30
let scene: InventedCampaign
const pages = new Map<string, Page>()

/**
 * A cell of thirty with long names. At most a fifth of its base organisation has the highest level, and no head a
 * higher one than their unit.
 */
beforeAll(async () => {
  scene = await inventCampaign(world, { more: members - 3 })
  const { lan, hoa, office, superior, administrator } = scene.people
  await addGrant(world.owner, administrator, 'superior-office', scene.units.province)
  await world.owner.query('insert into demo_mark default values on conflict do nothing')
  const phc = await hashPassword(demo_password)
  for (const [name, person_id] of Object.entries({ lan, hoa, office, superior, administrator }))
    await addAccount(world.owner, person_id, name, phc, true)
  await world.owner.query(
    `with s as (insert into rating_scheme (cap_share, cap_base, heads_within_unit, valid) values (0.2, 'of-good', true, '[2025-08-30,infinity)') returning rating_scheme_id)
     insert into rating_level (rating_scheme_id, least_points, name_vi, name_en)
     select s.rating_scheme_id, l.p, l.vi, l.en
       from s, (values (90, 'Hoàn thành xuất sắc', 'Excellent'), (70, 'Hoàn thành tốt', 'Good'), (50, 'Hoàn thành', 'Met'), (0, 'Không hoàn thành', 'Not met')) l (p, vi, en)`,
  )
})

/** Somebody at a page of theirs. */
async function as(name: string, path: string): Promise<Page> {
  const known = pages.get(name)
  if (known) {
    await known.goto(`${portal.address}${path}`)
    return known
  }
  const page = await stage.newPage({ script: false })
  await signInAs(page, portal.address, name, path)
  pages.set(name, page)
  return page
}

/** Somebody at the round in a unit. */
async function atRound(name: string, unit: string): Promise<Page> {
  const page = await as(name, `/kiem-diem-don-vi/${unit}`)
  await page.getByRole('link', { name: /^Kiểm điểm cả năm/ }).click()
  return page
}

const alert = (page: Page, hasText: string | RegExp) => page.getByRole('alert').filter({ hasText }).waitFor()
const press = (page: Page, name: string) => page.getByRole('button', { name }).click()

test('a year is reviewed: opened above, written by Lan, rated by her cell in one sitting, printed on A4, appraised and decided within the cap', async () => {
  const above = await as('superior', '/kiem-diem-don-vi/huyen-uy/mo')
  await above.getByLabel('cả năm').check()
  await above.getByLabel('Kiểm điểm thời gian từ ngày').fill(`01/01/${scene.year}`)
  await above.getByLabel('Đến ngày').fill(`31/12/${scene.year}`)
  await above.getByLabel('Chi bộ họp xong trước ngày').fill(`31/12/${scene.year}`)
  await press(above, 'Mở đợt')
  await above.getByText(`Đã mở đợt kiểm điểm cho ${members + 2} người.`).waitFor()

  const lan = await as('lan', '/kiem-diem')
  await lan.getByRole('link', { name: 'Viết bản tự kiểm điểm' }).click()
  await lan.getByRole('link', { name: 'Đánh giá chung' }).first().click()
  await lan.getByLabel('Ưu điểm, kết quả nổi bật').fill('Dạy hai lớp xóa mù chữ')
  await lan.getByLabel('Hạn chế, nguyên nhân, hướng khắc phục').fill('Vắng hai buổi họp thôn')
  await lan.getByLabel('Tự chấm điểm').fill('85')
  await lan.locator('main form button[type=submit]').first().click()
  const submit = lan.getByRole('button', { name: 'Gửi bản tự kiểm điểm' })
  if ((await submit.count()) === 0)
    await lan
      .getByRole('link', { name: /Kiểm tra|Đọc lại/ })
      .first()
      .click()
  await submit.click()
  await lan.getByText('Đã gửi bản tự kiểm điểm.').waitFor()

  const hoa = await atRound('hoa', 'chi-bo')
  await hoa.getByRole('link', { name: 'Ghi cuộc họp kiểm điểm' }).click()
  await hoa.getByLabel('Người ghi biên bản').fill('Nông Văn Quý')
  expect(await hoa.getByLabel('Xếp loại: Nông Thị Lan').inputValue()).toBe('85')
  for (const points of await hoa.getByLabel(/^Xếp loại: /).all()) if ((await points.inputValue()) === '') await points.fill('80')
  await hoa.getByLabel('Xếp loại: Triệu Văn Hòa').fill('95')
  await hoa.getByLabel('Số phiếu: Nông Thị Lan').fill('31')
  await press(hoa, 'Ghi cuộc họp')
  await alert(hoa, 'nhiều phiếu hơn số người dự (30)')
  await hoa.getByLabel('Số phiếu: Nông Thị Lan').fill('28')
  await press(hoa, 'Ghi cuộc họp')
  await hoa.getByText(`Đã ghi đề nghị xếp loại cho ${members} người.`).waitFor()
  await hoa.getByRole('link', { name: 'In biên bản' }).click()
  await hoa.getByText('ĐẢNG CỘNG SẢN VIỆT NAM').waitFor()
  expect(await hoa.getByRole('row', { name: /Nông Thị Lan/ }).innerText()).toContain('28/30')
  expect(await hoa.getByRole('rowheader').count()).toBe(members)
  expect(sheets(await hoa.pdf({ preferCSSPageSize: true }))).toBeLessThanOrEqual(2)

  const office = await atRound('office', 'dang-bo-xa')
  await press(office, `Thẩm định ${members} người`)
  await office.getByText(`Đã thẩm định ${members} người.`).waitFor()
  await atRound('superior', 'dang-bo-xa')
  await above.getByText('Đứng đầu chi-bo, tập thể: chưa xếp loại').first().waitFor()
  await above.getByLabel('Xếp loại tập thể: chi-bo', { exact: true }).fill('92')
  await press(above, 'Ghi xếp loại tập thể')
  await above.getByText('Đã xếp loại 1 tập thể.').waitFor()
  for (const n of [1, 2, 3, 4, 5]) await above.getByLabel(`Xếp loại: Nông Thị Phương Thảo Nguyên ${n}`, { exact: true }).fill('95')
  await press(above, `Quyết định cho ${members} người`)
  await alert(above, 'nhiều nhất 4 người ở mức cao nhất')
  for (const n of [4, 5]) await above.getByLabel(`Xếp loại: Nông Thị Phương Thảo Nguyên ${n}`, { exact: true }).fill('80')
  await press(above, `Quyết định cho ${members} người`)
  await above.getByText(`Đã quyết định xếp loại ${members} người.`).waitFor()
  expect(await above.getByRole('img', { name: 'Hoàn thành xuất sắc 4; Hoàn thành tốt 26' }).isVisible()).toBe(true)
})

test('Lan complains; two offices reach for the last place at once, and one is told of the cap', async () => {
  const lan = await as('lan', '/kiem-diem')
  await lan.getByRole('link', { name: 'Khiếu nại về xếp loại' }).click()
  await lan.getByLabel('Khiếu nại điều gì, vì sao').fill('Chưa tính hai lớp học')
  await press(lan, 'Gửi khiếu nại')
  await lan.getByText('Khiếu nại đã ghi').waitFor()

  const office = await atRound('office', 'chi-bo-ben')
  await office.getByRole('link', { name: 'Ghi cuộc họp kiểm điểm' }).click()
  await office.getByLabel('Người ghi biên bản').fill('Bàn Thị Liễu')
  await office.getByLabel('Xếp loại: Bàn Thị Liễu').fill('95')
  await office.getByLabel('Xếp loại: Hà Đức Toàn').fill('80')
  await press(office, 'Ghi cuộc họp')
  const superior = await atRound('superior', 'chi-bo-ben')
  await press(superior, 'Thẩm định 2 người')
  await superior.getByText('Đã thẩm định 2 người.').waitFor()
  const second = await atRound('administrator', 'chi-bo')
  await second.getByText('Khiếu nại: Chưa tính hai lớp học').waitFor()
  await second.getByLabel('Xếp loại: Nông Thị Lan').fill('95')
  await Promise.all([press(superior, 'Quyết định cho 2 người'), press(second, 'Quyết định cho 1 người')])
  const said = await Promise.all([superior, second].map(page => page.locator('main').innerText()))
  expect(said.map(text => text.includes('Đã quyết định xếp loại')).sort()).toEqual([false, true])
  expect(said.filter(text => text.includes('nhiều nhất 5 người ở mức cao nhất'))).toHaveLength(1)
  if (!said[1]!.includes('Đã quyết định xếp loại')) {
    await second.getByLabel('Xếp loại: Nông Thị Lan').fill('88')
    await press(second, 'Quyết định cho 1 người')
    await second.getByText('Đã quyết định xếp loại 1 người.').waitFor()
  }
})

test('a limitation goes from the review to repaired, seen by somebody else, and another is carried over', async () => {
  for (const what of ['Vắng hai buổi họp thôn', 'Ghi chép chưa đủ']) {
    const hoa = await atRound('hoa', 'chi-bo')
    await hoa
      .getByRole('link', { name: /^Hiện \d+ dòng còn lại/ })
      .last()
      .click()
    await hoa.getByRole('link', { name: 'Đọc bản tự kiểm điểm của Nông Thị Lan' }).click()
    await hoa.getByRole('link', { name: 'Nêu một hạn chế' }).click()
    await hoa.getByLabel('Hạn chế', { exact: true }).fill(what)
    await hoa.getByLabel('Cách khắc phục').fill('Đến đủ các buổi, nhờ tổ trưởng nhắc')
    await hoa.getByLabel('Chính người có hạn chế').check()
    await hoa.getByLabel('Khắc phục xong trước ngày').fill(`30/06/${scene.year}`)
    await press(hoa, 'Ghi hạn chế')
    await hoa.getByText('Đã ghi hạn chế.').waitFor()
  }
  const lan = await as('lan', '/han-che')
  await lan.getByRole('link', { name: 'Vắng hai buổi họp thôn' }).click()
  await press(lan, 'Báo đã khắc phục')
  await lan.getByText('Đã báo khắc phục. Chờ người khác xác nhận.').waitFor()
  const office = await as('office', '/han-che-don-vi/chi-bo')
  await office.getByRole('heading', { level: 1, name: 'Còn 2 hạn chế chưa khắc phục' }).waitFor()
  await office
    .getByRole('row', { name: /đã báo xong/ })
    .getByRole('link')
    .click()
  await press(office, 'Xác nhận đã khắc phục')
  await office.getByText('Đã xác nhận hạn chế này được khắc phục.').waitFor()
  const hoa = await as('hoa', '/han-che-don-vi/chi-bo')
  await hoa.getByRole('heading', { level: 1, name: 'Còn 1 hạn chế chưa khắc phục' }).waitFor()
  await hoa
    .getByRole('row', { name: /đang khắc phục/ })
    .getByRole('link')
    .click()
  const carrying = hoa.locator('details').filter({ hasText: 'Chuyển sang năm sau' })
  await carrying.locator('summary').click()
  await carrying.getByLabel('Ghi rõ').fill('Mới được nửa chừng')
  await carrying.getByRole('button').click()
  await hoa.getByText('Đã chuyển sang năm sau.').waitFor()
  await hoa.getByText('đã chuyển 1 lần').first().waitFor()
})
