import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { connectAs } from '../database.ts'
import { mayEnter } from './account.ts'
import { type EmbeddedServer, startEmbedded } from './embedded.ts'
import { preparePlace } from './place.ts'

const folder = mkdtempSync(join(tmpdir(), 'neu-guong-embedded-'))
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const said: string[] = []
const start = (data_dir: string, exclusive = true) =>
  startEmbedded({ data_dir, database_account: 'nobody', exclusive, say: line => said.push(line) })
const postmaster = (data_dir: string) => Number(readFileSync(join(data_dir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
const isRunning = (data_dir: string) => existsSync(join(data_dir, 'postgres/postmaster.pid'))

async function write(server: EmbeddedServer, statement: string): Promise<void> {
  const client = await connectAs(server.connection('neu_guong_owner'))
  await client.query(statement)
  await client.end()
}

async function read(server: EmbeddedServer, question: string): Promise<unknown[]> {
  const client = await connectAs(server.connection('neu_guong_owner'))
  const { rows } = await client.query({ text: question, rowMode: 'array' })
  await client.end()
  return rows.flat()
}

test('the first start makes a UTF-8 database with checksums and scram, on a socket alone, that only its owner may enter', async () => {
  const data_dir = join(folder, 'first')
  mkdirSync(join(data_dir, 'postgres.new'), { recursive: true })
  writeFileSync(join(data_dir, 'postgres.new/PG_VERSION'), 'a start that was cut off')
  const server = await start(data_dir)
  try {
    const settings = `select current_setting('server_encoding'), current_setting('data_checksums'), current_setting('password_encryption'),
                             current_setting('listen_addresses'), current_setting('fsync')`
    expect(await read(server, settings)).toEqual(['UTF8', 'on', 'scram-sha-256', '', 'on'])
    expect(readFileSync(join(data_dir, 'postgres/pg_hba.conf'), 'utf8')).not.toMatch(/^\s*(?:local|host)\s.*\b(?:trust|password)\s*$/m)
    expect(statSync(join(data_dir, 'passwords.json')).mode & 0o777).toBe(0o600)
    expect(await read(server, 'select rolsuper or rolcreaterole or rolbypassrls from pg_roles where rolname = current_user')).toEqual([
      false,
    ])
  } finally {
    await server.stop()
  }
  expect(isRunning(data_dir)).toBe(false)
})

test('a second server on one directory is refused in a sentence, the command line joins, and the last one out stops it', async () => {
  const data_dir = join(folder, 'second')
  const serving = await start(data_dir)
  await expect(start(data_dir)).rejects.toThrow(/Another server is running on this data directory/)
  const joined = await start(data_dir, false)
  await serving.stop()
  expect(await read(joined, 'select 1')).toEqual([1])
  await joined.stop()
  expect(isRunning(data_dir)).toBe(false)
})

test('after the server was killed outright, the next start recovers what was committed', async () => {
  const data_dir = join(folder, 'killed')
  const first = await start(data_dir)
  await write(first, 'create table kept as select 23 as communes')
  process.kill(postmaster(data_dir), 'SIGKILL')
  await first.stop().catch(() => {})
  const second = await start(data_dir)
  try {
    expect(await read(second, 'select communes from kept')).toEqual([23])
  } finally {
    await second.stop()
  }
})

test.runIf(existsSync('/proc/self/stat'))(
  'a server whose recovery was killed stands still; it is started anew, with what was committed',
  async () => {
    const data_dir = join(folder, 'stuck')
    const server = await start(data_dir)
    await write(server, 'create table kept as select 23 as communes')
    try {
      // Where the recovery was over before it could be killed, once more.
      do {
        await killRecovery(data_dir).catch(() => {})
        expect(await readOnceThere(server, 'select communes from kept')).toEqual([23])
      } while (!said.join().includes('stands still in its recovery'))
      expect(said.join()).toContain('The database server stands still in its recovery')
    } finally {
      await server.stop()
    }
  },
  170_000,
)

async function killRecovery(data_dir: string): Promise<void> {
  process.kill(await childOf(data_dir, 'postgres: walwriter'), 'SIGKILL')
  process.kill(await childOf(data_dir, 'postgres: startup'), 'SIGKILL')
}

/** The process of the server with this title, waited for. */
async function childOf(data_dir: string, title: string): Promise<number> {
  for (const until = Date.now() + 5_000; Date.now() < until; await wait(1)) {
    const found = readdirSync('/proc').find(pid => /^\d+$/.test(pid) && isChild(pid, String(postmaster(data_dir)), title))
    if (found) return Number(found)
  }
  throw new Error(`no ${title}`)
}

function isChild(pid: string, parent: string, title: string): boolean {
  try {
    return (
      readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1] === parent &&
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith(title)
    )
  } catch {
    return false
  }
}

/** Asks until the server takes somebody in again. */
async function readOnceThere(server: EmbeddedServer, question: string): Promise<unknown[]> {
  for (const until = Date.now() + 60_000; ; await wait(100)) {
    try {
      return await read(server, question)
    } catch (error) {
      if (Date.now() > until) throw error
    }
  }
}

test('the server of a program that was killed is adopted as it runs', async () => {
  const data_dir = join(folder, 'orphan')
  const killed = await start(data_dir, false)
  const before = postmaster(data_dir)
  const second = await start(data_dir)
  try {
    expect(postmaster(data_dir)).toBe(before)
    expect(await read(second, 'select 1')).toEqual([1])
  } finally {
    await killed.stop()
    await second.stop()
  }
})

test('a folder that the server’s account cannot pass is seen before anything is written to it', () => {
  const closed = join(folder, 'closed')
  mkdirSync(closed, { mode: 0o700 })
  const nobody = { name: 'nobody', uid: 65_534, gid: 65_534 }
  expect(mayEnter(join(closed, 'data'), nobody)).toBe(false)
  expect(mayEnter(join(folder, 'open'), nobody)).toBe(true)
})

test('a data directory that is a file, or below one, is refused before a database is made', () => {
  const closed = join(folder, 'closed-for-files')
  mkdirSync(closed, { mode: 0o700 })
  writeFileSync(join(closed, 'file'), '')
  const nobody = { name: 'nobody', uid: 65_534, gid: 65_534 }
  for (const path of ['file', 'file/below'])
    expect(() => preparePlace(join(closed, path), nobody, line => said.push(line))).toThrow(/EEXIST/)
})
