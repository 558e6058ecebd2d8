import { sql } from 'kysely'
import { sayMeasure } from '../../basis/shared/measures.ts'
import { type Db, query, type Tx } from '../../platform/database/index.ts'
import { choice, text, whole } from '../../platform/staff/index.ts'
import { by_instrument, declareRule, type RuleVersion } from '../rule/index.ts'
import { directions } from './indicator.ts'

const direction_words = {
  up: { vi: 'Càng cao càng tốt', en: 'Higher is better' },
  down: { vi: 'Càng thấp càng tốt', en: 'Lower is better' },
  none: { vi: 'Không so tốt xấu', en: 'Neither is better' },
}

const form = {
  indicator: text({
    label: { vi: 'Khóa', en: 'Key' },
    hint: { vi: 'Chữ thường không dấu và gạch nối, ví dụ ho-so-tiep-nhan.', en: 'Plain letters and hyphens, for example ho-so-tiep-nhan.' },
    most: 60,
    required: 'no-key',
  }),
  name_vi: text({ label: { vi: 'Tên', en: 'Name in Vietnamese' }, most: 200, required: 'no-indicator-name' }),
  name_en: text({ label: { vi: 'Tên bằng tiếng Anh', en: 'Name in English' }, most: 200, required: 'no-indicator-name' }),
  measure: text({ label: { vi: 'Đơn vị tính', en: 'Measure' }, most: 40, required: 'no-measure' }),
  base: text({
    label: { vi: 'Là một phần của chỉ số', en: 'Is a part of the indicator' },
    hint: {
      vi: 'Khóa của chỉ số tổng, ví dụ ho-so-tiep-nhan; hai chỉ số cho ra một tỷ lệ.',
      en: 'The key of the whole, for example ho-so-tiep-nhan; the two give a rate.',
    },
    most: 60,
    is_optional: true,
  }),
  direction: choice({
    label: { vi: 'So sánh', en: 'Direction' },
    options: directions.map(value => ({ value, label: direction_words[value] })),
    wrong: 'no-direction',
  }),
  due_day: whole({
    label: { vi: 'Gửi chậm nhất ngày mấy của tháng sau', en: 'Due on which day of the next month' },
    least: 1,
    most: 28,
    wrong: 'no-due-day',
  }),
  ...by_instrument,
}

/** What is measured each month: the indicators that offices and their systems send. */
export const indicators = declareRule({
  ...{ rule: 'chi-so', of: 'register', act: 'keep', form },
  title: { vi: 'Chỉ số hằng tháng', en: 'Monthly indicators' },
  lead: {
    vi: 'Những chỉ số mà các văn phòng gửi hằng tháng. Một định nghĩa đã ghi không đổi nữa, vì số liệu đã gửi theo nó.',
    en: 'The indicators that offices send each month. A definition that is recorded does not change, for values were sent by it.',
  },
  words: {
    'no-key': { vi: 'Ghi khóa của chỉ số.', en: 'Give the key of the indicator.' },
    'odd-key': { vi: 'Khóa chỉ gồm chữ thường không dấu, số và gạch nối.', en: 'A key has plain small letters, digits and hyphens only.' },
    'no-indicator-name': { vi: 'Ghi tên chỉ số.', en: 'Give the name of the indicator.' },
    'no-measure': { vi: 'Ghi đơn vị tính, ví dụ hồ sơ.', en: 'Give the measure, for example hồ sơ.' },
    'no-direction': { vi: 'Chọn một cách so sánh.', en: 'Choose a direction.' },
    'no-due-day': { vi: 'Ghi ngày, từ 1 đến {limit}.', en: 'Give a day from 1 to {limit}.' },
    'unknown-base': { vi: 'Không có chỉ số với khóa ấy.', en: 'There is no indicator with that key.' },
    'part-of-itself': { vi: 'Một chỉ số không là một phần của chính nó.', en: 'An indicator is no part of itself.' },
    'key-taken': {
      vi: 'Đã có chỉ số với khóa ấy. Số liệu đã gửi theo định nghĩa cũ, nên định nghĩa khác cần khóa khác.',
      en: 'There is an indicator with that key. Values were sent by its definition, so another definition needs another key.',
    },
  },
  typedNow: async () => ({ direction: 'up', due_day: '10' }),
  listVersions: listVersionsOfIndicators,
  problems: async (db, { indicator: key, base }) => {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key)) return [{ code: 'odd-key', field: 'indicator' }]
    if (base === key) return [{ code: 'part-of-itself', field: 'base' }]
    const known = await listDefined(db, {})
    if (base !== '' && !known.some(indicator => indicator.key === base)) return [{ code: 'unknown-base', field: 'base' }]
    return known.some(indicator => indicator.key === key) ? [{ code: 'key-taken', field: 'indicator' }] : []
  },
  set: async (tx, { indicator: key, name_vi, name_en, measure, base, direction, due_day }, { instrument_id }) => {
    await sql`
      insert into indicator (key, name_vi, name_en, measure, base_id, direction, due_day, instrument_id)
      select ${key}, ${name_vi}, ${name_en}, ${measure},
             (select indicator_id from indicator where key = ${base} and is_open(recorded)), ${direction}, ${due_day}, ${instrument_id}`.execute(
      tx,
    )
  },
})

const listDefined = query<Record<string, never>, { key: string }>('select key from indicator where is_open(recorded)')

async function listVersionsOfIndicators(db: Db): Promise<RuleVersion[]> {
  const { rows } = await sql<
    Omit<RuleVersion, 'said'> & { name_vi: string; name_en: string; key: string; measure: string; due_day: number }
  >`
    select d.name_vi, d.name_en, d.key, d.measure, d.due_day, (lower(d.recorded) at time zone 'Asia/Ho_Chi_Minh')::date::text as since,
           null as until, d.instrument_id, i.number, i.issuer, i.title as subject, lower(d.recorded) as recorded_at, null as ended_at
      from indicator d
      left join instrument i using (instrument_id)
     where is_open(d.recorded)
     order by d.indicator_id`.execute(db as Tx)
  return rows.map(({ name_vi, name_en, key, measure, due_day, ...version }) => ({
    ...version,
    said: {
      vi: `${name_vi} (${key}), tính bằng ${sayMeasure(measure, 'vi')}, gửi chậm nhất ngày ${due_day} tháng sau`,
      en: `${name_en} (${key}), in ${sayMeasure(measure, 'en')}, due on day ${due_day} of the next month`,
    },
  }))
}
