import { history } from 'prosemirror-history'
import { type Command, EditorState, Plugin } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { lookUp } from '../../../../basis/shared/look-up.ts'
import { oneLine } from '../../../../basis/shared/vietnamese.ts'
import { parseStructured } from '../../body/parse-structured.ts'
import { printStructured } from '../../body/print-structured.ts'
import { makeDoc } from '../doc/make-doc.ts'
import { key_acts, table_acts, textActs } from './acts.ts'
import type { PageOptions } from './answers.ts'
import { autosave } from './autosave.ts'
import { bodyOf, numberCheck } from './check.ts'
import { insertThing } from './commands.ts'
import { helpDialog } from './dialog.ts'
import { chosenFootnote, footnoteDialog } from './footnote.ts'
import { keysOf } from './keys.ts'
import { linkDialog } from './link.ts'
import { element, nodeViews } from './node-views.ts'
import { PasteParser, type PasteReport } from './paste.ts'
import { openPicker } from './picker.ts'
import { evenTables } from './table.ts'
import { figureKeys, sayChosen, spellOutPasted } from './tokens.ts'
import { toolbar } from './toolbar.ts'
import type { EditorWords } from './words.ts'

/**
 * The editor in the place of the text field `body`: what it holds is sent in that field, as structured text. A text
 * that cannot be read stays in its field, with what was said about it.
 */
export function openEditor(form: HTMLFormElement, options: PageOptions, words: EditorWords): EditorView | null {
  const area = form.elements.namedItem('body') as HTMLTextAreaElement
  const read = area.value.trim() === '' ? makeDoc({ body: [], citations: [] }) : docIn(area.value)
  if (!read) return null
  const around = element('div', { class: 'editor' })
  const told = element('p', { role: 'status', class: 'hint told' })
  const saved = element('p', { role: 'status', class: 'hint saved' })
  const beside = element('p', { role: 'status', class: 'hint beside' })
  const list = element('section', { class: 'check-list', 'aria-label': words.check_title })
  area.before(saved, beside, around, told)
  area.hidden = true
  area.parentElement?.classList.add('has-editor')
  for (const syntax of form.querySelectorAll<HTMLElement>('#body-hint, [data-syntax]')) syntax.hidden = true
  const view = new EditorView(around, {
    state: EditorState.create({
      doc: read,
      plugins: [...pluginsOf(form, options, words, { told, list }), autosave({ form, options, words, told: saved, beside })],
    }),
    nodeViews: nodeViews(words, options),
    clipboardParser: new PasteParser(report => sayPasted(told, words, report)),
    transformPasted: spellOutPasted,
    attributes: attributesOf(form, area),
  })
  told.after(list)
  form.addEventListener('formdata', event => event.formData.set('body', printStructured(bodyOf(view))))
  return view
}

function docIn(text: string): ReturnType<typeof makeDoc> | null {
  const read = parseStructured(text)
  return read.ok ? makeDoc(read.value) : null
}

/** The editor takes over the name and the description of its field. */
function attributesOf(form: HTMLFormElement, area: HTMLTextAreaElement): Record<string, string> {
  const label = form.querySelector<HTMLLabelElement>(`label[for="${area.id}"]`)
  if (label) label.id = 'editor-label'
  const described = area.getAttribute('aria-describedby')?.replace('body-hint', '').trim()
  const { id } = area
  area.id = `${id}-text`
  return {
    ...{
      id,
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-labelledby': 'editor-label',
      class: 'prose',
      lang: 'vi',
      spellcheck: 'false',
    },
    ...(described && { 'aria-describedby': described }),
  }
}

type Beside = { told: HTMLElement; list: HTMLElement }

function pluginsOf(form: HTMLFormElement, options: PageOptions, words: EditorWords, { told, list }: Beside) {
  const { figures, scenes, photos, documents, addresses } = options
  const footnote = footnoteDialog(words)
  const pick: Command = (_state, _dispatch, view) => {
    if (view) openPicker(view, { figures, words, address: addresses.figure })
    return true
  }
  /** Of what was chosen in the text. */
  const edit: Command = (state, dispatch, view) => (chosenFootnote(state) === null ? pick : footnote)(state, dispatch, view)
  const acts = textActs({
    figure: pick,
    href: linkDialog(words),
    footnote,
    picture: insertThing('picture', { scene: scenes[0]?.name ?? '' }),
    ...(photos[0] && { photo: insertThing('photo', { photo: photos[0].photo }) }),
    ...(documents[0] && { document: insertThing('document', { instrument: documents[0].instrument }) }),
    help: helpDialog(() => [...acts, ...table_acts, ...key_acts], words),
  })
  return [
    ...keysOf([...acts, ...table_acts, ...key_acts], edit),
    figureKeys(pick, edit),
    history(),
    new Plugin({ appendTransaction: (_, __, state) => evenTables(state) ?? endInParagraph(state) }),
    toolbar(acts, words),
    sayChosen(told, words),
    numberCheck({ address: addresses.check, draft: () => options.draft, words, list, head: () => headIn(form) }),
  ]
}

/** There is always a line to write on behind a table or a picture. */
function endInParagraph(state: EditorState) {
  const last = state.doc.lastChild
  return last?.isTextblock || last?.type.name === 'list'
    ? null
    : state.tr.insert(state.doc.content.size, state.schema.nodes.paragraph!.create())
}

function headIn(form: HTMLFormElement) {
  const line = (name: string) => {
    const field = form.elements.namedItem(name)
    const value =
      field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement ? field.value : ''
    return oneLine(value)
  }
  return { title: line('title'), lead: line('lead'), caption: line('scene') === '' ? null : line('caption') }
}

function sayPasted(told: HTMLElement, words: EditorWords, report: PasteReport): void {
  const said = Object.entries(report).map(([what, n]) => lookUp<(n: number) => string>(words.dropped, what)!(n))
  told.textContent = words.pasted + said.join(' ')
}
