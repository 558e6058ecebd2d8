import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { faultsOf } from '../harness/crawl.ts'
import { withDatabase } from '../harness/database.ts'
import { signInAs } from '../harness/staff.ts'

const portal = withProgram(withDatabase('served'))
const stage = withBrowser()

async function atForm(is_audited = false): Promise<Page> {
  const look = { width: 1280, height: 900 }
  const page = await (is_audited ? stage.newAuditedPage(look) : stage.newPage(look))
  await signInAs(page, portal.address, 'mau.phong-vien', '/ban-tin/viet')
  await text(page).waitFor()
  return page
}
const text = (page: Page) => page.getByRole('textbox', { name: 'Nội dung' })
const list = (page: Page) => page.getByRole('region', { name: 'Kiểm số khi viết' })

test('a reporter writes by the keyboard alone: a heading, a list, a number that differs is found, bound and printed otherwise, and all of it is saved', async () => {
  const page = await atForm(true)
  const { keyboard } = page
  await page.getByLabel('Tựa bài').fill('Con đường của thôn')
  await text(page).focus()
  await keyboard.press('Control+Alt+2')
  await keyboard.type('Từ bản cam kết')
  await keyboard.press('Enter')
  await keyboard.type('Ngày 19/02/2021 có 16 xã đạt chuẩn nông thôn mới.')
  expect(await list(page).getByText('không có số liệu nào cần kiểm').count()).toBe(0)
  await keyboard.press('Enter')
  await keyboard.type('- Viết ra')
  await keyboard.press('Enter')
  await keyboard.type('Làm theo')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.press('Alt+F10')
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowRight')
  await keyboard.press('Enter')
  await keyboard.type('Đậm')
  await list(page).getByText('Khác sổ', { exact: false }).first().waitFor()
  expect(await faultsOf(page, '/ban-tin/viet')).toEqual([])

  await keyboard.press('F8')
  await keyboard.type('#')
  const dialog = page.getByRole('dialog', { name: 'Gắn số liệu của sổ' })
  await dialog.getByText('Cho «16 xã» trong bài:').waitFor()
  await keyboard.type('xa dang dat')
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await dialog.getByLabel('Tính đến ngày').fill('19/02/2021')
  await keyboard.press('Tab')
  await dialog.getByText('Sổ cho ngày 19/02/2021: 15').waitFor()
  const own = dialog.getByLabel('Hoặc chữ của bạn')
  await own.fill('mười sáu')
  await keyboard.press('Tab')
  await dialog.getByText('Sổ cho 15: không in «mười sáu» được.').waitFor()
  await own.fill('mười lăm')
  await keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'Gắn «mười lăm»' }).waitFor()
  await own.fill('15')
  await keyboard.press('Tab')
  expect(await faultsOf(page, 'the picker')).toEqual([])
  await dialog.getByRole('button', { name: 'Gắn «15»' }).focus()
  await keyboard.press('Enter')
  await keyboard.type(' xã')
  await list(page).getByText('1 đúng, 0 khác sổ, 0 chưa gắn.').waitFor()
  await page.getByRole('button', { name: 'Lưu và xem trước' }).press('Enter')
  await page.waitForURL(/\/ban-tin\/\d+/)
  await page.getByRole('link', { name: 'Sửa bài' }).click()
  expect(await text(page).getByRole('heading', { name: 'Từ bản cam kết' }).count()).toBe(1)
  expect(await text(page).getByRole('listitem').allTextContents()).toEqual(['Viết ra', 'Làm theo'])
  expect(await text(page).getByText('Ngày 19/02/2021 có 15 xã đạt chuẩn nông thôn mới.').count()).toBe(1)
  expect(await text(page).locator('strong').textContent()).toBe('Đậm')
})

test('what is typed while a save is slow is saved after it, though nobody types any more', async () => {
  const page = await stage.newPage({ width: 1280, height: 900 })
  await page.clock.install()
  await signInAs(page, portal.address, 'mau.phong-vien', '/ban-tin/viet')
  await text(page).waitFor()
  const sent: string[] = []
  const slow = Promise.withResolvers<void>()
  await page.route(/\/ban-tin\/(viet|\d+\/sua)$/, async route => {
    if (route.request().method() === 'POST' && sent.push(route.request().postData()!) === 1) await slow.promise
    await route.continue()
  })
  await page.getByLabel('Tựa bài').fill('Lưu chậm')
  await text(page).focus()
  await page.keyboard.type('Câu đầu.')
  await page.clock.fastForward(6_000)
  await expect.poll(() => sent.length).toBe(1)
  await page.keyboard.type(' Câu sau.')
  await page.clock.fastForward(6_000)
  slow.resolve()
  await page.getByText('Đã lưu lúc', { exact: false }).waitFor()
  await page.clock.fastForward(31_000)
  await expect.poll(() => sent.length).toBe(2)
  expect(new URLSearchParams(sent[1]).get('body')).toContain('Câu đầu. Câu sau.')
})

