import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { between, randomFrom } from '../seed/province/random.ts'
import { digestOf } from '../src/basis/shared/canonical-json.ts'
import { done } from '../src/basis/shared/outcome.ts'
import { listBackups, makeRecoveryKey, manifest_file, readBackup, verifyBackup } from '../src/platform/backup/index.ts'
import { rowsFile, signManifest } from '../src/platform/backup/manifest.ts'
import { measureFile } from '../src/platform/backup/take/folder.ts'
import { asOwner, change, type Database, openDatabase, openServer } from '../src/platform/database/index.ts'
import { findSigner, openSigner, record } from '../src/platform/ledger/index.ts'
import { openSealingKey } from '../src/platform/sign-in/index.ts'
import { restorable } from '../src/restorable.ts'
import { inventCampaign } from '../test/harness/campaign.ts'
import type { World } from '../test/harness/database.ts'
import { printsOfRows } from '../test/harness/prints-of-rows.ts'
import { actInScene } from '../test/harness/scene-acts.ts'
import type { Proved } from './proof.ts'

/**
 * Drills in turn: whole (taken while others write, verified, restored), a backup that is killed, a restore that is
 * killed, a backup that is damaged.
 */
export const n = 8
export const nightly_n = 100

type Place = {
  folder: string
  data_dir: string
  backups: string
  key_file: string
  public_text: string
  database: Database
  random: ReturnType<typeof randomFrom>
}
/** What went wrong in a drill, one line each. */
type Drill = (place: Place) => Promise<string[]>

/**
 * 13. A backup is proved by a restore on an empty machine: the same rows by another count, the same ledger head,
 *     whatever was killed or damaged on the way.
 */
export function run(times: number): Promise<Proved> {
  const drills: Drill[] = [wholeDrill, killedBackup, killedRestore, damagedBackup]
  return withPlace(async place => {
    const wrong: string[] = []
    for (let nth = 0; nth < times; nth++) wrong.push(...(await drills[nth % drills.length]!(place)))
    return {
      failures: wrong.length,
      notes: ['in turn: whole while others write, killed backup, killed restore, damaged file', ...wrong.slice(0, 10)],
    }
  })
}

/**
 * A backup that lost the rows of a table, its manifest made to fit and signed anew, must be found out by what is
 * restored from it.
 */
export function control(): Promise<boolean> {
  return withPlace(async place => {
    await backupNow(place)
    const before = await printsOf(place.database)
    await loseRows(place, 'membership')
    const { data_dir, code } = await restoreInto(place)
    return code !== 0 || (await differences(data_dir, before)).length > 0
  })
}

