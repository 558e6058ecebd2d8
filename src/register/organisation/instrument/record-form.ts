import { day, select } from '../../../platform/staff/index.ts'
import { instrumentFields } from './instrument-fields.ts'
import { instrument_kinds } from './instrument-words.ts'

const day_hint = { vi: 'Ngày/tháng/năm, ví dụ 1/12/2026.', en: 'Day/month/year, for example 1/12/2026.' }

/** An instrument by itself, of any kind. */
export const record_form = {
  kind: select({
    label: { vi: 'Loại', en: 'Kind' },
    empty: { vi: 'Chọn', en: 'Choose' },
    options: Object.entries(instrument_kinds).map(([value, label]) => ({ value, label })),
    wrong: 'no-instrument-kind',
  }),
  ...instrumentFields({ heading: { vi: 'Văn bản', en: 'The instrument' }, day_hint }),
  effective_on: day({
    label: { vi: 'Hiệu lực từ', en: 'In force from' },
    hint: { vi: 'Chưa rõ thì để trống.', en: 'Leave empty if it is not known.' },
    is_optional: true,
  }),
  published_on: day({
    label: { vi: 'Ngày công bố', en: 'Published on' },
    hint: {
      vi: 'Chưa công bố thì để trống. Văn bản đã công bố có trên cổng, ai cũng tải được tệp của nó.',
      en: 'Leave empty if it is not published. What is published stands on the portal, and anybody may save its files.',
    },
    is_optional: true,
  }),
}
