import type { Command } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Act } from './acts.ts'
import { element } from './node-views.ts'
import { sayKey } from './toolbar.ts'
import type { EditorWords } from './words.ts'

/** A dialog over the page. What stands in it is no part of the article's form; closed, it is gone, and the text has the keyboard again. */
export function openDialog(view: EditorView, title: string, words: EditorWords): HTMLDialogElement {
  const dialog = element('dialog', { class: 'editor-dialog', 'aria-label': title })
  const close = element('button', { type: 'button', class: 'quiet' }, words.close)
  close.addEventListener('click', () => dialog.close())
  dialog.append(element('h2', {}, title), close)
  dialog.addEventListener('close', () => {
    dialog.remove()
    view.focus()
  })
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}

/** Every key, in one table. */
export function helpDialog(acts: () => readonly Act[], words: EditorWords): Command {
  return (_state, _dispatch, view) => {
    if (!view) return true
    const dialog = openDialog(view, words.keys_title, words)
    const list = element('dl', { class: 'facts' })
    const lines = [...acts().map(({ key, name }) => [sayKey(key), words.acts[name]] as const), ...words.more_keys]
    for (const [key, means] of lines) list.append(element('dt', {}, key), element('dd', {}, means))
    dialog.append(list)
    return true
  }
}

/** One question of a dialog, with its label. */
export function question(label: string, input: HTMLElement, id: string): HTMLElement {
  const field = element('div', { class: 'field' })
  input.id = id
  field.append(element('label', { for: id }, label), input)
  return field
}
