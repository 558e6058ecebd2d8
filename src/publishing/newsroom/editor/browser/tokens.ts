import { Fragment, type Node, Slice } from 'prosemirror-model'
import { type Command, NodeSelection, Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { kindOf, spelledOut } from './turn-into.ts'
import type { EditorWords } from './words.ts'

/** `#` asks for a figure where a word could begin, or over selected words; a token or a footnote opens with a double click. */
export function figureKeys(pick: Command, edit: Command): Plugin {
  return new Plugin({
    props: {
      handleTextInput: (view, from, to, text) => {
        if (text !== '#' || view.composing || !beginsWord(view, from, to)) return false
        return pick(view.state, view.dispatch, view)
      },
      handleDoubleClickOn: (view, _pos, node, at) => {
        if (!node.isInline || node.isText || !node.isAtom) return false
        view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, at)))
        return edit(view.state, view.dispatch, view)
      },
    },
  })
}

function beginsWord(view: EditorView, from: number, to: number): boolean {
  const { doc } = view.state
  const $from = doc.resolve(from)
  if (kindOf($from.parent)?.holds === 'words') return false
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 1), $from.parentOffset, ' ', ' ')
  return from < to || before === '' || /[\s(«“"]/.test(before)
}

/** Says a number or a footnote that was chosen, so that whoever cannot see the page knows what the next press deletes. */
export function sayChosen(told: HTMLElement, words: EditorWords): Plugin {
  return new Plugin({
    view: () => ({
      update: ({ state: { selection } }, before) => {
        if (!(selection instanceof NodeSelection) || selection.eq(before.selection) || !selection.node.isInline) return
        const { printed, figure, name } = selection.node.attrs
        told.textContent = selection.node.type.name === 'footnote' ? words.chosen_footnote(name) : words.chosen(printed || figure, figure)
      },
    }),
  })
}

/** Into a heading or a quotation numbers are pasted as the words that they are. */
export function spellOutPasted(slice: Slice, view: EditorView): Slice {
  if (kindOf(view.state.selection.$from.parent)?.holds !== 'words') return slice
  const spelled = (content: Fragment): Fragment =>
    content.firstChild?.isInline
      ? spelledOut(content)
      : Fragment.from(content.content.map((node: Node) => node.copy(spelled(node.content))))
  return new Slice(spelled(slice.content), slice.openStart, slice.openEnd)
}
