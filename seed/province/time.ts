/**
 * Days are whole numbers since 1970, instants whole minutes of Vietnam's clock since then: a province of millions of
 * rows is made of small integers.
 */
export const forever = Number.POSITIVE_INFINITY
const a_day = 1440

export function day(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / 86_400_000
}

const texts: string[] = []

export function dayText(number: number): string {
  if (number === forever) return 'infinity'
  texts[number] ??= new Date(number * 86_400_000).toISOString().slice(0, 10)
  return texts[number]
}

export function instantAt(on: number, hour: number, minute = 0): number {
  return on * a_day + hour * 60 + minute
}

export function instantText(minutes: number): string {
  if (minutes === forever) return 'infinity'
  const inDay = minutes % a_day
  const hour = Math.floor(inDay / 60)
  const minute = inDay % 60
  return `${dayText((minutes - inDay) / a_day)} ${hour < 10 ? '0' : ''}${hour}:${minute < 10 ? '0' : ''}${minute}:00+07`
}

/** The last minute of a day, or of all time: what was learned later is left out. */
export function limitOf(until: string): number {
  return until === 'infinity' ? forever : instantAt(day(until), 23, 59)
}

export function yearOf(number: number): number {
  return Number(dayText(number).slice(0, 4))
}
