import type { CitedInText } from '../body/citation.ts'
import { footnotesOf, runsOf } from '../body/content.ts'
import type { Block, Inline } from '../body/declaration.ts'
import { consent_token } from '../consent/consent-token.ts'
import type { DraftText } from '../draft/draft.ts'

/** A stretch of a text, in code points. */
export type Stretch = { start: number; end: number }
/**
 * A draft as the number check reads it: line by line, each number of the register as it is printed, footnotes behind
 * the line that calls them. `points` are its code points; `quoted` are somebody's words, with their name; `bindable`:
 * where a number can be bound.
 */
export type ReadableText = { text: string; points: string[]; bound: (Stretch & { mark: string })[]; quoted: Stretch[]; bindable: Stretch[] }

/** Writes a draft down for the check. */
export function textOfDraft({
  title,
  lead,
  picture,
  body,
  citations,
}: Pick<DraftText, 'title' | 'lead' | 'picture' | 'body' | 'citations'>): ReadableText {
  const writing = new Writing(new Map(citations.map(citation => [citation.mark, citation])))
  writing.line(title)
  writing.line(lead)
  if (picture?.caption) writing.line(picture.caption)
  for (const block of body) writing.block(block)
  return writing.read()
}

/** A text while it is written: what has been said so far, and how long that is. */
class Writing {
  readonly #by_mark: ReadonlyMap<string, CitedInText>
  readonly #pieces: string[] = []
  readonly #stretches: Omit<ReadableText, 'text' | 'points'> = { bound: [], quoted: [], bindable: [] }
  #length = 0

  constructor(by_mark: ReadonlyMap<string, CitedInText>) {
    this.#by_mark = by_mark
  }

  read(): ReadableText {
    const text = this.#pieces.join('')
    return { text, points: Array.from(text), ...this.#stretches }
  }

  line(words: string): Stretch {
    const start = this.#say(words).start
    const { start: end } = this.#say('\n')
    return { start, end }
  }

  block(block: Block): void {
    if (block.type === 'heading') this.line(block.text)
    if ('caption' in block && block.caption) {
      const stretch = this.line(block.caption)
      // What an instrument calls itself is its own word.
      if (block.type === 'document') this.#stretches.quoted.push(stretch)
    }
    if (block.type === 'quotation') {
      const stretch = this.line(block.text)
      if (block.source !== '') this.#stretches.quoted.push(stretch)
    }
    for (const run of runsOf(block)) this.#content(run)
  }

  #content(content: readonly Inline[]): void {
    if (content.length === 0) return
    const start = this.#length
    for (const piece of content) {
      if ('text' in piece) this.#say(piece.text)
      else if ('cite' in piece) this.#stretches.bound.push({ mark: piece.cite, ...this.#say(this.#by_mark.get(piece.cite)?.printed ?? '') })
    }
    this.#stretches.bindable.push({ start, end: this.#length })
    this.#say('\n')
    for (const footnote of footnotesOf(content)) this.line(footnote)
  }

  #say(words: string): Stretch {
    const start = this.#length
    // The number of a consent is none of the text: as many letters stand for it.
    this.#pieces.push(words.replace(consent_token, token => 'x'.repeat(token.length)))
    this.#length += Array.from(words).length
    return { start, end: this.#length }
  }
}
