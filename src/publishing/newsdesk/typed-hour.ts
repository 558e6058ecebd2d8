import { isDay, startOf, typedDay } from '../../basis/shared/dates.ts'
import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import type { Fields } from '../../platform/ledger/index.ts'
import type { DraftCode } from '../newsroom/index.ts'

/** What was typed: `when` is now or later, then the day (ISO) and the hour. */
export type HourTyped = { when: string; day: string; hour: string }
export const now_typed: HourTyped = { when: 'now', day: '', hour: '' }

export function typedHour(sent: Fields): HourTyped {
  return { when: sent.when ?? '', day: typedDay(sent.day ?? ''), hour: sent.hour ?? '' }
}

/** The hour that was chosen, as an instant by Vietnam’s clock; null for now. Refusals: no-such-day, no-such-hour. */
export function hourIn({ when, day, hour }: HourTyped): Outcome<string | null, DraftCode> {
  if (when !== 'later') return done(null)
  if (!isDay(day)) return refused({ code: 'no-such-day', field: 'day' })
  const [, hours, minutes] = /^(\d{1,2})[:hg.](\d{2})$/.exec(hour.trim()) ?? []
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return refused({ code: 'no-such-hour', field: 'hour' })
  return done(new Date(startOf(day).getTime() + (Number(hours) * 60 + Number(minutes)) * 60_000).toISOString())
}
