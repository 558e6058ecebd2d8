import { expect, test } from 'vitest'
import { withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { withDatabase } from '../harness/database.ts'
import { openMenu } from '../harness/menu.ts'

const portal = withProgram(withDatabase('served'))
const stage = withBrowser()

const text = 'Ngày 19/02/2021\n\nGiai đoạn 2015 - 2020, tỉnh có 24 xã về đích nông thôn mới (sau sáp nhập còn 15 xã).'

test('an editor pastes a text without script, and reads which number differs and what should stand', async () => {
  const page = await stage.newPage({ width: 1280, height: 900, script: false })
  await page.goto(`${portal.address}/kiem-so`)
  await page.getByLabel('Bài cần kiểm').fill(text)
  await page.getByRole('button', { name: 'Kiểm các con số' }).click()
  const rows = page.getByRole('table').getByRole('row')
  expect(await rows.getByRole('rowheader').allTextContents()).toEqual(['24 xã', '15 xã'])
  expect(await rows.nth(1).getByRole('cell').allTextContents()).toEqual([
    'Xã từng được công nhận ≠ khácNên viết: 23 xãGiai đoạn 2015 - 2020, tỉnh có 23 xã về đích nông thôn mới (sau sáp nhập còn 15 xã).',
    '23',
  ])
  expect(await page.getByText(/^(24|15) xã$/).allTextContents()).toEqual(expect.arrayContaining(['24 xã', '15 xã']))
  expect(await page.getByLabel('Bài cần kiểm').inputValue()).toBe(text)
})

test('the result is there again on the way back and after a reload, in English too, and no search engine takes it', async () => {
  const page = await stage.newPage({ script: false })
  await page.goto(`${portal.address}/kiem-so`)
  await page.getByLabel('Bài cần kiểm').fill(text)
  await page.getByRole('button', { name: 'Kiểm các con số' }).click()
  const address = page.url()
  await page.getByRole('link', { name: 'Xã từng được công nhận' }).click()
  await page.goBack()
  expect([page.url() === address, await page.getByLabel('Bài cần kiểm').inputValue()]).toEqual([true, text])
  const again = await page.reload()
  expect(again!.headers()['x-robots-tag']).toBe('noindex')
  await openMenu(page)
  await page.getByRole('link', { name: 'English' }).click()
  expect(await page.getByRole('rowheader').allTextContents()).toEqual(['24 xã', '15 xã'])
  const gone = await page.goto(`${portal.address}/kiem-so/khong-con-nua`)
  expect([gone!.status(), await page.getByRole('alert').getByRole('listitem').allTextContents()]).toEqual([
    410,
    ['Kết quả này không còn: máy chỉ giữ 30 phút, và mất khi khởi động lại. Hãy dán lại bài.'],
  ])
})

test('the sentence as it should stand is copied with one press', async () => {
  const page = await stage.newPage({ width: 390, height: 844 })
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`${portal.address}/kiem-so`)
  await page.getByLabel('Bài cần kiểm').fill(text)
  await page.getByRole('button', { name: 'Kiểm các con số' }).click()
  await page.getByRole('button', { name: 'Chép' }).click()
  await page.getByRole('button', { name: 'Đã chép' }).waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'Giai đoạn 2015 - 2020, tỉnh có 23 xã về đích nông thôn mới (sau sáp nhập còn 15 xã).',
  )
})

test('a text without a word is refused with a sentence', async () => {
  const page = await stage.newPage({ script: false })
  await page.goto(`${portal.address}/kiem-so`)
  await page.getByLabel('Bài cần kiểm').fill('   ')
  await page.getByRole('button', { name: 'Kiểm các con số' }).click()
  expect(await page.getByRole('alert').getByRole('listitem').allTextContents()).toEqual(['Bài không có chữ nào.'])
})

test('the day of a text is typed as people write it; one that does not exist is refused at its field, and nothing is lost', async () => {
  const page = await stage.newPage({ script: false })
  await page.goto(`${portal.address}/kiem-so`)
  await page.getByLabel('Bài cần kiểm').fill('Tỉnh có 15 xã đạt chuẩn nông thôn mới.')
  await page.getByLabel('Ngày của bài').fill('29/2/2021')
  await page.getByRole('button', { name: 'Kiểm các con số' }).click()
  await page.getByRole('alert').getByRole('link', { name: 'Ngày «29/2/2021» không có trong lịch' }).click()
  expect(await page.getByLabel('Bài cần kiểm').inputValue()).toBe('Tỉnh có 15 xã đạt chuẩn nông thôn mới.')
  await page.getByLabel('Ngày của bài').fill('19/2/2021')
  await page.getByRole('button', { name: 'Kiểm các con số' }).click()
  expect(await page.getByRole('rowheader').allTextContents()).toEqual(['15 xã'])
  expect(await page.locator('.verdicts').textContent()).toContain('1 đúng')
})

test('a newcomer tries the sample', async () => {
  const page = await stage.newPage({ script: false })
  await page.goto(`${portal.address}/kiem-so`)
  await page.getByRole('button', { name: 'Thử với bài mẫu' }).click()
  const differing = page.getByRole('row').filter({ hasText: 'khác' }).getByRole('rowheader')
  expect(await differing.allTextContents()).toEqual(['24 xã', '03 xã'])
})
