import { expect, test } from 'vitest'
import { addDays, dayOf, inDayMonthYear } from '../../src/basis/shared/dates.ts'
import { violations, withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { withDatabase } from '../harness/database.ts'
import { signInAs } from '../harness/staff.ts'

const world = withDatabase('served')
const portal = withProgram(world)
const stage = withBrowser()
const today = dayOf(new Date())

/** The cell of the demo's secretary, its base organisation, who heads it, and a member who is nobody's account. */
async function cast() {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await world.owner.query(
    `select u.key as cell, t.tenure_id, t.person_id as secretary_id, s.full_name as secretary, m.person_id as member_id, p.full_name as member
       from account a
       join tenure t         on t.person_id = a.person_id and upper(t.valid) = 'infinity' and upper(t.recorded) = 'infinity'
       join post q           on q.post_id = t.post_id and q.is_head
       join unit u           on u.unit_id = q.unit_id
       join person_version s on s.person_id = t.person_id and upper(s.recorded) = 'infinity'
       join membership m     on m.unit_id = q.unit_id and m.valid @> today_in_vietnam() and upper(m.recorded) = 'infinity'
       join person_version p on p.person_id = m.person_id and upper(p.recorded) = 'infinity'
      where a.sign_in_name = 'mau.bi-thu' and m.person_id not in (select person_id from account) and m.person_id not in (select person_id from tenure)
      order by m.person_id limit 1`,
  )
  return rows[0]
}

const rolesOf = async (person_id: number) =>
  (await world.owner.query('select role from own_roles($1, today_in_vietnam(), recorded_now())', [person_id])).rows.map(row => row.role)

test('the office calls the campaign of another year after seeing its answers, and the cell has it at once, with the focus of its level', async () => {
  const { cell } = await cast()
  const year = Number(today.slice(0, 4)) + 2
  const page = await stage.newAuditedPage({ width: 1280, height: 900 })
  await signInAs(page, portal.address, 'mau.cap-tren', '/dot/tinh-uy-thai-nguyen-2025')
  await page.getByRole('link', { name: 'Phát động đợt mới' }).click()
  const answers: [string, string][] = [
    ['Năm của bản cam kết', String(year)],
    ['Chuyên đề năm', 'Nói đi đôi với làm'],
    ['Nhận từ ngày', inDayMonthYear(today)],
    ['Hạn nộp', inDayMonthYear(addDays(today, -1))],
    ['Ngày đóng', inDayMonthYear(addDays(today, 60))],
    ['Số, ký hiệu', '40-CV/TU'],
    ['Cơ quan ban hành', 'Tỉnh ủy'],
    ['Trích yếu', 'Về đợt đăng ký'],
    ['Ngày ký', inDayMonthYear(today)],
  ]
  for (const [label, text] of answers) await page.getByLabel(label, { exact: true }).fill(text)
  await page.getByRole('button', { name: 'Xem lại trước khi phát động' }).click()
  await page
    .getByRole('alert')
    .getByRole('link', { name: /Hạn nộp không thể trước ngày mở/ })
    .waitFor()
  await page.getByLabel('Hạn nộp', { exact: true }).fill(inDayMonthYear(addDays(today, 30)))
  await page.getByRole('button', { name: 'Xem lại trước khi phát động' }).click()
  await page.getByRole('heading', { level: 1, name: 'Kiểm tra lại' }).waitFor()
  expect((await violations(page)).map(({ rule }) => rule)).toEqual([])
  // Two years ahead, and open today: that is unusual, and whoever calls says that they mean it.
  await page.getByLabel('Tôi đã xem những điều trên và vẫn phát động').check()
  await page.getByRole('button', { name: /^Phát động cho/ }).click()
  const called = page
    .getByRole('main')
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: `Đợt ${year}: đang nhận` }) })
  await called.getByRole('link', { name: 'Thêm trọng tâm của cấp mình' }).click()
  await page.getByLabel('Trọng tâm').fill('Gần dân hơn')
  await page.getByRole('button', { name: 'Ghi trọng tâm' }).click()
  await page.getByText('Gần dân hơn', { exact: true }).waitFor()
  expect((await violations(page)).map(({ rule }) => rule)).toEqual([])
  const secretary = await stage.newPage()
  await signInAs(secretary, portal.address, 'mau.bi-thu', `/chi-bo/${cell}`)
  await secretary.getByRole('heading', { level: 1, name: new RegExp(`${year}`) }).waitFor()
  await secretary.getByText('Chuyên đề: Nói đi đôi với làm · Gần dân hơn').waitFor()
})

