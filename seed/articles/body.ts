import type { Block, Inline } from '../../src/publishing/newsroom/index.ts'

/** A paragraph in one line: `{f15}` stands for the number with that mark. */
export function paragraph(text: string): Block {
  return { type: 'paragraph', content: inlineOf(text) }
}

export function heading(text: string): Block {
  return { type: 'heading', text }
}

export function note(text: string): Block {
  return { type: 'note', content: inlineOf(text) }
}

export function quotation(text: string, source: string): Block {
  return { type: 'quotation', text, source }
}

export function list(...items: string[]): Block {
  return { type: 'list', items: items.map(inlineOf) }
}

function inlineOf(text: string): Inline[] {
  return text
    .split(/(\{[^}]+\})/)
    .filter(piece => piece !== '')
    .map(piece => (piece.startsWith('{') ? { cite: piece.slice(1, -1) } : { text: piece }))
}
