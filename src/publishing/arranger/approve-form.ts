import { isDay } from '../../basis/shared/dates.ts'
import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import { type Answers, choice, day, text } from '../../platform/staff/index.ts'

/** When an arrangement is to stand: now, or from an hour on. */
export const approve_form = {
  when: choice({
    label: { vi: 'Hiện khi nào', en: 'From when' },
    options: [
      { value: 'now', label: { vi: 'Hiện ngay', en: 'Now' } },
      { value: 'later', label: { vi: 'Hẹn giờ', en: 'At an hour' } },
    ],
    wrong: 'no-choice',
  }),
  day: day({
    label: { vi: 'Ngày', en: 'Day' },
    hint: { vi: 'Khi hẹn giờ; ví dụ 1/12/2026.', en: 'For an hour; for example 1/12/2026.' },
    is_optional: true,
  }),
  hour: text({ label: { vi: 'Giờ', en: 'Hour' }, hint: { vi: 'Ví dụ 6:00.', en: 'For example 6:00.' }, most: 10 }),
}

/** The hour that was chosen, as an instant; Vietnam's clock; null for now. Refusals: no-such-day, no-such-hour. */
export function chosenHour({ when, day, hour }: Answers<typeof approve_form>): Outcome<string | null, 'no-such-day' | 'no-such-hour'> {
  if (when !== 'later') return done(null)
  if (!isDay(day)) return refused({ code: 'no-such-day', field: 'day' })
  const [, hours, minutes] = /^(\d{1,2})[:hg.](\d{2})$/.exec(hour) ?? []
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return refused({ code: 'no-such-hour', field: 'hour' })
  return done(new Date(`${day}T${hours.padStart(2, '0')}:${minutes}:00+07:00`).toISOString())
}
