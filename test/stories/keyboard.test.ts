import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { dayOf, inDayMonthYear } from '../../src/basis/shared/dates.ts'
import { demo_password } from '../../src/platform/sign-in/index.ts'
import { codeAt } from '../../src/platform/sign-in/means/one-time-codes.ts'
import { withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { accounts } from '../harness/crawl.ts'
import { withDatabase } from '../harness/database.ts'
import { type Keyboard, keyboardOf } from '../harness/keyboard.ts'
import { kindOf, typeIn } from '../harness/staff.ts'
import { testWorkbook } from '../harness/workbook.ts'

const world = withDatabase('served')
const portal = withProgram(world)
const stage = withBrowser()
const today = inDayMonthYear(dayOf(new Date()))

type AtWork = { page: Page; keys: Keyboard }
/** Of the pages that links lead to, the crawl has been through each kind. */
const walked = new Set<string>(accounts.flatMap(([, kinds]) => kinds))
const desks = new Map<string, AtWork>()

/** An account of the demo at a page of theirs; signed in by the keyboard the first time. */
async function findStaffContext(name: string, path: string): Promise<AtWork> {
  const known = desks.get(name)
  if (known) await known.keys.open(portal.address + path)
  const staff_page = known ?? (await sitDown(name, path))
  desks.set(name, staff_page)
  return staff_page
}

async function sitDown(name: string, path: string): Promise<AtWork> {
  const page = await stage.newPage({ width: 1280, height: 900 })
  const keys = await keyboardOf(page, { kindOf: path => kindOf(path) ?? path, walked })
  await keys.open(portal.address + path)
  await typeIn(page, keys, name)
  return { page, keys }
}

/**
 * The cell of the demo's secretary, the base organisation of its office, and one of that cell's members who holds no
 * post and no account.
 */
let cast: { cell: string; base: string; member_id: number; member: string; waits: string; lacks: string }
beforeAll(async () => {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await world.owner.query(
    `with home as (select u.unit_id, u.key from account a join obligation o using (person_id) join campaign using (campaign_id) join unit u on u.unit_id = o.unit_id
                    where a.sign_in_name = 'mau.dang-vien' and year = 2027),
          due as (select o.person_id, v.full_name, o.obligation_id in (select obligation_id from commitment) as is_written, s.state
                    from home join obligation o using (unit_id) join campaign using (campaign_id)
                    join person_version v on v.person_id = o.person_id and upper(v.recorded) = 'infinity'
                    left join lateral (select state from commitment_step join commitment using (commitment_id)
                                        where obligation_id = o.obligation_id order by commitment_step_id desc limit 1) s on true
                   where year = 2027 and o.person_id not in (select person_id from account))
     select home.key as cell,
            (select key from role_grant join unit using (unit_id) where role = 'unit-office' and person_id = (select person_id from account where sign_in_name = 'mau.van-phong')) as base,
            (select full_name from due where state = 'submitted') as waits,
            (select full_name from due where not is_written) as lacks,
            d.person_id as member_id, d.full_name as member
       from home, due d where d.state = 'approved' limit 1`,
  )
  cast = rows[0]
})

const told = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text }).waitFor()
const title = (page: Page) => page.getByRole('heading', { level: 1 }).textContent()

/** What is wrong has the focus when a form comes back, and one step leads to the field. */
async function mends({ page, keys }: AtWork, say: string | RegExp): Promise<void> {
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')
  await keys.press(page.getByRole('alert').getByRole('link', { name: say }), 'Enter')
}

test('1: an auditor chooses a telephone as the second step, goes, and comes in with password and code', async () => {
  const { page, keys } = await findStaffContext('mau.kiem-tra', '/tai-khoan')
  await keys.follow(page.getByRole('link', { name: 'Chọn bước thứ hai' }))
  await keys.type(page.getByLabel('Mật khẩu'), demo_password)
  await keys.follow(page.getByRole('button', { name: 'Xác nhận', exact: true }))
  expect(await title(page)).toBe('Chọn bước xác nhận thứ hai')
  const secret = (await page.locator('.secret').textContent())!.replaceAll(' ', '')
  await keys.type(page.getByLabel('Mã xác nhận'), '000 000')
  await keys.follow(page.getByRole('button', { name: 'Dùng điện thoại này' }))
  await mends({ page, keys }, /mã/i)
  await keys.type(page.getByLabel('Mã xác nhận'), codeAt(secret, new Date()))
  await keys.follow(page.getByRole('button', { name: 'Dùng điện thoại này' }))
  await keys.follow(page.getByRole('link', { name: 'Đã cất xong, vào làm việc' }))
  await keys.follow(page.getByRole('button', { name: 'Thoát' }))
  // The accounts of the demo are not asked for their second step; from here on this one is in earnest.
  await world.owner.query(`update account set recorded = tstzrange(lower(recorded), recorded_now()) where sign_in_name = 'mau.kiem-tra'`)
  await world.owner.query(
    `insert into account (person_id, sign_in_name) select person_id, sign_in_name from account where sign_in_name = 'mau.kiem-tra'`,
  )
  await typeIn(page, keys, 'mau.kiem-tra')
  await keys.type(page.getByLabel('Mã xác nhận'), codeAt(secret, new Date(Date.now() + 30_000)))
  await keys.follow(page.getByRole('button', { name: 'Xác nhận' }))
  expect(await title(page)).toMatch(/^Việc của tôi/)
})

