import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { faultsOf, formsOfNobody } from '../harness/crawl.ts'
import { withDatabase } from '../harness/database.ts'
import { bold, centred, field, hidden, inFont, italic, paragraph, picture, run, table, testDocument } from '../harness/document.ts'
import { desksOf, passToFactChecker, press, publishDraft, readArticle, sendFromWord } from '../harness/newsdesk-pages.ts'
import { telephonePhoto } from '../harness/photos.ts'
import { signInAs } from '../harness/staff.ts'

const portal = withProgram(withDatabase('served'))
const stage = withBrowser()
const atDesk = desksOf(stage, portal)

const title = 'Việc nhỏ làm trước ở một tỉnh miền núi'

/**
 * An article as an office sends it: a letterhead, old letters, a field of a mail merge, hidden words, a photo with its
 * caption.
 */
async function article(): Promise<Buffer> {
  const body = [
    table([[paragraph(run('TỈNH ỦY', bold), centred), paragraph(run('ĐẢNG CỘNG SẢN VIỆT NAM', bold), centred)]]),
    paragraph(run(title, bold), centred),
    paragraph(run('Từ bản cam kết của từng chi bộ đến con đường mới của thôn.', bold)),
    paragraph(
      `${run('Bµ con kÓ: ', inFont('.VnTime'))}${run('ngày 19/02/2021 có ')}${field(' MERGEFIELD So_xa ', run('15'))}${run(' xã đạt chuẩn nông thôn mới.')}${run('hỏi lại văn phòng', hidden)}`,
    ),
    paragraph(run('Con đường của thôn', bold)),
    paragraph(run('Ngày 19/02/2021, 100% số xã đã đạt chuẩn nông thôn mới.')),
    paragraph(picture('rIdM1', { alt: 'Con đường qua đồi' })),
    paragraph(run('Đường vào thôn. (Ảnh: Lò Thị B)', italic), centred),
    paragraph('Bài, ảnh: Lò Thị B'),
  ]
  return Buffer.from(testDocument({ body: body.join(''), media: [['media/duong.jpeg', await telephonePhoto()]] }))
}

/** The photo of the document stands in the library; what it shows is said there. */
async function describePhoto(page: Page): Promise<void> {
  const draft = page.url().split('/buoc/')[0]!
  await page.goto(`${portal.address}/ban-tin/anh`)
  await page.getByRole('listitem').getByRole('link', { name: 'Đường vào thôn' }).click()
  await page.getByLabel('Mô tả bằng lời').check()
  await page.getByLabel('Lời mô tả').fill('Con đường bê tông qua đồi.')
  await page.getByLabel('Ai trong ảnh').selectOption('nobody')
  await press(page, 'Lưu lời của ảnh')
  await page.getByText('Đã lưu lời của ảnh.').waitFor()
  await page.goto(draft)
}

test('without script an article comes from Word to the public: looked over, a false «100%» refused and mended, its number bound, approved by another', async () => {
  const reporter = await atDesk('mau.phong-vien')
  await sendFromWord(reporter, await article())
  for (const said of ['«hỏi lại văn phòng»', 'Chữ TCVN3/VNI đã chuyển sang Unicode', 'Đường vào thôn'])
    await reporter.getByText(said).first().waitFor()
  expect(await reporter.getByLabel('Tựa bài').inputValue()).toBe(title)
  expect(await reporter.getByLabel('Sa pô').inputValue()).toBe('Từ bản cam kết của từng chi bộ đến con đường mới của thôn.')
  expect(await reporter.getByLabel('Người viết').inputValue()).toBe('Lò Thị B')
  const text = reporter.getByLabel('Nội dung')
  expect(await text.inputValue()).toContain('Bà con kể: ngày 19/02/2021 có 15 xã')
  await text.fill((await text.inputValue()).replace(/^.*?(?=Bà con kể)/s, ''))
  await press(reporter, 'Lưu và xem trước')
  await press(reporter, 'Nộp cho biên tập')
  await reporter.getByRole('alert').getByText('chưa được mô tả').first().waitFor()
  await describePhoto(reporter)
  await press(reporter, 'Nộp cho biên tập')

  const checker = await passToFactChecker(atDesk, title)
  await checker.getByRole('alert').getByText('«100%» khác sổ (sổ: 15,63%)').first().waitFor()
  await checker.getByRole('link', { name: 'Sửa bài' }).click()
  const checked = checker.getByLabel('Nội dung')
  const bound = (await checked.inputValue()).replace('có 15 xã', 'có {F16 valid_as_of=2021-02-19 | 15} xã')
  await checked.fill(bound.replace('100% số xã', 'nhiều xã'))
  await press(checker, 'Lưu và xem trước')
  await press(checker, 'Số liệu đúng, trình duyệt')

  await publishDraft(await atDesk('mau.duyet-dang'), title)
  const reader = await readArticle(stage, portal, title)
  await reader.getByRole('heading', { level: 2, name: 'Con đường của thôn' }).waitFor()
  await reader.getByText('Bà con kể: ngày 19/02/2021 có').waitFor()
  expect(await reader.locator('[role=doc-noteref]').allTextContents()).toEqual(['15'])
  expect(await reader.getByText('hỏi lại văn phòng').count()).toBe(0)
  const photo = reader.getByRole('img', { name: 'Con đường bê tông qua đồi.' })
  await photo.scrollIntoViewIfNeeded()
  await expect.poll(() => photo.evaluate(img => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
  expect(await photo.evaluate(img => (img as HTMLImageElement).currentSrc)).toContain('.avif')
  expect(await reader.getByText('Lò Thị B', { exact: false }).count()).toBeGreaterThan(0)
})

test('the pages that take a document and its photos, and the one that shows what was in it, have no fault on a telephone', async () => {
  const page = await stage.newAuditedPage()
  await signInAs(page, portal.address, 'mau.phong-vien', '/ban-tin/tu-word')
  expect([...(await faultsOf(page, '/ban-tin/tu-word')), ...(await formsOfNobody(page, '/ban-tin/tu-word'))]).toEqual([])
  await page.goto(`${portal.address}/ban-tin`)
  await sendFromWord(page, await article())
  expect([...(await faultsOf(page, 'report')), ...(await formsOfNobody(page, 'report'))]).toEqual([])
  await page.goto(`${portal.address}/ban-tin/anh`)
  expect([...(await faultsOf(page, 'photos')), ...(await formsOfNobody(page, 'photos'))]).toEqual([])
  await page.getByRole('listitem').getByRole('link', { name: 'Đường vào thôn' }).first().click()
  expect([...(await faultsOf(page, 'photo')), ...(await formsOfNobody(page, 'photo'))]).toEqual([])
})