async function withPlace<T>(work: (place: Place) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'neu-guong-drill-'))
  chmodSync(folder, 0o755)
  const [data_dir, key_file] = [join(folder, 'serving'), join(folder, 'recovery.pem')]
  const { private_pem, public_text } = makeRecoveryKey()
  writeFileSync(key_file, private_pem)
  const database = await openDatabase(optionsOf(data_dir))
  try {
    openSigner(data_dir)
    openSealingKey(data_dir)
    const owner = await database.connect('neu_guong_owner')
    await actInScene(database, await inventCampaign({ database, owner } as World))
    await owner.end()
    return await work({
      folder,
      data_dir,
      backups: join(folder, 'backups'),
      key_file,
      public_text,
      database,
      random: randomFrom(13, 'drills'),
    })
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Others write while it is taken. What had been acknowledged before it began is in it, nothing is in it by half; and it
 * comes back the same as it was saved.
 */
const wholeDrill: Drill = async place => {
  const writing = startWriting(place.database)
  await wait(between(place.random, 50, 300))
  const acknowledged = writing.count()
  const code = await backupNow(place)
  await writing.stop()
  if (code !== 0) return [`a backup ended with ${code}`]
  const read = await readBackup(place.backups)
  if (!read.ok) return [`a backup cannot be read: ${JSON.stringify(read.problems)}`]
  const verified = await verifyBackup(read.value, { vouched: restorable.vouched, database_account: 'nobody', say: () => {} })
  const restored = await restoreInto(place)
  const told = verified.ok ? [] : [`a backup is not verified: ${JSON.stringify(verified.problems.slice(0, 3))}`]
  return [...told, ...(restored.code === 0 ? await lossesIn(restored.data_dir, acknowledged) : [`a restore ended with ${restored.code}`])]
}

/** What bears a name is whole; the next backup comes through, and what it restores is the register. */
const killedBackup: Drill = async place => {
  const program = start(place.data_dir, 'backup', place.backups, '--key', place.public_text)
  await wait(between(place.random, 300, 2500))
  program.kill('SIGKILL')
  await endOf(program)
  const wrong: string[] = []
  for (const name of await listBackups(place.backups)) {
    const read = await readBackup(join(place.backups, name))
    if (!read.ok) wrong.push(`after a kill ${name} looks whole and is not: ${read.problems[0]!.code}`)
  }
  // The lock of the killed one is free when the server has noticed.
  await wait(1500)
  const code = await backupNow(place)
  const left = readdirSync(place.backups).filter(name => name.startsWith('.'))
  return [...wrong, ...(code === 0 ? [] : [`the backup after a kill ended with ${code}`]), ...left.map(name => `${name} was left`)]
}

/** After a kill there is the whole register, or nothing; and then the restore comes through. */
const killedRestore: Drill = async place => {
  await backupNow(place)
  const before = await printsOf(place.database)
  const data_dir = newFolder(place)
  const program = start(data_dir, ...restoring(place))
  await wait(between(place.random, 1500, 6000))
  program.kill('SIGKILL')
  await endOf(program)
  if (await isBareNow(data_dir)) {
    const code = await endOf(start(data_dir, ...restoring(place)))
    if (code !== 0) return [`the restore after a kill ended with ${code}`]
  }
  return differences(data_dir, before)
}

/** One byte more, less or another, anywhere: refused, and nothing is there. */
const damagedBackup: Drill = async place => {
  await backupNow(place)
  const newest = join(place.backups, (await listBackups(place.backups))[0]!)
  const copy = join(place.folder, 'damaged')
  rmSync(copy, { recursive: true, force: true })
  cpSync(newest, copy, { recursive: true })
  const files = readdirSync(copy, { recursive: true, withFileTypes: true }).filter(one => one.isFile())
  const one = files[between(place.random, 0, files.length - 1)]!
  const path = join(one.parentPath, one.name)
  damage(path, place.random)
  const data_dir = newFolder(place)
  const code = await endOf(start(data_dir, 'restore', copy, '--key', place.key_file, '--no-withdrawals'))
  return code === 1 && (await isBareNow(data_dir)) ? [] : [`a damaged ${one.name} was restored: ${code}`]
}

function damage(path: string, random: ReturnType<typeof randomFrom>): void {
  const bytes = readFileSync(path)
  const at = between(random, 0, Math.max(0, bytes.length - 1))
  if (bytes.length === 0) writeFileSync(path, 'x')
  else if (between(random, 0, 1) === 0) truncateSync(path, at)
  else writeFileSync(path, bytes.with(at, bytes[at]! ^ 1))
}

/** The rows go, the manifest is made to say so, and the register's own key signs it. */
async function loseRows({ backups, data_dir }: Place, table: string): Promise<void> {
  const place = join(backups, (await listBackups(backups))[0]!)
  const manifest = JSON.parse(readFileSync(join(place, manifest_file), 'utf8'))
  const name = rowsFile(table)
  writeFileSync(join(place, name), gzipSync(''))
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
  Object.assign(
    manifest.tables.find((one: { table: string }) => one.table === table),
    { rows: 0, bytes: 0, sha256: empty },
  )
  Object.assign(
    manifest.files.find((one: { name: string }) => one.name === name),
    await measureFile(place, name),
  )
  const { text, signature } = signManifest(manifest, findSigner(data_dir)!)
  writeFileSync(join(place, manifest_file), text)
  writeFileSync(join(place, 'manifest.sig'), signature)
}

/** Pairs of a row and its entry, one after the other, each in one transaction. */
function startWriting(database: Database): { count(): number; stop(): Promise<void> } {
  let [written, stopped] = [0, false]
  const own = ++series
  const actor = { person_id: null, name: 'drill' }
  const write = (number: string) =>
    asOwner(database, owned =>
      change(owned, actor, async tx => {
        await tx
          .insertInto('instrument')
          .values({ number, kind: 'decision', issuer: 'UBND', title: 'x', signed_on: '2026-01-05' })
          .execute()
        await record(tx, actor, {
          act: 'record-drill',
          object: 'drill',
          object_id: number,
          digest: digestOf(number),
          retention: 'organisation',
        })
        return done(null)
      }),
    )
  const all = (async () => {
    for (let nth = 1; !stopped; nth++) {
      await write(`DT-${nth}-${own}`)
      written = nth
    }
  })()
  return {
    count: () => written,
    async stop() {
      stopped = true
      await all
    },
  }
}
let series = 0

async function lossesIn(data_dir: string, acknowledged: number): Promise<string[]> {
  return onServer(data_dir, async owner => {
    const { rows } = await owner.query(
      `select count(*)::int as pairs, count(*) filter (where e.entry_id is null or i.number is null)::int as halves
         from (select number from instrument where number like 'DT-%-${series}') i
         full join (select entry_id, object_id from ledger_entry where act = 'record-drill' and object_id like 'DT-%-${series}') e on e.object_id = i.number`,
    )
    const { pairs, halves } = rows[0]
    const lost = pairs < acknowledged ? [`${acknowledged - pairs} acknowledged changes are not in the backup`] : []
    return halves > 0 ? [...lost, `${halves} changes are in the backup by half`] : lost
  })
}

/** What restoring itself writes: it tells the ledger, and ends what must not live again by itself. */
const written_by_restore = new Set(['ledger_entry', 'job', 'session', 'reminder_mail', 'backup'])

async function differences(data_dir: string, before: Record<string, string>): Promise<string[]> {
  return onServer(data_dir, async owner => {
    const after = await printsOfRows(owner)
    const others = Object.keys(before).filter(table => !written_by_restore.has(table) && after[table] !== before[table])
    return others.map(table => `${table} came back as another`)
  })
}

async function printsOf(database: Database): Promise<Record<string, string>> {
  const owner = await database.connect('neu_guong_owner')
  return printsOfRows(owner).finally(() => owner.end())
}

async function isBareNow(data_dir: string): Promise<boolean> {
  return onServer(data_dir, async owner => (await owner.query(`select to_regclass('public.migration') is null as bare`)).rows[0].bare)
}

async function onServer<T>(data_dir: string, work: (owner: Awaited<ReturnType<Database['connect']>>) => Promise<T>): Promise<T> {
  const server = await openServer(optionsOf(data_dir))
  try {
    return await work(await server.connect('neu_guong_owner'))
  } finally {
    await server.close()
  }
}

async function backupNow({ data_dir, backups, public_text }: Place): Promise<number> {
  // Names have seconds.
  await wait(1000)
  return endOf(start(data_dir, 'backup', backups, '--key', public_text))
}

async function restoreInto(place: Place): Promise<{ data_dir: string; code: number }> {
  const data_dir = newFolder(place)
  return { data_dir, code: await endOf(start(data_dir, ...restoring(place))) }
}

const restoring = ({ backups, key_file }: Place) => ['restore', backups, '--key', key_file]

function newFolder({ folder }: Place): string {
  for (let nth = 1; ; nth++) if (!existsSync(join(folder, `machine-${nth}`))) return join(folder, `machine-${nth}`)
}

function start(data_dir: string, ...args: string[]): ChildProcess {
  return spawn(process.execPath, ['bin/neu-guong.mjs', ...args], {
    env: { ...process.env, DATA_DIR: data_dir, DATABASE_URL: '' },
    stdio: 'ignore',
  })
}

function endOf(program: ChildProcess): Promise<number> {
  if (program.exitCode !== null) return Promise.resolve(program.exitCode)
  return new Promise(resolve => program.once('exit', code => resolve(code ?? -1)))
}

const optionsOf = (data_dir: string) => ({ database_url: null, data_dir, database_account: 'nobody', exclusive: false, say: () => {} })
