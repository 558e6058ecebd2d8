import { hkdfSync, randomBytes } from 'node:crypto'
import { letters } from '../means/one-time-codes.ts'

/** What the codes of one batch are made from, beside the sealing key. */
export function newSalt(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * The code of somebody in a batch, the same each time: made from the sealing key, which is not in the database, and the
 * salt, which is deleted when the sheets are printed. Whoever has only one of the two has no code.
 */
export function codeOf(key: Buffer, salt: string, person_id: number): string {
  const bytes = Buffer.from(hkdfSync('sha256', key, salt, `neu-guong invitation ${person_id}`, 64))
  // Bytes beyond the last whole multiple would make some letters likelier than others.
  const even = [...bytes].filter(byte => byte < letters.length * Math.floor(256 / letters.length))
  const text = even.slice(0, 12).map(byte => letters[byte % letters.length])
  if (text.length < 12) throw new Error(`no code for person ${person_id} from this salt`)
  return text.join('').replace(/(....)(?=.)/g, '$1-')
}
