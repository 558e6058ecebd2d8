import { type AttributeSpec, type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model'
import { lookUp } from '../../../../basis/shared/look-up.ts'
import { atoms, type BlockKind, block_kinds, type Field, looks } from '../../body/declaration.ts'
import { looks_in_dom, rulesOf, shownAs } from './dom.ts'

/** What a node holds, by what its block does. */
const held = {
  words: { content: 'text*', marks: '', defining: true },
  content: { content: 'inline*' },
  items: { content: 'item+' },
  cells: { content: 'row+', isolating: true },
  nothing: { atom: true, selectable: true, draggable: true },
} as const

/**
 * The schema of the editor, made of the declaration of a body: a node for each kind of block, called as it is; a mark
 * for each look; a node for each atom. A citation stands whole in its token: which figure, asked how, printed how.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    ...Object.fromEntries(Object.entries<BlockKind>(inOrder()).map(([type, kind]) => [type, blockSpec(type, kind)])),
    item: { content: 'inline*', defining: true, toDOM: () => ['li', 0], parseDOM: [{ tag: 'li' }] },
    row: { content: '(head_cell | cell)+', toDOM: () => ['tr', 0], parseDOM: [{ tag: 'tr' }] },
    cell: cellSpec('td'),
    head_cell: cellSpec('th'),
    text: { group: 'inline' },
    ...Object.fromEntries(Object.keys(atoms).map(name => [name, atomSpec(name)])),
  },
  marks: Object.fromEntries(Object.entries<Field>(looks).map(([name, field]) => [name, lookSpec(name, field)])),
})

/** A paragraph first: it is what ProseMirror makes where it has to fill a place. */
function inOrder(): Record<string, BlockKind> {
  const { paragraph, ...others } = block_kinds
  return { paragraph, ...others }
}

function blockSpec(type: string, { holds, fields }: BlockKind): NodeSpec {
  return { group: 'block', ...held[holds], attrs: attributesOf(fields), toDOM: node => shownAs(type, node.attrs), parseDOM: rulesOf(type) }
}

function attributesOf(fields: Readonly<Record<string, Field>>): Record<string, AttributeSpec> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, { kind }]) => [name, { default: kind === 'only' ? null : kind === 'row' ? 0 : '' }]),
  )
}

function cellSpec(tag: string): NodeSpec {
  return { content: 'inline*', isolating: true, toDOM: () => [tag, 0], parseDOM: [{ tag }] }
}

/** A citation keeps its question with it; another atom keeps its one field, as `name`. */
function atomSpec(name: string): NodeSpec {
  const attrs: Record<string, AttributeSpec> = name === 'cite' ? { figure: {}, parameters: { default: {} }, printed: {} } : { name: {} }
  return { group: 'inline', inline: true, atom: true, attrs, toDOM: node => shownAs(name, node.attrs), parseDOM: rulesOf(name) }
}

function lookSpec(name: string, { kind }: Field): MarkSpec {
  const { tag, parse } = lookUp(looks_in_dom, name)!
  return {
    ...(kind === 'address' && { attrs: { address: {} }, inclusive: false }),
    toDOM: mark => [tag, kind === 'address' ? { href: String(mark.attrs.address) } : {}, 0],
    parseDOM: parse,
  }
}