test('the administrator appoints a head of a cell by form, what is missing said at its field; the office of the province lends its role for a week and takes it back', async () => {
  const { cell, member, member_id } = await cast()
  // The post stands empty first: whoever holds it is another's story.
  await world.owner.query(
    `update tenure set recorded = tstzrange(lower(recorded), recorded_now()) where post_id in (select post_id from post join unit using (unit_id) where key = $1 and is_head) and upper(recorded) = 'infinity'`,
    [cell],
  )
  const found: unknown[] = []
  const page = await stage.newAuditedPage({ width: 1280, height: 900 })
  const audit = async (where: string) => found.push(...(await violations(page)).map(({ rule, where: at }) => [where, rule, at]))
  await signInAs(page, portal.address, 'mau.quan-tri', `/nhan-su/${cell}`)
  await page.getByRole('link', { name: member, exact: true }).click()
  await page.getByRole('link', { name: 'Giao chức vụ' }).click()
  await page.getByLabel('Tên chức vụ').fill('Bí thư chi bộ')
  await page.getByRole('button', { name: 'Giao chức vụ' }).click()
  await page.getByRole('alert').getByRole('link', { name: 'Nhập số văn bản.' }).click()
  await audit('appointing')
  expect(await page.getByLabel('Tên chức vụ').inputValue()).toBe('Bí thư chi bộ')
  await page.getByLabel('Là người đứng đầu đơn vị').check()
  await page.getByLabel('Giữ chức từ ngày').fill(inDayMonthYear(today))
  await page.getByLabel('Số, ký hiệu').fill('15-QĐ/ĐU')
  await page.getByLabel('Cơ quan ban hành').fill('Đảng ủy')
  await page.getByLabel('Ngày ký').fill(inDayMonthYear(today))
  await page.getByRole('button', { name: 'Giao chức vụ' }).click()
  await page.getByRole('status').filter({ hasText: 'Đã giao chức vụ.' }).waitFor()
  await audit('the file')
  expect(await rolesOf(member_id)).toEqual(['secretary'])

  const office = await stage.newPage({ script: false })
  await signInAs(office, portal.address, 'mau.cap-tren', '/uy-quyen')
  await office.getByLabel('Ủy quyền cho ai: tìm theo họ tên').fill(member)
  await office.getByRole('button', { name: 'Tìm' }).click()
  await office.getByRole('radio').first().check()
  await office.getByLabel('phê duyệt bản cam kết').check()
  await office.getByRole('button', { name: 'Ủy quyền', exact: true }).click()
  await office.getByRole('alert').getByText('Ủy quyền phải có ngày kết thúc').waitFor()
  await office.getByLabel('Đến hết ngày').fill(inDayMonthYear(addDays(today, 7)))
  await office.getByRole('button', { name: 'Ủy quyền', exact: true }).click()
  await office.getByRole('heading', { level: 1, name: 'Đang ủy quyền: 1' }).waitFor()
  await office.getByRole('button', { name: `Lấy lại vai trò đã ủy quyền cho ${member}` }).click()
  await office.getByRole('heading', { level: 1, name: 'Đang ủy quyền: 0' }).waitFor()
  expect(found).toEqual([])
})

test('in a unit of thousands the office finds somebody by name before it exempts them', async () => {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await world.owner.query<{ full_name: string }>(
    `select v.full_name from obligation o join person_version v on v.person_id = o.person_id and upper(v.recorded) = 'infinity' order by o.obligation_id desc limit 1`,
  )
  const { full_name } = rows[0]!
  const page = await stage.newAuditedPage()
  await signInAs(page, portal.address, 'mau.cap-tren', '/dot/tinh-uy-thai-nguyen-2025')
  await page.locator('a[href$="/mien"]').first().click()
  await page.getByText('hãy tìm theo họ tên trước').waitFor()
  expect([await page.getByRole('radio').count(), await page.getByLabel('Ghi rõ').count()]).toEqual([0, 0])
  expect((await violations(page)).map(({ rule }) => rule)).toEqual([])
  await page.getByLabel('Tìm theo họ tên').fill(full_name)
  await page.getByRole('button', { name: 'Tìm' }).click()
  await page.getByRole('button', { name: 'Miễn', exact: true }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.getByLabel('Tìm theo họ tên').inputValue()).toBe(full_name)
  await page.getByRole('radio').first().check()
  await page.getByRole('radio', { name: 'Ốm đau, điều trị dài ngày' }).check()
  await page.getByLabel('Ghi rõ').fill('theo giấy ra viện')
  await page.getByRole('button', { name: 'Miễn', exact: true }).click()
  await page.getByRole('status').filter({ hasText: 'Đã miễn.' }).waitFor()
  await page.locator('a[href$="/mien"]').first().click()
  await page
    .getByRole('button', { name: `Thôi miễn cho ${full_name}` })
    .first()
    .waitFor()
  expect((await violations(page)).map(({ rule }) => rule)).toEqual([])
})
