import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { faultsOf, formsOfNobody } from '../harness/crawl.ts'
import { withDatabase } from '../harness/database.ts'
import { desksOf, openDraft, press } from '../harness/newsdesk-pages.ts'
import { signInAs } from '../harness/staff.ts'

const portal = withProgram(withDatabase('served'))
const stage = withBrowser()
const atDesk = desksOf(stage, portal)

const title = 'Nói ít, làm nhiều ở một tỉnh miền núi'
const body = `Năm 2020, {F1 year=2020} cán bộ, đảng viên trong diện đã lập bản cam kết.

## Con đường của thôn

Ngày 19/02/2021, {F16 valid_as_of=2021-02-19 | 16} xã đang đạt chuẩn nông thôn mới. Bà con đã trồng 4.217 cây bên đường.

> Đường là đường chung, đất là đất của mình.
> — Một trưởng thôn (nhân vật hư cấu)`

const open = (page: Page) => openDraft(page, title)
/** What axe finds on a page of the desk, on a telephone: at the address where somebody else is at work. */
async function faultsAt(name: string, path: string): Promise<unknown[]> {
  const page = await stage.newAuditedPage()
  await signInAs(page, portal.address, name, '/ban-tin')
  await page.goto(`${portal.address}${path}`)
  const found = [...(await faultsOf(page, path)), ...(await formsOfNobody(page, path))]
  await page.context().close()
  return found
}

