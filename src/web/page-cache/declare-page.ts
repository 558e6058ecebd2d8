import { addDays, dayOf, startOf } from '../../shared/dates.ts'

/** What a handler says of the page it returns, so that the cache may keep it. */
export type Declaration = {
  /** What the page was made from: `['article:7', 'figure:F16', 'standing']`. A purge of any one takes the page away. No spaces, no comma. */
  tags: readonly string[]
  /** The instant from which the page is no longer true; absent for a page that only a write can change. */
  until?: Date
}

/** The headers that carry a declaration from the handler to the cache, which takes them off again. */
export const tags_header = 'page-tags'
export const until_header = 'page-until'

/**
 * Declares a public page: one that depends on its address and on the tagged facts alone, never on who asks. Use it as
 * `declarePage(c, { tags: ['article', 'standing'], until: nextMidnight(now) })` with Hono's context before returning the page.
 */
export function declarePage(context: { header(name: string, value: string): void }, { tags, until }: Declaration): void {
  const unfit = tags.find(tag => !/^[\w:./-]+$/.test(tag))
  if (unfit !== undefined) throw new Error(`"${unfit}" is no tag: letters, digits and _ : . / - only.`)
  context.header(tags_header, tags.join(' '))
  if (until !== undefined) context.header(until_header, String(until.getTime()))
}

/** When today ends in Vietnam: the `until` of a page that says what holds today. */
export function nextMidnight(now: Date): Date {
  return startOf(addDays(dayOf(now), 1))
}

/** Reads a declaration off a response. Null when the handler declared none: such a page is never kept. */
export function declarationOf(headers: Headers): { tags: string[]; until: number } | null {
  const tags = headers.get(tags_header)
  if (tags === null) return null
  return { tags: tags.split(' ').filter(Boolean), until: Number(headers.get(until_header) ?? Number.POSITIVE_INFINITY) }
}
