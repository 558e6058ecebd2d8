import type { Sentence } from '../../../basis/shared/sentences.ts'
import type { Db } from '../../../platform/database/index.ts'
import { select } from '../../../platform/staff/index.ts'
import {
  type CarryRule,
  carry_rules,
  countSilentMergers,
  listStandingRules,
  type StandingRuleVersion,
  setStandingRule,
} from '../../../register/organisation/index.ts'
import { declareRule, from_day_by_instrument, inForce } from '../../../register/rule/index.ts'
import { percent, percentOf } from './share-field.ts'

/** What each rule says. */
export const carry_words: Record<(typeof carry_rules)[number], Sentence> = {
  all: { vi: 'Giữ khi mọi xã cũ đều đạt', en: 'Kept when every predecessor had it' },
  any: { vi: 'Giữ khi có một xã cũ đạt', en: 'Kept when any predecessor had it' },
  population: { vi: 'Giữ khi các xã đạt chiếm đủ tỷ lệ dân số', en: 'Kept when those who had it bring enough of the people' },
  none: { vi: 'Không giữ', en: 'Not kept' },
  'as-stated': { vi: 'Giữ ở những đơn vị văn bản nêu tên', en: 'Kept where the instrument names the unit' },
}

/** What is named by the instrument of one merger is no rule for all. */
const standing_rules = carry_rules.filter(rule => rule !== 'as-stated')

const form = {
  rule: select({
    label: { vi: 'Xã mới giữ kết quả đạt chuẩn nông thôn mới', en: 'A new commune keeps its standing in the new countryside' },
    empty: { vi: 'Chọn', en: 'Choose' },
    options: standing_rules.map(value => ({ value, label: carry_words[value] })),
    wrong: 'no-carry-rule',
  }),
  least_share: percent({
    label: { vi: 'Tỷ lệ dân số ít nhất (%)', en: 'Least share of the people (%)' },
    hint: { vi: 'Chỉ điền khi giữ theo tỷ lệ dân số.', en: 'Only where it is kept by the share of people.' },
    wrong: 'no-such-share',
  }),
  ...from_day_by_instrument,
}

/** What becomes of a standing in a merger whose instrument says nothing. */
export const standing_carry = declareRule({
  ...{ rule: 'chuyen-tiep', of: 'register', act: 'keep', form },
  title: { vi: 'Chuyển tiếp kết quả khi sáp nhập', en: 'Standings carried across mergers' },
  lead: {
    vi: 'Khi văn bản sáp nhập không nói gì về kết quả của các xã nhập lại thì theo quy định này, kể từ ngày áp dụng. Sáp nhập trước ngày ấy, và văn bản có nói, giữ nguyên.',
    en: 'Where the instrument of a merger says nothing of the standing of what is merged, this holds from its day on. Earlier mergers, and instruments that do say, stay as they are.',
  },
  words: {
    'no-carry-rule': { vi: 'Chọn một quy tắc.', en: 'Choose a rule.' },
    'no-such-share': { vi: 'Nhập một tỷ lệ từ 0,01 đến 100.', en: 'Give a share from 0.01 to 100.' },
    'share-of-people': {
      vi: 'Giữ theo tỷ lệ dân số thì nhập tỷ lệ; quy tắc khác thì để trống.',
      en: 'Give a share where it is kept by the share of people, and only there.',
    },
  },
  typedNow: async (db, { today }) => {
    const [now] = inForce(await listVersions(db), today)
    return { rule: now?.rule ?? '', least_share: now ? percentOf(shareOf(now)) : '' }
  },
  listVersions,
  problems: async (_, { rule, least_share }) =>
    (rule === 'population') === (least_share !== null) ? [] : [{ code: 'share-of-people', field: 'least_share' }],
  follows: async (db, { from }) => {
    const n = (await countSilentMergers(db, { from }))[0]?.n ?? 0
    if (n === 0) return []
    return [
      {
        vi: `Sổ đã ghi ${n} lần sáp nhập có hiệu lực từ ngày ấy mà văn bản không nói gì: kết quả của các xã ấy tính theo quy định mới.`,
        en: `${n} recorded ${n === 1 ? 'merger takes' : 'mergers take'} effect from that day on without a word of it: the standing of these communes follows the new rule.`,
      },
    ]
  },
  set: (tx, { rule, least_share, from }, { instrument_id }) =>
    setStandingRule(tx, { rule: rule as CarryRule, least_share, from, instrument_id }),
})

async function listVersions(db: Db) {
  return (await listStandingRules(db, {})).map(version => ({ ...version, said: sayRule(version) }))
}

function sayRule(version: StandingRuleVersion): Sentence {
  const said = carry_words[version.rule]
  const share = percentOf(shareOf(version))
  return share ? { vi: `${said.vi}: ${share} %`, en: `${said.en}: ${share.replace(',', '.')} %` } : said
}

function shareOf({ least_share }: StandingRuleVersion): number | null {
  return least_share === null ? null : Number(least_share)
}
