import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/database/index.ts'
import { day, lines, select } from '../../../platform/staff/index.ts'
import { from_day_by_instrument, type Rule, type RuleVersion } from '../../rule/index.ts'

const most_criteria = 60
const form = {
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
    hint: { vi: 'Nhóm | tiêu chí, ví dụ: Kinh tế | Thu nhập.', en: 'Heading | criterion, for example: Kinh tế | Thu nhập.' },
    ...{ parts: 2, rows: 12, wrong: 'odd-line' },
  }),
  until: day({
    label: { vi: 'Áp dụng đến hết ngày', en: 'To which day' },
    hint: { vi: 'Để trống nếu văn bản không nói.', en: 'Left empty where the instrument does not say.' },
    is_optional: true,
  }),
  ...from_day_by_instrument,
}

/** Sets of criteria by period: which of them holds on a day is asked by its days, so one more ends none. */
export const criteria_sets: Rule<typeof form> = {
  ...{ rule: 'bo-tieu-chi', of: 'register', act: 'keep', form, may_be_past: true },
  title: { vi: 'Bộ tiêu chí nông thôn mới', en: 'Sets of criteria' },
  lead: {
    vi: 'Mỗi giai đoạn một bộ tiêu chí theo văn bản của nó. Bộ đã ghi thì không đổi, vì xã đã được đánh giá theo bộ ấy.',
    en: 'Each period has its set of criteria, by its document. A set that is recorded does not change: communes were assessed by it.',
  },
  words: {
    'no-level': { vi: 'Chọn mức.', en: 'Choose the level.' },
    'odd-line': {
      vi: 'Dòng {limit}: ghi nhóm, một gạch đứng, rồi tiêu chí.',
      en: 'Line {limit}: give the heading, a bar, then the criterion.',
    },
    'how-many-criteria': { vi: 'Ghi từ 1 đến {limit} tiêu chí.', en: 'Give 1 to {limit} criteria.' },
    'name-too-long': { vi: 'Tên nhóm và tên tiêu chí nhiều nhất {limit} ký tự.', en: 'Names have at most {limit} characters.' },
    'until-before-from': { vi: 'Ngày hết áp dụng không thể trước ngày bắt đầu.', en: 'The last day cannot be before the first.' },
    'before-signing': { vi: 'Không thể áp dụng trước ngày ký, {limit}.', en: 'It cannot hold before it was signed, {limit}.' },
  },
  typedNow: async () => ({ standing_level: 'standard' }),
  listVersions: listVersionsOfSets,
  problems: async (_, { criteria, from, until, signed_on }) => {
    if (criteria.length < 1 || criteria.length > most_criteria)
      return [{ code: 'how-many-criteria', field: 'criteria', limit: most_criteria }]
    if (criteria.flat().some(name => name.length > 200)) return [{ code: 'name-too-long', field: 'criteria', limit: 200 }]
    if (until !== '' && until < from) return [{ code: 'until-before-from', field: 'until' }]
    return from < signed_on ? [{ code: 'before-signing', field: 'from', limit: signed_on }] : []
  },
  set: async (tx, { standing_level, criteria, from, until }, { instrument_id }) => {
    const { rows } = await sql<{ criteria_set_id: number }>`
      insert into criteria_set (instrument_id, standing_level, criteria, valid)
      values (${instrument_id}, ${standing_level}, ${criteria.length},
              daterange(${from}::date, coalesce(nullif(${until}, '')::date + 1, 'infinity')))
      returning criteria_set_id`.execute(tx)
    const { criteria_set_id } = rows[0]!
    await tx
      .insertInto('criterion')
      .values(criteria.map(([heading_vi, name_vi], i) => ({ criteria_set_id, number: i + 1, heading_vi: heading_vi!, name_vi: name_vi! })))
      .execute()
  },
}

type Row = Omit<RuleVersion, 'said'> & { level_vi: string; level_en: string; criteria: number; names: string | null }

async function listVersionsOfSets(db: Db): Promise<RuleVersion[]> {
  const { rows } = await sql<Row>`
    select l.name_vi as level_vi, l.name_en as level_en, s.criteria,
           (select string_agg(k.name_vi, '; ' order by k.number) from criterion k where k.criteria_set_id = s.criteria_set_id) as names,
           lower(s.valid)::text as since, case when upper(s.valid) < 'infinity' then (upper(s.valid) - 1)::text end as until,
           s.instrument_id, i.number, i.issuer, i.title as subject, lower(s.recorded) as recorded_at, null as ended_at
      from criteria_set s
      join instrument i     using (instrument_id)
      join standing_level l using (standing_level)
     where is_open(s.recorded)
     order by lower(s.valid) desc, l.rank`.execute(db as Tx)
  return rows.map(({ level_vi, level_en, criteria, names, ...version }) => ({
    ...version,
    said: {
      vi: `${criteria} tiêu chí, ${level_vi}${names ? `: ${names}` : ''}`,
      en: `${criteria} criteria, ${level_en}${names ? `: ${names}` : ''}`,
    },
  }))
}
