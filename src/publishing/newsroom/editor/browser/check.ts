import { Plugin, PluginKey, TextSelection, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { normalBody } from '../../body/normal-body.ts'
import { readDoc } from '../doc/read-doc.ts'
import { piecesOf, pointsBefore, rangeOf } from '../doc/stretches.ts'
import { ask, type CheckAnswer, type Found } from './answers.ts'
import { element } from './node-views.ts'
import { putToken } from './picker.ts'
import type { EditorWords } from './words.ts'

const pause_ms = 1200
type Marked = Found & { from: number; to: number }
/** `is_current`: nothing was written since the answer. */
type Checked = { marks: DecorationSet; found: Found[]; say: string[]; is_current: boolean }
const checked = new PluginKey<Checked>('checked')

export type CheckOptions = {
  address: string
  draft: () => string
  words: EditorWords
  /** Where the list beside the text stands. */
  list: HTMLElement
  /** The fields that are read before the body. */
  head: () => { title: string; lead: string; caption: string | null }
}

/** Marks every quantity by what the register says of it, at each pause; the same stands in a list beside the text. */
export function numberCheck(options: CheckOptions): Plugin {
  return new Plugin<Checked>({
    key: checked,
    state: {
      init: () => ({ marks: DecorationSet.empty, found: [], say: [], is_current: false }),
      apply: (tr, before) =>
        tr.getMeta(checked) ?? (tr.docChanged ? { ...before, marks: before.marks.map(tr.mapping, tr.doc), is_current: false } : before),
    },
    props: {
      decorations: state => checked.getState(state)?.marks,
      handleKeyDown: (view, event) => event.key === 'F8' && goToNext(view, event.shiftKey ? -1 : 1),
    },
    view: view => new CheckBeside(view, options),
  })
}

class CheckBeside {
  readonly #view: EditorView
  readonly #options: CheckOptions
  #timer = 0
  #asked = 0

  constructor(view: EditorView, options: CheckOptions) {
    this.#view = view
    this.#options = options
    this.#wait(0)
  }

  update(view: EditorView, before: { doc: unknown }): void {
    if (view.state.doc !== before.doc) this.#wait(pause_ms)
    showList(view, this.#options)
  }

  destroy(): void {
    clearTimeout(this.#timer)
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.#check(), ms)
  }

  /** Never while a letter is being composed: the marks would take it apart. */
  async #check(): Promise<void> {
    if (this.#view.composing) return this.#wait(pause_ms)
    spellAsOne(this.#view)
    const { doc } = this.#view.state
    const { title, lead, caption } = this.#options.head()
    const text = JSON.stringify({ title, lead, caption, ...readDoc(doc) })
    const asked = ++this.#asked
    const answer = await ask<CheckAnswer>(this.#options.address, new URLSearchParams({ text, draft: this.#options.draft() }))
    if (asked !== this.#asked || this.#view.isDestroyed || this.#view.composing || this.#view.state.doc !== doc) return
    const pieces = piecesOf(doc, pointsBefore({ title, lead, caption }))
    const found = answer?.found ?? []
    const marks = found.flatMap(one => {
      const range = rangeOf(pieces, one.at, one.length)
      return range ? [markOf({ ...one, ...range })] : []
    })
    const say = answer ? answer.say : [this.#options.words.check_failed]
    this.#view.dispatch(this.#view.state.tr.setMeta(checked, { marks: DecorationSet.create(doc, marks), found, say, is_current: true }))
  }
}

function markOf({ from, to, ...found }: Marked): Decoration {
  const spec = { found, inclusiveStart: false, inclusiveEnd: false }
  const attributes = { class: `judged ${found.judgement}`, title: found.say }
  return found.is_bound ? Decoration.node(from, to, attributes, spec) : Decoration.inline(from, to, attributes, spec)
}

/** Letters and their marks as one sign each, as the register keeps them; undo does not stop at it. */
function spellAsOne(view: EditorView): void {
  const tr: Transaction = view.state.tr
  view.state.doc.descendants((node, pos) => {
    if (!node.isText || node.text === node.text!.normalize('NFC')) return
    const from = tr.mapping.map(pos)
    tr.replaceWith(from, from + node.nodeSize, view.state.schema.text(node.text!.normalize('NFC'), node.marks))
  })
  if (tr.docChanged) view.dispatch(tr.setMeta('addToHistory', false))
}

const by_need = ['differs', 'unsure', 'unbound', 'holds'] as const

/** Every quantity in words: what needs a hand first, with the way to it. */
function showList(view: EditorView, { list, words }: CheckOptions): void {
  const now = checked.getState(view.state)!
  // Of a text that waits for its first answer it must not be said that it has none.
  const waits = now.found.length === 0 && !now.is_current
  const last = shown.get(list)
  if (last?.found === now.found && last.waits === waits) return
  shown.set(list, { found: now.found, waits })
  const sorted = by_need.flatMap(judgement => now.found.filter(found => found.judgement === judgement))
  const n = (judgement: string) => sorted.filter(found => found.judgement === judgement).length
  const none = waits ? words.checking : words.none
  const said = sorted.length === 0 ? none : words.counted(n('holds'), n('differs'), n('unsure'), n('unbound'))
  const lines = element('ul', { class: 'ways' })
  lines.append(...sorted.map(found => lineOf(view, found, words)))
  list.replaceChildren(element('h2', {}, words.check_title), element('p', { role: 'status' }, [...now.say, said].join(' ')), lines)
}

const shown = new WeakMap<HTMLElement, { found: Found[]; waits: boolean }>()

function lineOf(view: EditorView, found: Found, words: EditorWords): HTMLElement {
  const line = element('li', { class: found.judgement })
  const go = element('button', { type: 'button', class: 'plain', title: words.show }, found.quantity)
  go.addEventListener('click', () => goTo(view, found))
  line.append(go, element('span', { class: 'hint' }, `${words.judged[found.judgement]}${found.say ? `. ${found.say}` : ''}`))
  if (found.binding) {
    const { token, rest } = found.binding
    const bind = element('button', { type: 'button', class: 'quiet small' }, words.write_and_bind(token.printed + rest))
    bind.addEventListener('click', () => {
      const range = placeOf(view, found)
      if (range) putToken(view, range, token, rest)
    })
    line.append(bind)
  }
  return line
}

function placeOf(view: EditorView, found: Found): { from: number; to: number } | null {
  const [mark] = checked.getState(view.state)!.marks.find(undefined, undefined, spec => spec.found.at === found.at)
  return mark ?? null
}

function goTo(view: EditorView, found: Found): boolean {
  const range = placeOf(view, found)
  if (!range) return false
  view.dispatch(
    view.state.tr
      .setSelection(TextSelection.between(view.state.doc.resolve(range.from), view.state.doc.resolve(range.to)))
      .scrollIntoView(),
  )
  view.focus()
  return true
}

/** The next quantity that needs a hand, or the one before. */
function goToNext(view: EditorView, direction: 1 | -1): boolean {
  const { marks } = checked.getState(view.state)!
  const needs = marks.find().filter(({ spec }) => spec.found.judgement === 'differs' || spec.found.judgement === 'unsure')
  const { from } = view.state.selection
  const ahead = direction > 0 ? needs.filter(mark => mark.from > from) : needs.filter(mark => mark.from < from).reverse()
  const next = ahead[0] ?? (direction > 0 ? needs[0] : needs.at(-1))
  return next !== undefined && goTo(view, next.spec.found)
}

/** The body of an editor as structured text reads it. */
export function bodyOf(view: EditorView): ReturnType<typeof normalBody> {
  return normalBody(readDoc(view.state.doc))
}