test('Vietnamese is typed before and behind a number, composed and as UniKey types it, and the number goes at the second press', async () => {
  const page = await atForm()
  const keys = await page.context().newCDPSession(page)
  await text(page).focus()
  await page.keyboard.type('#')
  await page.getByRole('combobox', { name: 'Tìm số liệu' }).fill('F16')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Gắn «/ }).click()
  const number = await text(page).locator('.token').textContent()
  for (const composed of ['t', 'ti', 'tiê', 'tiế', 'tiến'])
    await keys.send('Input.imeSetComposition', { text: composed, selectionStart: composed.length, selectionEnd: composed.length })
  await page.waitForTimeout(1500)
  await keys.send('Input.insertText', { text: 'tiến' })
  await asUniKey(page, ' bo^')
  await page.keyboard.press('Home')
  await asUniKey(page, 'ca^')
  expect(await text(page).innerText()).toBe(`câ${number}tiến bộ`)
  await page.keyboard.press('Delete')
  expect(await text(page).locator('.token').count()).toBe(1)
  await page.getByText('Bấm lần nữa để xóa', { exact: false }).waitFor()
  await page.keyboard.press('Delete')
  expect(await text(page).innerText()).toBe('câtiến bộ')
})

/** UniKey writes a letter, takes it back with Backspace, and writes the marked one: `^` stands for that. */
async function asUniKey(page: Page, typed: string): Promise<void> {
  const marked: Record<string, string> = { o: 'ộ', a: 'â' }
  let last = ''
  for (const letter of typed) {
    if (letter === '^') {
      await page.keyboard.press('Backspace')
      await page.keyboard.insertText(marked[last]!)
    } else await page.keyboard.type(letter)
    last = letter
  }
}

test('what is pasted from Word becomes blocks, and what was dropped is said', async () => {
  const page = await atForm()
  await text(page).focus()
  const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>
    <p class=MsoNormal><b>Tựa đậm</b> <a href="javascript:alert(1)">xem</a><img src="file:///C:/anh.png"></p>
    <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>Việc một</p>
    <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span>Việc hai</p>
    <p><span style='font-family:".VnTime"'>Bµ con hiÕn ®Êt</span></p>
    <table><tr><td colspan=2>Năm</td></tr><tr><td>2020</td><td>15</td></tr></table></body></html>`
  await text(page).evaluate((field, html) => {
    const data = new DataTransfer()
    data.setData('text/html', html)
    data.setData('text/plain', 'x')
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, html)
  await page.getByText('Bỏ 1 ảnh', { exact: false }).waitFor()
  for (const said of ['1 ô gộp', '1 chỗ chữ .VnTime', 'Bỏ 1 liên kết không an toàn'])
    expect(await page.getByText(said, { exact: false }).count()).toBe(1)
  expect(await text(page).getByRole('listitem').allTextContents()).toEqual(['Việc một', 'Việc hai'])
  expect(await text(page).getByText('Bà con hiến đất').count()).toBe(1)
  expect(await text(page).getByRole('columnheader').count()).toBe(2)
})

test('two editors at once: each sees that the other is there; what both changed is chosen, what one changed is taken, and the versions tell the difference', async () => {
  const reporter = await atForm()
  const save = (page: Page) => page.getByRole('button', { name: 'Lưu và xem trước' }).click()
  await reporter.getByLabel('Tựa bài').fill('Hai người cùng viết')
  await text(reporter).focus()
  await reporter.keyboard.type('Đoạn một.')
  await reporter.keyboard.press('Enter')
  await reporter.keyboard.type('Đoạn hai.')
  await save(reporter)
  await reporter.waitForURL(/\/ban-tin\/\d+\?/)
  await reporter.getByRole('link', { name: 'Sửa bài' }).click()
  await text(reporter).waitFor()

  const editor = await stage.newAuditedPage({ width: 1280, height: 900 })
  await signInAs(editor, portal.address, 'mau.bien-tap', new URL(reporter.url()).pathname)
  await editor.getByText('cũng đang mở bài này.', { exact: false }).waitFor()
  await addAt(editor, 'Đoạn một.', ' Lời của biên tập.')
  await save(editor)
  await editor.waitForURL(/\/ban-tin\/\d+\?/)
  await editor.getByText('Các bản đã lưu', { exact: false }).click()
  await editor.getByRole('link', { name: 'Bản lưu 2' }).click()
  await editor.locator('ins', { hasText: 'Lời của biên tập.' }).waitFor()
  expect(await faultsOf(editor, 'a version')).toEqual([])

  await addAt(reporter, 'Đoạn một.', ' Lời của phóng viên.')
  await addAt(reporter, 'Đoạn hai.', ' Thêm một câu.')
  await save(reporter)
  await reporter.getByRole('group', { name: 'Chỗ 1: cả hai cùng sửa. Giữ chữ nào?' }).waitFor()
  await reporter.getByLabel('Giữ cả hai, chữ của bạn trước').check()
  await save(reporter)
  await reporter.waitForURL(/\/ban-tin\/\d+\?/)
  const read = reporter.getByRole('region', { name: 'Bài như người đọc sẽ thấy' })
  expect(await read.locator('.prose > p:not(.byline)').allTextContents()).toEqual([
    'Đoạn một. Lời của phóng viên.',
    'Đoạn một. Lời của biên tập.',
    'Đoạn hai. Thêm một câu.',
  ])
})

async function addAt(page: Page, paragraph: string, words: string): Promise<void> {
  await text(page).getByText(paragraph).click()
  await page.keyboard.press('End')
  await page.keyboard.type(words)
}
