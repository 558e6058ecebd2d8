import { done, type Outcome, refused } from '../../../../basis/shared/outcome.ts'
import {
  DamagedPart,
  declaresType,
  type Entry,
  holdsEncrypted,
  holdsMacros,
  isCompound,
  listEntries,
  pathOf,
  type Relation,
  refusalOfContents,
  relationsOf,
  textOf,
  unpackEntry,
} from '../../../../platform/office-file/index.ts'
import { type Element, readTree } from './tree.ts'

/**
 * What a document may weigh and hold before anything of it is unpacked (bytes); `part` is the most that one part of
 * text may be.
 */
export const document_limits = { file: 64 * 1024 * 1024, entries: 2_000, unpacked: 200 * 1024 * 1024, ratio: 100, part: 48 * 1024 * 1024 }

export type OpenCode =
  | 'empty-file'
  | 'too-large'
  | 'old-document'
  | 'password-protected'
  | 'rich-text'
  | 'other-file'
  | 'not-document'
  | 'damaged-file'
  | 'too-many-entries'
  | 'too-much-unpacked'
  | 'too-dense'
  | 'has-dtd'

/** An archive whose parts are unpacked one by one, when they are read. */
export type OpenDocument = { bytes: Uint8Array; entries: Map<string, Entry>; has_macros: boolean }

/** A part of text that declares what no document needs, or that is longer than any document's. */
export class RefusedPart extends Error {
  readonly code: OpenCode
  constructor(code: OpenCode) {
    super(code)
    this.code = code
  }
}

/** Opens a document after its list of contents has been judged. Refusals: each of OpenCode. */
export function openDocument(bytes: Uint8Array): Outcome<OpenDocument, OpenCode> {
  const field = 'file'
  if (bytes.length === 0) return refused({ code: 'empty-file', field })
  if (bytes.length > document_limits.file) return refused({ code: 'too-large', field, limit: document_limits.file / 1024 / 1024 })
  if (isCompound(bytes)) return refused({ code: holdsEncrypted(bytes) ? 'password-protected' : 'old-document', field })
  // What begins with something else, and is an archive from further on, is two files in one.
  if (Buffer.from(bytes.subarray(0, 4)).toString('hex') !== '504b0304') return refused({ code: kindByHead(bytes), field })
  const entries = listEntries(bytes)
  if (!entries) return refused({ code: 'damaged-file', field })
  const refusal = refusalOfContents(entries, bytes.length, document_limits)
  if (refusal) return refusal as Outcome<never, OpenCode>
  return done({ bytes, entries: new Map(entries.map(entry => [pathOf(entry.name), entry])), has_macros: holdsMacros(entries) })
}

function kindByHead(bytes: Uint8Array): OpenCode {
  const head = Buffer.from(bytes.subarray(0, 512))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
  if (head.startsWith('{\\rtf')) return 'rich-text'
  return /^(%PDF|<!doctype|<html|<\?xml|MIME-Version)/i.test(head) ? 'other-file' : 'not-document'
}

/**
 * What a part holds; null where there is no such part. Throws DamagedPart where it is not what the list of contents
 * says.
 */
export function bytesAt({ bytes, entries }: OpenDocument, path: string): Buffer | null {
  const entry = entries.get(path)
  if (!entry) return null
  const part = unpackEntry(bytes, entry)
  if (!part) throw new DamagedPart(`${path} is not what the list of contents says`)
  return Buffer.from(part.buffer, part.byteOffset, part.length)
}

/** A part's tree; null where there is no such part. Throws DamagedPart, TooDeep, RefusedPart. */
export function treeAt(document: OpenDocument, path: string): Element | null {
  return readTree(xmlAt(document, path))
}

function xmlAt(document: OpenDocument, path: string): string {
  if ((document.entries.get(path)?.size ?? 0) > document_limits.part) throw new RefusedPart('too-much-unpacked')
  const xml = textOf(bytesAt(document, path) ?? undefined)
  if (declaresType(xml)) throw new RefusedPart('has-dtd')
  return xml
}

export function relationsAt(document: OpenDocument, path: string): Relation[] {
  return relationsOf(path, at => xmlAt(document, at))
}

/** The part that holds the text: by relation, or by what the list of types calls it. */
export function mainPathOf(document: OpenDocument): string | null {
  const by_relation = relationsAt(document, '').find(({ type, is_outside }) => type === 'officedocument' && !is_outside)?.path
  if (by_relation !== undefined && document.entries.has(by_relation)) return by_relation
  const types = xmlAt(document, '[content_types].xml')
  const named = /<(?:\w+:)?Override\b[^>]*wordprocessingml\.(?:document|template)\.main\+xml[^>]*>/i.exec(types)?.[0]
  const by_type = pathOf(/PartName\s*=\s*["']([^"']+)["']/i.exec(named ?? '')?.[1] ?? '')
  return [by_type, 'word/document.xml'].find(path => document.entries.has(path)) ?? null
}
