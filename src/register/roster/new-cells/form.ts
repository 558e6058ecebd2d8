import { day, several } from '../../../platform/staff/index.ts'
import { instrumentFields } from '../../organisation/index.ts'

const day_hint = { vi: 'Ngày/tháng/năm, ví dụ 1/12/2026.', en: 'Day/month/year, for example 1/12/2026.' }

/** Which of the cells are founded, from when on, and by which instrument. */
export const cells_form = {
  cells: several({ vi: 'Chi bộ', en: 'Cells' }),
  from: day({ label: { vi: 'Có từ ngày', en: 'They stand from' }, hint: day_hint }),
  ...instrumentFields({ heading: { vi: 'Văn bản thành lập', en: 'The instrument that founds them' }, day_hint }),
}
