import type { ParsedText, Quantity } from '../../../basis/quantity/index.ts'

/** Words of what is to come: their days are not those of the text. */
const TO_COME =
  /phấn đấu|mục tiêu|kế hoạch|dự kiến|chỉ tiêu|hướng (tới|đến)|lộ trình|đề ra|(^|\s)sẽ\s|quy hoạch|tầm nhìn|định hướng|quyết tâm/i

/**
 * The latest day that a text without a date line speaks of, up to today; null where it speaks of none. Not the day of a
 * document, nor of a plan.
 */
export function latestDaySpoken(parsed: ParsedText, today: string): string | null {
  let latest: string | null = null
  parsed.quantities.forEach((quantity, i) => {
    const day = isOfText(parsed, quantity, parsed.quantities[i - 1]) ? lastDayOf(quantity, today) : null
    if (day !== null && (latest === null || day > latest)) latest = day
  })
  return latest
}

function isOfText({ text }: ParsedText, { kind, period, within, clause }: Quantity, before: Quantity | undefined): boolean {
  if (kind !== 'date' || period === null) return false
  if (before?.kind === 'document' && within.start - before.within.end <= 2) return false
  return !TO_COME.test(text.slice(Math.max(clause.start, within.start - LEAD), within.start).normalize('NFC'))
}

const LEAD = 200

function lastDayOf({ period }: Quantity, today: string): string | null {
  const { from, to } = period!
  if (from > today || to === null) return null
  return to < today ? to : today
}
