import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { dayOf, sayDay } from '../../src/basis/shared/dates.ts'
import { withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { withDatabase } from '../harness/database.ts'
import { signInAs } from '../harness/staff.ts'

const world = withDatabase('served')
const portal = withProgram(world)
const stage = withBrowser()
const today = sayDay(dayOf(new Date()), 'vi')
const achievement = 'Mở lớp xóa mù chữ buổi tối'

async function at(name: string, path: string): Promise<Page> {
  const page = await stage.newPage({ width: 1280, height: 900, script: false })
  await signInAs(page, portal.address, name, path)
  return page
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name, exact: true }).first().click()
/** Opens what is folded, says why, and presses. */
async function say(page: Page, move: string, label: string, comment: string): Promise<void> {
  await page.locator('summary').filter({ hasText: move }).click()
  await page.getByLabel(label).fill(comment)
  await press(page, move)
  await page.getByText('Đã ghi bước này.').waitFor()
}
const rowsOf = async <T>(question: string): Promise<T[]> => {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  return (await world.owner.query(question)).rows
}
/** Their own name, where they and their secretary belong to one cell. */
async function theMember(): Promise<string> {
  const [found] = await rowsOf<{ full_name: string }>(`
    select v.full_name from account a join person_version v on v.person_id = a.person_id and upper(v.recorded) = 'infinity'
     where a.sign_in_name = 'mau.dang-vien'`)
  return found!.full_name
}
/** Agrees to an item, or takes it back: in two presses. */
async function settle(page: Page, link: string, button: string): Promise<void> {
  await page.goto(`${portal.address}/dien-hinh-cua-toi`)
  await page
    .getByRole('heading', { level: 2, name: /giáo dục/ })
    .locator('..')
    .getByRole('link', { name: link, exact: true })
    .click()
  await press(page, button)
}
/** As if the notice had been opened six weeks ago. */
async function letTheNoticePass(): Promise<void> {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  await world.owner.query('alter table notice disable trigger user')
  await world.owner.query(`update notice set opened_on = opened_on - 42 where achievement = $1`, [achievement])
  await world.owner.query('alter table notice enable trigger user')
}
const counted = async () => {
  const answer = await fetch(`${portal.address}/so-lieu/F11.json`)
  return ((await answer.json()) as { value: { count: number } }).value.count
}

