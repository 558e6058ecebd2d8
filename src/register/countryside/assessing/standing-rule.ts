import { sql } from 'kysely'
import { type Db, query, type Tx } from '../../../platform/database/index.ts'
import { whole } from '../../../platform/staff/index.ts'
import { declareRule, endFrom, from_day_by_instrument, listVersionsOf } from '../../rule/index.ts'

/** What a council needs, of its seats and of those who came. */
export type StandingRule = { attended_percent: number; favour_percent: number }

const percent = { least: 1, most: 100, wrong: 'no-such-number' } as const
const form = {
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

/** How a commune comes to be recognised: the majority of the council. */
export const standing_rule = declareRule({
  ...{ rule: 'xet-nong-thon-moi', of: 'register', act: 'keep', form },
  title: { vi: 'Xét công nhận nông thôn mới', en: 'How communes are recognised' },
  lead: {
    vi: 'Xã đạt đủ tiêu chí, đã được thẩm tra, thì hội đồng họp và bỏ phiếu; đủ số đồng ý mới có quyết định.',
    en: 'On a commune that meets all criteria and was appraised a council meets and votes; where enough agree, it is decided.',
  },
  words: { 'no-such-number': { vi: '{label}: ghi một số từ 1 đến {limit}.', en: '{label}: give a number from 1 to {limit}.' } },
  typedNow: async (db, { today }) => {
    const { attended_percent, favour_percent } = await findStandingRule(db, today)
    return { attended_percent: String(attended_percent), favour_percent: String(favour_percent) }
  },
  listVersions: db =>
    listVersionsOf<StandingRule>(db, { table: 'standing_rule', order: 'attended_percent' }, ([said]) => ({
      vi: `dự họp từ ${said.attended_percent} %; đồng ý từ ${said.favour_percent} % người dự`,
      en: `at least ${said.attended_percent} % come; at least ${said.favour_percent} % of them agree`,
    })),
  set: async (tx, { attended_percent, favour_percent, from }, { instrument_id }) => {
    await endFrom(tx, 'standing_rule', { columns: ['attended_percent', 'favour_percent', 'instrument_id'], from })
    await sql`
      insert into standing_rule (attended_percent, favour_percent, instrument_id, valid)
      values (${attended_percent}, ${favour_percent}, ${instrument_id}, daterange(${from}, 'infinity'))`.execute(tx)
  },
})

const find = query<{ day: string }, StandingRule>(
  'select attended_percent, favour_percent from standing_rule where valid @> :day::date and is_open(recorded)',
)

/** What the register asks on a day; before the first rule, the first one. */
export async function findStandingRule(db: Db | Tx, day: string): Promise<StandingRule> {
  const [rule] = await find(db, { day: day < '2016-01-01' ? '2016-01-01' : day })
  if (!rule) throw new Error(`no rule on standings on ${day}`)
  return rule
}
