import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { connectAs, type Database, migrate, Pooled, type Role, startEmbedded, withSettings } from '../src/platform/database/index.ts'

/** An empty, migrated register of its own, and a connection as its owner. */
export type Register = { database: Database; owner: pg.Client }

/**
 * A server for one proof, which is gone with its folder afterwards. It syncs nothing: what is proved here is not
 * durability.
 */
export async function onOwnGround<T>(work: (newRegister: (connections?: number) => Promise<Register>) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'neu-guong-prove-'))
  // As root the server runs under another account, which must be able to enter.
  chmodSync(folder, 0o755)
  const server = await startEmbedded({ data_dir: folder, database_account: 'nobody', exclusive: true, unsafe: true, say: () => {} })
  const administrator = await connectAs(server.connection('postgres' as Role, 'postgres'))
  const closing: (() => Promise<unknown>)[] = [() => administrator.end()]
  let count = 0
  const newRegister = async (connections = 12): Promise<Register> => {
    const name = `proof_${++count}`
    await administrator.query(`create database ${name} owner neu_guong_owner template template0`)
    const connect = (role: Role) => connectAs(server.connection(role, name))
    const owner = await connect('neu_guong_owner')
    await migrate(owner)
    const kysely = new Pooled({ ...withSettings(server.connection('neu_guong_app', name)), max: connections })
    closing.push(
      () => owner.end(),
      () => kysely.destroy(),
    )
    return { owner, database: { db: kysely, public_db: kysely, kysely, connect, clock: () => new Date(), close: () => kysely.destroy() } }
  }
  try {
    return await work(newRegister)
  } finally {
    await Promise.allSettled(closing.toReversed().map(close => close()))
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
