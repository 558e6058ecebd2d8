import type { Sentence } from '../../../basis/shared/sentences.ts'
import { type FormField, longText, pastDay, select, text, under } from '../../../platform/staff/index.ts'

/** A way of working that others may take up, out of what an exemplar was recognised for. */
export const declare_form = {
  name: text({ label: { vi: 'Tên mô hình', en: 'Name of the model' }, most: 200, required: 'no-name' }),
  what: longText({
    label: { vi: 'Cách làm, để nơi khác học theo', en: 'How it is done, for others to follow' },
    hint: { vi: 'Trang công khai nêu phần này: không ghi tên người.', en: 'A public page has it: name no person.' },
    ...{ most: 3000, rows: 8, required: 'no-account' },
  }),
  started_on: pastDay({ label: { vi: 'Hoạt động từ ngày', en: 'In operation since' } }),
}

/** The last day on which a model, or its adoption by a unit, was in operation. */
export const end_form = { ended_on: pastDay({ label: { vi: 'Ngày cuối cùng còn hoạt động', en: 'Last day in operation' } }) }

/** A unit takes a model up. */
export const adopt_form = {
  place: select({
    label: { vi: 'Áp dụng ở địa bàn', en: 'Where it is adopted' },
    empty: { vi: 'Chọn xã, phường, thị trấn', en: 'Choose a commune' },
    wrong: 'unknown-place',
  }),
  started_on: pastDay({ label: { vi: 'Áp dụng từ ngày', en: 'Adopted since' } }),
}

/** A whole number that may stay open: null. What is no such number is read as −1. */
function amount(asks: { label: Sentence; hint?: Sentence; most: number }): FormField<number | null, 'no-such-number'> {
  return {
    ...text({ ...asks, most: 16, is_optional: true }),
    read: (typed = '') => (typed === '' ? null : /^(\d{1,12}|\d{1,3}(\.\d{3}){1,3})$/.test(typed) ? Number(typed.replaceAll('.', '')) : -1),
    *problems(value) {
      if (value !== null && (value < 0 || value > asks.most)) yield { code: 'no-such-number', limit: asks.most }
    },
  }
}

/** What came of it: in words; and what it brought in a year, each quantity in its own measure. */
export const report_form = {
  said: longText({
    label: { vi: 'Kết quả', en: 'Results' },
    hint: { vi: 'Làm được gì, vướng gì.', en: 'What came of it, what is in the way.' },
    ...{ most: 2000, rows: 5, required: 'no-words' },
  }),
  year: under(
    { vi: 'Mang lại trong năm, nếu đã tính được', en: 'What it brought in a year, where that is known' },
    amount({ label: { vi: 'Năm', en: 'Year' }, most: 2100 }),
  ),
  income: amount({
    label: { vi: 'Thu nhập (triệu đồng)', en: 'Income (million đồng)' },
    hint: { vi: 'Của tất cả các hộ cùng làm.', en: 'Of all households that take part.' },
    most: 1_000_000_000,
  }),
  households: amount({ label: { vi: 'Số hộ được giúp', en: 'Households helped' }, most: 1_000_000 }),
  jobs: amount({ label: { vi: 'Số việc làm', en: 'Jobs' }, most: 1_000_000 }),
}
