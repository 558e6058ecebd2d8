import { addDays, dayOf, startOf } from '../../../basis/shared/dates.ts'
import { isTag, type Tag } from '../freshness/tags.ts'

/** What a handler says of the page it returns, so that it may be kept. */
export type Declaration = {
  /**
   * The tables, or the keys in them, that the page was made from: `['edition:7', 'figure_run', 'standing']`. A change
   * of any one takes it away.
   */
  tags: readonly Tag[]
  /** The instant from which the page is no longer true; absent for a page that only a write can change. */
  until?: Date
}

/** The headers that carry a declaration from the handler to the cache, which takes them off again. */
const tags_header = 'page-tags'
const until_header = 'page-until'

/**
 * Declares a public page: one that depends on its address and on the tagged rows alone, never on who asks. Called with
 * Hono's context before the page is returned:
 * `declarePage(c, { tags: ['edition', 'standing'], until: nextMidnight(now) })`.
 */
export function declarePage(context: { header(name: string, value: string): void }, { tags, until }: Declaration): void {
  const unfit = tags.find(tag => !isTag(tag))
  if (unfit !== undefined) throw new Error(`"${unfit}" is no tag: the name of a table, or a table, a colon and a key.`)
  context.header(tags_header, tags.join(' '))
  if (until !== undefined) context.header(until_header, String(until.getTime()))
}

/** When today ends in Vietnam: the `until` of a page that says what holds today. */
export function nextMidnight(now: Date): Date {
  return startOf(addDays(dayOf(now), 1))
}

/**
 * Reads a declaration off the headers of an answer. No tags where the handler declared none: such a page is never kept.
 */
export function declarationIn(headers: Headers): { tags: string[] | null; until: number } {
  const tags = headers.get(tags_header)
  const until = Number(headers.get(until_header) ?? Number.POSITIVE_INFINITY)
  return { tags: tags === null ? null : tags.split(' ').filter(Boolean), until }
}

export function isDeclaration(header: string): boolean {
  return header === tags_header || header === until_header
}
