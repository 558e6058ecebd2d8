import type { Command, EditorState } from 'prosemirror-state'
import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { lookUp } from '../../../../basis/shared/look-up.ts'
import { type Act, isOn, table_acts } from './acts.ts'
import { element } from './node-views.ts'
import { isInTable } from './table.ts'
import type { EditorWords } from './words.ts'

/**
 * The toolbar: one stop of the Tab key, arrows within (`toolbar` of ARIA). Alt + F10 leads to it from the text, Esc
 * back.
 */
export function toolbar(acts: readonly Act[], words: EditorWords): Plugin {
  return new Plugin({
    view: view => new Toolbar(view, acts, words),
    props: {
      handleKeyDown: (view, event) => {
        if (event.key !== 'F10' || !event.altKey) return false
        view.dom.closest('.editor')?.querySelector<HTMLElement>('.tools-of-text [tabindex="0"]')?.focus()
        return true
      },
    },
  })
}

class Toolbar {
  readonly #bar: HTMLElement
  readonly #of_table: HTMLElement
  readonly #buttons: [Act, HTMLButtonElement][]

  constructor(view: EditorView, acts: readonly Act[], words: EditorWords) {
    this.#bar = element('div', { role: 'toolbar', class: 'tools-of-text', 'aria-label': words.toolbar })
    this.#of_table = element('span', { class: 'tools-of-table', role: 'group', 'aria-label': words.table_tools })
    this.#buttons = [...acts, ...table_acts].map(act => [act, this.#button(view, act, words)])
    for (const [act, button] of this.#buttons) (table_acts.includes(act) ? this.#of_table : this.#bar).append(button)
    this.#bar.append(this.#of_table)
    this.#buttons[0]![1].tabIndex = 0
    this.#bar.addEventListener('keydown', event => this.#move(event, view))
    view.dom.before(this.#bar)
    this.update(view)
  }

  update({ state }: EditorView): void {
    const is_away = !isInTable(state)
    if (this.#of_table.hidden !== is_away) this.#of_table.hidden = is_away
    for (const [act, button] of this.#buttons) {
      if (act.look || act.mark) say(button, 'aria-pressed', isOn(act, state))
      else if (!table_acts.includes(act)) say(button, 'aria-disabled', !canRun(act.run, state))
    }
  }

  destroy(): void {
    this.#bar.remove()
  }

  #button(view: EditorView, act: Act, words: EditorWords): HTMLButtonElement {
    const label = words.acts[act.name]
    const button = element('button', { type: 'button', class: `tool is-${act.name}`, 'aria-keyshortcuts': shortcutOf(act.key) }, label)
    button.title = `${label} (${sayKey(act.key)})`
    button.tabIndex = -1
    // The text keeps its selection while a button is pressed with the mouse.
    button.addEventListener('mousedown', event => event.preventDefault())
    button.addEventListener('click', () => {
      view.focus()
      act.run(view.state, view.dispatch, view)
    })
    return button
  }

  #move(event: KeyboardEvent, view: EditorView): void {
    if (event.key === 'Escape') view.focus()
    const shown = this.#buttons.map(([, button]) => button).filter(button => !button.closest('[hidden]'))
    const at = shown.indexOf(document.activeElement as HTMLButtonElement)
    const to = lookUp({ ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: shown.length - 1 }, event.key)
    if (to === undefined) return
    event.preventDefault()
    const next = shown[(to + shown.length) % shown.length]!
    for (const [, button] of this.#buttons) button.tabIndex = button === next ? 0 : -1
    next.focus()
  }
}

/** Where it is so already nothing is written: a browser would style the page anew for each letter. */
function say(button: HTMLButtonElement, name: string, is_so: boolean): void {
  if (button.getAttribute(name) !== String(is_so)) button.setAttribute(name, String(is_so))
}

function canRun(run: Command, state: EditorState): boolean {
  return run(state)
}

const is_mac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)
const names: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→' }

/** A key as people read it: «Ctrl + Alt + 2». */
export function sayKey(key: string): string {
  return key
    .split('-')
    .map(part => (part === 'Mod' ? (is_mac ? '⌘' : 'Ctrl') : (lookUp(names, part) ?? (part.length === 1 ? part.toUpperCase() : part))))
    .join(' + ')
}

function shortcutOf(key: string): string {
  return key
    .split('-')
    .map(part => (part === 'Mod' ? (is_mac ? 'Meta' : 'Control') : part))
    .join('+')
}
