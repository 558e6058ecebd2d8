import type { Page } from 'playwright-core'

/** On a narrow page the menu and the tools are behind a button. */
export function openMenu(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'Menu', exact: true }).click()
}
