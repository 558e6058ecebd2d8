/**
 * Until the text goes out nobody waits for a mail server that does not answer. Afterwards patience costs less than not
 * knowing, but for a program that is to stop.
 */
const patience_ms = { before: 5000, after: 30_000, stopping: 2000 }

/** One letter on its way to a mail server: how far it has come, and how long it may still take. */
export class Handing {
  readonly #ending = new AbortController()
  readonly #stopping: AbortSignal | undefined
  readonly #stop = () => (this.#is_text_out ? this.#endIn(patience_ms.stopping) : this.#end('stopped'))
  #timer: NodeJS.Timeout | undefined
  #is_text_out = false
  #ended_by: string | null = null

  constructor(stopping?: AbortSignal) {
    this.#stopping = stopping
    this.#endIn(patience_ms.before)
    stopping?.addEventListener('abort', this.#stop)
    if (stopping?.aborted) this.#stop()
  }

  get signal(): AbortSignal {
    return this.#ending.signal
  }

  /** The server has said that it takes the text, and the text is being sent. */
  get is_text_out(): boolean {
    return this.#is_text_out
  }

  /** Why we have ended it ourselves: timed-out, stopped; null where we have not. */
  get ended_by(): string | null {
    return this.#ended_by
  }

  textGoesOut(): void {
    this.#is_text_out = true
    this.#endIn(this.#stopping?.aborted ? patience_ms.stopping : patience_ms.after)
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#stopping?.removeEventListener('abort', this.#stop)
  }

  #endIn(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#end('timed-out'), ms)
  }

  #end(by: string): void {
    this.#ended_by ??= by
    this.#ending.abort()
  }
}
