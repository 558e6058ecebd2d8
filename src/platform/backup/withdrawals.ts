import { existsSync } from 'node:fs'
import { appendFile, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { canonicalJson } from '../../basis/shared/canonical-json.ts'
import { makeFolders } from '../../basis/shared/make-folders.ts'
import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../database/index.ts'

/**
 * Something that somebody allowed and took back: of which kind, whose row, in which scope, and the instant at which the
 * register learned of it (ISO 8601). Identities only, no words.
 */
export type Withdrawal = { of: string; id: number; scope: string | null; at: string }

/**
 * How a room tells of its withdrawals, and does one again in a register that does not know of it. `again` answers
 * whether there was something to withdraw.
 */
export type Withdrawable = {
  of: string
  list(db: Tx): Promise<Withdrawal[]>
  again(tx: Tx, actor: Actor, withdrawal: Withdrawal): Promise<boolean>
}

/** The list beside the backups, and in none of them. */
export const withdrawals_file = 'withdrawals.jsonl'

/**
 * Adds what the file does not hold yet, and returns when it is on the disk; answers how many. Nothing is ever taken
 * from it.
 */
export async function keepWithdrawals(file: string, found: readonly Withdrawal[]): Promise<number> {
  const kept = new Set((await linesOf(file)).lines)
  const fresh = found.map(one => canonicalJson(one)).filter(line => !kept.has(line))
  if (fresh.length === 0 && existsSync(file)) return 0
  makeFolders(dirname(file), 0o700)
  const { is_torn } = await linesOf(file)
  await appendFile(file, `${is_torn ? '\n' : ''}${fresh.map(line => `${line}\n`).join('')}`, { mode: 0o600 })
  const opened = await open(file, 'r+')
  await opened.sync().finally(() => opened.close())
  return fresh.length
}

/**
 * What a list says. A last line without its end was cut off in writing and is left out; any other that is none of ours
 * is refused: withdrawals-unreadable, at its line.
 */
export async function readWithdrawals(file: string): Promise<Outcome<Withdrawal[], 'no-withdrawals' | 'withdrawals-unreadable'>> {
  if (!existsSync(file)) return refused({ code: 'no-withdrawals', values: { path: file } })
  const { lines } = await linesOf(file)
  const read = lines.map(parsed)
  const bad = read.indexOf(null)
  if (bad >= 0) return refused({ code: 'withdrawals-unreadable', limit: bad + 1, values: { path: file } })
  return done(read as Withdrawal[])
}

async function linesOf(file: string): Promise<{ lines: string[]; is_torn: boolean }> {
  if (!existsSync(file)) return { lines: [], is_torn: false }
  const lines = (await readFile(file, 'utf8')).split('\n')
  const last = lines.pop()!
  return { lines: lines.filter(line => parsed(line) !== null || !wasTorn(line)), is_torn: last !== '' }
}

/** Half a line of ours that a later writer has ended. */
function wasTorn(line: string): boolean {
  return '{"at":"'.startsWith(line.slice(0, 7)) && !line.endsWith('}')
}

function parsed(line: string): Withdrawal | null {
  try {
    const { of, id, scope, at } = JSON.parse(line) as Withdrawal
    const is_ours = typeof of === 'string' && Number.isSafeInteger(id) && (scope === null || typeof scope === 'string')
    return is_ours && !Number.isNaN(Date.parse(at)) ? { of, id, scope, at } : null
  } catch {
    return null
  }
}
