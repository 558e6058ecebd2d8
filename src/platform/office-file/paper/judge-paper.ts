import { inflateSync } from 'node:zlib'
import { declaresType, holdsMacros, pathOf, refusalOfContents, textOf } from '../contents.ts'
import { isGraveStamp, isStamp } from '../stamp.ts'
import { type Entry, listEntries, unpackEntry } from '../unpack.ts'
import { DamagedPart, walkXml } from '../xml.ts'

/** Kinds of papers that are kept as they came, by media type, each with the endings that its name may have. */
export const paper_kinds = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
} as const satisfies Record<string, readonly string[]>
export type PaperKind = keyof typeof paper_kinds

/** Why a paper is not kept. */
export type PaperCode = 'password-protected' | 'active-paper' | 'has-macros' | 'damaged-file' | 'two-files' | 'secret-file'

/** What is against a paper; null where nothing is. What its bytes are has been judged before. */
export function faultOfPaper(kind: PaperKind, bytes: Buffer): PaperCode | null {
  return kind === 'application/pdf' ? faultOfPdf(bytes) : faultOfDocument(bytes)
}

const zip_end = Buffer.from('PK\x05\x06', 'latin1')
/** What acts by itself when a paper is opened, or is another file inside it. */
const active = /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|XFA)(?![A-Za-z])/

/**
 * A PDF of one piece: it begins as one and ends as one, has no password, and nothing in it acts or is another file.
 * Objects may stand packed in streams, so these are unpacked and looked through as well.
 */
function faultOfPdf(bytes: Buffer): PaperCode | null {
  if (bytes.toString('latin1', 0, 5) !== '%PDF-') return 'damaged-file'
  if (bytes.includes(zip_end)) return 'two-files'
  const end = bytes.lastIndexOf('%%EOF')
  if (end < Math.max(0, bytes.length - 1024)) return 'damaged-file'
  const written = bytes.toString('latin1').replace(hexadecimal, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  if (/\/Encrypt(?![A-Za-z])/.test(written)) return 'password-protected'
  return active.test(written) || packedObjects(bytes).some(objects => active.test(objects)) ? 'active-paper' : null
}

/** A name may be spelled by the numbers of its letters: `/J#53`. */
const hexadecimal = /#([0-9a-fA-F]{2})/g
const most_unpacked = 32 * 1024 * 1024

/** The streams of a PDF that hold objects, unpacked as far as is lawful; one that is not packed was read already. */
function packedObjects(bytes: Buffer): string[] {
  const found: string[] = []
  let left = most_unpacked
  for (let at = bytes.indexOf('/ObjStm'); at >= 0 && left > 0; at = bytes.indexOf('/ObjStm', at + 7)) {
    const from = bytes.indexOf('stream', at)
    const until = from < 0 ? -1 : bytes.indexOf('endstream', from)
    if (until < 0) break
    const start = from + (bytes[from + 6] === 13 ? 8 : 7)
    const objects = inflated(bytes.subarray(start, until), left)
    left -= objects.length
    found.push(objects.replace(hexadecimal, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))))
  }
  return found
}

function inflated(packed: Buffer, most: number): string {
  try {
    return inflateSync(packed, { maxOutputLength: most }).toString('latin1')
  } catch {
    return '' // packed in another way, damaged, or too much: no reader acts by what it cannot unpack
  }
}

const contents_limits = { entries: 2000, unpacked: 100 * 1024 * 1024, ratio: 100 }

/** A document of Word that holds together, without programs, and without the stamp of a state secret. */
function faultOfDocument(bytes: Buffer): PaperCode | null {
  const entries = listEntries(bytes)
  if (!entries || bytes.toString('latin1', 0, 2) !== 'PK') return 'damaged-file'
  const refusal = refusalOfContents(entries, bytes.length, contents_limits)
  if (refusal) return refusal.problems[0]!.code === 'password-protected' ? 'password-protected' : 'damaged-file'
  if (holdsMacros(entries)) return 'has-macros'
  try {
    return bearsStamp(bytes, entries) ? 'secret-file' : null
  } catch (error) {
    if (error instanceof DamagedPart) return 'damaged-file'
    throw error
  }
}

const written_part = /^word\/(?:document|header\d*|footer\d*)\.xml$/

function bearsStamp(bytes: Buffer, entries: readonly Entry[]): boolean {
  const parts = entries.filter(({ name }) => written_part.test(pathOf(name)))
  if (!parts.some(({ name }) => pathOf(name) === 'word/document.xml')) throw new DamagedPart('it has no text')
  return parts.some(entry => linesOf(textOf(unpackEntry(bytes, entry) ?? undefined)).some(line => isStamp(line) || isGraveStamp(line)))
}

/** The lines of a part: a paragraph each. */
function linesOf(xml: string): string[] {
  if (xml === '' || declaresType(xml)) throw new DamagedPart('it cannot be read')
  const lines: string[] = []
  let line = ''
  walkXml(xml, {
    text: text => {
      line += text
    },
    close: name => {
      if (name !== 'p') return
      lines.push(line.normalize('NFC').replace(/\s+/g, ' ').trim())
      line = ''
    },
  })
  return lines
}
