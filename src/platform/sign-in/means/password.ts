import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Problem } from '../../../basis/shared/outcome.ts'
import { withoutMarks } from '../../../basis/shared/vietnamese.ts'
import type { AccessCode } from '../problem-words.ts'
import { common_passwords } from './common-passwords.ts'

/** argon2id as OWASP asks: 19 MiB, two passes, one lane. */
const costs = { memory: 19_456, passes: 2, parallelism: 1 }
const least_length = 10
const most_length = 200
const most_at_once = 4

const derive = promisify(argon2)

/**
 * What is wrong with a new password: too short, too long, or one that everybody tries first. No rule on its
 * composition, and it never expires.
 */
export function* problemsWithPassword(password: string, sign_in_name: string): Generator<Problem<AccessCode>> {
  const length = [...password].length
  if (length < least_length) yield { code: 'password-too-short', field: 'password', limit: least_length }
  if (length > most_length) yield { code: 'password-too-long', field: 'password', limit: most_length }
  if (isCommon(password, sign_in_name)) yield { code: 'password-common', field: 'password' }
}

function isCommon(password: string, sign_in_name: string): boolean {
  const bare = withoutMarks(password)
    .toLowerCase()
    .replace(/[\s._-]/g, '')
  const stem = bare.replace(/[\d!@#$%*]+$/, '')
  return common_passwords.has(bare) || common_passwords.has(stem) || /^(.)\1*$/.test(bare) || stem === sign_in_name.replace(/[.\d-]/g, '')
}

/** «$argon2id$v=19$m=19456,t=2,p=1$salt$hash» */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const hash = await derived(password, { nonce, ...costs })
  return `$argon2id$v=19$m=${costs.memory},t=${costs.passes},p=${costs.parallelism}$${unpadded(nonce)}$${unpadded(hash)}`
}

/**
 * Whether the password is the one. Without a hash to compare with it takes the same time and is false: who is unknown
 * is not told apart.
 */
export async function isPassword(password: string, phc: string | null): Promise<boolean> {
  const { nonce, hash, ...costs } = partsOf(phc ?? nobodys)
  const given = await derived(password, { nonce, ...costs })
  return timingSafeEqual(given, hash) && phc !== null
}

const nobodys = `$argon2id$v=19$m=${costs.memory},t=${costs.passes},p=${costs.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`

function partsOf(phc: string) {
  const [, , , numbers, salt, hash] = phc.split('$')
  const [memory, passes, parallelism] = numbers!.split(',').map(part => Number(part.slice(2))) as [number, number, number]
  return { memory, passes, parallelism, nonce: Buffer.from(salt!, 'base64'), hash: Buffer.from(hash!, 'base64') }
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}

type Costs = { nonce: Buffer; memory: number; passes: number; parallelism: number }

// Four hashes at once are 76 MiB and leave the other threads to whoever is signed in already; the rest wait their turn.
let running = 0
const waiting: (() => void)[] = []

async function derived(password: string, costs: Costs): Promise<Buffer> {
  if (running >= most_at_once) await new Promise<void>(resolve => waiting.push(resolve))
  else running++
  try {
    return await derive('argon2id', { message: password.normalize('NFC'), tagLength: 32, ...costs })
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
