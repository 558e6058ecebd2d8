import { toggleMark } from 'prosemirror-commands'
import type { Node } from 'prosemirror-model'
import { type Command, NodeSelection, type Selection, TextSelection } from 'prosemirror-state'
import { schema } from '../doc/schema.ts'
import { isInTable, newTable } from './table.ts'
import { kindOf, spelledOut, turnInto } from './turn-into.ts'

export const strong = toggleMark(schema.marks.strong!)
export const emphasis = toggleMark(schema.marks.emphasis!)

/** A link over the selection; `address` empty takes it away. */
export function link(address: string): Command {
  return (state, dispatch) => {
    const { from, to } = state.selection
    const mark = schema.marks.href!
    dispatch?.(address === '' ? state.tr.removeMark(from, to, mark) : state.tr.addMark(from, to, mark.create({ address })))
    return true
  }
}

/** Backspace at the beginning of an item, a heading, a note: first it becomes a paragraph. */
export const plainAtStart: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parentOffset > 0 || ['paragraph', 'cell', 'head_cell'].includes($from.parent.type.name)) return false
  return turnInto({ type: 'paragraph' })(state, dispatch)
}

/** Enter in an item without words ends the list. */
export const leaveList: Command = (state, dispatch) => {
  const { $from } = state.selection
  if ($from.parent.type.name !== 'item' || $from.parent.content.size > 0) return false
  return turnInto({ type: 'paragraph' })(state, dispatch)
}

/** An atom beside the cursor is chosen first, so that it is said what goes; the next press deletes it. */
export function chooseAtom(direction: -1 | 1): Command {
  return (state, dispatch) => {
    const { $from, empty } = state.selection
    const node = direction < 0 ? $from.nodeBefore : $from.nodeAfter
    if (!empty || !node?.isInline || node.isText || !node.isAtom) return false
    dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, direction < 0 ? $from.pos - node.nodeSize : $from.pos)))
    return true
  }
}

/** Where a paragraph would join a heading or a quotation, which hold no numbers, these are spelled out first. */
export const spellOutBeforeJoin: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.depth !== 1 || $from.parentOffset > 0) return false
  const before = $from.index(0) === 0 ? null : state.doc.child($from.index(0) - 1)
  const has_atoms = $from.parent.children.some(child => !child.isText)
  if (!before || kindOf(before)?.holds !== 'words' || !has_atoms) return false
  const tr = state.tr.replaceWith($from.start(), $from.end(), spelledOut($from.parent.content))
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, $from.pos)))
  return true
}

/** A paragraph behind the block of the cursor: the way out of a table or a picture. */
export const goBehind: Command = (state, dispatch) => {
  const { selection } = state
  const { $to } = selection
  const at = selection instanceof NodeSelection && $to.depth === 0 ? $to.pos : $to.after(1)
  const tr = state.tr.insert(at, schema.node('paragraph'))
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView())
  return true
}

/** A new block behind the one of the cursor, or in the place of an empty paragraph; `choose` says what is chosen then. */
function insertBlock(node: Node, choose: (doc: Node, at: number) => Selection): Command {
  return (state, dispatch) => {
    const { $from } = state.selection
    if ($from.depth === 0) return false
    const is_empty = $from.depth === 1 && $from.parent.content.size === 0
    const from = is_empty ? $from.before(1) : $from.after(1)
    const tr = state.tr.replaceWith(from, $from.after(1), node)
    dispatch?.(tr.setSelection(choose(tr.doc, from)).scrollIntoView())
    return true
  }
}

export const insertTable: Command = (state, dispatch) =>
  !isInTable(state) && insertBlock(newTable(), (doc, at) => TextSelection.near(doc.resolve(at + 3)))(state, dispatch)

export function insertThing(type: 'picture' | 'photo' | 'document', attrs: Record<string, unknown>): Command {
  return insertBlock(schema.node(type, attrs), (doc, at) => NodeSelection.create(doc, at))
}
