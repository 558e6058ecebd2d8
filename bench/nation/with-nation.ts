import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { type Database, openDatabase, startEmbedded } from '../../src/platform/database/index.ts'
import { option, type Say, timed } from '../measure.ts'
import { loadNation, sizeInWords } from './load-nation.ts'

/** `loaded`: the seconds that it took; undefined where it stood already. */
export type LoadedNation = { database: Database; owner: pg.Client; size: number; loaded: number | undefined }

/**
 * A nation in a register of its own. `--size=1` is the whole nation; CI takes a hundredth. `--data=FOLDER` keeps what
 * was loaded there, and measures it again without loading.
 */
export async function withNation<T>(say: Say, { people }: { people: boolean }, work: (nation: LoadedNation) => Promise<T>): Promise<T> {
  const size = Number(option('size') ?? 0.01)
  const kept_in = option('data')
  const data_dir = kept_in ?? mkdtempSync(join(tmpdir(), 'neu-guong-nation-'))
  mkdirSync(data_dir, { recursive: true })
  chmodSync(data_dir, 0o755)
  // Nothing is synced: only loading writes.
  const server = await startEmbedded({ data_dir, database_account: 'nobody', exclusive: false, unsafe: true, say })
  const database = await openDatabase({ database_url: null, data_dir, database_account: 'nobody', exclusive: false, say })
  try {
    say(sizeInWords(size))
    const owner = await database.connect('neu_guong_owner')
    const loaded = await load(database, owner, { size, people, say })
    const worked = await work({ database, owner, size, loaded })
    await owner.end()
    return worked
  } finally {
    await database.close()
    await server.stop()
    if (kept_in === undefined) rmSync(data_dir, { recursive: true, force: true })
  }
}

/** Loads the nation where none stands yet; gives the seconds, to the last vacuum. */
async function load({ db }: Database, owner: pg.Client, asked: { size: number; people: boolean; say: Say }): Promise<number | undefined> {
  if (await db.selectFrom('unit').select('key').limit(1).executeTakeFirst()) return undefined
  const [taken] = await timed(
    async () => {
      await loadNation(owner, asked)
      await owner.query('vacuum (analyze)')
    },
    { times: 1, warmup: 0 },
  )
  return taken! / 1000
}
