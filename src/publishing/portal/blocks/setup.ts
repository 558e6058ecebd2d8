import { z } from 'zod'
import type { Problem } from '../../../basis/shared/outcome.ts'
import type { Sentence } from '../../../basis/shared/sentences.ts'
import { type Answers, answersIn, type CodeOf, type Form, type Typed, whole } from '../../../platform/staff/index.ts'
import type { Language } from '../../../platform/web/index.ts'
import { listHeadlines } from '../../newsroom/index.ts'
import type { Asking } from './block.ts'
import type { BlockCode } from './setup-problems.ts'

type Options = Record<string, readonly { value: string; label: string }[]>

/** The form of a block, and what stands between its answers and the settings of the block, whose shape is the block's. */
export type Setup = {
  form: Form
  /** Settings as they stand in the form. */
  typed(settings: unknown): Typed
  /** What was typed, as settings. */
  meant(typed: Typed): Record<string, unknown>
  /** In a few words, what tells this block from another of its type; `titles` are those of articles, by their slug. */
  summary(settings: unknown, lang: Language, titles: ReadonlyMap<string, string>): string
  /** The answers that come from the register, by field. */
  options(asking: Asking): Promise<Options>
  /** What the register has against answers that their fields accept. */
  problems(asking: Asking, settings: unknown): Promise<Problem<BlockCode>[]>
}

type SetupParts<F extends Form, Settings> = {
  typed(settings: Settings): Typed
  meant(answers: Answers<F>): Record<string, unknown>
  summary?(settings: Settings, lang: Language, titles: ReadonlyMap<string, string>): string
  options?(asking: Asking): Promise<Options>
  problems?(asking: Asking, settings: Settings): Promise<Problem<BlockCode>[]>
}

/** Declares the form of a block. A problem without a sentence does not compile. */
export function setup<Settings>() {
  return <F extends Form>(
    form: F & (CodeOf<F> extends BlockCode ? unknown : never),
    { typed, meant, summary = () => '', options = async () => ({}), problems = async () => [] }: SetupParts<F, Settings>,
  ): Setup => ({
    form,
    typed: settings => typed(settings as Settings),
    meant: sent => meant(answersIn<F>(form, sent)),
    summary: (settings, lang, titles) => summary(settings as Settings, lang, titles),
    options,
    problems: (asking, settings) => problems(asking, settings as Settings),
  })
}

/** Of a block that is as it is. */
export const nothing_to_set: Setup = {
  form: {},
  typed: () => ({}),
  meant: () => ({}),
  summary: () => '',
  options: async () => ({}),
  problems: async () => [],
}

/** Of a block in which nothing is set but how many it shows: as many as usual, unless somebody says so. */
export function howMany(label: Sentence, { usual, most }: { usual: number; most: number }) {
  const form = { most: whole({ label, least: 1, most, wrong: 'no-such-number' }) }
  return {
    setup: setup<{ most?: number }>()(form, { typed: ({ most = usual }) => ({ most: String(most) }), meant: answers => answers }),
    settings: z.strictObject({ most: z.int().min(1).max(most).default(usual) }),
  }
}

const most_offered = 200

/** The newest articles, to choose one. */
export async function articlesToChoose({ db }: Pick<Asking, 'db'>): Promise<{ value: string; label: string }[]> {
  const headlines = await listHeadlines(db, { lang: 'vi', limit: most_offered })
  return headlines.map(({ slug, title }) => ({ value: slug, label: title }))
}

/** What was answered, without what was left open. */
export function answered(answers: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ''))
}

/** A text in both languages, as settings keep it; written in both, or in none. */
export const said_in_both = z.strictObject({ vi: z.string(), en: z.string() })
/** The same of a text that must be there. */
export const written_in_both = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })

/** The two labels of a text that is asked in both languages. */
export function inBoth(label: Sentence): [vi: Sentence, en: Sentence] {
  return [
    { vi: `${label.vi}, tiếng Việt`, en: `${label.en}, in Vietnamese` },
    { vi: `${label.vi}, tiếng Anh`, en: `${label.en}, in English` },
  ]
}

/** A text in both languages as two fields. */
export function bothOf(name: string, said: Partial<Sentence> = {}): Typed {
  return { [`${name}_vi`]: said.vi ?? '', [`${name}_en`]: said.en ?? '' }
}
