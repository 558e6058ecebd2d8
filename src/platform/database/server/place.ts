import { createHash, randomBytes } from 'node:crypto'
import { accessSync, chownSync, constants, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeFolders } from '../../../basis/shared/make-folders.ts'
import { type Account, mayEnter } from './account.ts'

/** Where the embedded server keeps its things. */
export type Place = {
  /** The data directory of PostgreSQL. */
  cluster: string
  /** The folder of its socket. */
  socket: string
  /** What it says. */
  log: string
  /** Copies of binaries that the account could not read where they were. */
  refuge: string
  passwords: Passwords
}

export type Passwords = { postgres: string; neu_guong_owner: string; neu_guong_app: string; neu_guong_auditor: string }

const shared_folder = '/var/lib/neu-guong'
const longest_socket_path = 100

/**
 * Makes the folders and the passwords on first use; throws at once where the data directory cannot be made or written,
 * for the keys are kept there in any case. As root, a data directory that the server's account cannot reach is
 * kept in /var/lib/neu-guong instead, under a name made of the one that was asked for.
 */
export function preparePlace(data_dir: string, account: Account | null, say: (line: string) => void): Place {
  makeFolders(data_dir, 0o755)
  accessSync(data_dir, constants.W_OK)
  const base = account ? reachable(data_dir, account, say) : data_dir
  makeFolders(base, 0o755)
  const place = { cluster: join(base, 'postgres'), socket: socketFolder(base), log: join(base, 'postgres.log'), refuge: base }
  makeFolder(place.socket, account)
  if (!existsSync(place.log)) writeFileSync(place.log, '', { mode: 0o640 })
  if (account) chownSync(place.log, account.uid, account.gid)
  return { ...place, passwords: passwordsIn(join(base, 'passwords.json')) }
}

function reachable(data_dir: string, account: Account, say: (line: string) => void): string {
  if (mayEnter(data_dir, account)) return data_dir
  const elsewhere = join(shared_folder, shortNameOf(data_dir))
  say(
    `Tài khoản ${account.name} không vào được ${data_dir}: cơ sở dữ liệu nằm ở ${elsewhere} · The account ${account.name} cannot enter ${data_dir}: the database is kept in ${elsewhere}.`,
  )
  return elsewhere
}

/**
 * A socket's path is limited to 107 bytes by the operating system: a deep data directory has its socket in the
 * temporary folder.
 */
function socketFolder(base: string): string {
  const beside = join(base, 'socket')
  return Buffer.byteLength(beside) <= longest_socket_path ? beside : join(tmpdir(), `neu-guong-${shortNameOf(base)}`)
}

function makeFolder(folder: string, account: Account | null): void {
  makeFolders(folder, 0o700)
  if (account) chownSync(folder, account.uid, account.gid)
}

function passwordsIn(file: string): Passwords {
  if (!existsSync(file)) {
    const fresh = () => randomBytes(24).toString('base64url')
    const made: Passwords = { postgres: fresh(), neu_guong_owner: fresh(), neu_guong_app: fresh(), neu_guong_auditor: fresh() }
    writeFileSync(`${file}.new`, JSON.stringify(made, null, 2), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Passwords
}

function shortNameOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12)
}
