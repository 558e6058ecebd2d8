import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import type { TestProject } from 'vitest/node'
import { type Role, roles, startEmbedded } from '../../src/database/index.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** One connection for each role, and the administrator's, to the tests' server; the database is added by who connects. */
    server: Record<Role | 'postgres', pg.ClientConfig>
  }
}

/** Before any test: one real server, nothing synced to disk, or the one of TEST_DATABASE_URL. After all: gone with its folder. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env.TEST_DATABASE_URL
  if (external) {
    project.provide('server', externalServer(external))
    return async () => {}
  }
  const folder = mkdtempSync(join(tmpdir(), 'neu-guong-test-'))
  // As root the server runs under another account, which must be able to enter.
  chmodSync(folder, 0o755)
  const server = await startEmbedded({ data_dir: folder, database_account: 'nobody', exclusive: true, unsafe: true, say: () => {} })
  const of = (role: Role | 'postgres') => server.connection(role as Role, '')
  project.provide(
    'server',
    Object.fromEntries([...roles, 'postgres' as const].map(role => [role, of(role)])) as Record<Role | 'postgres', pg.ClientConfig>,
  )
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Another server, of another version perhaps: the URL's account makes databases and roles there. */
function externalServer(url: string): Record<Role | 'postgres', pg.ClientConfig> {
  const { hostname, port, username, password, searchParams } = new URL(url)
  const base: pg.ClientConfig = {
    host: searchParams.get('host') ?? hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  }
  const as = (role: Role) => ({ ...base, options: `-c role=${role}` })
  return {
    postgres: base,
    neu_guong_owner: as('neu_guong_owner'),
    neu_guong_app: as('neu_guong_app'),
    neu_guong_auditor: as('neu_guong_auditor'),
  }
}
