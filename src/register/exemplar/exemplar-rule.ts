import { sql } from 'kysely'
import { type Db, query, type Tx } from '../../platform/database/index.ts'
import { whole } from '../../platform/staff/index.ts'
import { declareRule, endFrom, from_day_by_instrument, listVersionsOf } from '../rule/index.ts'

/** For how many working days a notice stands; of its seats, and of those who came, what a council needs. */
export type ExemplarRule = { notice_days: number; attended_percent: number; favour_percent: number }

const percent = { least: 1, most: 100, wrong: 'no-such-number' } as const
const form = {
  notice_days: whole({
    label: { vi: 'Lấy ý kiến mấy ngày làm việc', en: 'Working days of a notice' },
    ...{ least: 1, most: 60, wrong: 'no-such-number' },
  }),
  attended_percent: whole({
    label: { vi: 'Ít nhất mấy phần trăm thành viên hội đồng dự họp', en: 'At least so many percent of the council come' },
    ...percent,
  }),
  favour_percent: whole({
    label: { vi: 'Ít nhất mấy phần trăm người dự họp đồng ý', en: 'At least so many percent of those who came agree' },
    ...percent,
  }),
  ...from_day_by_instrument,
}

/** How an exemplar comes to be recognised: the notice, and the majority of the council. */
export const exemplar_rule = declareRule({
  ...{ rule: 'dien-hinh', of: 'register', act: 'keep', form },
  title: { vi: 'Xét công nhận điển hình', en: 'How exemplars are recognised' },
  lead: {
    vi: 'Hội đồng họp đủ và đồng ý, rồi lấy ý kiến đủ ngày làm việc, mới đề nghị công nhận. Ngày nghỉ lấy theo lịch của sổ.',
    en: 'A council meets in number and agrees, and a notice stands for its working days, before anybody is recommended. Days off are those of the calendar.',
  },
  words: { 'no-such-number': { vi: '{label}: ghi một số từ 1 đến {limit}.', en: '{label}: give a number from 1 to {limit}.' } },
  typedNow: async (db, { today }) => {
    const { notice_days, attended_percent, favour_percent } = await findExemplarRule(db, today)
    return { notice_days: String(notice_days), attended_percent: String(attended_percent), favour_percent: String(favour_percent) }
  },
  listVersions: db =>
    listVersionsOf<ExemplarRule>(db, { table: 'exemplar_rule', order: 'notice_days' }, ([said]) => ({
      vi: `${said.notice_days} ngày làm việc; dự họp từ ${said.attended_percent} %; đồng ý từ ${said.favour_percent} % người dự`,
      en: `${said.notice_days} working days; at least ${said.attended_percent} % come; at least ${said.favour_percent} % of them agree`,
    })),
  set: async (tx, { notice_days, attended_percent, favour_percent, from }, { instrument_id }) => {
    await endFrom(tx, 'exemplar_rule', { columns: ['notice_days', 'attended_percent', 'favour_percent', 'instrument_id'], from })
    await sql`
      insert into exemplar_rule (notice_days, attended_percent, favour_percent, instrument_id, valid)
      values (${notice_days}, ${attended_percent}, ${favour_percent}, ${instrument_id}, daterange(${from}, 'infinity'))`.execute(tx)
  },
})

const find = query<{ day: string }, ExemplarRule>(
  'select notice_days, attended_percent, favour_percent from exemplar_rule where valid @> :day::date and is_open(recorded)',
)

/** What the register asks on a day. */
export async function findExemplarRule(db: Db | Tx, day: string): Promise<ExemplarRule> {
  const [rule] = await find(db, { day })
  if (!rule) throw new Error(`no rule on exemplars on ${day}`)
  return rule
}
