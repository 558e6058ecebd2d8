import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** An account of the operating system, by its numbers. PostgreSQL refuses to run as root. */
export type Account = { name: string; uid: number; gid: number }

/**
 * The account that runs the server: none when we are not root (then it is ours), else the one named, which must exist.
 * No account is made.
 */
export function serverAccount(name: string): Account | null {
  if (process.getuid?.() !== 0) return null
  const fields = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
    .find(([login, , uid]) => login === name || uid === name)
  if (!fields)
    throw new Error(
      `Máy này không có tài khoản «${name}»: sửa DATABASE_ACCOUNT · There is no account "${name}" on this machine: name another one in DATABASE_ACCOUNT.`,
    )
  const account = { name: fields[0]!, uid: Number(fields[2]), gid: Number(fields[3]) }
  if (account.uid === 0)
    throw new Error(
      'PostgreSQL không chạy bằng root: đặt tài khoản thường vào DATABASE_ACCOUNT · PostgreSQL does not run as root: name an ordinary account in DATABASE_ACCOUNT.',
    )
  return account
}

/**
 * Whether the account may walk down to a folder, or to the nearest of its parents that exists: each folder on the way
 * must let it pass.
 */
export function mayEnter(folder: string, account: Account): boolean {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found && !passes(found, account)) return false
  const parent = dirname(folder)
  return parent === folder || mayEnter(parent, account)
}

function passes({ mode, uid, gid }: { mode: number; uid: number; gid: number }, account: Account): boolean {
  if (uid === account.uid) return (mode & 0o100) !== 0
  if (gid === account.gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}
