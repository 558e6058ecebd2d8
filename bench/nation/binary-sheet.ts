import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from } from 'pg-copy-streams'
import { day } from '../../seed/province/time.ts'

/**
 * Rows of one table as COPY reads them in binary: dates, ranges and numbers need no reading then, which takes a third
 * of the time of text. Each row is some long numbers, some plain ones, and a tail that many rows share: so `columns`
 * are in that order.
 */
export type Sheet = { table: string; columns: readonly string[]; buffer: Buffer; at: number }

export function newSheet(table: string, columns: readonly string[]): Sheet {
  return { table, columns, buffer: Buffer.allocUnsafe(1 << 20), at: 0 }
}

/** Long numbers are below 2^32 here, and take eight bytes as in the table. */
export function addRow(sheet: Sheet, longs: readonly number[], plain: readonly number[], tail: Buffer): void {
  makeRoom(sheet, 2 + 12 * longs.length + 8 * plain.length + tail.length)
  const { buffer } = sheet
  let at = buffer.writeInt16BE(sheet.columns.length, sheet.at)
  for (const long of longs) {
    at = buffer.writeInt32BE(8, at)
    at = buffer.writeUInt32BE(0, at)
    at = buffer.writeUInt32BE(long, at)
  }
  for (const number of plain) {
    at = buffer.writeInt32BE(4, at)
    at = buffer.writeInt32BE(number, at)
  }
  sheet.at = at + tail.copy(buffer, at)
}

function makeRoom(sheet: Sheet, bytes: number): void {
  if (sheet.at + bytes <= sheet.buffer.length) return
  const larger = Buffer.allocUnsafe(2 * sheet.buffer.length)
  sheet.buffer.copy(larger, 0, 0, sheet.at)
  sheet.buffer = larger
}

const signature = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
const end = Buffer.from([0xff, 0xff])

/**
 * Brings the rows into their table and empties the sheet. The table was emptied in this very transaction: nobody else
 * sees its rows before it ends, so they are written as seen by all, and no later pass need say so.
 */
export async function storeSheet(owner: pg.Client, sheet: Sheet): Promise<void> {
  const copy = owner.query(from(`copy ${sheet.table} (${sheet.columns.join(', ')}) from stdin with (format binary, freeze)`))
  await pipeline(Readable.from([signature, sheet.buffer.subarray(0, sheet.at), end]), copy)
  sheet.at = 0
}

// ── The fields of a tail
// ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const epoch = day('2000-01-01')
const infinity = 0x7fff_ffff_ffff_ffffn

export function tailOf(...fields: Buffer[]): Buffer {
  return Buffer.concat(fields)
}

export const nothing = Buffer.from([0xff, 0xff, 0xff, 0xff])

export function aText(text: string): Buffer {
  return measured(Buffer.from(text))
}

export function aNumber(number: number, bytes: 2 | 4 = 4): Buffer {
  const field = Buffer.alloc(bytes)
  field.writeIntBE(number, 0, bytes)
  return measured(field)
}

/** A day as the seed counts them, since 1970. */
export function aDay(on: number): Buffer {
  return aNumber(on - epoch)
}

/** Eight in the morning of a day, in Vietnam. */
export function anInstant(on: number): Buffer {
  return measured(instant(on))
}

/** Recorded from that instant on. */
export function sinceThen(on: number): Buffer {
  const forever = Buffer.alloc(8)
  forever.writeBigInt64BE(infinity)
  return measured(Buffer.concat([Buffer.from([lower_is_in]), measured(instant(on)), measured(forever)]))
}

const lower_is_in = 2

function instant(on: number): Buffer {
  const field = Buffer.alloc(8)
  field.writeBigInt64BE(BigInt((on - epoch) * 24 + 1) * 3_600_000_000n)
  return field
}

function measured(field: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeInt32BE(field.length)
  return Buffer.concat([length, field])
}
