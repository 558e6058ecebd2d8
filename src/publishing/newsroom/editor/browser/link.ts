import type { Command } from 'prosemirror-state'
import { safeUrl } from '../../../../basis/shared/address/safe-url.ts'
import { schema } from '../doc/schema.ts'
import { link } from './commands.ts'
import { openDialog, question } from './dialog.ts'
import { element } from './node-views.ts'
import type { EditorWords } from './words.ts'

/** Asks where the selected words lead to. */
export function linkDialog(words: EditorWords): Command {
  return (state, _dispatch, view) => {
    if (state.selection.empty) return false
    if (!view) return true
    const { from, to } = state.selection
    let before = ''
    state.doc.nodesBetween(from, to, node => {
      before ||= String(schema.marks.href!.isInSet(node.marks)?.attrs.address ?? '')
    })
    const dialog = openDialog(view, words.link_title, words)
    const input = element('input', { type: 'text', value: before, autocomplete: 'off', 'aria-describedby': 'editor-link-hint' })
    const hint = element('p', { class: 'hint', id: 'editor-link-hint' }, words.link_hint)
    const form = element('form')
    form.append(question(words.link_address, input, 'editor-link'), hint, element('button', { type: 'submit' }, words.apply))
    form.addEventListener('submit', event => {
      event.preventDefault()
      const typed = input.value.trim()
      const address = typed === '' ? '' : safeUrl(typed)
      hint.textContent = address === null ? words.link_wrong : words.link_hint
      if (address === null) return input.focus()
      link(address)(view.state, view.dispatch)
      dialog.close()
    })
    dialog.append(form)
    input.focus()
    return true
  }
}
