import { day } from '../../platform/staff/index.ts'
import { instrumentFields } from '../organisation/index.ts'

const day_hint = { vi: 'Ngày/tháng/năm, ví dụ 1/1/2027.', en: 'Day/month/year, for example 1/1/2027.' }

/** From which day on, and by which instrument: the last fields of a rule. */
export const from_day_by_instrument = {
  from: day({ label: { vi: 'Áp dụng từ ngày', en: 'From which day on' }, hint: day_hint }),
  ...instrumentFields({ heading: { vi: 'Theo văn bản', en: 'By which instrument' }, day_hint }),
}

/** The instrument alone, of what holds as soon as it is recorded. */
export const by_instrument = instrumentFields({ heading: { vi: 'Theo văn bản', en: 'By which instrument' }, day_hint })
