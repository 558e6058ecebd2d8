import { randomInt } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import type { Tx } from '../../database/index.ts'
import { digestOf } from '../means/sealing.ts'

const length = 12

/**
 * A sheet of codes for one use each, in place of a telephone or for the day it is lost: «4821-9930-1174». So long that
 * nobody guesses one, whoever else tries.
 */
export async function printCodes(tx: Tx, person_id: number, count: number): Promise<string[]> {
  const codes = Array.from({ length: count }, () =>
    String(randomInt(10 ** length))
      .padStart(length, '0')
      .replace(/(....)(?=.)/g, '$1-'),
  )
  const rows = codes.map(code => ({ person_id, code_digest: digestAt(person_id, digitsIn(code)) }))
  await tx.insertInto('recovery_code').values(rows).execute()
  return codes
}

/** The digits of a code, however it was typed: full-width ones of another keyboard, blanks and hyphens. */
export function digitsIn(typed: string): string {
  return typed.normalize('NFKC').replace(/\D/g, '').slice(0, 40)
}

/** Whether digits are as many as a printed code has; sheets of earlier days have eight, which can be guessed at. */
export function isLongCode(digits: string): boolean {
  return digits.length === length
}

/** Whether somebody has such a printed code still to use. */
export async function hasPrintedCode(tx: Tx, person_id: number, digits: string): Promise<boolean> {
  const { rows } = await tx.executeQuery(
    CompiledQuery.raw(`select 1 from recovery_code where person_id = $1 and code_digest = $2 and upper(recorded) = 'infinity'`, [
      person_id,
      digestAt(person_id, digits),
    ]),
  )
  return rows.length === 1
}

/** Uses a printed code, once. */
export async function spendPrintedCode(tx: Tx, person_id: number, digits: string): Promise<boolean> {
  const { rows } = await tx.executeQuery(
    CompiledQuery.raw(
      `update recovery_code set recorded = closed(recorded)
        where person_id = $1 and code_digest = $2 and upper(recorded) = 'infinity' returning person_id`,
      [person_id, digestAt(person_id, digits)],
    ),
  )
  return rows.length === 1
}

/** How many printed codes somebody has still to use. */
export async function countPrintedCodes(tx: Tx, person_id: number): Promise<number> {
  const { rows } = await tx.executeQuery<{ codes: number }>(
    CompiledQuery.raw(`select count(*) as codes from recovery_code where person_id = $1 and upper(recorded) = 'infinity'`, [person_id]),
  )
  return rows[0]!.codes
}

/** The person's number keeps one table of digests from serving for all. */
function digestAt(person_id: number, digits: string): string {
  return digestOf(`recovery ${person_id} ${digits}`)
}
