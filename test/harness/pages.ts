import type { Hono } from 'hono'
import { ledgerRoutes } from '../../src/platform/audit/index.ts'
import { openAccess, type StaffRouteOptions } from '../../src/platform/sign-in/index.ts'
import { addAccount } from '../../src/platform/sign-in/invented-commune.ts'
import { hashPassword } from '../../src/platform/sign-in/means/password.ts'
import { openLog, openShell, type WebEnv } from '../../src/platform/web/index.ts'
import type { World } from './database.ts'
import { Browser } from './test-browser.ts'

const password = 'năm nay tôi hiến đất làm đường'

/**
 * A room's pages with signing in before them, and accounts for some of the cast. Gives a browser in which one of them
 * is signed in.
 */
export async function openPages(
  world: World,
  people: Record<string, number>,
  routes: (options: StaffRouteOptions) => Hono<WebEnv> | Hono<WebEnv>[],
): Promise<(name: string) => Promise<Browser>> {
  const phc = await hashPassword(password)
  for (const [name, person_id] of Object.entries(people)) await addAccount(world.owner, person_id, name, phc, true)
  await world.owner.query('insert into demo_mark default values on conflict do nothing')
  const access = openAccess({ database: world.database, key: Buffer.alloc(32, 7), is_behind_tls: false, can_mail: true })
  const rooms = [
    ...access.routes,
    ledgerRoutes({ database: world.database, access }),
    ...[routes({ database: world.database, access })].flat(),
  ]
  const shell = openShell({ rooms, log: openLog({ level: 'silent' }), is_behind_tls: false })
  return async name => {
    const browser = new Browser((path, init) => shell.request(path, init))
    const { status } = await browser.post('/dang-nhap', { sign_in_name: name, password })
    if (status !== 303) throw new Error(`${name} cannot sign in: ${status}`)
    return browser
  }
}
