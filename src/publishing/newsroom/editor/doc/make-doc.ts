import type { Mark, Node } from 'prosemirror-model'
import type { CitedBody, CitedInText } from '../../body/citation.ts'
import { type Block, type BlockKind, block_kinds, type Inline, type Words } from '../../body/declaration.ts'
import { schema } from './schema.ts'

/** A body as the editor holds it: `readDoc` gives the same one back. */
export function makeDoc({ body, citations }: CitedBody): Node {
  const by_mark = new Map(citations.map(citation => [citation.mark, citation]))
  const blocks = body.map(block => nodeOf(block, by_mark))
  return schema.node('doc', null, blocks.length > 0 ? blocks : [schema.node('paragraph')])
}

type ByMark = ReadonlyMap<string, CitedInText>

function nodeOf(block: Block, by_mark: ByMark): Node {
  const { fields }: BlockKind = block_kinds[block.type]
  const attrs = Object.fromEntries(Object.entries(block).filter(([name]) => Object.hasOwn(fields, name)))
  return schema.node(block.type, attrs, nodesIn(block, by_mark))
}

function nodesIn(block: Block, by_mark: ByMark): Node[] {
  const inline = (content: Inline[]) => content.map(piece => pieceOf(piece, by_mark))
  if ('items' in block) return block.items.map(item => schema.node('item', null, inline(item)))
  if ('head' in block)
    return [block.head, ...block.rows].map((row, i) =>
      schema.node(
        'row',
        null,
        row.map(cell => schema.node(i === 0 ? 'head_cell' : 'cell', null, inline(cell))),
      ),
    )
  if ('content' in block) return inline(block.content)
  return 'text' in block ? [schema.text(block.text)] : []
}

function pieceOf(piece: Inline, by_mark: ByMark): Node {
  if ('text' in piece) return schema.text(piece.text, marksOf(piece))
  const [[name, value]] = Object.entries(piece) as [[string, string]]
  if (name !== 'cite') return schema.node(name, { name: value })
  const { figure, parameters, printed } = by_mark.get(value)!
  return schema.node('cite', { figure, parameters, printed })
}

function marksOf({ text: _, ...seen }: Words): Mark[] {
  return Object.entries(seen).map(([name, value]) => schema.mark(name, typeof value === 'string' ? { address: value } : null))
}
