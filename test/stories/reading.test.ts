import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { sheets, withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { withDatabase } from '../harness/database.ts'
import { openMenu } from '../harness/menu.ts'

const portal = withProgram(withDatabase('served'))
const stage = withBrowser()

const title = 'Từ một trang cam kết đến con đường mới của bản'

test('a citizen without script opens the article on a phone, opens a number in place, and follows it to its list', async () => {
  const page = await stage.newPage({ script: false })
  await page.goto(portal.address)
  await page.getByRole('link', { name: title }).first().click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title)

  const box = page.getByRole('note', { name: 'Xã đang đạt chuẩn' })
  const number = page.getByRole('link', { name: '15', exact: true })
  expect(await gapBetween(number, box)).toBeGreaterThan(1000)
  await number.click()
  expect(await gapBetween(number, box)).toBeLessThan(20)
  expect(await box.getByText(/^Con số đúng cho ngày/).textContent()).toBe(
    'Con số đúng cho ngày 19/02/2021. Hôm nay là 1, vì từ 01/07/2025, cả 15 xã ấy đã nhập vào đơn vị mới; xã mới chỉ giữ kết quả khi mọi xã cũ đều đạt.',
  )
  expect((await box.getByRole('definition').allTextContents()).slice(-3)).toEqual(['15', '15', '1'])

  await box.getByRole('link', { name: /Nguồn, danh sách/ }).click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Xã đang đạt chuẩn: 15')
  const lineage = page.getByRole('region', { name: 'Từ 23 xã còn 15 xã: từng xã một' }).getByRole('row')
  expect(await lineage.filter({ hasText: 'Cường Lợi' }).allTextContents()).toEqual(['Cường Lợi29/12/2017xã Cường Lợi– hết hiệu lực'])
  expect(await lineage.filter({ hasText: 'còn giữ' }).count()).toBe(15)
})

test('the box closes to where the reader was, and the way back opens it again', async () => {
  const page = await stage.newPage({ script: false })
  await openArticle(page)
  await page.getByRole('link', { name: '100%', exact: true }).click()
  const box = page.getByRole('note', { name: 'Tỷ lệ cam kết' })
  const number = page.getByRole('link', { name: '100%', exact: true })
  await box.getByRole('link', { name: 'Đóng, về chỗ đang đọc' }).click()
  expect([(await gapBetween(number, box)) > 500, new URL(page.url()).hash]).toEqual([true, '#tai-camket'])
  await page.goBack()
  expect(await gapBetween(number, box)).toBeLessThan(20)
})

test('with the keyboard alone: past the menu, to a number, into its box', async () => {
  const page = await stage.newPage({ width: 1280, height: 900 })
  await openArticle(page)
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('Tới nội dung chính')
  await page.keyboard.press('Enter')
  const passed: string[] = []
  for (let presses = 0; presses < 20 && passed.at(-1) !== '5'; presses += 1) {
    await page.keyboard.press('Tab')
    passed.push(await focused(page))
  }
  expect(passed).toEqual(['A−', 'A+', 'Tương phản cao', 'Chữ dễ đọc', '5'])
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('Nguồn, danh sách và cách tính của «5»')
})

test('larger type, stronger contrast and easy type last on the next page, and in the other language', async () => {
  const page = await stage.newPage({ script: false })
  await openArticle(page)
  const before = await typeSize(page)
  await openMenu(page)
  await page.getByRole('link', { name: 'A+ Tăng cỡ chữ' }).click()
  await openMenu(page)
  await page.getByRole('link', { name: 'Tương phản cao' }).click()
  await openMenu(page)
  await page.getByRole('link', { name: 'Chữ dễ đọc' }).click()
  const larger = await typeSize(page)
  expect(larger).toBeGreaterThan(before)
  await openMenu(page)
  await page.getByRole('navigation', { name: 'Chính' }).getByRole('link', { name: 'Tin tức' }).click()
  expect([await typeSize(page), new URL(page.url()).search]).toEqual([larger, '?co=lon&tp=cao&kc=de-doc'])
  await openMenu(page)
  await page.getByRole('link', { name: 'English' }).click()
  expect([await typeSize(page), new URL(page.url()).pathname]).toEqual([larger, '/en/tin'])
  expect(await page.evaluate(async () => (await document.fonts.ready, document.fonts.check('1rem Lexend', 'Chữ')))).toBe(true)
})

test('the page is read aloud from its title on, the sentence marked, and stops; a machine without a voice says so', async () => {
  const page = await stage.newPage({ width: 1280, height: 900 })
  await page.addInitScript(giveVoice)
  await openArticle(page)
  await page.getByRole('button', { name: 'Nghe đọc' }).click()
  await page.waitForFunction(() => window.heard.length === 3)
  const [first, , third] = await page.evaluate(() => window.heard)
  expect(first).toBe(title)
  expect(await page.evaluate(() => [...CSS.highlights.get('read')!].map(String))).toEqual([third])
  await page.getByRole('button', { name: 'Dừng đọc' }).click()
  expect(await page.evaluate(() => [CSS.highlights.has('read'), window.heard.length])).toEqual([false, 3])

  const silent = await stage.newPage({ width: 1280, height: 900 })
  await openArticle(silent)
  await silent.getByRole('button', { name: 'Nghe đọc' }).click()
  await silent.getByText('Máy này chưa có giọng đọc tiếng Việt.').waitFor()
})

