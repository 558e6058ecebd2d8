import { done, type Outcome, type Problem, problemsOf, refused } from '../../basis/shared/outcome.ts'
import { type Entry, listEntries, unpackEntry } from './unpack.ts'
import { limits } from './workbook.ts'
import type { WorkbookCode } from './workbook-code.ts'
import { DamagedPart } from './xml.ts'

/** A part of a workbook under the name that it has there. */
export type Part = { name: string; bytes: Uint8Array }
/** The parts of a workbook by their path, as paths are compared: in small letters, with slashes, without one before the first. */
export type Archive = Map<string, Part>

/**
 * Unpacks a workbook after its list of contents has been judged. Refusals: password-protected, old-workbook (.xls), not-workbook, damaged-file, too-many-entries,
 * too-much-unpacked, too-dense, has-macros, has-dtd, outside-relation.
 */
export function openArchive(bytes: Uint8Array): Outcome<Archive, WorkbookCode> {
  const field = 'file'
  if (isCompound(bytes)) return refused({ code: isEncrypted(bytes) ? 'password-protected' : 'old-workbook', field })
  const entries = listEntries(bytes)
  if (!entries) return refused({ code: 'damaged-file', field })
  const refusal = problemsOf(problemsOfContents(entries, bytes.length))
  return refusal ?? unpacked(bytes, entries)
}

/** Reads what was unpacked; a part that does not hold together refuses the file: damaged-file. */
export function readWhole<T>(archive: Archive, read: (archive: Archive) => Outcome<T, WorkbookCode>): Outcome<T, WorkbookCode> {
  try {
    return read(archive)
  } catch (error) {
    if (error instanceof DamagedPart) return refused({ code: 'damaged-file', field: 'file' })
    throw error
  }
}

/** How paths of parts are compared: the standard tells no letters apart, and some programs write the other slash. */
export function pathOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase()
}

/** The container of Office before 2007, which also holds what a password protects. */
function isCompound(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 8)).toString('hex') === 'd0cf11e0a1b11ae1'
}

function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'))
}

function* problemsOfContents(entries: Entry[], packed: number): Iterable<Problem<WorkbookCode>> {
  const field = 'file'
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  if (entries.some(({ is_encrypted }) => is_encrypted)) yield { code: 'password-protected', field }
  if (entries.length > limits.entries) yield { code: 'too-many-entries', field, limit: limits.entries }
  if (total > limits.unpacked) yield { code: 'too-much-unpacked', field, limit: limits.unpacked / 1024 / 1024 }
  else if (total > packed * limits.ratio) yield { code: 'too-dense', field, limit: limits.ratio }
  if (entries.some(({ name }) => /vbaProject\.bin$/i.test(name))) yield { code: 'has-macros', field }
  // Which of two parts of one name is read would be anybody's guess.
  if (new Set(entries.map(({ name }) => pathOf(name))).size < entries.length) yield { code: 'damaged-file', field }
}

function unpacked(bytes: Uint8Array, entries: Entry[]): Outcome<Archive, WorkbookCode> {
  const archive: Archive = new Map()
  for (const entry of entries) {
    const part = unpackEntry(bytes, entry)
    if (!part) return refused({ code: 'damaged-file', field: 'file' })
    archive.set(pathOf(entry.name), { name: entry.name, bytes: part })
    if (!isXml(entry.name, part)) continue
    const text = textOf(part)
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return refused({ code: 'has-dtd', field: 'file' })
    if (/\.rels$/i.test(entry.name) && leadsOutside(text)) return refused({ code: 'outside-relation', field: 'file' })
  }
  return done(archive)
}

/** Links in cells lead outside too, and nobody follows them; of another workbook the cells keep what it said last. A picture or a template from elsewhere is refused. */
function leadsOutside(relations: string): boolean {
  return [...relations.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].some(
    ([tag]) =>
      /TargetMode\s*=\s*["']External["']/i.test(tag) && !/relationships\/(?:hyperlink|(?:xl)?externalLink\w*(?:\/\w+)?)["']/i.test(tag),
  )
}

/** A part's text; empty where there is no such part. XML is UTF-8 unless its first bytes say otherwise: a mark, or a «<» of two bytes. */
export function textOf(part: Uint8Array | undefined): string {
  return part ? new TextDecoder(encodingOf(part)).decode(part) : ''
}

function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? 'utf-16be' : 'utf-8'
}

/** By its name or its first letter: a part may be read by a relation that leads to it, whatever it is called. */
function isXml(name: string, part: Uint8Array): boolean {
  return /\.(xml|rels)$/i.test(name) || textOf(part.subarray(0, 256)).trimStart().startsWith('<')
}
