import { lookUp } from './look-up.ts'
import type { Problem } from './outcome.ts'

/** A sentence in the two languages; `{name}` stands for a value. */
export type Sentence = { vi: string; en: string }

/** Fills the `{name}` places of a sentence; one without a value stays as it is. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(lookUp(values, name) ?? place))
}

/** Both languages on one line, for a terminal. */
export function inBoth({ vi, en }: Sentence, values: Record<string, string | number> = {}): string {
  return `${fill(vi, values)} · ${fill(en, values)}`
}

/**
 * What is wrong, from a room's words by code: one without a sentence does not compile. The problem's limit is the value
 * `{limit}`.
 */
export function problemInBoth<Code extends string>(
  words: Record<Code, Sentence>,
  { code, limit, values = {} }: Problem<NoInfer<Code>>,
): string {
  return inBoth(lookUp<Sentence>(words, code)!, { ...values, ...(limit !== undefined && { limit }) })
}

/**
 * «Hạn nộp: nhập một ngày có thật», where a page has several fields that the sentence could mean; without a label the
 * sentence itself.
 */
export function ofField(label: string | undefined, sentence: string): string {
  return label ? `${label}: ${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1)}` : sentence
}
