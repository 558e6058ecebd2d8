import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { withBrowser } from '../harness/browser.ts'
import { withDatabase } from '../harness/database.ts'
import { withPortal } from '../harness/portal.ts'
import { signInAs } from '../harness/staff.ts'

const world = withDatabase('served')
const portal = withPortal(world)
const stage = withBrowser()

test('whatever is printed from a register with sample data says so on paper', async () => {
  const page = await stage.newPage({ width: 1280, height: 900 })
  const paths = ['/', '/tin', '/so-lieu/F16', '/en/so-lieu/F16', '/kiem-so', '/dang-nhap', '/khong-co']
  expect(await silentOnPaper(page, paths)).toEqual([])
  await signInAs(page, portal.address, 'mau.bi-thu', '/cam-ket')
  const cell = await linkOn(page, '/cam-ket', '/chi-bo/')
  const sheet = await linkOn(page, cell, '/phieu/')
  expect(await silentOnPaper(page, ['/cam-ket', cell, sheet, '/tai-khoan'])).toEqual([])
})

async function linkOn(page: Page, path: string, part: string): Promise<string> {
  await page.goto(portal.address + path)
  return (await page.locator(`a[href*="${part}"]:not([href*="?"])`).first().getAttribute('href'))!
}

/** The pages on which, printed, nothing that one sees says that these are sample data. */
async function silentOnPaper(page: Page, paths: string[]): Promise<string[]> {
  const silent: string[] = []
  await page.emulateMedia({ media: 'print' })
  for (const path of paths) {
    await page.goto(portal.address + path)
    const said = page.getByText(/dữ liệu mẫu|sample data/i).filter({ visible: true })
    const margins = await page.evaluate(() => [...document.styleSheets].filter(({ media }) => media.mediaText === 'print').length)
    if ((await said.count()) === 0 || margins === 0) silent.push(path)
  }
  await page.emulateMedia({ media: 'screen' })
  return silent
}
