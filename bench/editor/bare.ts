import { baseKeymap } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import { Schema } from 'prosemirror-model'
import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'

/** ProseMirror with nothing of ours: paragraphs and one inline atom, over the same words. */
const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: { content: 'inline*', toDOM: () => ['p', 0] },
    text: { group: 'inline' },
    token: { group: 'inline', inline: true, atom: true, toDOM: () => ['span', { class: 'token' }, '15'] },
  },
})

const lines = (document.querySelector('textarea')!.value ?? '').split('\n\n')
const paragraphs = lines.map(line =>
  schema.node(
    'paragraph',
    null,
    line
      .split(/(\{[^}]*\})/)
      .filter(part => part !== '')
      .map(part => (part.startsWith('{') ? schema.node('token') : schema.text(part))),
  ),
)
document.querySelector('textarea')!.hidden = true
new EditorView(document.body, { state: EditorState.create({ doc: schema.node('doc', null, paragraphs), plugins: [keymap(baseKeymap)] }) })
