import type { DocumentFinding } from './findings.ts'

/** Running text; `note` is the place of a note in the document's list. */
export type DocumentInline = { text: string; strong?: true; emphasis?: true; href?: string } | { note: number }

/** An item of a list: how deep it stands (from 0), and whether it is numbered there. */
export type DocumentItem = { depth: number; ordered: boolean; content: DocumentInline[] }

/** A cell as it is seen: what covers several columns or rows stands once, at the first of its columns (from 0). */
export type DocumentCell = { content: DocumentInline[]; column: number; columns: number; rows: number }

/**
 * What a document says, as an editor thinks of it. A heading's level is from 1 to 9; `title` is the title of the whole.
 * `picture` is the place of one in the document's list.
 */
export type DocumentBlock =
  | { type: 'heading'; level: number; is_title?: true; content: DocumentInline[] }
  | { type: 'paragraph'; content: DocumentInline[] }
  | { type: 'quotation'; content: DocumentInline[] }
  | { type: 'list'; start: number; items: DocumentItem[] }
  | { type: 'table'; columns: number; head_rows: number; rows: DocumentCell[][] }
  | { type: 'picture'; picture: number; alt: string; caption: string; credit: string }

export type DocumentNote = { kind: 'footnote' | 'endnote'; content: DocumentInline[] }

/**
 * A picture of the document, each once: the path of its part, what its bytes say that it is, and its size in pixels.
 * `size` is in bytes.
 */
export type DocumentPicture = {
  path: string
  media_type: 'image/jpeg' | 'image/png' | 'image/webp'
  width: number
  height: number
  size: number
}

export type WordDocument = { blocks: DocumentBlock[]; notes: DocumentNote[]; pictures: DocumentPicture[]; findings: DocumentFinding[] }

/** The words of running text, without its notes. */
export function plainText(content: readonly DocumentInline[]): string {
  return content.map(inline => ('text' in inline ? inline.text : '')).join('')
}
