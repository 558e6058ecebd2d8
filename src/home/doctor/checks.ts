import { existsSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from 'pg'
import { type BackupPlan, findBackupPlan, findLastBackup, readSignedManifest } from '../../platform/backup/index.ts'
import { type DatabaseServer, isCurrent, type Landed, transactionOn } from '../../platform/database/index.ts'
import { findLastHead, holdsKeyOf } from '../../platform/ledger/index.ts'
import { problemWithSealingKey } from '../../platform/sign-in/index.ts'

/** What a doctor looks at: the machine's settings, and the register as its owner sees it. */
export type Patient = {
  data_dir: string
  set_plan: Partial<BackupPlan>
  host: string
  port: number
  is_open_to_others: boolean
  is_behind_tls: boolean
  site_address: string | null
  has_mail: boolean
  now: Date
}

/** One thing that was looked at: all is well, or the name of the sentence that says what to do, with its values. */
export type Finding = { of: CheckName; is_well: boolean; code?: AdviceCode; values?: Record<string, string | number> }
export type CheckName =
  | 'data_folder'
  | 'disk'
  | 'edition'
  | 'clock'
  | 'ledger_key'
  | 'sealing_key'
  | 'backup'
  | 'address'
  | 'mail'
  | 'portal'
export type AdviceCode =
  | 'no-data-folder'
  | 'open-secret'
  | 'disk-is-short'
  | 'not-current'
  | 'clock-is-behind'
  | 'other-key'
  | 'no-place'
  | 'no-recovery-key'
  | 'never-taken'
  | 'too-old'
  | 'not-there'
  | 'no-tls'
  | 'no-mail'
  | 'not-answering'
  | 'not-ready'

/** Less than this free, in bytes, is a week at most. */
const least_free = 2 * 1024 ** 3
const longest_ms = 26 * 3_600_000

/** Every check, in the order in which it is told. Nothing is written. */
export async function examine(server: Pick<DatabaseServer, 'connect'>, patient: Patient): Promise<Finding[]> {
  const owner = await server.connect('neu_guong_owner')
  try {
    const folder = [...findDataFolder(patient), ...(await findDisk(patient.data_dir))]
    const is_current = await isCurrent(async sql => (await owner.query<Landed>(sql)).rows).catch(() => false)
    if (!is_current) return [...folder, { of: 'edition', is_well: false, code: 'not-current' }]
    const inside = [
      await findClock(owner),
      await findLedgerKey(owner, patient),
      await findSealingKey(owner, patient),
      await findBackup(owner, patient),
    ]
    return [...folder, { of: 'edition', is_well: true }, ...inside, findAddress(patient), findMail(patient), await findPortal(patient)]
  } finally {
    await owner.end()
  }
}

function findDataFolder({ data_dir }: Patient): Finding[] {
  if (!existsSync(data_dir)) return [{ of: 'data_folder', is_well: false, code: 'no-data-folder', values: { path: data_dir } }]
  const secrets = ['ledger-key.pem', 'sealing.key', 'passwords.json'].map(name => join(data_dir, name)).filter(path => existsSync(path))
  const open = secrets.filter(path => (statSync(path).mode & 0o077) !== 0)
  return open.length === 0
    ? [{ of: 'data_folder', is_well: true }]
    : open.map(path => ({ of: 'data_folder', is_well: false, code: 'open-secret', values: { path } }))
}

async function findDisk(data_dir: string): Promise<Finding[]> {
  if (!existsSync(data_dir)) return []
  const { bavail, bsize } = await statfs(data_dir)
  const gigabytes = Math.floor((bavail * bsize) / 1e9)
  return [
    bavail * bsize < least_free
      ? { of: 'disk', is_well: false, code: 'disk-is-short', values: { gigabytes } }
      : { of: 'disk', is_well: true },
  ]
}

async function findClock(owner: Client): Promise<Finding> {
  const { rows } = await owner.query<{ seconds: number }>(
    `select coalesce(floor(extract(epoch from clock_behind())), 0)::integer as seconds`,
  )
  const { seconds } = rows[0]!
  return seconds === 0 ? { of: 'clock', is_well: true } : { of: 'clock', is_well: false, code: 'clock-is-behind', values: { seconds } }
}

async function findLedgerKey(owner: Client, { data_dir }: Patient): Promise<Finding> {
  const last = await findLastHead(transactionOn(owner))
  const holds = holdsKeyOf(data_dir, last?.key_id ?? null)
  return holds === true
    ? { of: 'ledger_key', is_well: true }
    : { of: 'ledger_key', is_well: false, code: 'other-key', values: { why: holds } }
}

async function findSealingKey(owner: Client, { data_dir }: Patient): Promise<Finding> {
  const why = await problemWithSealingKey(owner, data_dir)
  return why === null ? { of: 'sealing_key', is_well: true } : { of: 'sealing_key', is_well: false, code: 'other-key', values: { why } }
}

async function findBackup(owner: Client, { set_plan, now }: Patient): Promise<Finding> {
  const db = transactionOn(owner)
  const plan = await findBackupPlan(db, set_plan)
  const ill = (code: AdviceCode, values = {}): Finding => ({ of: 'backup', is_well: false, code, values })
  if (!plan) return ill('no-place')
  if (plan.recovery_key === null) return ill('no-recovery-key')
  const last = await findLastBackup(db)
  if (!last) return ill('never-taken', { path: plan.folder })
  const place = join(last.folder, last.name)
  if (!(await readSignedManifest(place))) return ill('not-there', { path: place })
  const hours = Math.round((now.getTime() - Date.parse(last.began_at)) / 3_600_000)
  return now.getTime() - Date.parse(last.began_at) > longest_ms ? ill('too-old', { hours }) : { of: 'backup', is_well: true }
}

/** Passwords and sessions of others than who sits here go through TLS, or not at all. */
function findAddress({ is_open_to_others, is_behind_tls, site_address }: Patient): Finding {
  const is_well = !is_open_to_others || (is_behind_tls && site_address?.startsWith('https://') === true)
  return is_well ? { of: 'address', is_well } : { of: 'address', is_well, code: 'no-tls' }
}

function findMail({ is_open_to_others, has_mail }: Patient): Finding {
  return has_mail || !is_open_to_others ? { of: 'mail', is_well: true } : { of: 'mail', is_well: false, code: 'no-mail' }
}

async function findPortal({ host, port }: Patient): Promise<Finding> {
  const at = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}/readyz`
  const answer = await fetch(at, { signal: AbortSignal.timeout(5000) }).catch(() => null)
  if (answer === null) return { of: 'portal', is_well: false, code: 'not-answering', values: { at } }
  return answer.ok
    ? { of: 'portal', is_well: true }
    : { of: 'portal', is_well: false, code: 'not-ready', values: { what: await answer.text() } }
}