test('2: the secretary reminds who is missing', async () => {
  const { page, keys } = await findStaffContext('mau.bi-thu', `/chi-bo/${cast.cell}`)
  await keys.follow(page.getByRole('link', { name: 'Nhắc người chưa nộp' }))
  await keys.follow(page.getByRole('button', { name: 'Nhắc 2 người' }))
  await told(page, 'Đã nhắc 2 người')
})

test('3: a member writes from draft to receipt; what is wrong has the focus, and one step leads to it', async () => {
  const { page, keys } = await findStaffContext('mau.dang-vien', '/cam-ket')
  await keys.turn(() => keys.press(page.getByRole('button', { name: 'Tôi đã xem' }), 'Space'))
  await keys.follow(page.getByRole('link', { name: 'Viết cam kết' }))
  await keys.follow(page.getByRole('link', { name: 'Tự rèn luyện' }))
  for (const text of await page.getByRole('main').getByRole('textbox').all()) await keys.type(text, 'Nói đi đôi với làm')
  await keys.backTo(page.getByLabel('Đạo đức, lối sống'))
  await keys.type(page.getByLabel('Đạo đức, lối sống'), 'Sống giản dị')
  const next = page.getByRole('button', { name: 'Lưu và tiếp tục' })
  await keys.follow(next)
  const deed = async (place: string, what: string, due: string) => {
    const group = page.getByRole('group', { name: place })
    await keys.type(group.getByLabel('Làm việc gì'), what)
    await keys.type(group.getByLabel('Lấy gì để biết đã xong'), 'Chi bộ đếm')
    await keys.type(group.getByLabel('Xong trước ngày'), due)
  }
  await deed('Việc 1', 'Trồng 30 cây lát hoa ở bãi sau nhà họp thôn', '31/10/2027')
  await deed('Việc 2', 'Giúp 5 người cao tuổi nộp hồ sơ', '31/2/2027')
  await keys.follow(next)
  if (await page.getByLabel('Cách khắc phục').count()) {
    await keys.type(page.getByLabel('Cách khắc phục'), 'Đến trước giờ họp mười phút')
    await keys.type(page.getByLabel('Xong trước ngày'), '30/6/2027')
  }
  await keys.follow(next)
  await keys.follow(page.getByRole('button', { name: 'Nộp cam kết' }))
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')
  await keys.follow(page.getByRole('alert').getByRole('link', { name: 'Ngày này không có trong lịch' }))
  await keys.type(page.getByRole('group', { name: 'Việc 2' }).getByLabel('Xong trước ngày'), '30/11/2027')
  for (let pages = 0; pages < 2; pages += 1) await keys.follow(next)
  await keys.follow(page.getByRole('button', { name: 'Nộp cam kết' }))
  expect(await title(page)).toMatch(/^Giấy nhận CK-2027-\d{7}$/)
})

test('4: the secretary marks two that she has read, and endorses both at once', async () => {
  const { page, keys } = await findStaffContext('mau.bi-thu', `/chi-bo/${cast.cell}`)
  await keys.follow(page.getByRole('link', { name: 'Đọc cả trên một trang' }))
  const marks = page.getByRole('checkbox')
  expect(await marks.count()).toBe(2)
  for (const mark of await marks.all()) await keys.press(mark, 'Space')
  await keys.follow(page.getByRole('button', { name: 'Xác nhận các bản đã đánh dấu' }))
  await told(page, 'Đã xác nhận bản của ')
})