test('without script somebody is put forward, verified, voted on, announced, recognised and told on a page; then they take their consent back, and no page names them', async () => {
  const name = await theMember()
  const before = await counted()
  const secretary = await at('mau.bi-thu', '/cam-ket')
  await follow(secretary, 'Hồ sơ điển hình')
  await follow(secretary, 'Đề cử điển hình')
  await secretary.getByLabel('cá nhân').check()
  await secretary.getByLabel('Đảng viên trong sổ').selectOption({ label: name })
  await secretary.getByLabel('Lĩnh vực').selectOption({ label: 'giáo dục' })
  await secretary.getByLabel('Địa bàn').selectOption({ index: 3 })
  await secretary.getByLabel('Thành tích đề nghị công nhận').fill(achievement)
  await secretary.getByLabel('Báo cáo thành tích').fill('Mỗi tối thứ tư và thứ sáu; 19 người đã đọc thông viết thạo.')
  await press(secretary, 'Lập hồ sơ')
  await press(secretary, 'Gửi đề cử')
  const on_case = new URL(secretary.url()).pathname

  const member = await at('mau.dang-vien', '/cam-ket')
  for (const item of ['nêu tên khi lấy ý kiến', 'nêu tên', 'nêu nơi ở', 'kể chuyện'])
    await settle(member, `Cho đồng ý: ${item}`, 'Tôi đồng ý')

  const office = await at('mau.van-phong', '/cam-ket')
  await office.goto(`${portal.address}${on_case}`)
  await say(office, 'Ghi đã xác minh tại chỗ', 'Đã thấy gì', 'Dự hai buổi học, gặp 11 người.')
  const above = await at('mau.cap-tren', '/cam-ket')
  await above.goto(`${portal.address}${on_case}`)
  await follow(above, 'Ghi kết quả bỏ phiếu của hội đồng')
  const votes = { 'Ngày họp hội đồng': today, 'Số thành viên hội đồng': '9', 'Số thành viên dự họp': '9' }
  for (const [label, n] of Object.entries({ ...votes, 'Số phiếu đồng ý': '9', 'Số phiếu không đồng ý': '0' }))
    await above.getByLabel(label).fill(n)
  await press(above, 'Ghi kết quả bỏ phiếu')
  await press(above, 'Bắt đầu lấy ý kiến')

  const reader = await stage.newPage({ script: false })
  await reader.goto(`${portal.address}/dien-hinh/lay-y-kien`)
  await reader
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click()
  await reader.getByLabel('Ý kiến').fill('Con tôi học lớp ấy, cô dạy tận tâm.')
  await reader.getByRole('button', { name: 'Gửi ý kiến' }).click()
  await above.reload()
  await above.getByText('Con tôi học lớp ấy, cô dạy tận tâm.').waitFor()

  await letTheNoticePass()
  await above.goto(`${portal.address}${on_case}`)
  await say(above, 'Đề nghị công nhận', 'Ý kiến nhận được', 'Một ý kiến, ủng hộ.')
  await follow(above, 'Ghi quyết định công nhận')
  await above.getByLabel('cấp tỉnh').check()
  await above.getByLabel('Bằng khen').check()
  for (const [label, said] of Object.entries({
    'Số, ký hiệu': '777/QĐ-UBND',
    'Cơ quan ban hành': 'UBND tỉnh',
    'Trích yếu': 'Tặng bằng khen',
  }))
    await above.getByLabel(label).fill(said)
  await above.getByLabel('Ngày ký').fill(today)
  await press(above, 'Công nhận')
  await above.getByText('Đã ghi công nhận.').waitFor()
  expect(await counted()).toBe(before + 1)
  await secretary.goto(`${portal.address}${on_case}`)
  await follow(secretary, 'Viết câu chuyện')
  await secretary.getByLabel('Bằng tiếng Việt').fill('Đèn nhà họp thôn sáng đến chín giờ tối.')
  await press(secretary, 'Ghi câu chuyện')

  // Whoever reads finds them on the wall, and on pages of their own.
  await reader.goto(`${portal.address}/dien-hinh`)
  await reader
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click()
  await reader.getByRole('heading', { level: 1, name }).waitFor()
  for (const said of ['Đèn nhà họp thôn sáng đến chín giờ tối.', '777/QĐ-UBND']) expect(await reader.getByText(said).count()).toBe(1)
  const [award] = await rowsOf<{ code: string }>(`
    select left(md5(exemplar_id::text || ' ' || instrument_id::text || ' ' || achievement), 24) as code from recognition where achievement = '${achievement}'`)
  const pages = [
    '/dien-hinh',
    new URL(reader.url()).pathname,
    `/chung-nhan/${award!.code}`,
    `/tim?q=${encodeURIComponent('xóa mù chữ')}`,
    '/en/dien-hinh',
  ]
  const naming = async () => {
    const told = await Promise.all(pages.map(async path => (await fetch(`${portal.address}${path}`)).text()))
    return pages.filter((_, i) => new RegExp(`<main[^]*${name}[^]*</main>`).test(told[i]!.replace(/<input[^>]*>/g, '')))
  }
  expect(await naming()).toEqual(expect.arrayContaining(['/dien-hinh', pages[1], pages[2]]))

  // In two presses they take it back: nobody is named any more, and the count stays.
  await settle(member, 'Rút đồng ý: nêu tên', 'Tôi rút đồng ý')
  await member.getByText('Đã rút đồng ý').waitFor()
  expect(await naming()).toEqual([])
  await reader.reload()
  expect(await reader.getByText(name).count()).toBe(0)
  await reader.goto(`${portal.address}/chung-nhan/${award!.code}`)
  await reader.getByText('Công nhận này đang có hiệu lực.').waitFor()
  expect(await counted()).toBe(before + 1)
}, 300_000)
