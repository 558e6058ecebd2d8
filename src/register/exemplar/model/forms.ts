import { longText, pastDay, select, text } from '../../../platform/staff/index.ts'

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

/** What came of it. */
export const report_form = {
  said: longText({
    label: { vi: 'Kết quả', en: 'Results' },
    hint: {
      vi: 'Bao nhiêu hộ, bao nhiêu người, được gì, vướng gì.',
      en: 'How many households and people, what came of it, what is in the way.',
    },
    ...{ most: 2000, rows: 5, required: 'no-words' },
  }),
}
