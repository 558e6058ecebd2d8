import { Plugin } from 'prosemirror-state'
import { ask, type OpenAnswer, type PageOptions, type SaveAnswer } from './answers.ts'
import type { EditorWords } from './words.ts'

const pause_ms = 5_000
/** Each save is a version that is kept whole. */
const between_ms = 30_000
const heard_ms = 20_000
/** A page at which nobody works says nothing: their session ends as it should. */
const at_work_ms = 10 * 60_000

type Work = { form: HTMLFormElement; options: PageOptions; words: EditorWords; told: HTMLElement; beside: HTMLElement }

/**
 * Saves what is written, one at a time, each upon the version that the last has made: what comes late is refused by the
 * server. Says when it was saved, and who else has the draft open.
 */
export function autosave(work: Work): Plugin {
  const saver = new Saver(work)
  return new Plugin({
    view: () => ({
      update: ({ state }, before) => {
        if (state.doc !== before.doc) saver.changed()
      },
      destroy: () => saver.stop(),
    }),
  })
}

class Saver {
  readonly #work: Work
  #timer = 0
  #saved_at = 0
  #worked_at = Date.now()
  #under_way: Promise<void> | null = null
  #is_changed = false
  #is_stopped = false
  readonly #hearing: number

  constructor(work: Work) {
    this.#work = work
    const { form } = work
    form.addEventListener('input', () => this.changed())
    form.addEventListener('submit', event => this.#submit(event))
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden' && this.#is_changed) void this.#save()
    })
    this.#hearing = window.setInterval(() => void this.#hear(), heard_ms)
    void this.#hear()
  }

  changed(): void {
    this.#is_changed = true
    this.#worked_at = Date.now()
    this.#wait(Math.max(pause_ms, this.#saved_at + between_ms - Date.now()))
  }

  stop(): void {
    this.#is_stopped = true
    clearTimeout(this.#timer)
    clearInterval(this.#hearing)
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer)
    if (!this.#is_stopped) this.#timer = window.setTimeout(() => void this.#save(), ms)
  }

  /** The button waits for what is under way: it is pressed upon the version that this makes. */
  #submit(event: SubmitEvent): void {
    this.stop()
    if (!this.#under_way) return
    event.preventDefault()
    void this.#under_way.then(() => this.#work.form.submit())
  }

  #save(): Promise<void> {
    clearTimeout(this.#timer)
    if (this.#is_stopped || this.#titleIn() === '') return Promise.resolve()
    this.#under_way ??= this.#send().finally(() => {
      this.#under_way = null
      // What was typed meanwhile is in no version yet, and its own timer may have run out.
      if (this.#is_changed) this.#wait(between_ms)
    })
    return this.#under_way
  }

  #titleIn(): string {
    return String(new FormData(this.#work.form).get('title') ?? '').trim()
  }

  async #send(): Promise<void> {
    const { form, words, told } = this.#work
    this.#is_changed = false
    const fields = new FormData(form)
    fields.set('key', newKey())
    const body = new URLSearchParams([...fields].map(([name, value]) => [name, String(value)]))
    told.textContent = words.saving
    const answer = await fetch(form.action, {
      method: 'POST',
      body,
      headers: { accept: 'application/json' },
      keepalive: body.size < 60_000,
    }).catch(() => null)
    const saved: SaveAnswer | null = answer?.ok ? await answer.json().catch(() => null) : null
    if (saved) return this.#saved(saved)
    this.#is_changed = true
    told.textContent = answer?.status === 409 ? words.older : answer?.status === 401 ? words.ended : words.not_saved
    if (answer?.status === 409 || answer?.status === 401) this.stop()
    else this.#wait(between_ms)
  }

  #saved({ version, hour, draft, edit, open }: SaveAnswer): void {
    const { form, options, words, told } = this.#work
    this.#saved_at = Date.now()
    told.textContent = words.saved_at(hour)
    field(form, 'read').value = String(version)
    if (options.draft === draft) return
    Object.assign(options, { draft, addresses: { ...options.addresses, open } })
    form.action = edit
    history.replaceState(null, '', edit)
  }

  async #hear(): Promise<void> {
    const { options, words, form, beside } = this.#work
    const is_at_work = document.visibilityState === 'visible' && Date.now() - this.#worked_at < at_work_ms
    if (options.addresses.open === '' || !is_at_work || this.#is_stopped) return
    const answer = await ask<OpenAnswer>(options.addresses.open, new URLSearchParams())
    if (!answer) return
    const said = answer.others.length > 0 ? [words.also_open(answer.others.join(', '))] : []
    if (answer.version > Number(field(form, 'read').value) && !this.#under_way) said.push(words.newer(answer.saved_by))
    beside.textContent = said.join(' ')
  }
}

function field(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement
}

/** One press, one change: the server knows it again by this. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')
}
