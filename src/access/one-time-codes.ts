import { randomBytes, randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

const period_s = 30

/** A new secret for the six digits, in base32 as telephones take it. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** What the telephone reads from the square. */
export function addressOf(secret: string, sign_in_name: string, issuer: string): string {
  return totpOf(secret, sign_in_name, issuer).toString()
}

/** The number of the half minute a code belongs to, one before and one after now included; null where it is none of them. */
export function counterOf(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime()
  const delta = totpOf(secret).validate({ token: code.replace(/\s/g, ''), timestamp, window: 1 })
  return delta === null ? null : Math.floor(timestamp / 1000 / period_s) + delta
}

/** The code of the moment: for tests and for the demonstration, which play the telephone. */
export function codeAt(secret: string, now: Date): string {
  return totpOf(secret).generate({ timestamp: now.getTime() })
}

function totpOf(secret: string, label = 'neu-guong', issuer = 'neu-guong'): TOTP {
  return new TOTP({ secret: Secret.fromBase32(secret), label, issuer, digits: 6, period: period_s, algorithm: 'SHA1' })
}

/** Letters and digits that are not mistaken for one another on paper (no 0 O 1 I L U). */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A printed code: «K7QM-4F2X-9TRD», 58 bits. */
export function newPrintedCode(): string {
  const text = Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('')
  return text.replace(/(....)(?=.)/g, '$1-')
}

/** As it was printed, however it was typed: case, blanks and hyphens do not matter, and O, I, L and U stand for what they look like. */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
}

/** A sheet of codes for one use each, in place of a telephone or for the day it is lost: «4821-9930». */
export function newRecoveryCodes(count: number): string[] {
  return Array.from({ length: count }, () =>
    String(randomBytes(8).readBigUInt64BE() % 100_000_000n)
      .padStart(8, '0')
      .replace(/(....)/, '$1-'),
  )
}
