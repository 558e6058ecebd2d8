import { day, select } from '../../platform/staff/index.ts'
import { instrumentFields } from '../../register/organisation/index.ts'

/** The forms of what one unit goes through. Each field says what it asks, what it takes, and which problem it has. */

const day_hint = { vi: 'Ngày/tháng/năm, ví dụ 1/12/2026.', en: 'Day/month/year, for example 1/12/2026.' }
const effective_on = day({ label: { vi: 'Từ ngày', en: 'From' }, hint: day_hint })

export const move_form = {
  parent: select({
    label: { vi: 'Đơn vị cấp trên mới', en: 'The new unit above' },
    empty: { vi: 'Chọn', en: 'Choose' },
    wrong: 'no-parent',
  }),
  effective_on,
  ...instrumentFields({ heading: { vi: 'Văn bản cho chuyển', en: 'The instrument that moves it' }, day_hint }),
}

export const close_form = {
  effective_on,
  ...instrumentFields({ heading: { vi: 'Văn bản cho kết thúc', en: 'The instrument that ends it' }, day_hint }),
}
