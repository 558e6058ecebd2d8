import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectAs, type Database, Pooled, withSettings } from '../../src/platform/database/index.ts'
import { startSigner } from '../../src/platform/ledger/index.ts'
import { startSummariser } from '../../src/register/tally/index.ts'
import { vouched } from '../../src/vouched.ts'
import { giveLedgerKey } from './ledger-key.ts'
import type { Server } from './server.ts'

/**
 * What the program does of itself at its first start on a register: signs the ledger with its archives, and adds up the
 * campaigns. Throws what went wrong.
 */
export async function serveOnce(server: Server, name: string, recipe: string): Promise<void> {
  const data_dir = mkdtempSync(join(tmpdir(), 'neu-guong-served-'))
  giveLedgerKey(data_dir, recipe)
  const kysely = new Pooled({ ...withSettings({ ...server.neu_guong_app, database: name }), max: 2 })
  const database: Database = {
    ...{ db: kysely, public_db: kysely, kysely, clock: () => new Date(), close: () => kysely.destroy() },
    connect: role => connectAs({ ...server[role], database: name }),
  }
  const wrong: string[] = []
  const say = (line: string) => wrong.push(line)
  try {
    await startSigner(database, { data_dir, sealed: vouched.sealed, say }).stop()
    await startSummariser(database, { say }).stop()
  } finally {
    await database.close()
    rmSync(data_dir, { recursive: true, force: true })
  }
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
}
