import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/database/index.ts'
import { day, lines, select } from '../../../platform/staff/index.ts'
import { declareRule, from_day_by_instrument, type RuleVersion } from '../../rule/index.ts'
import { set_kind_words } from './words.ts'

const unit_kinds = ['commune', 'district', 'province'] as const
const [most_criteria, most_indicators] = [60, 40]
const longest = { name: 200, indicator: 300 }
const form = {
  of_kind: select({
    label: { vi: 'Bộ tiêu chí của', en: 'For' },
    empty: { vi: 'Chọn', en: 'Choose' },
    options: unit_kinds.map(value => ({ value, label: set_kind_words[value] })),
    wrong: 'no-kind',
  }),
  standing_level: select({
    label: { vi: 'Cho mức', en: 'For the level' },
    empty: { vi: 'Chọn', en: 'Choose' },
    options: [
      { value: 'standard', label: { vi: 'đạt chuẩn', en: 'standard' } },
      { value: 'advanced', label: { vi: 'nâng cao', en: 'advanced' } },
      { value: 'model', label: { vi: 'kiểu mẫu', en: 'model' } },
    ],
    wrong: 'no-level',
  }),
  criteria: lines({
    label: { vi: 'Các tiêu chí, mỗi dòng một tiêu chí', en: 'The criteria, one a line' },
    hint: {
      vi: 'Nhóm | tiêu chí | các chỉ tiêu, cách nhau bằng dấu chấm phẩy. Ví dụ: Hạ tầng | Điện | Hệ thống điện đạt chuẩn; Tỷ lệ hộ có điện.',
      en: 'Heading | criterion | its indicators, with semicolons between. For example: Hạ tầng | Điện | Hệ thống điện đạt chuẩn; Tỷ lệ hộ có điện.',
    },
    ...{ parts: 3, least: 2, rows: 12, wrong: 'odd-line' },
  }),
  until: day({
    label: { vi: 'Áp dụng đến hết ngày', en: 'To which day' },
    hint: { vi: 'Để trống nếu văn bản không nói.', en: 'Left empty where the instrument does not say.' },
    is_optional: true,
  }),
  ...from_day_by_instrument,
}

