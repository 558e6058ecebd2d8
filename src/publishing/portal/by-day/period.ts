import { addDays, isDay, sayDay, startOf } from '../../../basis/shared/dates.ts'
import type { Language } from '../../../platform/web/index.ts'

const kinds = ['year', 'month', 'day'] as const
/** How many letters of an ISO day name one. */
export const letters = { year: 4, month: 7, day: 10 }

/** A year, a month or a day: «2021», «2021-02», «2021-02-18»; from one instant up to another, both ISO. */
export type Period = { text: string; kind: (typeof kinds)[number]; since: string; until: string }

/** Null where the text names none that exists. */
export function periodIn(text: string): Period | null {
  const kind = kinds.find(kind => letters[kind] === text.length)
  const first = text + '-01-01'.slice(text.length - letters.year)
  if (!kind || !/^(?:19|20)/.test(text) || !isDay(first)) return null
  return { text, kind, since: startOf(first).toISOString(), until: startOf(firstBehind(first, kind)).toISOString() }
}

function firstBehind(first: string, kind: Period['kind']): string {
  if (kind === 'year') return `${Number(first.slice(0, letters.year)) + 1}-01-01`
  // From the first of a month, 31 days on is always in the next one.
  return kind === 'month' ? `${addDays(first, 31).slice(0, letters.month)}-01` : addDays(first, 1)
}

/** What is next narrower: the months of a year, the days of a month. */
export function narrower(kind: Period['kind'] | null): Period['kind'] | null {
  return kind === null ? 'year' : (kinds[kinds.indexOf(kind) + 1] ?? null)
}

/** «năm 2021», «tháng 2/2021», «ngày 18/02/2021»; "2021", "February 2021", "18 February 2021". */
export function sayPeriod(text: string, lang: Language): string {
  if (text.length === letters.day) return lang === 'vi' ? `ngày ${sayDay(text, lang)}` : sayDay(text, lang)
  if (text.length === letters.year) return lang === 'vi' ? `năm ${text}` : text
  const [year, month] = text.split('-')
  return lang === 'vi' ? `tháng ${Number(month)}/${year}` : sayDay(`${text}-01`, lang).replace(/^\d+ /, '')
}
