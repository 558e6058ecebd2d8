import { randomInt } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import type { Tx } from '../../database/index.ts'

const period_s = 30

/** A new secret for the six digits, in base32 as telephones take it. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** What the telephone reads from the square. */
export function addressOf(secret: string, sign_in_name: string, issuer: string): string {
  return totpOf(secret, sign_in_name, issuer).toString()
}

/**
 * The number of the half minute that six digits belong to, one before and one after now included; null where it is none
 * of them, or no six digits.
 */
export function counterOf(secret: string, digits: string, now: Date): number | null {
  const timestamp = now.getTime()
  const delta = /^\d{6}$/.test(digits) ? totpOf(secret).validate({ token: digits, timestamp, window: 1 }) : null
  return delta === null ? null : Math.floor(timestamp / 1000 / period_s) + delta
}

/**
 * Spends the digits of a half minute: those of an earlier one, and the same again, open nothing more (RFC 6238, 5.2).
 */
export async function isFirstUse(tx: Tx, person_id: number, counter: number): Promise<boolean> {
  const { rows } = await tx.executeQuery(
    CompiledQuery.raw(
      `insert into totp_use (person_id, counter)
       select $1::bigint, $2::bigint where not exists (select from totp_use u where u.person_id = $1 and u.counter >= $2)
           on conflict do nothing returning counter`,
      [person_id, counter],
    ),
  )
  return rows.length === 1
}

/** The code of the moment: for tests and for the demonstration, which play the telephone. */
export function codeAt(secret: string, now: Date): string {
  return totpOf(secret).generate({ timestamp: now.getTime() })
}

function totpOf(secret: string, label = 'neu-guong', issuer = 'neu-guong'): TOTP {
  return new TOTP({ secret: Secret.fromBase32(secret), label, issuer, digits: 6, period: period_s, algorithm: 'SHA1' })
}

/** Letters and digits that are not mistaken for one another on paper (no 0 O 1 I L U). */
export const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A printed code: «K7QM-4F2X-9TRD», 58 bits. */
export function newPrintedCode(): string {
  const text = Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('')
  return text.replace(/(....)(?=.)/g, '$1-')
}

/**
 * As it was printed, however it was typed: case, blanks and hyphens do not matter, and O, I, L and U stand for what
 * they look like.
 */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
}
