import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { done, type Outcome, type Problem } from '../../basis/shared/outcome.ts'
import type { Printed } from '../../basis/shared/printed.ts'
import { readCommand } from '../../basis/shared/read-command.ts'
import { type DatabaseServer, transactionOn } from '../database/index.ts'
import type { Restorable } from './restorable.ts'
import { readBackup } from './restore/read-backup.ts'
import { restoreBackup } from './restore/restore-backup.ts'
import { verifyBackup } from './restore/verify-backup.ts'
import { makeRecoveryKey } from './take/recovery-key.ts'
import { type BackupPlan, findBackupPlan } from './upkeep/plan-backups.ts'
import { takeAndNote } from './upkeep/take-and-note.ts'
import { readWithdrawals, type Withdrawal, withdrawals_file } from './withdrawals.ts'
import { type AnyCode, said, say_problem } from './words.ts'

export const backup_usage = `neu-guong backup [DIR] [--key PUBLIC]   sao lưu cả sổ · saves the whole register
neu-guong backup --make-key FILE         tạo khóa phục hồi, cất ngoài máy · makes the recovery key
neu-guong verify-backup DIR              phục hồi thử và so từng byte · restores on trial and compares
neu-guong restore DIR --key FILE (--withdrawals FILE | --no-withdrawals)`

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

export type BackupPlace = { data_dir: string; set_plan: Partial<BackupPlan>; rooms: Restorable; now: () => Date; stopping: AbortSignal }

/** What needs no register: a recovery key, or a call that is wrong; null where one must be opened. */
export async function backupWithoutRegister(args: string[]): Promise<Printed | null> {
  const asked = readBackupArgs(args)
  if ('why' in asked) return asking(asked.why)
  return asked.make_key === undefined ? null : makeKeyAt(resolve(asked.make_key))
}

/**
 * `neu-guong backup [DIR]`: one backup more in DIR, or where the settings or the register say. 0 saved, 1 refused, and
 * nothing is there.
 */
export async function backupCommand(server: DatabaseServer, args: string[], { set_plan, ...place }: BackupPlace): Promise<Printed> {
  const asked = readBackupArgs(args)
  if ('why' in asked) return asking(asked.why)
  const plan = await planned(server, set_plan)
  const folder = asked.dir ? resolve(asked.dir) : plan.folder
  if (!folder) return asking('Nêu thư mục, hoặc đặt BACKUP_DIR · Name a folder, or set BACKUP_DIR:')
  const taken = await takeAndNote(server, { ...place, folder, recovery_key: asked.key ?? plan.recovery_key ?? '' })
  if (!taken.ok) return refusing(taken.problems)
  const { warning, place: at, rows, bytes, head_size } = taken.value
  const lines = [
    said('taken', { place: at, rows, bytes, head: head_size ?? 0 }),
    said('not_noted', { file: join(folder, withdrawals_file) }),
  ]
  return { code: 0, out: lines.join('\n'), err: warning === null ? '' : `${said('warning', { what: warning })}\n` }
}

/** `neu-guong verify-backup DIR`: 0 whole, 1 not. */
export async function verifyCommand(
  args: string[],
  how: Pick<BackupPlace, 'rooms'> & { database_account: string; say: (line: string) => void; stopping: AbortSignal },
): Promise<Printed> {
  const dir = oneFolder(args)
  if ('why' in dir) return asking(dir.why)
  const backup = await readBackup(dir.path)
  const verified = backup.ok ? await verifyBackup(backup.value, { ...how, vouched: how.rooms.vouched, signal: how.stopping }) : backup
  if (!verified.ok) return refusing(verified.problems, said('not_whole'))
  const { name, tables, rows, head_size, changes, key_id } = verified.value
  return {
    code: 0,
    out: [said('verified', { name, tables, rows, head: head_size, changes }), said('signed_by', { key_id })].join('\n'),
    err: '',
  }
}

/**
 * `neu-guong restore DIR`: into the bare database of DATA_DIR or DATABASE_URL. 0 restored, 1 refused and nothing is
 * there.
 */
