import { sayDay } from '../../basis/shared/dates.ts'
import { query } from '../../platform/database/index.ts'
import { tick, whole } from '../../platform/staff/index.ts'
import { declareRule, from_day_by_instrument, listVersionsOf } from '../rule/index.ts'
import { setReminderDays } from './set-reminder-days.ts'

const form = {
  days: whole({
    label: { vi: 'Hai lần nhắc một người cách ít nhất mấy ngày', en: 'Days between two reminders of one person' },
    ...{ least: 1, most: 365, wrong: 'no-such-number-of-days' },
  }),
  for_running: tick({
    vi: 'Đổi cả cho các đợt đã mở. Không đánh dấu thì các đợt ấy giữ quy định lúc mở.',
    en: 'Also for campaigns that have opened. Unmarked, these keep the rule they opened with.',
  }),
  ...from_day_by_instrument,
}

/** How many days lie between two reminders of one person. */
export const reminder_days = declareRule({
  ...{ rule: 'nhac', of: 'register', act: 'keep', form },
  title: { vi: 'Khoảng cách giữa hai lần nhắc', en: 'Days between reminders' },
  lead: {
    vi: 'Không ai bị nhắc dày hơn thế, dù ai nhắc và nhắc bằng cách nào.',
    en: 'Nobody is reminded more often, whoever reminds and by whatever way.',
  },
  words: {
    'no-such-number-of-days': { vi: 'Nhập số ngày từ 1 đến {limit}.', en: 'Give a number of days from 1 to {limit}.' },
  },
  typedNow: async (db, { today }) => ({ days: String((await findDays(db, { day: today }))[0]?.days ?? '') }),
  listVersions: (db, { on }) =>
    listVersionsOf<{ days: number; for_running: boolean }>(
      db,
      { table: 'reminder_rule', order: 'days', on },
      ([{ days, for_running }]) => ({
        vi: `${days} ngày${for_running ? ', cả cho đợt đang nhận lúc ấy' : ''}`,
        en: `${days} days${for_running ? ', for campaigns open then, too' : ''}`,
      }),
    ),
  follows: async (db, { days, for_running, from }) => {
    const running = await listOpen(db, { day: from })
    return running.map(({ year, reminded, closes_on }) =>
      for_running
        ? {
            vi: `Đợt ${year}: ${reminded} người đã được nhắc; ai còn thiếu được nhắc lại sau ${days} ngày kể từ lần trước.`,
            en: `Campaign of ${year}: ${reminded} people were reminded; whoever is missing may be reminded again ${days} days after the last time.`,
          }
        : {
            vi: `Đợt ${year} giữ quy định lúc mở, đến khi đóng ngày ${sayDay(closes_on, 'vi')}.`,
            en: `The campaign of ${year} keeps its rule until it closes on ${sayDay(closes_on, 'en')}.`,
          },
    )
  },
  set: (tx, { days, for_running, from }, { instrument_id }) => setReminderDays(tx, { days, from, for_running, instrument_id }),
})

const findDays = query<{ day: string }, { days: number }>('select days from reminder_rule where valid @> :day::date and is_open(recorded)')

/** Campaigns that have opened by a day and take commitments then; how many were reminded in each. */
const listOpen = query<{ day: string }, { year: number; closes_on: string; reminded: number }>(`
  select c.year, t.closes_on::text as closes_on,
         (select count(distinct r.obligation_id)::int
            from reminder_wave w
            join reminder r using (reminder_wave_id)
           where w.campaign_id = c.campaign_id) as reminded
    from campaign c
    join campaign_terms t on t.campaign_id = c.campaign_id and is_open(t.recorded)
   where t.opens_on < :day::date and t.closes_on >= :day::date
   order by c.year, c.campaign_id`)
