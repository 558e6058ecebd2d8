import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import { openApp } from '../../src/app.ts'
import type { Config } from '../../src/config.ts'
import { openCheck } from '../../src/numbers/check/index.ts'
import { openLog, type Site } from '../../src/platform/web/index.ts'
import type { World } from './database.ts'

/** The whole portal on a free port of this machine, over a test file's own database. */
export type Portal = { readonly address: string }

/** Call it after `withDatabase('demo')`: the program's own composition, with nothing of it replaced. */
export function withPortal(world: World, more: Pick<Config, 'mail'> = { mail: null }): Portal {
  let site: Site | undefined
  beforeAll(async () => {
    site = await openApp({
      config: {
        port: 0,
        host: '127.0.0.1',
        is_behind_tls: false,
        sign_on: null,
        mail: more.mail,
        site_address: 'https://neu-guong.example',
      },
      database: world.database,
      key: randomBytes(32),
      // Tests run on machines that are busy with other tests.
      check: openCheck({ patience_ms: 600_000 }),
      log: openLog({ level: 'silent' }),
    })
  })
  afterAll(() => site?.stop())
  return {
    get address() {
      return `http://127.0.0.1:${site!.port}`
    },
  }
}
