import type { Block, Inline } from './declaration.ts'

/** The stretches of running text in a block: a paragraph is one, and so is each item and each cell. */
export function runsOf(block: Block): Inline[][] {
  if ('items' in block) return block.items
  if ('head' in block) return [block.head, ...block.rows].flat()
  return 'content' in block ? [block.content] : []
}

/** All running text of a block, piece by piece: what may hold numbers of the register. */
export function contentOf(block: Block): Inline[] {
  return runsOf(block).flat()
}

/** How running text reads, each number as it is printed; its footnotes are read by themselves. */
export function wordsOf(content: readonly Inline[], printed: ReadonlyMap<string, string>): string {
  return content.map(piece => ('text' in piece ? piece.text : 'cite' in piece ? (printed.get(piece.cite) ?? '') : '')).join('')
}

/** Whether an item can be drawn as a bar: a label, and one number of the register. */
export function isBar(item: readonly Inline[]): boolean {
  const numbers = item.filter(piece => 'cite' in piece)
  return numbers.length === 1 && item.some(piece => 'text' in piece && /\p{L}|\p{N}/u.test(piece.text))
}

/** The marks that a body refers to, in the order of the text, each once. */
export function marksIn(body: readonly Block[]): string[] {
  return [...new Set(body.flatMap(contentOf).flatMap(inline => ('cite' in inline ? [inline.cite] : [])))]
}

/** What the footnotes of running text say, in its order. */
export function footnotesOf(content: readonly Inline[]): string[] {
  return content.flatMap(piece => ('footnote' in piece ? [piece.footnote] : []))
}

/** The same of a whole body. */
export function footnotesIn(body: readonly Block[]): string[] {
  return footnotesOf(body.flatMap(contentOf))
}

/** The same block with each piece of its running text made anew. */
export function withContent(block: Block, change: (content: Inline[]) => Inline[]): Block {
  if ('items' in block) return { ...block, items: block.items.map(change) }
  if ('head' in block) return { ...block, head: block.head.map(change), rows: block.rows.map(row => row.map(change)) }
  return 'content' in block ? { ...block, content: change(block.content) } : block
}
