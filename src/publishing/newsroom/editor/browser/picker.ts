import { NodeSelection, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { schema } from '../doc/schema.ts'
import { ask, type FigureAnswer, type FigureField, type FigureName, type Token } from './answers.ts'
import { combobox } from './combobox.ts'
import { openDialog, question } from './dialog.ts'
import { element } from './node-views.ts'
import type { EditorWords } from './words.ts'

export type PickerOptions = { figures: readonly FigureName[]; address: string; words: EditorWords }

/** Puts a token in the place of the selection, what stands behind it after it, and the cursor behind both. */
export function putToken(view: EditorView, { from, to }: { from: number; to: number }, token: Token, rest = ''): void {
  const nodes = [schema.node('cite', token), ...(rest === '' ? [] : [schema.text(rest)])]
  const tr = view.state.tr.replaceWith(from, to, nodes)
  const behind = from + nodes.reduce((size, node) => size + node.nodeSize, 0)
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, behind)).scrollIntoView())
  view.focus()
}

/**
 * Chooses a figure, its parameters and its printed form, for the selection: of a token, that token again; of words, a
 * number in their place.
 */
export function openPicker(view: EditorView, options: PickerOptions): void {
  const { selection, doc } = view.state
  const chosen = selection instanceof NodeSelection && selection.node.type.name === 'cite' ? (selection.node.attrs as Token) : null
  const words = chosen ? chosen.printed : doc.textBetween(selection.from, selection.to, ' ')
  const dialog = openDialog(view, options.words.picker_title, options.words)
  if (words) dialog.append(element('p', { class: 'hint' }, options.words.for_words(words)))
  const picker = new Picker(dialog, options, words, token => {
    const { from, to } = view.state.selection
    dialog.close()
    putToken(view, { from, to }, token)
  })
  if (chosen) void picker.show(chosen.figure, chosen.parameters)
}

class Picker {
  readonly #options: PickerOptions
  /** The words that stand, or are to stand, for the number: the register is asked about them. */
  #printed: string
  readonly #put: (token: Token) => void
  readonly #below = element('div', { class: 'figure-asked' })
  readonly #told = element('p', { role: 'status', class: 'hint' })
  #asked = 0

  constructor(dialog: HTMLDialogElement, options: PickerOptions, printed: string, put: (token: Token) => void) {
    this.#options = options
    this.#printed = printed
    this.#put = put
    const { figures, words } = options
    const choices = figures.map(({ id, name }) => ({ value: id, label: `${id} · ${name}` }))
    const search = combobox(choices, { label: words.search, hint: words.search_hint, found: words.found }, id => void this.show(id, {}))
    dialog.append(search, this.#told, this.#below)
    search.querySelector('input')!.focus()
  }

  /** Asks a figure with parameters, and shows what it gives; only the newest question is answered. */
  async show(figure: string, parameters: Record<string, string>): Promise<void> {
    const asked = ++this.#asked
    const query = new URLSearchParams({ ...parameters, figure, printed: this.#printed })
    const answer = await ask<FigureAnswer>(`${this.#options.address}?${query}`)
    if (asked !== this.#asked) return
    if (!answer) return this.#say(this.#options.words.failed)
    // Whoever is at a field of the answer stays there.
    const at = document.activeElement?.id
    this.#below.replaceChildren(...this.#parts(answer))
    if (at) this.#below.querySelector<HTMLElement>(`#${at}`)?.focus()
    this.#say(answer.value === null ? answer.say.join(' ') : this.#options.words.value(answer.value, answer.day))
  }

  #say(text: string): void {
    this.#told.textContent = text
  }

  #parts(answer: FigureAnswer): HTMLElement[] {
    const form = element('form')
    const fields = answer.fields.map(field => this.#field(field))
    for (const [, node] of fields) node.addEventListener('change', () => void this.show(answer.figure, valuesOf(fields)))
    form.append(element('h3', {}, answer.name), element('p', { class: 'hint' }, answer.counted))
    form.append(...fields.map(([field, node]) => question(field.label, node, `editor-${field.name}`)))
    if (answer.value !== null) form.append(this.#forms(answer), this.#ownWords(answer, fields), this.#button(answer, fields, form))
    form.addEventListener('submit', event => event.preventDefault())
    const link = element('a', { href: answer.href, target: '_blank', rel: 'noopener' }, this.#options.words.source_link)
    const below = element('p')
    below.append(link)
    return [form, below]
  }

  #field(field: FigureField): [FigureField, HTMLSelectElement | HTMLInputElement] {
    if (!field.choices) return [field, element('input', { type: 'text', value: field.value, autocomplete: 'off' })]
    const select = element('select')
    for (const [value, label] of field.choices) {
      const option = element('option', { value }, label)
      option.selected = value === field.value
      select.append(option)
    }
    return [field, select]
  }

  #forms({ printed, is_printed_right }: FigureAnswer): HTMLElement {
    const { words } = this.#options
    const group = element('fieldset')
    group.append(element('legend', {}, words.printed))
    const own = this.#printed && is_printed_right && !printed.includes(this.#printed) ? [this.#printed] : []
    const first = is_printed_right ? this.#printed : printed[0]
    for (const [i, form] of [...own, ...printed].entries())
      group.append(radio(`editor-form-${i}`, form, form === first || (i === 0 && !first)))
    return group
  }

  /** Words of one's own, printed only where the register bears them out. */
  #ownWords({ figure, value, printed, is_printed_right }: FigureAnswer, fields: Asking): HTMLElement {
    const { words } = this.#options
    const input = element('input', { type: 'text', autocomplete: 'off', 'aria-describedby': 'editor-own-hint' })
    input.value = printed.includes(this.#printed) ? '' : this.#printed
    const is_wrong = is_printed_right === false
    if (is_wrong) input.setAttribute('aria-invalid', 'true')
    input.addEventListener('change', () => {
      this.#printed = input.value.normalize('NFC').trim()
      void this.show(figure, valuesOf(fields))
    })
    const field = question(words.own_words, input, 'editor-own')
    const hint = is_wrong ? words.own_wrong(this.#printed, value!) : words.own_hint
    input.before(element('p', { class: 'hint', id: 'editor-own-hint', role: 'status' }, hint))
    return field
  }

  #button(answer: FigureAnswer, fields: Asking, form: HTMLFormElement): HTMLElement {
    const { words } = this.#options
    const chosen = () => form.querySelector<HTMLInputElement>('input[type=radio]:checked')?.value ?? answer.printed[0] ?? ''
    const button = element('button', { type: 'button', id: 'editor-put' }, words.put(chosen()))
    form.addEventListener('input', () => {
      button.textContent = words.put(chosen())
    })
    queueMicrotask(() => {
      button.textContent = words.put(chosen())
    })
    button.addEventListener('click', () => this.#put({ figure: answer.figure, parameters: valuesOf(fields), printed: chosen() }))
    return button
  }
}

type Asking = [FigureField, HTMLSelectElement | HTMLInputElement][]

/** What is asked otherwise than the figure asks by itself. */
function valuesOf(fields: Asking): Record<string, string> {
  return Object.fromEntries(fields.flatMap(([{ name }, node]) => (node.value.trim() === '' ? [] : [[name, node.value.trim()]])))
}

function radio(id: string, value: string, is_chosen: boolean): HTMLElement {
  const label = element('label', { class: 'choice', for: id })
  const input = element('input', { type: 'radio', name: 'editor-form', id, value })
  input.setAttribute('value', value)
  input.checked = is_chosen
  label.append(input, element('span', {}, value))
  return label
}
