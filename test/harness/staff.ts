import type { Page } from 'playwright-core'
import { demo_password } from '../../src/platform/sign-in/demo-accounts.ts'
import { staff_paths } from '../../src/platform/web/href.ts'
import type { Keyboard } from './keyboard.ts'

/** Signs a demo account in by the pages, on the way to a page of its own. */
export async function signInAs(page: Page, address: string, name: string, path: string): Promise<void> {
  await page.goto(`${address}${path}`)
  await page.getByLabel('Tên đăng nhập').fill(name)
  await page.getByLabel('Mật khẩu').fill(demo_password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.waitForURL(url => url.pathname === path)
}

/** The same by the keyboard, at the page of signing in. */
export async function typeIn(page: Page, keys: Keyboard, name: string): Promise<void> {
  await keys.type(page.getByLabel('Tên đăng nhập'), name)
  await keys.type(page.getByLabel('Mật khẩu'), demo_password)
  await keys.follow(page.getByRole('button', { name: 'Đăng nhập', exact: true }))
}

const kinds = Object.entries(staff_paths).map(([kind, path]) => ({
  kind: kind as keyof typeof staff_paths,
  like: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`),
}))

/** Which kind of page stands at an address where people work. */
export function kindOf(path: string): keyof typeof staff_paths | undefined {
  return kinds.find(({ like }) => like.test(path))?.kind
}
