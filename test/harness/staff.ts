import type { Page } from 'playwright-core'
import { demo_password } from '../../src/access/index.ts'

/** Signs a demo account in by the pages, on the way to a page of its own. */
export async function signInAs(page: Page, address: string, name: string, path: string): Promise<void> {
  await page.goto(`${address}${path}`)
  await page.getByLabel('Tên đăng nhập').fill(name)
  await page.getByLabel('Mật khẩu').fill(demo_password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.waitForURL(url => url.pathname === path)
}
