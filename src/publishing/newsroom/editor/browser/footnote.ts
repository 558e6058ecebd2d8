import { type Command, type EditorState, NodeSelection } from 'prosemirror-state'
import { oneLine } from '../../../../basis/shared/vietnamese.ts'
import { atoms } from '../../body/declaration.ts'
import { schema } from '../doc/schema.ts'
import { openDialog, question } from './dialog.ts'
import { element } from './node-views.ts'
import type { EditorWords } from './words.ts'

/** What the chosen footnote says; null where none is chosen. */
export function chosenFootnote({ selection }: EditorState): string | null {
  return selection instanceof NodeSelection && selection.node.type.name === 'footnote' ? String(selection.node.attrs.name) : null
}

/** Asks what a footnote says: a new one behind the selected words, or the chosen one; without words it goes. */
export function footnoteDialog(words: EditorWords): Command {
  return (state, _dispatch, view) => {
    const chosen = chosenFootnote(state)
    const { $to } = state.selection
    if (chosen === null && !$to.parent.canReplaceWith($to.index(), $to.index(), schema.nodes.footnote!)) return false
    if (!view) return true
    const dialog = openDialog(view, words.footnote_title, words)
    const input = element('textarea', { rows: '4', maxlength: String(atoms.footnote.most) })
    input.value = chosen ?? ''
    const form = element('form')
    form.append(question(words.footnote_says, input, 'editor-footnote'), element('button', { type: 'submit' }, words.apply))
    form.addEventListener('submit', event => {
      event.preventDefault()
      const says = oneLine(input.value)
      const { from, to } = view.state.selection
      const nodes = says === '' ? [] : [schema.node('footnote', { name: says })]
      view.dispatch(view.state.tr.replaceWith(chosen === null ? to : from, to, nodes).scrollIntoView())
      dialog.close()
    })
    dialog.append(form)
    input.focus()
    return true
  }
}
