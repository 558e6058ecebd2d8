import { problemsWithDay } from '../../../basis/shared/asked-days.ts'
import { typedDay } from '../../../basis/shared/dates.ts'
import { type Problem, problemsOf } from '../../../basis/shared/outcome.ts'
import { oneLine } from '../../../basis/shared/vietnamese.ts'
import { type Topic, topics } from '../../newsroom/index.ts'
import type { SearchAsked } from '../../search/index.ts'
import { type ThingKind, thing_kinds } from './list-things.ts'

export type AskedKind = 'text' | ThingKind
export const asked_kinds = ['text', ...thing_kinds] as const
/** How kinds are called in addresses. */
export const kind_names: Record<AskedKind, string> = {
  text: 'bai-viet',
  figure: 'so-lieu',
  exemplar: 'dien-hinh',
  unit: 'don-vi',
  document: 'van-ban',
}

/** What a reader asks, as the address has it; days are ISO where they could be read, else as they were typed. */
export type SearchTyped = {
  words: string
  /** What is looked for; null: everything. */
  kind: AskedKind | null
  section: Topic | null
  /** A keyword as its address has it. */
  keyword: string
  /** As it was typed; `unit` is the one that was chosen among several of its name. */
  place: string
  unit: string
  since: string
  until: string
  page: number
}

const longest_question = 200
const longest_place = 100

/** Reads the address of a search. What is on none of our lists is not asked. */
export function searchIn(asked: (name: string) => string | undefined): SearchTyped {
  const page = Number(/^[1-9]\d?$/.exec(asked('trang') ?? '')?.[0] ?? 1)
  return {
    words: wordsIn(asked('q')),
    kind: asked_kinds.find(kind => kind_names[kind] === asked('loai')) ?? null,
    keyword: /^[a-z0-9-]{1,80}$/.exec(asked('chu-de') ?? '')?.[0] ?? '',
    section: topics.find(topic => topic === asked('muc')) ?? null,
    place: wordsIn(asked('noi'), longest_place),
    unit: wordsIn(asked('don-vi'), longest_place),
    since: typedDay(oneLine(asked('tu') ?? '').slice(0, 20)),
    until: typedDay(oneLine(asked('den') ?? '').slice(0, 20)),
    page,
  }
}

/** The words that were typed. Longer questions are cut: what is behind is not looked for. */
export function wordsIn(typed = '', longest = longest_question): string {
  return oneLine(typed).slice(0, longest).toWellFormed()
}

/** Whether only a section, a keyword, a place or certain days are asked: these narrow what is written, not the register. */
export function isNarrowed({ section, keyword, place, since, until }: SearchTyped): boolean {
  return section !== null || keyword !== '' || place !== '' || since !== '' || until !== ''
}

/** What is wrong with the days: no-such-day, day-too-far. */
export function problemsWithSearch({ since, until }: SearchTyped, now: Date): Problem[] {
  return problemsOf(problemsIn(since, until, now))?.problems ?? []
}

function* problemsIn(since: string, until: string, now: Date): Generator<Problem> {
  if (since !== '') yield* problemsWithDay('tu', since, now)
  if (until !== '') yield* problemsWithDay('den', until, now)
}

/** A question as the address has it, as its links ask it. */
export function linkOf({ kind, ...typed }: SearchTyped) {
  return { ...typed, kind: kind && kind_names[kind] }
}

/** The same as the search takes it; `among`: what the place that was typed stands for. */
export function searchOf(
  { words, section, keyword, since, until }: SearchTyped,
  { lang, among }: Pick<SearchAsked, 'lang' | 'among'>,
): SearchAsked {
  const labels = [...(section ? [`section:${section}`] : []), ...(keyword ? [`keyword:${keyword}`] : [])]
  return { words, lang, kind: null, since: since || null, until: until || null, labels, among }
}