test('without script four people bring an article to the public: written, given back, edited, commented on, its numbers checked, approved; then a correction, with both texts; and in an emergency past the desks', async () => {
  const reporter = await atDesk('mau.phong-vien')
  await reporter.getByRole('link', { name: 'Viết bài mới' }).click()
  await reporter.getByLabel('Tựa bài').fill(title)
  await reporter.getByLabel('Sa pô').fill('Từ bản cam kết của từng chi bộ đến con đường mới của thôn.')
  await reporter.getByLabel('Nội dung').fill(body)
  await press(reporter, 'Lưu và xem trước')
  await reporter.getByText('100%', { exact: true }).first().waitFor()
  await press(reporter, 'Nộp cho biên tập')

  const editor = await atDesk('mau.bien-tap')
  await open(editor)
  await editor.getByText('Trả lại phóng viên').first().click()
  await editor.getByLabel('Cần sửa gì').fill('Thêm tranh đầu bài.')
  await press(editor, 'Trả lại phóng viên')

  await reporter.goto(`${portal.address}/ban-tin`)
  await reporter.getByText('Thêm tranh đầu bài.').waitFor()
  await open(reporter)
  await reporter.getByRole('link', { name: 'Sửa bài' }).click()
  await reporter.getByLabel('Tranh đầu bài').selectOption('Con đường')
  await reporter.getByLabel('Tranh vẽ gì').fill('Con đường qua đồi tới những nếp nhà sàn.')
  await reporter.getByLabel('Chú thích', { exact: true }).fill('đường vào thôn')
  await press(reporter, 'Lưu và xem trước')
  await press(reporter, 'Nộp cho biên tập')
  await editor.goto(`${portal.address}/ban-tin`)
  await open(editor)
  await editor.getByText('Góp ý chỗ này').first().click()
  await editor.getByLabel('Góp ý', { exact: true }).first().fill('Chi bộ nào làm trước?')
  await press(editor, 'Gửi góp ý')
  await editor.getByText('1 góp ý chưa xong').first().waitFor()
  await press(editor, 'Chuyển kiểm số')

  const checker = await atDesk('mau.kiem-so')
  await open(checker)
  await press(checker, 'Số liệu đúng, trình duyệt')
  await checker.getByRole('alert').getByText('Bài in «16»; sổ cho «15».').waitFor()
  await checker.getByRole('link', { name: 'Sửa bài' }).click()
  const text = checker.getByLabel('Nội dung')
  const draft = new URL(checker.url()).pathname.replace('/sua', '')
  for (const path of ['/ban-tin', draft, `${draft}/sua`, `${draft}/ban/1`]) expect(await faultsAt('mau.kiem-so', path)).toEqual([])
  await text.fill((await text.inputValue()).replace('| 16}', '| 15}'))
  await press(checker, 'Lưu và xem trước')
  await checker.getByText('Lý do để nguyên').first().click()
  await checker.getByRole('textbox', { name: 'Lý do để nguyên' }).first().fill('Biên bản nghiệm thu của thôn.')
  await press(checker, 'Ghi lý do')
  await press(checker, 'Số liệu đúng, trình duyệt')

  const reader = await stage.newPage({ script: false })
  await reader.goto(`${portal.address}/tin`)
  expect(await reader.getByText(title).count()).toBe(0)
  const publisher = await atDesk('mau.duyet-dang')
  await open(publisher)
  expect(await faultsAt('mau.duyet-dang', draft)).toEqual([])
  await publisher.getByRole('link', { name: 'Đọc xong: tới chỗ duyệt' }).click()
  await press(publisher, 'Duyệt đăng')
  await publisher.getByRole('alert').getByText('góp ý chưa xong').waitFor()
  await press(publisher, 'Đã xong')
  await press(publisher, 'Duyệt đăng')
  await publisher.getByText('Đã duyệt và đã đăng.').waitFor()

  await reader.goto(`${portal.address}/tin`)
  await reader.getByRole('link', { name: title }).click()
  await reader.getByRole('heading', { level: 1, name: title }).waitFor()
  await reader.getByText('Biên bản nghiệm thu của thôn.').waitFor()
  expect(await reader.locator('[role=doc-noteref]').allTextContents()).toEqual(['100%', '15'])

  await editor.goto(`${portal.address}/ban-tin`)
  await press(editor, `Soạn đính chính: ${title}`)
  await editor.getByLabel('Sa pô').fill('Từ trang cam kết của từng chi bộ đến con đường mới của thôn.')
  await editor.getByLabel('Đã sửa gì, vì sao').fill('Sa pô viết nhầm «bản» thành «trang».')
  await press(editor, 'Lưu và xem trước')
  await press(editor, 'Nộp cho biên tập')
  await press(editor, 'Chuyển kiểm số')
  await checker.goto(`${portal.address}/ban-tin`)
  await open(checker)
  await press(checker, 'Số liệu đúng, trình duyệt')
  await publisher.goto(`${portal.address}/ban-tin`)
  await open(publisher)
  await press(publisher, 'Duyệt đăng')
  await reader.reload()
  await reader.getByText('Sa pô viết nhầm «bản» thành «trang».').waitFor()
  await reader.getByRole('link', { name: 'Xem bản trước khi sửa' }).click()
  await reader.getByText('Từ bản cam kết của từng chi bộ đến con đường mới của thôn.').first().waitFor()
  await reader.goto(`${portal.address}/dinh-chinh`)
  await reader.getByText('Sa pô viết nhầm «bản» thành «trang».').waitFor()

  await reporter.goto(`${portal.address}/ban-tin/viet`)
  await reporter.getByLabel('Tựa bài').fill('Đường đầu nguồn tạm đóng')
  await reporter.getByLabel('Sa pô').fill('Đất đá xuống mặt đường từ sáng.')
  await reporter.getByLabel('Nội dung').fill('Xe đi vòng qua cầu dưới cho tới khi thông đường.')
  await press(reporter, 'Lưu và xem trước')
  await publisher.goto(reporter.url())
  await publisher.getByText('Đăng khẩn, ký sau').first().click()
  await publisher.getByLabel('Vì sao không chờ được').fill('Đường vừa sạt, xe đang lên.')
  await press(publisher, 'Đăng khẩn, ký sau')
  await reader.goto(`${portal.address}/tin`)
  await reader.getByRole('link', { name: 'Đường đầu nguồn tạm đóng' }).waitFor()
  await editor.goto(`${portal.address}/ban-tin`)
  await editor.getByRole('heading', { name: 'Đăng khẩn, chờ người thứ hai ký' }).waitFor()
  await editor.getByText('«Đường vừa sạt, xe đang lên.»').waitFor()
})
