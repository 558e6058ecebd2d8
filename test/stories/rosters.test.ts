import { expect, test } from 'vitest'
import { violations, withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { withDatabase } from '../harness/database.ts'
import { signInAs } from '../harness/staff.ts'
import { testWorkbook } from '../harness/workbook.ts'

const world = withDatabase('served')
const portal = withProgram(world)
const stage = withBrowser()

const header = ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Dân tộc', 'Chi bộ']
type Line = (string | number | null)[]

/** The unit of the demo's office, and the roster of its members as that office would keep it. */
async function officeWithRoster(): Promise<{ unit: string; rows: Line[] }> {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows: units } = await world.owner.query(
    `select u.key, u.unit_id from role_grant join unit u using (unit_id) where role = 'unit-office' and person_id = (select person_id from account where sign_in_name = 'mau.van-phong')`,
  )
  const { rows } = await world.owner.query(
    `select v.full_name, to_char(v.birth_date, 'DD/MM/YYYY') as birth, v.gender, v.ethnicity, u.key
       from membership m
       join person_version v on v.person_id = m.person_id and upper(v.recorded) = 'infinity'
       join unit u           on u.unit_id = m.unit_id
      where m.unit_id in (select unit_id from members_of('party', $1, today_in_vietnam(), recorded_now())) and m.valid @> today_in_vietnam() and upper(m.recorded) = 'infinity'
        and m.kind <> 'cadre'
      order by u.key, v.full_name, v.birth_date`,
    [units[0].unit_id],
  )
  const lines = rows.map(
    (one, i): Line => [i + 1, one.full_name, one.birth, one.gender && (one.gender === 'female' ? 'Nữ' : 'Nam'), one.ethnicity, one.key],
  )
  return { unit: units[0].key, rows: lines }
}

const workbook = (title: string, rows: Line[]) => Buffer.from(testWorkbook({ sheets: [{ name: 'DS', rows: [[title], header, ...rows] }] }))
const year = new Date(Date.now() + 7 * 3600_000).getFullYear()

async function registered(): Promise<number> {
  const { rows } = await world.owner.query(
    `select count(*)::int as n from person_version where full_name = 'Nông Thị Mới' and upper(recorded) = 'infinity'`,
  )
  return rows[0].n
}

test('the office sends its roster, mends a cell, sends it again; a second person types how many leave and confirms; then all of it is taken back', async () => {
  const { unit, rows } = await officeWithRoster()
  const home = `/danh-sach/${unit}`
  const office = await stage.newAuditedPage({ width: 1280, height: 900 })
  const found: unknown[] = []
  const audit = async (page: typeof office, where: string) =>
    found.push(...(await violations(page)).map(({ rule, help }) => ({ page: where, rule, help })))
  const send = async (buffer: Buffer, name = 'danh sách.xlsx') => {
    await office.goto(`${portal.address}${home}`)
    await office.getByLabel('Tệp danh sách').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
    await office.getByRole('button', { name: 'Gửi danh sách' }).click()
  }
  await signInAs(office, portal.address, 'mau.van-phong', home)
  await audit(office, 'home')
  await office.getByLabel('Danh sách tính đến ngày').fill('31/2/2026')
  await office.getByRole('button', { name: 'Gửi danh sách' }).click()
  const wrong = office.getByRole('alert').getByRole('link')
  expect(await wrong.allTextContents()).toEqual(['Chưa chọn tệp.', 'Ngày này không có trong lịch.'])
  expect(await office.getByLabel('Danh sách tính đến ngày').inputValue()).toBe('31/2/2026')

  await send(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'anh.xlsx')
  expect(await office.getByRole('alert').getByRole('link').allTextContents()).toEqual([
    'Đây không phải tệp Excel (.xlsx) hay bảng .csv đọc được.',
  ])
  await audit(office, 'refused')
  await send(workbook('DANH SÁCH ĐẢNG VIÊN NĂM 2019', rows))
  expect(await office.getByRole('alert').textContent()).toContain('2019')

  const faulty = rows.map((row, i): Line => (i === 1 ? [row[0]!, row[1]!, '31/02/1980', ...row.slice(3)] : row))
  await send(workbook(`DANH SÁCH ĐẢNG VIÊN NĂM ${year}`, faulty))
  expect(await office.getByLabel('Họ và tên', { exact: true }).inputValue()).toBe('1')
  await audit(office, 'columns')
  await office.getByRole('button', { name: /^Đọc/ }).click()
  await office.getByRole('heading', { name: '1 ô cần sửa' }).waitFor()
  await audit(office, 'faulty')
  const [download] = await Promise.all([office.waitForEvent('download'), office.getByRole('link', { name: 'Tải tệp đã đánh dấu' }).click()])
  expect(download.suggestedFilename()).toBe('danh sách-da-danh-dau.xlsx')

  const mended = [...rows.slice(1), [rows.length + 1, 'Nông Thị Mới', '03/02/2001', 'Nữ', 'Tày', rows[0]![5]!]]
  await send(workbook(`DANH SÁCH ĐẢNG VIÊN NĂM ${year}`, mended))
  expect(await office.getByRole('status').textContent()).toContain('như lần trước')
  await office.getByRole('button', { name: /^Đọc/ }).click()
  await office.getByRole('heading', { name: '2 chỗ khác với sổ' }).waitFor()
  expect(await office.getByText('người gửi không tự xác nhận').count()).toBe(1)
  expect(await office.getByRole('button', { name: /^Xác nhận/ }).count()).toBe(0)
  await audit(office, 'compared')

  const second = await stage.newAuditedPage()
  await signInAs(second, portal.address, 'mau.cap-tren', new URL(office.url()).pathname)
  await second.getByLabel('Bao nhiêu người không còn trong danh sách?').fill('5')
  await second.getByRole('button', { name: 'Xác nhận: thêm 1 người; cho 1 người rời đơn vị' }).click()
  expect(await second.getByLabel('Bao nhiêu người không còn trong danh sách?').inputValue()).toBe('5')
  await audit(second, 'wrong count')
  expect(await registered()).toBe(0)
  await second.getByLabel('Bao nhiêu người không còn trong danh sách?').fill('1')
  await second.getByRole('button', { name: 'Xác nhận: thêm 1 người; cho 1 người rời đơn vị' }).click()
  await second.getByRole('heading', { name: 'Danh sách đã ghi vào sổ' }).waitFor()
  expect(await registered()).toBe(1)
  await audit(second, 'applied')
  await second.getByRole('button', { name: 'Hoàn tác cả lần ghi này' }).click()
  await second.getByRole('heading', { name: 'Đã hoàn tác' }).waitFor()
  expect(await registered()).toBe(0)
  expect(found).toEqual([])
})

test('without script the page of the work asks again by itself, and somebody without a right over the unit is told who has one', async () => {
  const { unit, rows } = await officeWithRoster()
  const office = await stage.newPage({ script: false })
  await signInAs(office, portal.address, 'mau.van-phong', `/danh-sach/${unit}`)
  await office
    .getByLabel('Tệp danh sách')
    .setInputFiles({ name: 'ds.xlsx', mimeType: 'application/octet-stream', buffer: workbook('DANH SÁCH', rows) })
  await office.getByRole('button', { name: 'Gửi danh sách' }).click()
  await office.getByRole('button', { name: /^Đọc/ }).click()
  await office.getByRole('heading', { name: 'Danh sách khớp với sổ' }).waitFor()
  const member = await stage.newPage()
  await signInAs(member, portal.address, 'mau.dang-vien', '/cam-ket')
  const answer = await member.goto(office.url())
  expect(answer!.status()).toBe(403)
})