test('5: she enters for somebody from paper; what is missing is come to from the top of the page', async () => {
  const { page, keys } = await findStaffContext('mau.bi-thu', `/chi-bo/${cast.cell}`)
  await keys.follow(page.getByRole('link', { name: `nhập hộ từ giấy: ${cast.lacks}` }))
  const send = page.getByRole('button', { name: /^Nộp hộ/ })
  for (const text of (await page.getByRole('main').getByRole('textbox').all()).slice(1, 5)) await keys.type(text, 'Chép từ giấy')
  await keys.follow(send)
  await mends({ page, keys }, 'Tư tưởng')
  await keys.type(page.getByLabel('Tư tưởng, chính trị'), 'Chép từ giấy')
  for (const place of ['Việc 1', 'Việc 2']) {
    const group = page.getByRole('group', { name: place })
    await keys.type(group.getByLabel('Làm việc gì'), `${place}: quét đường làng`)
    await keys.type(group.getByLabel('Lấy gì để biết đã xong'), 'sổ của thôn')
    await keys.type(group.getByLabel('Xong trước ngày'), '30/6/2027')
  }
  await keys.follow(send)
  await told(page, /./)
})

test('6: she gives one back with a comment', async () => {
  const { page, keys } = await findStaffContext('mau.bi-thu', `/chi-bo/${cast.cell}`)
  await keys.follow(page.getByRole('link', { name: /^Đọc và xác nhận/ }))
  expect(await title(page)).toBe(cast.lacks)
  await keys.press(page.locator('summary').filter({ hasText: 'Trả lại để sửa' }), 'Enter')
  await keys.follow(page.getByRole('button', { name: 'Trả lại kèm ý kiến' }))
  await mends({ page, keys }, /./)
  await page.keyboard.insertText('Nêu rõ quét đoạn đường nào')
  await keys.follow(page.getByRole('button', { name: 'Trả lại kèm ý kiến' }))
  await told(page, `Đã trả lại bản của ${cast.lacks} kèm ý kiến.`)
})

test('7: she says of a deed of her own how far it is', async () => {
  const { page, keys } = await findStaffContext('mau.bi-thu', '/cam-ket')
  await keys.follow(page.getByRole('link', { name: 'Báo tiến độ' }).first())
  await keys.press(page.getByRole('radio').first(), 'Space', 'ArrowDown')
  const chosen = await page.getByRole('radio', { checked: true }).getAttribute('value')
  await keys.type(page.getByLabel('Một câu cho rõ'), 'Đã làm được một nửa')
  await keys.follow(page.getByRole('button', { name: 'Ghi tiến độ' }))
  await told(page, 'Đã ghi tiến độ.')
  const { rows } = await world.owner.query(`select state from deed_step where reason = 'Đã làm được một nửa'`)
  expect(rows).toEqual([{ state: chosen }])
})

test('8: the office of the province finds who is missing in one commune', async () => {
  const { page, keys } = await findStaffContext('mau.cap-tren', '/doi-soat/tinh-uy-thai-nguyen-2025')
  await keys.press(page.locator('summary').filter({ hasText: 'đơn vị khác còn thiếu ít hơn' }), 'Enter')
  await keys.follow(page.getByRole('table').nth(1).getByRole('link').first())
  expect(await title(page)).toMatch(/^Đợt 2027: còn thiếu \d+ người$/)
  expect(await page.getByRole('heading', { level: 2 }).filter({ hasText: 'thiếu' }).count()).toBeGreaterThan(0)
})

test('9: it exempts somebody whom it has found by name', async () => {
  const { page, keys } = await findStaffContext('mau.cap-tren', '/dot/tinh-uy-thai-nguyen-2025')
  await keys.follow(page.locator('a[href$="/mien"]').first())
  await keys.type(page.getByLabel('Tìm theo họ tên'), cast.member)
  await keys.follow(page.getByRole('button', { name: 'Tìm' }))
  await keys.press(page.getByRole('radio').first(), 'Space')
  await keys.follow(page.getByRole('button', { name: 'Miễn', exact: true }))
  await mends({ page, keys }, /./)
  await page.keyboard.press('Space')
  await keys.follow(page.getByRole('button', { name: 'Miễn', exact: true }))
  await told(page, 'Đã miễn.')
})

test('10: the office of a base organisation moves a member to another cell', async () => {
  const { page, keys } = await findStaffContext('mau.van-phong', `/nhan-su/${cast.cell}/${cast.member_id}`)
  await keys.follow(page.getByRole('link', { name: 'Chuyển chi bộ' }))
  await keys.press(page.getByRole('combobox', { name: 'Chi bộ đến' }), 'ArrowDown')
  const cell = await page.getByRole('combobox', { name: 'Chi bộ đến' }).inputValue()
  await keys.follow(page.getByRole('button', { name: 'Chuyển chi bộ', exact: true }))
  await mends({ page, keys }, /./)
  await page.keyboard.insertText(today)
  await keys.follow(page.getByRole('button', { name: 'Chuyển chi bộ', exact: true }))
  await told(page, 'Đã chuyển chi bộ.')
  const { rows } = await world.owner.query(
    `select u.key from membership m join unit u using (unit_id) where m.person_id = $1 and upper(m.valid) = 'infinity' and upper(m.recorded) = 'infinity'`,
    [cast.member_id],
  )
  expect(rows).toEqual([{ key: cell }])
})

