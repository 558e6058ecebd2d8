import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { demo_password } from '../../src/platform/sign-in/demo-accounts.ts'
import { addAccount } from '../../src/platform/sign-in/invented-commune.ts'
import { hashPassword } from '../../src/platform/sign-in/means/password.ts'
import { sheets, withBrowser } from '../harness/browser.ts'
import { addLimitation, type InventedCampaign, inventCampaign } from '../harness/campaign.ts'
import { withDatabase } from '../harness/database.ts'
import { withPortal } from '../harness/portal.ts'
import { signInAs } from '../harness/staff.ts'

const world = withDatabase('empty')
const portal = withPortal(world)
const stage = withBrowser()
const members = 40
let scene: InventedCampaign
let page: Page

beforeAll(async () => {
  scene = await inventCampaign(world, { more: members - 3 })
  await world.owner.query('insert into demo_mark default values on conflict do nothing')
  await addAccount(world.owner, scene.people.hoa, 'hoa', await hashPassword(demo_password), true)
  page = await stage.newPage({ width: 1280, height: 900 })
  await signInAs(page, portal.address, 'hoa', '/chi-bo/chi-bo')
})

/** The page as it comes out of the printer: in how many sheets, and of what width in points. */
async function printed(): Promise<{ sheets: number; widths: string[] }> {
  const pdf = await page.pdf({ preferCSSPageSize: true })
  const widths = pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)/g)
  return { sheets: sheets(pdf), widths: [...new Set([...widths].map(([, width]) => Number(width).toFixed(0)))] }
}

const a4 = { sheets: 1, widths: ['595'] }

test('the list of a cell of forty, none of whom has handed in, is one side of A4', async () => {
  expect(await page.getByRole('listitem').filter({ hasText: 'chưa nộp' }).count()).toBe(members)
  expect(await printed()).toEqual(a4)
})

test('the sheets on which forty sign that they were reminded are one side of A4 for their cell', async () => {
  await page.getByRole('link', { name: 'Nhắc người chưa nộp' }).click()
  await page.getByRole('button', { name: `Nhắc ${members} người` }).click()
  await page.getByRole('link', { name: `In phiếu cho ${members} người` }).click()
  expect(await page.getByRole('rowheader').count()).toBe(members)
  expect(await printed()).toEqual(a4)
})

test('a sheet to write on is one side of A4 with three lines a part and four a deed; with a limitation to remedy, two', async () => {
  const obligation_id = scene.names['Nông Thị Lan']!
  const address = `${portal.address}/chi-bo/chi-bo/phieu/${obligation_id}`
  await page.goto(address)
  expect(await page.getByText('Nông Thị Lan').first().isVisible()).toBe(true)
  expect(await linesOn(page)).toEqual([3, 3, 3, 3, 3, 4, 4, 4])
  expect(await printed()).toEqual(a4)
  await addLimitation(world, scene, { obligation_id, years_ago: 1, what: 'Họp thôn còn đến muộn' })
  await page.goto(address)
  expect(await linesOn(page)).toEqual([3, 3, 3, 3, 3, 4, 4, 4, 3])
  expect(await printed()).toEqual({ ...a4, sheets: 2 })
})

/**
 * Of each question that is asked on paper, the lines below it that are ruled on paper, each high enough for a hand (7
 * mm).
 */
async function linesOn(page: Page): Promise<number[]> {
  await page.emulateMedia({ media: 'print' })
  const lines = await page.locator('.asked').evaluateAll(all =>
    all.map(({ children }) => {
      const is_ruled = (line: Element) => Number.parseFloat(getComputedStyle(line).borderBottomWidth) > 0 && line.clientHeight >= 26
      return [...children].filter(is_ruled).length
    }),
  )
  await page.emulateMedia({ media: null })
  return lines
}
