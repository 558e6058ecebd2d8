import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import {
  DamagedPart,
  declaresType,
  type Entry,
  holdsEncrypted,
  holdsMacros,
  isCompound,
  listEntries,
  pathOf,
  refusalOfContents,
  textOf,
  unpackEntry,
} from '../office-file/index.ts'
import { limits } from './workbook.ts'
import type { WorkbookCode } from './workbook-code.ts'

/** A part of a workbook under the name that it has there. */
export type Part = { name: string; bytes: Uint8Array }
/**
 * The parts of a workbook by their path, as paths are compared: in small letters, with slashes, without one before the
 * first.
 */
export type Archive = Map<string, Part>

/**
 * Unpacks a workbook after its list of contents has been judged. Refusals: password-protected, old-workbook (.xls),
 * not-workbook, damaged-file, too-many-entries, too-much-unpacked, too-dense, has-macros, has-dtd, outside-relation.
 */
export function openArchive(bytes: Uint8Array): Outcome<Archive, WorkbookCode> {
  const field = 'file'
  if (isCompound(bytes)) return refused({ code: holdsEncrypted(bytes) ? 'password-protected' : 'old-workbook', field })
  const entries = listEntries(bytes)
  if (!entries) return refused({ code: 'damaged-file', field })
  const refusal = refusalOfContents(entries, bytes.length, limits)
  if (refusal) return refusal
  return holdsMacros(entries) ? refused({ code: 'has-macros', field }) : unpacked(bytes, entries)
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

function unpacked(bytes: Uint8Array, entries: Entry[]): Outcome<Archive, WorkbookCode> {
  const archive: Archive = new Map()
  for (const entry of entries) {
    const part = unpackEntry(bytes, entry)
    if (!part) return refused({ code: 'damaged-file', field: 'file' })
    archive.set(pathOf(entry.name), { name: entry.name, bytes: part })
    if (!isXml(entry.name, part)) continue
    const text = textOf(part)
    if (declaresType(text)) return refused({ code: 'has-dtd', field: 'file' })
    if (/\.rels$/i.test(entry.name) && leadsOutside(text)) return refused({ code: 'outside-relation', field: 'file' })
  }
  return done(archive)
}

/**
 * Links in cells lead outside too, and nobody follows them; of another workbook the cells keep what it said last. A
 * picture or a template from elsewhere is refused.
 */
function leadsOutside(relations: string): boolean {
  return [...relations.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].some(
    ([tag]) =>
      /TargetMode\s*=\s*["']External["']/i.test(tag) && !/relationships\/(?:hyperlink|(?:xl)?externalLink\w*(?:\/\w+)?)["']/i.test(tag),
  )
}

/** By its name or its first letter: a part may be read by a relation that leads to it, whatever it is called. */
function isXml(name: string, part: Uint8Array): boolean {
  return /\.(xml|rels)$/i.test(name) || textOf(part.subarray(0, 256)).trimStart().startsWith('<')
}