test('11: the office sends a roster, says which column is which, and a second person confirms', async () => {
  const { page, keys } = await findStaffContext('mau.van-phong', `/danh-sach/${cast.base}`)
  const { rows: members } = await world.owner.query(
    `select v.full_name, to_char(v.birth_date, 'DD/MM/YYYY') as birth, u.key
       from membership m
       join person_version v on v.person_id = m.person_id and upper(v.recorded) = 'infinity'
       join unit u           on u.unit_id = m.unit_id
      where m.unit_id in (select unit_id from members_of('party', (select unit_id from unit where key = $1), today_in_vietnam(), recorded_now()))
        and m.valid @> today_in_vietnam() and upper(m.recorded) = 'infinity' and m.kind <> 'cadre'
      order by u.key, v.full_name, v.birth_date`,
    [cast.base],
  )
  const lines = [...members.map(one => [one.full_name, one.birth, one.key]), ['Nông Thị Mới', '03/02/2001', members[0].key]]
  const rows = [['Họ và tên', 'Sinh', 'Nơi sinh hoạt'], ...lines]
  const chooser = page.waitForEvent('filechooser')
  await keys.press(page.getByLabel('Tệp danh sách'), 'Space')
  await (await chooser).setFiles({
    name: 'ds.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(testWorkbook({ sheets: [{ name: 'DS', rows }] })),
  })
  await keys.follow(page.getByRole('button', { name: 'Gửi danh sách' }))
  expect(await title(page)).toBe('Cột nào nói gì?')
  for (const [column, letter] of [
    ['Ngày sinh hoặc năm sinh', 'B'],
    ['Chi bộ', 'C'],
  ] as const) {
    await keys.press(page.getByRole('combobox', { name: column, exact: true }), letter)
  }
  await keys.follow(page.getByRole('button', { name: /^Đọc/ }))
  await page.getByRole('heading', { name: '1 chỗ khác với sổ' }).waitFor()
  await keys.round()

  const second = await findStaffContext('mau.cap-tren', new URL(page.url()).pathname)
  await second.keys.follow(second.page.getByRole('button', { name: 'Xác nhận: thêm 1 người' }))
  await second.page.getByRole('heading', { name: 'Danh sách đã ghi vào sổ' }).waitFor()
  const { rows: known } = await world.owner.query(
    `select from person_version where full_name = 'Nông Thị Mới' and upper(recorded) = 'infinity'`,
  )
  expect(known).toHaveLength(1)
})

test('12: a leader writes the plan of the post, says when it was presented, and hands it in', async () => {
  const { page, keys } = await findStaffContext('mau.lanh-dao', '/ke-hoach')
  const next = page.getByRole('button', { name: 'Lưu và tiếp tục' })
  await keys.follow(page.getByRole('link', { name: 'Viết kế hoạch' }))
  await keys.follow(page.getByRole('link', { name: 'Nội dung', exact: true }))
  await keys.type(page.getByLabel('Trách nhiệm nêu gương'), 'Không nhận quà; họp đúng giờ')
  await keys.type(page.getByLabel('Nhiệm vụ gắn với chức vụ'), 'Xuống mỗi đơn vị cơ sở một lần trong quý')
  await keys.follow(next)
  const deed = page.getByRole('group', { name: /^Việc 1/ })
  await keys.type(deed.getByLabel('Làm việc gì'), 'Tiếp cán bộ, chiến sĩ mỗi tháng hai buổi')
  await keys.type(deed.getByLabel('Lấy gì để biết đã xong'), 'sổ tiếp')
  await keys.type(deed.getByLabel('Xong trước ngày'), '31/12/2027')
  await keys.follow(next)
  await keys.type(page.getByLabel('Đã trình bày trước tập thể ngày'), '01/01/2020')
  await keys.follow(next)
  await keys.follow(page.getByRole('button', { name: 'Nộp kế hoạch' }))
  await keys.turn(() => mends({ page, keys }, /ngày trình bày không thể trước/))
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(today)
  await keys.follow(next)
  await keys.follow(page.getByRole('button', { name: 'Nộp kế hoạch' }))
  expect(await title(page)).toMatch(/^Giấy nhận kế hoạch KH-2027-\d{6}-1$/)
})
