import { expect, test } from 'vitest'
import { sheets, violations, withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { withDatabase } from '../harness/database.ts'
import { signInAs } from '../harness/staff.ts'

const world = withDatabase('served')
const portal = withProgram(world)
const stage = withBrowser()

test('a member signs in on her telephone, writes her commitment part by part, mends what is wrong, hands it in and holds her receipt', async () => {
  const page = await stage.newAuditedPage()
  const found: unknown[] = []
  const audit = async (where: string) => found.push(...(await violations(page)).map(({ rule, where: at }) => [where, rule, at]))
  await signInAs(page, portal.address, 'mau.dang-vien', '/cam-ket')
  await audit('home')
  await page.getByRole('link', { name: 'Viết cam kết' }).click()
  await page.waitForURL('**/viet')
  await audit('the parts')
  await page.getByRole('link', { name: 'Tự rèn luyện' }).click()
  for (const label of [
    'Tư tưởng, chính trị',
    'Đạo đức, lối sống',
    'Tác phong, lề lối làm việc',
    'Tổ chức kỷ luật',
    'Phòng ngừa biểu hiện suy thoái',
  ])
    await page.getByLabel(label).fill(`Giữ lời đã hứa: ${label.toLowerCase()}`)
  // What is left is counted while she writes, and what is too long is said before it is sent; nothing is cut.
  const counted = (field: string) => page.locator(`#${field}-count`).textContent()
  await page.getByLabel('Tổ chức kỷ luật').fill('x'.repeat(2003))
  expect(await Promise.all(['thought', 'discipline'].map(counted))).toEqual(['Còn 1.965 ký tự.', 'Quá 3 ký tự.'])
  await page.getByLabel('Tổ chức kỷ luật').fill('Giữ lời đã hứa: tổ chức kỷ luật')
  // Nothing pressed: it saves itself.
  await page.getByText('Đã lưu bản nháp').waitFor()
  await page.reload()
  expect(await page.getByLabel('Đạo đức, lối sống').inputValue()).toBe('Giữ lời đã hứa: đạo đức, lối sống')
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()

  const first = page.getByRole('group', { name: 'Việc 1' })
  await first.getByLabel('Làm việc gì').fill('Trồng 30 cây lát hoa ở bãi sau nhà họp thôn')
  await first.getByLabel('Lấy gì để biết đã xong').fill('Chi bộ đếm cây còn sống tháng mười')
  await first.getByLabel('Xong trước ngày').fill('31/2/2027')
  await audit('the deeds')
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
  await page.waitForURL('**/han-che')
  if (await page.getByLabel('Cách khắc phục').count()) {
    await page.getByLabel('Cách khắc phục').fill('Đến trước giờ họp mười phút')
    await page.getByLabel('Xong trước ngày').fill('30/6/2027')
  }
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
  await page.waitForURL('**/kiem-tra')
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Còn 2 chỗ phải viết hoặc sửa')
  await page.getByRole('button', { name: 'Nộp cam kết' }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').getByRole('link').allTextContents()).toEqual([
    'Cần ít nhất 2 việc cụ thể.',
    'Việc 1: Ngày này không có trong lịch; ghi ngày/tháng/năm, ví dụ 30/06/2027.',
  ])
  await audit('what is wrong')
  // The way leads to the field itself, which stands on another page.
  await page.getByRole('link', { name: /^Việc 1: Ngày này/ }).click()
  await page.waitForURL('**/viec-lam-theo#deed_1_due_on')
  await first.getByLabel('Xong trước ngày').fill('31/10/2027')
  const second = page.getByRole('group', { name: 'Việc 2' })
  await second.getByLabel('Làm việc gì').fill('Giúp 5 người cao tuổi nộp hồ sơ trực tuyến')
  await second.getByLabel('Lấy gì để biết đã xong').fill('Danh sách năm người')
  await second.getByLabel('Xong trước ngày').fill('30/11/2027')
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
  await page.waitForURL('**/han-che')
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
  await page.waitForURL('**/kiem-tra')
  await audit('reading it once more')
  await page.getByRole('button', { name: 'Nộp cam kết' }).click()
  await page.getByText('Đã nộp cam kết').waitFor()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^Giấy nhận CK-2027-\d{7}$/)
  expect(await page.getByText(/^[0-9a-f]{64}$/).count()).toBe(1)
  await audit('the receipt')
  expect(sheets(await page.pdf({ preferCSSPageSize: true }))).toBe(1)
  const receipt = page.url()
  await page.getByRole('link', { name: 'Về việc của tôi' }).click()
  await page.getByText('chờ chi bộ xác nhận').waitFor()

  // In a window that was left open she writes on: it is kept, and she is told that what she handed in does not change.
  await page.goto(receipt.replace(/giay-nhan.*/, 'tu-ren-luyen'))
  await page.getByLabel('Đạo đức, lối sống').fill('nghĩ thêm sau khi nộp')
  await page.getByText('Đã lưu vào bản nháp; bản đã nộp không đổi').waitFor()
  await page.goto(receipt.replace(/giay-nhan.*/, 'kiem-tra'))
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Đã nộp: chờ chi bộ xác nhận')
  expect(await page.getByRole('button', { name: 'Nộp cam kết' }).count()).toBe(0)
  // What is wrong with the press itself is no part of the text, and leads to none.
  const form = { draft_version: '1', key: '' }
  const pressed = await page.request.post(page.url().replace('kiem-tra', 'nop'), { headers: { 'sec-fetch-site': 'same-origin' }, form })
  expect([pressed.status(), (await pressed.text()).includes('<li>Trang này đã cũ. Mở lại rồi làm tiếp.</li>')]).toEqual([422, true])
  expect(found).toEqual([])
})

test('without script, in two windows, the second to save sees both texts and chooses', async () => {
  const page = await stage.newPage({ script: false })
  await signInAs(page, portal.address, 'mau.bi-thu', '/cam-ket')
  await page.getByRole('link', { name: /Sửa cam kết đã duyệt|Viết/ }).click()
  await page.getByRole('link', { name: 'Tự rèn luyện' }).click()
  const here = page.url()
  const other = await page.context().newPage()
  await other.goto(here)
  await other.getByLabel('Đạo đức, lối sống').fill('viết ở cửa sổ kia')
  await other.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
  await other.waitForURL('**/viec-lam-theo')
  await page.getByLabel('Đạo đức, lối sống').fill('viết ở cửa sổ này')
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
  await page.getByRole('heading', { name: 'Có hai bản khác nhau' }).waitFor()
  expect(await page.getByRole('definition').allTextContents()).toEqual(['viết ở cửa sổ kia', 'viết ở cửa sổ này'])
  await page.getByLabel('Lời giữ lại').fill('cả hai')
  await page.getByRole('button', { name: 'Lưu bản đã chọn' }).click()
  await page.waitForURL('**/viec-lam-theo')
  await page.goto(here)
  expect(await page.getByLabel('Đạo đức, lối sống').inputValue()).toBe('cả hai')
})
