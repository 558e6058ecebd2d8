import type { DocumentInline } from './document.ts'
import type { Tell } from './findings.ts'
import type { Piece, TextPiece } from './flow/flow.ts'

/** Finds the place of a note in the document's list. Null where there is no such note. */
export type NotePlace = (note: { kind: 'footnote' | 'endnote'; id: string }) => number | null

const unfit = /[\u202a-\u202e\u2066-\u2069\ufeff]|[^\P{Cc}\s]/gu
/** A place where a word may be cut, and signs that only a font of its own draws. */
const unseen = /[\u00ad\u200b\u2060]/g
export const unknown_sign = '□'
const private_signs = /[\ue000-\uf8ff]/g

/**
 * Pieces as running text: NFC, blanks single and at no end, neighbours of one look in one piece, and no sign that a
 * text of ours may not hold.
 */
export function runningText(pieces: readonly Piece[], notePlace: NotePlace, tell: Tell): DocumentInline[] {
  const inlines: DocumentInline[] = []
  for (const piece of pieces) {
    if ('text' in piece) add(inlines, inlineOf(piece, tell))
    else if ('ends_line' in piece) add(inlines, { text: ' ' })
    else if ('note' in piece) {
      const note = notePlace(piece.note)
      if (note !== null) inlines.push({ note })
    }
  }
  return trimmed(inlines)
}

function inlineOf({ text, strong, emphasis, href }: TextPiece, tell: Tell): Extract<DocumentInline, { text: string }> {
  return { text: seen(text, tell), ...(strong && { strong }), ...(emphasis && { emphasis }), ...(href !== undefined && { href }) }
}

function seen(text: string, tell: Tell): string {
  const whole = text
    .toWellFormed()
    .replace(/[\t\r\n\v\f\u0085\u2028\u2029]/g, ' ')
    .replace(unseen, '')
  const fit = whole.replace(unfit, '')
  if (fit !== whole) tell('unfit-signs', whole)
  const known = fit.replace(private_signs, unknown_sign)
  if (known !== fit) tell('unknown-symbol', known)
  return known
}

/** A mark that stands alone belongs to the letter before, whatever the look of either. */
function add(inlines: DocumentInline[], inline: Extract<DocumentInline, { text: string }>): void {
  const last = inlines.at(-1)
  if (inline.text === '') return
  if (!last || !('text' in last)) inlines.push(inline)
  else if (isLike(last, inline)) last.text = oneSpelling(last.text + inline.text)
  else {
    const marks = /^\p{M}*/u.exec(inline.text)![0]
    const blank = /\s$/.test(last.text) ? inline.text.slice(marks.length).trimStart() : inline.text.slice(marks.length)
    last.text = oneSpelling(last.text + marks)
    if (blank !== '') inlines.push({ ...inline, text: oneSpelling(blank) })
  }
  const added = inlines.at(-1)!
  if ('text' in added) added.text = oneSpelling(added.text)
}

/** A blank that must not break stays one. */
function oneSpelling(text: string): string {
  return text.normalize('NFC').replace(/[ \u2002-\u200a\u205f\u3000]+/g, ' ')
}

/** A blank has no look: it goes with what stands before. */
function isLike(
  last: Extract<DocumentInline, { text: string }>,
  { text, strong, emphasis, href }: Extract<DocumentInline, { text: string }>,
): boolean {
  if (text.trim() === '' && href === last.href) return true
  return last.strong === strong && last.emphasis === emphasis && last.href === href
}

function trimmed(inlines: DocumentInline[]): DocumentInline[] {
  const first = inlines[0]
  if (first && 'text' in first) first.text = first.text.replace(/^ +/, '')
  const last = inlines.at(-1)
  if (last && 'text' in last) last.text = last.text.replace(/ +$/, '')
  const kept = inlines.filter(inline => !('text' in inline) || inline.text !== '')
  return kept.length < inlines.length ? trimmed(kept) : kept
}

/** Several running texts as one, with a blank between them. */
export function joinedText(texts: readonly DocumentInline[][]): DocumentInline[] {
  const inlines: DocumentInline[] = []
  for (const text of texts.filter(text => text.length > 0)) {
    if (inlines.length > 0) add(inlines, { text: ' ' })
    for (const inline of text) {
      if ('text' in inline) add(inlines, { ...inline })
      else inlines.push(inline)
    }
  }
  return trimmed(inlines)
}
