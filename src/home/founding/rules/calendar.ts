import { sql } from 'kysely'
import { inDayMonthYear, typedDay } from '../../../basis/shared/dates.ts'
import type { Db, Tx } from '../../../platform/database/index.ts'
import { replaceHolidays } from '../../../register/organisation/index.ts'
import { by_instrument, declareRule, type RuleVersion } from '../../../register/rule/index.ts'
import { problemsWithHolidays } from '../founding-problems.ts'
import { holidaysOf } from '../setup/compose.ts'
import { forms } from '../setup/forms.ts'
import { founding_problem_words } from '../words.ts'

const form = { holidays: forms.calendar.holidays, ...by_instrument }

/** The days off from today on: limits in working days leave them out. */
export const calendar = declareRule({
  ...{ rule: 'lich', of: 'register', act: 'keep', form },
  title: { vi: 'Lịch nghỉ', en: 'Calendar' },
  lead: {
    vi: 'Các ngày nghỉ từ hôm nay trở đi; hạn tính theo ngày làm việc trừ những ngày này. Ngày đã qua và hạn đã báo giữ nguyên.',
    en: 'The days off from today on; limits in working days leave them out. Days that are past stay, and limits that were told.',
  },
  words: {
    ...founding_problem_words(),
    'past-holiday': { vi: 'Dòng {limit}: ngày đã qua.', en: 'Line {limit}: this day is past.' },
  },
  typedNow: async (db, { today }) => ({
    holidays: (await listDaysOff(db, today))
      .map(({ day, name_vi, name_en }) => `${inDayMonthYear(day)} | ${name_vi} | ${name_en}`)
      .join('\n'),
  }),
  listVersions: async (db, { today }) => listCalendars(db, today),
  problems: async (_, { holidays }, { today }) => {
    const wrong = [...problemsWithHolidays(holidaysOf({ holidays })!)]
    if (wrong.length > 0) return wrong.map(problem => ({ ...problem, field: 'holidays' }))
    const past = holidays.findIndex(([day = '']) => typedDay(day) < today)
    return past >= 0 ? [{ code: 'past-holiday', field: 'holidays', limit: past + 1 }] : []
  },
  set: (tx, { holidays }, { today, instrument_id }) =>
    replaceHolidays(tx, { from: today, holidays: holidaysOf({ holidays })!, instrument_id }),
})

async function listDaysOff(db: Db, from: string): Promise<{ day: string; name_vi: string; name_en: string }[]> {
  const { rows } = await sql<{ day: string; name_vi: string; name_en: string }>`
    select holiday::text as day, name_vi, name_en from holiday where holiday >= ${from}::date and is_open(recorded) order by holiday`.execute(
    db as Tx,
  )
  return rows
}

/** What was recorded together is one version of the calendar. */
async function listCalendars(db: Db, today: string): Promise<RuleVersion[]> {
  const { rows } = await sql<Omit<RuleVersion, 'said'> & { days_vi: string; days_en: string }>`
    select string_agg(to_char(h.holiday, 'DD/MM/YYYY') || ' ' || h.name_vi, '; ' order by h.holiday) as days_vi,
           string_agg(to_char(h.holiday, 'FMDD FMMonth YYYY') || ' ' || h.name_en, '; ' order by h.holiday) as days_en,
           day_in_vietnam(lower(h.recorded))::text as since, null as until,
           h.instrument_id, i.number, i.issuer, i.title as subject, lower(h.recorded) as recorded_at,
           case when upper(h.recorded) < 'infinity' then upper(h.recorded) end as ended_at
      from holiday h
      left join instrument i using (instrument_id)
     where h.holiday >= ${today}::date
     group by h.recorded, h.instrument_id, i.number, i.issuer, i.title
     order by lower(h.recorded) desc
     limit 20`.execute(db as Tx)
  return rows.map(({ days_vi, days_en, ...row }) => ({ ...row, said: { vi: days_vi, en: days_en } }))
}