/** Sets of criteria by period: which of them holds on a day is asked by its days, so one more ends none. */
export const criteria_sets = declareRule({
  ...{ rule: 'bo-tieu-chi', of: 'register', act: 'keep', form, may_be_past: true },
  title: { vi: 'Bộ tiêu chí nông thôn mới', en: 'Sets of criteria' },
  lead: {
    vi: 'Mỗi giai đoạn một bộ tiêu chí theo văn bản của nó. Bộ đã ghi thì không đổi, vì xã đã được đánh giá theo bộ ấy.',
    en: 'Each period has its set of criteria, by its document. A set that is recorded does not change: communes were assessed by it.',
  },
  words: {
    'no-kind': { vi: 'Chọn bộ tiêu chí này của đơn vị cấp nào.', en: 'Choose for which units this set is.' },
    'no-level': { vi: 'Chọn mức.', en: 'Choose the level.' },
    'odd-line': {
      vi: 'Dòng {limit}: ghi nhóm, một gạch đứng, rồi tiêu chí; có chỉ tiêu thì thêm một gạch đứng nữa.',
      en: 'Line {limit}: give the heading, a bar, then the criterion; for indicators one more bar.',
    },
    'how-many-indicators': { vi: 'Mỗi tiêu chí có nhiều nhất {limit} chỉ tiêu.', en: 'A criterion has at most {limit} indicators.' },
    'indicator-too-long': { vi: 'Tên chỉ tiêu nhiều nhất {limit} ký tự.', en: 'Names of indicators have at most {limit} characters.' },
    'how-many-criteria': { vi: 'Ghi từ 1 đến {limit} tiêu chí.', en: 'Give 1 to {limit} criteria.' },
    'name-too-long': { vi: 'Tên nhóm và tên tiêu chí nhiều nhất {limit} ký tự.', en: 'Names have at most {limit} characters.' },
    'until-before-from': { vi: 'Ngày hết áp dụng không thể trước ngày bắt đầu.', en: 'The last day cannot be before the first.' },
    'before-signing': { vi: 'Không thể áp dụng trước ngày ký, {limit}.', en: 'It cannot hold before it was signed, {limit}.' },
  },
  typedNow: async () => ({ of_kind: 'commune', standing_level: 'standard' }),
  listVersions: listVersionsOfSets,
  problems: async (_, { criteria, from, until, signed_on }) => {
    if (criteria.length < 1 || criteria.length > most_criteria)
      return [{ code: 'how-many-criteria', field: 'criteria', limit: most_criteria }]
    if (criteria.some(([heading, name]) => heading!.length > longest.name || name!.length > longest.name))
      return [{ code: 'name-too-long', field: 'criteria', limit: longest.name }]
    const indicators = criteria.map(indicatorsIn)
    if (indicators.some(({ length }) => length > most_indicators))
      return [{ code: 'how-many-indicators', field: 'criteria', limit: most_indicators }]
    if (indicators.flat().some(({ length }) => length > longest.indicator))
      return [{ code: 'indicator-too-long', field: 'criteria', limit: longest.indicator }]
    if (until !== '' && until < from) return [{ code: 'until-before-from', field: 'until' }]
    return from < signed_on ? [{ code: 'before-signing', field: 'from', limit: signed_on }] : []
  },
  set: async (tx, { of_kind, standing_level, criteria, from, until }, { instrument_id }) => {
    const { rows } = await sql<{ criteria_set_id: number }>`
      insert into criteria_set (instrument_id, standing_level, criteria, valid, of_kind)
      values (${instrument_id}, ${standing_level}, ${criteria.length},
              daterange(${from}::date, coalesce(nullif(${until}, '')::date + 1, 'infinity')), ${of_kind})
      returning criteria_set_id`.execute(tx)
    const { criteria_set_id } = rows[0]!
    const added = await tx
      .insertInto('criterion')
      .values(criteria.map(([heading_vi, name_vi], i) => ({ criteria_set_id, number: i + 1, heading_vi: heading_vi!, name_vi: name_vi! })))
      .returning(['criterion_id', 'number'])
      .execute()
    const indicators = added.flatMap(({ criterion_id, number }) =>
      indicatorsIn(criteria[number - 1]!).map((name_vi, i) => ({ criterion_id, number: i + 1, name_vi })),
    )
    if (indicators.length > 0) await tx.insertInto('criterion_indicator').values(indicators).execute()
  },
})

function indicatorsIn([, , names = '']: readonly string[]): string[] {
  return names
    .split(';')
    .map(name => name.trim())
    .filter(Boolean)
}

type Row = Omit<RuleVersion, 'said'> & {
  level_vi: string
  level_en: string
  of_kind: (typeof unit_kinds)[number]
  criteria: number
  indicators: number
  names: string | null
}

async function listVersionsOfSets(db: Db): Promise<RuleVersion[]> {
  const { rows } = await sql<Row>`
    select l.name_vi as level_vi, l.name_en as level_en, s.of_kind, s.criteria,
           (select count(*)::int from criterion_indicator x join criterion k using (criterion_id) where k.criteria_set_id = s.criteria_set_id) as indicators,
           (select string_agg(k.name_vi, '; ' order by k.number) from criterion k where k.criteria_set_id = s.criteria_set_id) as names,
           lower(s.valid)::text as since, case when upper(s.valid) < 'infinity' then (upper(s.valid) - 1)::text end as until,
           s.instrument_id, i.number, i.issuer, i.title as subject, lower(s.recorded) as recorded_at, null as ended_at
      from criteria_set s
      join instrument i     using (instrument_id)
      join standing_level l using (standing_level)
     where is_open(s.recorded)
     order by lower(s.valid) desc, l.rank`.execute(db as Tx)
  return rows.map(({ level_vi, level_en, of_kind, criteria, indicators, names, ...version }) => {
    const of = set_kind_words[of_kind]
    const measured = { vi: indicators === 0 ? '' : `, ${indicators} chỉ tiêu`, en: indicators === 0 ? '' : `, ${indicators} indicators` }
    const named = names ? `: ${names}` : ''
    return {
      ...version,
      said: {
        vi: `${criteria} tiêu chí${measured.vi}, ${of.vi}, ${level_vi}${named}`,
        en: `${criteria} criteria${measured.en}, ${of.en}, ${level_en}${named}`,
      },
    }
  })
}
