import { choice, day, longText } from '../../platform/staff/index.ts'

/** How it will be repaired, who answers for it, and by when. */
export const remedy_form = {
  remedy: longText({ label: { vi: 'Cách khắc phục', en: 'How it will be repaired' }, most: 1000, required: 'no-remedy', rows: 3 }),
  owner: choice({
    label: { vi: 'Ai chịu trách nhiệm', en: 'Who answers for it' },
    options: [
      { value: 'person', label: { vi: 'Chính người có hạn chế', en: 'The person themself' } },
      { value: 'me', label: { vi: 'Người đang ghi', en: 'Whoever records this' } },
    ],
    wrong: 'no-owner',
  }),
  due_on: day({
    label: { vi: 'Khắc phục xong trước ngày', en: 'To be repaired by' },
    hint: { vi: 'Ngày/tháng/năm, ví dụ 30/6/2027.', en: 'Day/month/year, for example 30/6/2027.' },
  }),
}

/** What a review found wanting, with its remedy. */
export const raising_form = {
  what: longText({ label: { vi: 'Hạn chế', en: 'What is wanting' }, most: 1000, required: 'no-limitation', rows: 3 }),
  ...remedy_form,
}