test('printed, the boxes are endnotes, and the menu and the tools stay on the screen', async () => {
  const page = await stage.newPage({ width: 794, height: 1123 })
  await openArticle(page)
  await page.getByRole('link', { name: '23', exact: true }).click()
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.three, .close').filter({ visible: true }).count()).toBe(0)
  expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0)
  expect(await page.getByRole('region', { name: 'Nguồn của các số liệu trong bài' }).getByRole('listitem').count()).toBe(8)
  expect(sheets(await page.pdf({ format: 'A4' }))).toBeLessThanOrEqual(2)
})

test.for([390, 700, 1280])(
  'at %d pixels what a chart says can be read: 12 pixels high at least, and no two values over each other',
  async width => {
    const page = await stage.newPage({ width, height: 900 })
    for (const figure of ['F1', 'F16']) {
      await page.goto(`${portal.address}/so-lieu/${figure}`)
      const texts = await page.locator('.chart text').evaluateAll(all =>
        (all as SVGTextElement[]).map(text => {
          const { left, right, top } = text.getBoundingClientRect()
          const scale = text.ownerSVGElement!.getBoundingClientRect().width / text.ownerSVGElement!.viewBox.baseVal.width
          return { left, right, top, size: Number.parseFloat(getComputedStyle(text).fontSize) * scale, is_value: text.matches('.v') }
        }),
      )
      const seen = texts.filter(({ right, left }) => right > left)
      expect(Math.min(...seen.map(({ size }) => size))).toBeGreaterThanOrEqual(12)
      for (const row of [true, false].map(is_value => seen.filter(text => text.is_value === is_value)))
        expect(row.filter((text, i) => i > 0 && text.left < row[i - 1]!.right)).toEqual([])
    }
  },
)

test('a reader of the home page chooses another day for the map', async () => {
  const page = await stage.newPage({ width: 1280, height: 900, script: false })
  await page.goto(portal.address)
  await page.getByLabel('Xem ngày khác').fill('31/1/2020')
  await page.getByRole('button', { name: 'Xem' }).click()
  expect(await page.getByRole('heading', { name: 'Xã nông thôn mới, ngày 31/01/2020' }).isVisible()).toBe(true)
  const total = page.getByRole('row', { name: /^Toàn tỉnh/ }).getByRole('cell')
  expect(await total.allTextContents()).toEqual(['20', '0', '110'])
  await page.getByLabel('Xem ngày khác').fill('31/02/2020')
  await page.getByRole('button', { name: 'Xem' }).click()
  expect(await page.getByRole('alert').textContent()).toBe('Ngày «31/02/2020» không có trong lịch. Ghi ngày/tháng/năm, ví dụ 19/02/2021.')
  expect(await page.getByLabel('Xem ngày khác').inputValue()).toBe('31/02/2020')
})

test('a reader asks a figure for a day as people write it, and is told of one that does not exist', async () => {
  const page = await stage.newPage({ script: false })
  await page.goto(`${portal.address}/so-lieu/F16`)
  await page.getByLabel('Tính đến ngày').fill('19/02/2021')
  await page.getByRole('button', { name: 'Xem' }).click()
  expect(await page.locator('.answer .numeral').textContent()).toBe('15')
  await page.getByLabel('Tính đến ngày').fill('30/02/2021')
  await page.getByRole('button', { name: 'Xem' }).click()
  await page.getByRole('alert').getByRole('link', { name: 'Ngày «30/02/2021» không có trong lịch' }).click()
  expect(await page.getByLabel('Tính đến ngày').inputValue()).toBe('30/02/2021')
  expect(await page.getByLabel('Tính đến ngày').getAttribute('aria-invalid')).toBe('true')
})

declare global {
  interface Window {
    heard: string[]
  }
}

/** In the page: a Vietnamese voice, which stays at the third sentence. */
function giveVoice(): void {
  window.heard = []
  speechSynthesis.getVoices = () => [{ lang: 'vi-VN', localService: true } as SpeechSynthesisVoice]
  window.SpeechSynthesisUtterance = class {
    text: string
    constructor(text: string) {
      this.text = text
    }
  } as unknown as typeof SpeechSynthesisUtterance
  speechSynthesis.speak = said => {
    if (window.heard.push(said.text) < 3) setTimeout(() => said.onend!(new Event('end') as SpeechSynthesisEvent))
  }
}

/** How far below a number its box begins, in pixels. */
async function gapBetween(number: Locator, box: Locator): Promise<number> {
  const [above, below] = [await number.boundingBox(), await box.boundingBox()]
  return below!.y - (above!.y + above!.height)
}

async function openArticle(page: Page): Promise<void> {
  await page.goto(portal.address)
  await page.getByRole('link', { name: title }).first().click()
  // What is pressed before the article has come goes to the page that is left.
  await page.waitForURL(address => address.pathname !== '/')
}

async function typeSize(page: Page): Promise<number> {
  return page.getByRole('main').evaluate(main => Number.parseFloat(getComputedStyle(main).fontSize))
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
}
