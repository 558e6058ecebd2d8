import { declaresType, holdsMacros, pathOf, refusalOfContents, textOf } from '../contents.ts'
import { isGraveStamp, isStamp } from '../stamp.ts'
import { type Entry, listEntries, unpackEntry } from '../unpack.ts'
import { DamagedPart, walkXml } from '../xml.ts'
import { faultOfPdf } from './judge-pdf.ts'

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
