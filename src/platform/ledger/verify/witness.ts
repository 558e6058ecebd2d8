import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, statSync, truncateSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { syncFolder, writeSynced } from '../write-whole.ts'

const longest_line = 4096

/**
 * The witness: every head, one line each, in a file outside the database. Copies of it may be printed, mailed, kept
 * elsewhere.
 */
export function witnessFile(data_dir: string): string {
  return join(data_dir, 'ledger-heads.jsonl')
}

/** The lines of a witness. What stands after the last line end was cut off in writing and was never a head. */
export function readWitness(file: string): string[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8').split('\n').slice(0, -1)
}

/** The last line, without reading the rest; null where there is none. */
export function lastWitnessed(file: string): string | null {
  if (!existsSync(file)) return null
  return tailOf(file).split('\n').slice(0, -1).at(-1) ?? null
}

/** Adds lines after the last whole one, and returns when they are on the disk. */
export function bearWitness(file: string, lines: string[]): void {
  const is_new = !existsSync(file)
  if (!is_new) cutTorn(file)
  writeSynced(file, 'a', lines.map(line => `${line}\n`).join(''), 0o644)
  if (is_new) syncFolder(dirname(file))
}

function cutTorn(file: string): void {
  const tail = Buffer.from(tailOf(file))
  const torn = tail.length - (tail.lastIndexOf(10) + 1)
  if (torn > 0) truncateSync(file, statSync(file).size - torn)
}

function tailOf(file: string): string {
  const opened = openSync(file, 'r')
  try {
    const { size } = fstatSync(opened)
    const tail = Buffer.alloc(Math.min(size, longest_line))
    readSync(opened, tail, 0, tail.length, size - tail.length)
    return tail.toString('utf8')
  } finally {
    closeSync(opened)
  }
}
