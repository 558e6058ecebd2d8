import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { type Role, roles } from '../roles.ts'
import { type Account, serverAccount } from './account.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { type Place, preparePlace } from './place.ts'
import { runProgram } from './run-program.ts'

export type EmbeddedOptions = {
  data_dir: string
  /** The account to run under when we are root. */
  database_account: string
  /** Holds the directory for itself: refuses where another program that serves holds it. The command line does not. */
  exclusive: boolean
  /** For tests alone: nothing is synced to disk. */
  unsafe?: boolean
  say: (line: string) => void
}

/**
 * A running server on our own directory. `stop` is what the last one out does; whoever leaves earlier leaves it
 * running.
 */
export type EmbeddedServer = { connection(role: Role, database?: string): pg.ClientConfig; stop(): Promise<void> }

export const database_name = 'neu_guong'
/**
 * Session-level advisory locks of the database `postgres`: the first is held, shared, by everybody who uses the server;
 * the second by the one who serves.
 */
const in_use = 1_902_2021
const served = 1_902_2022

/**
 * Starts PostgreSQL on the data directory, or joins the one that runs there: an orphan of a killed program is adopted
 * as it is, recovered by itself. Throws a sentence where another program already serves this directory.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const account = serverAccount(options.database_account)
  const place = preparePlace(options.data_dir, account, options.say)
  const binaries = findBinaries(account, place.refuge)
  const cluster = { place, binaries, account, unsafe: options.unsafe === true, say: options.say }
  if (!existsSync(join(place.cluster, 'PG_VERSION'))) await initialise(cluster)
  refuseOtherVersion(cluster)
  let stopping = false
  let guard = hold()
  try {
    await ensureRolesAndDatabase(await guard, place)
  } catch (error) {
    await stop()
    throw error
  }
  return { connection: (role, database = database_name) => connectionTo(place, role, database), stop }

  async function stop(): Promise<void> {
    stopping = true
    await leave(await guard, cluster)
  }

  /**
   * The line that holds our locks. Where it breaks because the server was killed, the server is waited for or started,
   * and the locks are taken anew.
   */
  async function hold(): Promise<pg.Client> {
    const line = await joinOrStart(cluster)
    if (options.exclusive) await holdAlone(line, options.data_dir)
    line.once('end', () => {
      if (stopping) return
      guard = hold()
      guard.catch((error: Error) => cluster.say(error.message))
    })
    return line
  }
}

type Cluster = { place: Place; binaries: Binaries; account: Account | null; unsafe: boolean; say: (line: string) => void }

