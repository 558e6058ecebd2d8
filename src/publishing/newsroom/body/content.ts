import type { Block, Inline } from './declaration.ts'

/** All running text of a block, piece by piece: what may hold numbers of the register. */
export function contentOf(block: Block): Inline[] {
  if ('items' in block) return block.items.flat()
  if ('head' in block) return [block.head, ...block.rows].flat(2)
  return 'content' in block ? block.content : []
}

/** The marks that a body refers to, in the order of the text, each once. */
export function marksIn(body: readonly Block[]): string[] {
  return [...new Set(body.flatMap(contentOf).flatMap(inline => ('cite' in inline ? [inline.cite] : [])))]
}

/** The same block with each piece of its running text made anew. */
export function withContent(block: Block, change: (content: Inline[]) => Inline[]): Block {
  if ('items' in block) return { ...block, items: block.items.map(change) }
  if ('head' in block) return { ...block, head: block.head.map(change), rows: block.rows.map(row => row.map(change)) }
  return 'content' in block ? { ...block, content: change(block.content) } : block
}
