import { type Problem, problemsOf, type Refusal } from '../../basis/shared/outcome.ts'
import type { Entry } from './unpack.ts'

/**
 * What an archive may hold, judged by its list of contents before anything is unpacked: `unpacked` in bytes, `ratio` of
 * that to the archive's own length.
 */
export type ArchiveLimits = { entries: number; unpacked: number; ratio: number }

/** Why an archive is not unpacked. */
export type ContentsCode = 'password-protected' | 'too-many-entries' | 'too-much-unpacked' | 'too-dense' | 'damaged-file'

/**
 * Why an archive is not unpacked; null where nothing is against it. Refusals: password-protected, too-many-entries,
 * too-much-unpacked (limit in MB), too-dense, damaged-file.
 */
export function refusalOfContents(entries: Entry[], packed: number, limits: ArchiveLimits): Refusal<ContentsCode> | null {
  return problemsOf(problemsOfContents(entries, packed, limits))
}

function* problemsOfContents(entries: Entry[], packed: number, limits: ArchiveLimits): Iterable<Problem<ContentsCode>> {
  const field = 'file'
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  if (entries.some(({ is_encrypted }) => is_encrypted)) yield { code: 'password-protected', field }
  if (entries.length > limits.entries) yield { code: 'too-many-entries', field, limit: limits.entries }
  if (total > limits.unpacked) yield { code: 'too-much-unpacked', field, limit: limits.unpacked / 1024 / 1024 }
  else if (total > packed * limits.ratio) yield { code: 'too-dense', field, limit: limits.ratio }
  // Which of two parts of one name is read would be anybody's guess.
  if (new Set(entries.map(({ name }) => pathOf(name))).size < entries.length) yield { code: 'damaged-file', field }
}

/** How paths of parts are compared: the standard tells no letters apart, and some programs write the other slash. */
export function pathOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase()
}

/** The container of Office before 2007, which also holds what a password protects. */
export function isCompound(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 8)).toString('hex') === 'd0cf11e0a1b11ae1'
}

/** Whether a container of before 2007 holds a newer file under a password. */
export function holdsEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'))
}

/** Whether an archive holds programs. */
export function holdsMacros(entries: Entry[]): boolean {
  return entries.some(({ name }) => /vbaProject\.bin$/i.test(name))
}

/**
 * A part's text; empty where there is no such part. XML is UTF-8 unless its first bytes say otherwise: a mark, or a «<»
 * of two bytes.
 */
export function textOf(part: Uint8Array | undefined): string {
  return part ? new TextDecoder(encodingOf(part)).decode(part) : ''
}

function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? 'utf-16be' : 'utf-8'
}

/** Whether a text declares a type of document, by which it could say one thing a billion times, or fetch another. */
export function declaresType(xml: string): boolean {
  return /<!(?:DOCTYPE|ENTITY)/i.test(xml)
}