/** initdb works aside, so that a start that was cut off leaves nothing that looks like a database. */
async function initialise(cluster: Cluster): Promise<void> {
  const { place, binaries, account, say } = cluster
  say('Khởi tạo cơ sở dữ liệu · Making the database …')
  clearAside(place)
  const aside = `${place.cluster}.new-${process.pid}`
  const folder = mkdtempSync(join(tmpdir(), 'neu-guong-'))
  const pwfile = join(folder, 'password')
  try {
    writeFileSync(pwfile, place.passwords.postgres, { mode: 0o600 })
    makeOwn(account, folder, pwfile)
    mkdirSync(aside, { mode: 0o700 })
    makeOwn(account, aside)
    const how = [
      '-E',
      'UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '-A',
      'scram-sha-256',
      '--data-checksums',
    ]
    await runProgram(
      binaries.initdb,
      ['-D', aside, '-U', 'postgres', `--pwfile=${pwfile}`, ...how, ...(cluster.unsafe ? ['--no-sync'] : [])],
      account,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  renameSync(aside, place.cluster)
}

/**
 * What starts that were cut off have left. The initdb of one that was killed may still be writing there: what it does
 * not let go is left to the next start.
 */
function clearAside({ cluster }: Place): void {
  for (const name of readdirSync(dirname(cluster)).filter(name => name.startsWith(`${basename(cluster)}.new`))) {
    try {
      rmSync(join(dirname(cluster), name), { recursive: true, force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error
    }
  }
}

function settings({ place, unsafe }: Cluster): string {
  const always = {
    listen_addresses: '',
    unix_socket_directories: place.socket,
    unix_socket_permissions: '0700',
    max_connections: '60',
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    max_wal_size: '1GB',
    jit: 'off',
    // After a kill the server syncs its folder before it recovers: file by file that takes seconds, the whole file
    // system at once a fraction.
    ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
  }
  const for_tests = {
    ...{ fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: '0' },
    ...{ max_connections: '200', min_wal_size: '32MB', max_wal_size: '64MB' },
  }
  return Object.entries({ ...always, ...(unsafe ? for_tests : {}) })
    .map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
    .join('')
}

function refuseOtherVersion({ place, binaries }: Cluster): void {
  const kept = readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8').trim()
  const ours = binaries.version.split('.')[0]
  if (kept !== ours)
    throw new Error(
      `${place.cluster} do PostgreSQL ${kept} tạo, bản này mang PostgreSQL ${ours}: xuất dữ liệu bằng bản cũ trước · ` +
        `${place.cluster} was made by PostgreSQL ${kept}; this version brings ${ours}. Export it with the older version first.`,
    )
}

/** A minute, at five tries a second. */
const most_tries = 300

/**
 * Joins the server that runs, or starts one; the answer is a connection that holds the lock «in use» for as long as we
 * do.
 */
async function joinOrStart(cluster: Cluster): Promise<pg.Client> {
  let lifeless = 0
  for (let tries = 0; ; tries++) {
    if (!(await isRunning(cluster))) await start(cluster)
    const guard = lineTo(cluster)
    try {
      await guard.connect()
      await guard.query('select pg_advisory_lock_shared($1)', [in_use])
      return guard
    } catch (error) {
      // Whoever was last out may be stopping it at this moment; or it is still recovering; or it was killed, and its
      // number is not free before the system has noticed.
      await guard.end().catch(() => {})
      if (tries === most_tries) throw error
      lifeless = isNotYet(error) && !isRecovering(cluster) ? lifeless + 1 : 0
      if (lifeless === most_lifeless) await abandon(cluster)
      await wait(200)
    }
  }
}

/**
 * Five seconds in a row: between the end of one server's processes and the first of the next, none recovers for a
 * moment.
 */
const most_lifeless = 25

/** The server lives, and takes nobody in: it starts, stops or recovers (cannot_connect_now). */
function isNotYet(error: unknown): boolean {
  return (error as { code?: string }).code === '57P03'
}

/**
 * Whether the process that recovers the server is there. PostgreSQL 18 does not notice when that one is killed after a
 * crash, and says «in recovery» for ever. Where the system does not tell, it is there.
 */
function isRecovering({ place }: Cluster): boolean {
  try {
    const postmaster = readFileSync(join(place.cluster, 'postmaster.pid'), 'utf8').split('\n')[0]!
    return readdirSync('/proc').some(pid => /^\d+$/.test(pid) && isStartupOf(postmaster, pid))
  } catch {
    return true
  }
}

function isStartupOf(postmaster: string, pid: string): boolean {
  try {
    const parent = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1]
    return parent === postmaster && readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('postgres: startup')
  } catch {
    return false
  }
}

/** What it had acknowledged is in its log; the next server begins the recovery anew. */
async function abandon({ place, binaries, account, say }: Cluster): Promise<void> {
  say('Máy chủ dữ liệu đứng giữa chừng khi khôi phục; khởi động lại · The database server stands still in its recovery; it is started anew')
  await runProgram(binaries.pg_ctl, ['stop', '-D', place.cluster, '-m', 'immediate', '-s'], account, { may_fail: true })
}

/** `pg_ctl status` ends with 0 where a server runs on the directory, with 3 where none does. */
async function isRunning({ place, binaries, account }: Cluster): Promise<boolean> {
  for (const file of [join(place.cluster, 'postmaster.pid'), join(place.socket, '.s.PGSQL.5432.lock')]) forgetDead(file)
  const { code } = await runProgram(binaries.pg_ctl, ['status', '-D', place.cluster], account, { may_fail: true })
  return code === 0
}

/** No process can have this number. */
const nobody = '2147483646'

/**
 * A killed server counts as running until its parent has buried it, which in a container may be never. It holds nothing
 * any more: in the file of its number stands nobody's then. The rest of the file stays: by it the next server sees
 * whether backends of the old one still hold its memory.
 */
function forgetDead(file: string): void {
  if (!existsSync(file)) return
  const [number, ...rest] = readFileSync(file, 'utf8').split('\n')
  if (isDefunct(number!)) writeFileSync(file, [nobody, ...rest].join('\n'))
}

/** Dead and not buried, as Linux tells it; elsewhere we do not know. */
function isDefunct(number: string): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${number.trim()}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/**
 * After a kill of everything, backends of the old server may live for a moment and hold its memory: then we wait for
 * them.
 */
async function start(cluster: Cluster): Promise<void> {
  const { place, binaries, account, say } = cluster
  // Written anew each time: the folder may have been moved since.
  writeFileSync(join(place.cluster, 'postgresql.auto.conf'), settings(cluster))
  for (let tries = 0; ; tries++) {
    const said = existsSync(place.log) ? readFileSync(place.log).length : 0
    const args = ['start', '-D', place.cluster, '-l', place.log, '-w', '-t', '120', '-s']
    const { code } = await runProgram(binaries.pg_ctl, args, account, { may_fail: true })
    if (code === 0) return
    const why = readFileSync(place.log).subarray(said).toString('utf8')
    if (/lock file .* already exists/.test(why)) return
    if (tries < 20 && /pre-existing shared memory|still in use/.test(why)) {
      if (tries === 0) say('Chờ máy chủ cũ kết thúc · Waiting for the old server to end …')
      await wait(500)
      continue
    }
    throw new Error(
      `PostgreSQL không khởi động được · PostgreSQL did not start on ${place.cluster}. Its log says:\n${why.trim() || `(nothing; see ${place.log})`}`,
    )
  }
}

async function holdAlone(guard: pg.Client, data_dir: string): Promise<void> {
  const { rows } = await guard.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [served])
  if (rows[0]!.held) return
  await guard.end()
  throw new Error(
    `Một máy chủ khác đang chạy trên thư mục dữ liệu ${data_dir} · Another server is running on this data directory. Stop it, or set DATA_DIR to another folder.`,
  )
}

/** Run at each start: it costs three reads, and mends a first start that was cut off. */
async function ensureRolesAndDatabase(guard: pg.Client, { passwords }: Place): Promise<void> {
  await guard.query('select pg_advisory_lock($1)', [in_use + 10])
  try {
    const { rows: known } = await guard.query<{ rolname: string }>(`select rolname from pg_roles where rolname like 'neu\\_guong\\_%'`)
    for (const role of roles.filter(role => !known.some(row => row.rolname === role))) {
      await guard.query(`create role ${role} login password ${pg.escapeLiteral(passwords[role])}`)
    }
    const { rowCount } = await guard.query('select from pg_database where datname = $1', [database_name])
    if (rowCount === 0) await guard.query(`create database ${database_name} owner neu_guong_owner template template0`)
  } finally {
    await guard.query('select pg_advisory_unlock($1)', [in_use + 10])
  }
}

/**
 * The last one out turns off the light. Where the line breaks, the server was killed or is told to stop by somebody
 * else: asked again until it is gone.
 */
async function leave(guard: pg.Client, cluster: Cluster): Promise<void> {
  for (let line = guard, tries = 0; ; line = lineTo(cluster), tries++) {
    try {
      if (line !== guard) await line.connect()
      return await stopIfAlone(line, cluster)
    } catch (error) {
      if (!(await isRunning(cluster))) return
      if (tries === most_tries) throw error
      await wait(200)
    } finally {
      await line.end().catch(() => {})
    }
  }
}

/** The server stops when nobody else holds the lock. */
async function stopIfAlone(line: pg.Client, cluster: Cluster): Promise<void> {
  await line.query('select pg_advisory_unlock_all()')
  const { rows } = await line.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [in_use])
  if (rows[0]!.alone) await stopServer(cluster)
}

function lineTo({ place }: Cluster): pg.Client {
  const line = new pg.Client(connectionTo(place, 'postgres', 'postgres'))
  return line.on('error', () => {})
}

/** `pg_ctl` would wait a minute for a server that was killed meanwhile and is not buried; `isRunning` knows better. */
async function stopServer(cluster: Cluster): Promise<void> {
  const { place, binaries, account } = cluster
  await runProgram(binaries.pg_ctl, ['stop', '-D', place.cluster, '-m', 'fast', '-W', '-s'], account, { may_fail: true })
  for (const until = Date.now() + 60_000; Date.now() < until && (await isRunning(cluster)); ) await wait(20)
}

function connectionTo(place: Place, role: Role | 'postgres', database: string): pg.ClientConfig {
  return { host: place.socket, port: 5432, user: role, password: place.passwords[role], database }
}

function makeOwn(account: Account | null, ...paths: string[]): void {
  if (account) for (const path of paths) chownSync(path, account.uid, account.gid)
}
