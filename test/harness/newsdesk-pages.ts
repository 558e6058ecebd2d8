import type { Page } from 'playwright-core'
import type { Stage } from './browser.ts'
import type { Program } from './built-program.ts'
import { signInAs } from './staff.ts'

/** Opens the board of the newsroom for a demo account, on a desk and without script. */
export function desksOf(stage: Stage, portal: Program): (name: string) => Promise<Page> {
  return async name => {
    const page = await stage.newPage({ width: 1280, height: 900, script: false })
    await signInAs(page, portal.address, name, '/ban-tin')
    return page
  }
}

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Follows the title of a draft on the board. */
export const openDraft = (page: Page, title: string) => page.getByRole('link', { name: title }).first().click()

/** Brings a document of Word in, from the board; the page then shows the new draft to be looked over. */
export async function sendFromWord(page: Page, document: Buffer): Promise<void> {
  await page.getByRole('link', { name: 'Đưa bài từ Word' }).click()
  const file = { name: 'bai viet.docx', mimeType: 'application/octet-stream', buffer: document }
  await page.getByLabel('Tệp Word của bài').setInputFiles(file)
  await press(page, 'Đọc tệp')
  await page.getByRole('heading', { name: 'Báo cáo khi đọc tệp' }).waitFor()
}

/** The editor passes a draft on, and the fact-checker tries to sign it off: the page then says what must be mended. */
export async function passToFactChecker(atDesk: (name: string) => Promise<Page>, title: string): Promise<Page> {
  const editor = await atDesk('mau.bien-tap')
  await openDraft(editor, title)
  await press(editor, 'Chuyển kiểm số')
  const checker = await atDesk('mau.kiem-so')
  await openDraft(checker, title)
  await press(checker, 'Số liệu đúng, trình duyệt')
  return checker
}

/** The publisher approves a draft for now. */
export async function publishDraft(publisher: Page, title: string): Promise<void> {
  await openDraft(publisher, title)
  await press(publisher, 'Duyệt đăng')
  await publisher.getByText('Đã duyệt và đã đăng.').waitFor()
}

/** A reader without script finds an article among the news. */
export async function readArticle(stage: Stage, portal: Program, title: string): Promise<Page> {
  const reader = await stage.newPage({ script: false })
  await reader.goto(`${portal.address}/tin`)
  await reader.getByRole('link', { name: title }).click()
  return reader
}
