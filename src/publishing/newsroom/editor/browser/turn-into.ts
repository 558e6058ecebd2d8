import { Fragment, type Node, type ResolvedPos } from 'prosemirror-model'
import { type Command, type EditorState, TextSelection } from 'prosemirror-state'
import { lookUp } from '../../../../basis/shared/look-up.ts'
import { type BlockKind, type BlockType, block_kinds } from '../../body/declaration.ts'
import { schema } from '../doc/schema.ts'

export function kindOf(node: Node): BlockKind | undefined {
  return lookUp<BlockKind>(block_kinds, node.type.name)
}

/** Running text without its atoms: a number becomes the words that stood for it, a footnote stands in brackets. */
export function spelledOut(content: Fragment): Fragment {
  return Fragment.from(content.content.flatMap(node => (node.isText ? [node.mark([])] : wordsOf(node))))
}

function wordsOf(node: Node): Node[] {
  const words = node.type.name === 'footnote' ? ` (${node.attrs.name})` : String(node.attrs.printed || node.attrs.figure || '')
  return words === '' ? [] : [schema.text(words)]
}

export type Look = { type: BlockType; attrs?: Record<string, unknown> }

/**
 * Makes of the selected blocks and items what is asked for; what is it already becomes a paragraph. Nothing is lost: a
 * heading holds no number of the register, so there it is spelled out.
 */
export function turnInto(look: Look): Command {
  return (state, dispatch) => {
    const chosen = chosenIn(state)
    if (!chosen) return false
    if (!dispatch) return true
    const is_back = chosen.blocks.every(block => isLook(block, look))
    const nodes = [
      ...listOf(chosen, chosen.before, 0),
      ...made(chosen.lines, is_back ? { type: 'paragraph' } : look),
      ...listOf(chosen, chosen.after, chosen.blocks.length - 1),
    ]
    const tr = state.tr.replaceWith(chosen.from, chosen.to, nodes)
    const at = chosen.before.length + chosen.line
    const place = placeOf(tr.doc, chosen.from, at, state.selection.$from.parentOffset)
    const end = state.selection.empty
      ? place
      : placeOf(tr.doc, chosen.from, chosen.before.length + chosen.lines.length - 1, state.selection.$to.parentOffset)
    dispatch(tr.setSelection(TextSelection.create(tr.doc, place, end)).scrollIntoView())
    return true
  }
}

/** Whether a block looks so. What somebody writes into its fields makes it no other. */
export function isLook(node: Node, { type, attrs = {} }: Look): boolean {
  const { fields }: BlockKind = block_kinds[type]
  const looks = Object.entries(fields).filter(([, { kind }]) => kind === 'only')
  return node.type.name === type && looks.every(([name]) => lookUp(node.attrs, name) === (lookUp(attrs, name) ?? null))
}

type Chosen = { from: number; to: number; blocks: Node[]; before: Fragment[]; lines: Fragment[]; after: Fragment[]; line: number }

/** The blocks of the selection, line by line; null where one of them holds no lines. */
function chosenIn({ doc, selection: { $from, $to } }: EditorState): Chosen | null {
  if ($from.depth === 0 || $to.depth === 0) return null
  const [first, last] = [$from.index(0), $to.index(0)]
  const blocks = doc.children.slice(first, last + 1)
  if (blocks.some(block => !linesOf(block))) return null
  const itemAt = ($pos: ResolvedPos) => (kindOf($pos.node(1))?.holds === 'items' ? $pos.index(1) : 0)
  const lines = blocks.flatMap(block => linesOf(block)!)
  const behind = linesOf(blocks.at(-1)!)!.length - 1 - itemAt($to)
  const ahead = itemAt($from)
  return {
    ...{ from: $from.posAtIndex(first, 0), to: $from.posAtIndex(last + 1, 0), blocks, line: 0 },
    ...{ before: lines.slice(0, ahead), lines: lines.slice(ahead, lines.length - behind), after: lines.slice(lines.length - behind) },
  }
}

function linesOf(block: Node): Fragment[] | null {
  if (kindOf(block)?.holds === 'items') return block.children.map(item => item.content)
  return block.isTextblock ? [block.content] : null
}

function listOf({ blocks }: Chosen, lines: Fragment[], at: number): Node[] {
  return lines.length === 0
    ? []
    : [
        schema.node(
          blocks.at(at)!.type,
          blocks.at(at)!.attrs,
          lines.map(line => schema.node('item', null, line)),
        ),
      ]
}

function made(lines: Fragment[], { type, attrs = {} }: Look): Node[] {
  const { holds }: BlockKind = block_kinds[type]
  if (holds === 'items')
    return [
      schema.node(
        type,
        attrs,
        lines.map(line => schema.node('item', null, line)),
      ),
    ]
  return lines.map(line => schema.node(type, attrs, holds === 'words' ? spelledOut(line) : line))
}

/** Where a line stands behind `from`, counted in lines; no further in than it is long. */
function placeOf(doc: Node, from: number, line: number, offset: number): number {
  let left = line
  let place = from + 1
  doc.nodesBetween(from, doc.content.size, (node, pos) => {
    if (!node.isTextblock) return left >= 0
    if (left === 0) place = pos + 1 + Math.min(offset, node.content.size)
    left -= 1
    return false
  })
  return place
}
