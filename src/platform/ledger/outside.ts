import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeWhole } from './write-whole.ts'

/** When a head last left this machine, each way; null where none did. Instants in ISO 8601. */
export type SentOutside = { mail: string | null; feed: string | null }
/** Keeps it beside the witness: a copy of the heads that nobody took is no witness. */
export type Outside = { last(): SentOutside; note(way: keyof SentOutside, at: Date): void }

const least_between_ms = 60 * 60 * 1000

/** Kept in a file of the data directory; without one, for as long as the program runs. A way is noted once an hour. */
export function openOutside(data_dir: string | null): Outside {
  const file = data_dir === null ? null : join(data_dir, 'ledger-heads-sent.json')
  let sent: SentOutside = { mail: null, feed: null, ...(file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) }
  return {
    last: () => sent,
    note(way, at) {
      const before = sent[way]
      if (before !== null && at.getTime() - Date.parse(before) < least_between_ms) return
      sent = { ...sent, [way]: at.toISOString() }
      if (file) writeWhole(file, `${JSON.stringify(sent)}\n`, 0o644)
    },
  }
}