export async function restoreCommand(
  server: DatabaseServer,
  args: string[],
  { data_dir, rooms, stopping }: Omit<BackupPlace, 'set_plan' | 'now'>,
): Promise<Printed> {
  const asked = readRestoreArgs(args)
  if ('why' in asked) return asking(asked.why)
  const backup = await readBackup(asked.dir)
  if (!backup.ok) return refusing(backup.problems, said('not_whole'))
  const withdrawals = await withdrawalsOf(asked, backup.value.place)
  if (!withdrawals.ok) return refusing(withdrawals.problems)
  const recovery_key = await readFile(asked.key, 'utf8')
  const restored = await restoreBackup(server, {
    backup: backup.value,
    recovery_key,
    withdrawals: withdrawals.value,
    rooms,
    data_dir,
    signal: stopping,
  })
  if (!restored.ok) return refusing(restored.problems)
  const { name, rows, head_size, withdrawn } = restored.value
  return { code: 0, out: said('restored', { name, rows, head: head_size ?? 0, withdrawn }), err: '' }
}

/** The list lies beside the backups, unless another is named; that there is none somebody must say. */
function withdrawalsOf(
  { withdrawals, none }: RestoreAsked,
  place: string,
): Promise<Outcome<Withdrawal[], 'no-withdrawals' | 'withdrawals-unreadable'>> {
  if (none) return Promise.resolve(done([]))
  return readWithdrawals(withdrawals ?? join(dirname(resolve(place)), withdrawals_file))
}

async function planned(server: DatabaseServer, set: Partial<BackupPlan>): Promise<Partial<BackupPlan>> {
  const owner = await server.connect('neu_guong_owner')
  try {
    const { rows } = await owner.query(`select to_regclass('public.backup_plan') is not null as is_there`)
    return (rows[0].is_there && (await findBackupPlan(transactionOn(owner), set))) || set
  } finally {
    await owner.end()
  }
}

async function makeKeyAt(file: string): Promise<Printed> {
  if (existsSync(file)) return refusing([{ code: 'file-there', values: { file } }])
  const { private_pem, public_text } = makeRecoveryKey()
  await writeFile(file, private_pem, { flag: 'wx', mode: 0o600, flush: true })
  return { code: 0, out: `BACKUP_KEY=${public_text}\n`, err: `${said('key_made', { file })}\n` }
}

type BackupAsked = { dir?: string; key?: string; make_key?: string }
type RestoreAsked = { dir: string; key: string; withdrawals?: string; none: boolean }
type Why = { why: string }

function readBackupArgs(args: string[]): BackupAsked | Why {
  return orWhy(() => {
    const { values, positionals } = readCommand({ args, options: { key: text, 'make-key': text }, allowPositionals: true })
    if (positionals.length > 1 || (values['make-key'] !== undefined && positionals.length > 0))
      return { why: 'Nêu một thư mục · Name one folder:' }
    return { dir: positionals[0], key: values.key, make_key: values['make-key'] }
  })
}

function readRestoreArgs(args: string[]): RestoreAsked | Why {
  return orWhy(() => {
    const options = { key: text, withdrawals: text, 'no-withdrawals': flag } as const
    const { values, positionals } = readCommand({ args, options, allowPositionals: true })
    const { key, withdrawals, 'no-withdrawals': none = false } = values
    if (positionals.length !== 1 || key === undefined)
      return { why: 'Nêu bản sao lưu và tệp khóa phục hồi · Name the backup and the file of the recovery key:' }
    if (none && withdrawals !== undefined) return { why: '--withdrawals, --no-withdrawals' }
    return { dir: resolve(positionals[0]!), key, withdrawals, none }
  })
}

function oneFolder(args: string[]): { path: string } | Why {
  return orWhy(() => {
    const { positionals } = readCommand({ args, options: {}, allowPositionals: true })
    return positionals.length === 1 ? { path: resolve(positionals[0]!) } : { why: 'Nêu một bản sao lưu · Name one backup:' }
  })
}

function orWhy<T>(read: () => T | Why): T | Why {
  try {
    return read()
  } catch (error) {
    return { why: (error as Error).message }
  }
}

function asking(why: string): Printed {
  return { code: 2, out: '', err: `${why}\n${backup_usage}\n` }
}

function refusing(problems: readonly Problem<AnyCode>[], lead = ''): Printed {
  return { code: 1, out: '', err: `${[...(lead ? [lead] : []), ...problems.map(say_problem)].join('\n')}\n` }
}
