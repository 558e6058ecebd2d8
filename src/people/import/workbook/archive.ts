import { type UnzipFileInfo, unzipSync } from 'fflate'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../../shared/outcome.ts'
import { limits } from './workbook.ts'

/** The parts of a workbook by their path. */
export type Archive = Record<string, Uint8Array>

/**
 * Unpacks a workbook after its list of contents has been judged. Refusals: password-protected, old-workbook (.xls), not-workbook, too-many-entries, too-much-unpacked,
 * too-dense, has-macros, has-dtd, outside-relation.
 */
export function openArchive(bytes: Uint8Array): Outcome<Archive> {
  if (isCompound(bytes)) return refused({ code: isEncrypted(bytes) ? 'password-protected' : 'old-workbook', field: 'file' })
  const listed = contentsOf(bytes)
  if (!listed?.some(({ name }) => name === 'xl/workbook.xml')) return refused({ code: 'not-workbook', field: 'file' })
  const refusal = problemsOf(problemsOfContents(listed, bytes.length))
  if (refusal) return refusal
  return unpacked(bytes)
}

/** The container of Office before 2007, which also holds what a password protects. */
function isCompound(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 8)).toString('hex') === 'd0cf11e0a1b11ae1'
}

function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'))
}

function contentsOf(bytes: Uint8Array): UnzipFileInfo[] | null {
  const listed: UnzipFileInfo[] = []
  try {
    unzipSync(bytes, { filter: entry => listed.push(entry) < 0 })
    return listed
  } catch {
    return null // no archive: the caller says so
  }
}

function* problemsOfContents(entries: UnzipFileInfo[], packed: number): Iterable<Problem> {
  const field = 'file'
  const total = entries.reduce((sum, { originalSize }) => sum + originalSize, 0)
  if (entries.length > limits.entries) yield { code: 'too-many-entries', field, limit: limits.entries }
  if (total > limits.unpacked) yield { code: 'too-much-unpacked', field, limit: limits.unpacked / 1024 / 1024 }
  else if (total > packed * limits.ratio) yield { code: 'too-dense', field, limit: limits.ratio }
  if (entries.some(({ name }) => /vbaProject\.bin$/i.test(name))) yield { code: 'has-macros', field }
}

function unpacked(bytes: Uint8Array): Outcome<Archive> {
  let archive: Archive
  try {
    archive = unzipSync(bytes)
  } catch {
    return refused({ code: 'not-workbook', field: 'file' }) // cut off, or damaged on its way
  }
  for (const [name, part] of Object.entries(archive)) {
    if (!isXml(name, part)) continue
    const text = textOf(part)
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return refused({ code: 'has-dtd', field: 'file' })
    if (name.endsWith('.rels') && leadsOutside(text)) return refused({ code: 'outside-relation', field: 'file' })
  }
  return done(archive)
}

/** Links in cells lead outside too, and nobody follows them; another workbook, a picture or a template from elsewhere is refused. */
function leadsOutside(relations: string): boolean {
  return [...relations.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].some(
    ([tag]) => /TargetMode\s*=\s*["']External["']/i.test(tag) && !/relationships\/hyperlink["']/.test(tag),
  )
}

/** XML is UTF-8 unless its first bytes say otherwise: a mark, or a «<» of two bytes. */
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
