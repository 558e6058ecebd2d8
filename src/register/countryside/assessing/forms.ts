import { choice, day, pastDay, select, text, under, whole } from '../../../platform/staff/index.ts'
import { instrumentFields } from '../../organisation/index.ts'

const choose = { vi: 'Chọn', en: 'Choose' }
const day_hint = { vi: 'Ngày/tháng/năm, ví dụ 1/12/2026.', en: 'Day/month/year, for example 1/12/2026.' }
const first_year = 2010
const last_year = 2200

/** A new assessment: under which set, as of which day. */
export const begin_form = {
  criteria_set: select({ label: { vi: 'Theo bộ tiêu chí', en: 'Under the set of criteria' }, empty: choose, wrong: 'no-set' }),
  assessed_on: pastDay({ label: { vi: 'Tính đến ngày', en: 'As of' }, hint: day_hint }),
}

/** What is said of one criterion. */
export const result_form = {
  is_met: choice({
    label: { vi: 'Tiêu chí này', en: 'This criterion is' },
    options: [
      { value: 'yes', label: { vi: 'đạt', en: 'met' } },
      { value: 'no', label: { vi: 'chưa đạt', en: 'missing' } },
    ],
    wrong: 'not-said',
  }),
  value: text({
    label: { vi: 'Đo được', en: 'Measured' },
    hint: { vi: 'Ví dụ: 87 % đường thôn đã cứng hóa.', en: 'For example: 87 % of hamlet roads are paved.' },
    most: 200,
    is_optional: true,
  }),
  evidence: text({
    label: { vi: 'Căn cứ', en: 'Paper that shows it' },
    hint: { vi: 'Số biên bản, báo cáo, xác nhận. Cần khi đạt.', en: 'Number of the minutes or report. Needed where it is met.' },
    most: 300,
    is_optional: true,
  }),
  in_charge: text({
    label: { vi: 'Ai phụ trách phần còn thiếu', en: 'Who sees to what is missing' },
    hint: { vi: 'Cơ quan hoặc chức vụ. Cần khi chưa đạt.', en: 'An office or a post. Needed where it is missing.' },
    most: 120,
    is_optional: true,
  }),
  due_on: day({
    label: { vi: 'Xong trước ngày', en: 'To be done by' },
    hint: {
      vi: 'Ngày/tháng/năm, ví dụ 30/6/2027. Cần khi chưa đạt.',
      en: 'Day/month/year, for example 30/6/2027. Needed where it is missing.',
    },
    is_optional: true,
  }),
}

/** What is measured of a criterion, one by one. */
export type Indicator = { number: number; name_vi: string; name_en: string | null }

const measured_heading = { vi: 'Đo được theo từng chỉ tiêu', en: 'Measured, indicator by indicator' }
const longest_measured = 200
export const measuredField = (number: number) => `indicator_${number}`

/** The form of one criterion: where it has indicators, each is asked for in the place of one number of all. */
export function resultFormOf(criterion: number, indicators: readonly Indicator[]): typeof result_form {
  if (indicators.length === 0) return result_form
  const asked = indicators.map(({ number, name_vi, name_en }, i) => {
    const of_criterion = indicators.length === 1 ? '' : `${criterion}.${number}. `
    const label = { vi: of_criterion + name_vi, en: of_criterion + (name_en ?? name_vi) }
    const field = text({ label, most: longest_measured, is_optional: true })
    return [measuredField(number), i === 0 ? under(measured_heading, field) : field]
  })
  const { is_met, value, ...shown } = result_form
  return { is_met, ...Object.fromEntries(asked), value: { ...value, draw: () => null }, ...shown }
}

const people = { least: 0, most: 200, wrong: 'no-such-number' } as const

/** The vote of a council, as its minutes have it. */
export const vote_form = {
  met_on: pastDay({ label: { vi: 'Ngày họp hội đồng', en: 'The council met on' }, hint: day_hint }),
  seats: whole({ label: { vi: 'Số thành viên hội đồng', en: 'Members of the council' }, ...people, least: 1 }),
  attended: whole({ label: { vi: 'Số thành viên dự họp', en: 'Members who came' }, ...people, least: 1 }),
  in_favour: whole({ label: { vi: 'Số phiếu đồng ý', en: 'Votes in favour' }, ...people }),
  against: whole({ label: { vi: 'Số phiếu không đồng ý', en: 'Votes against' }, ...people }),
}

const dates = {
  effective_year: whole({
    label: { vi: 'Công nhận cho năm', en: 'Recognised for the year' },
    ...{ least: first_year, most: last_year, wrong: 'no-such-number' },
  }),
  published_on: day({ label: { vi: 'Ngày công bố', en: 'Published on' }, hint: day_hint, is_optional: true }),
}
const decision = instrumentFields({ heading: { vi: 'Quyết định', en: 'The decision' }, day_hint })

/** The decision that ends a case: its day is the day of signing. */
export const decide_form = { ...dates, ...decision }

/** A decision without a case: of a district, city or province; or one that acknowledges or takes back. */
export const decision_form = {
  place: select({ label: { vi: 'Đơn vị', en: 'Unit' }, empty: choose, wrong: 'no-place' }),
  standing_level: select({ label: { vi: 'Mức', en: 'Level' }, empty: choose, wrong: 'no-level' }),
  verdict: choice({
    label: { vi: 'Quyết định', en: 'It is' },
    options: [
      { value: 'recognised', label: { vi: 'công nhận (huyện, thành phố, tỉnh)', en: 'recognised (a district, city or province)' } },
      { value: 'acknowledged', label: { vi: 'công nhận tiếp sau sáp nhập', en: 'acknowledged after a merger' } },
      { value: 'revoked', label: { vi: 'thu hồi công nhận', en: 'revoked' } },
    ],
    wrong: 'not-said',
  }),
  ...dates,
  ...decision,
}
