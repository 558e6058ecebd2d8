import { columnFields, day, file, select, text } from '../../platform/staff/index.ts'
import { instrumentFields, national_provinces, sayPlace } from '../organisation/index.ts'
import type { ListColumn } from './list/columns.ts'
import { tree_words } from './words.ts'

/**
 * The forms about units. Each field says what it asks, what it takes, and which problem it has; the sentences of the
 * problems stand in `problem-words.ts`.
 */

const day_hint = { vi: 'Ngày/tháng/năm, ví dụ 1/12/2026.', en: 'Day/month/year, for example 1/12/2026.' }
const longest_name = 200
const longest_code = 40

const unit_fields = {
  name: text({
    label: { vi: 'Tên đơn vị', en: 'Name of the unit' },
    hint: { vi: 'Viết đủ như trong văn bản, ví dụ: Chi bộ thôn Nà Lẹng.', en: 'In full, as the instrument has it.' },
    most: longest_name,
    required: 'no-name',
  }),
  unit_kind: select({ label: { vi: 'Loại', en: 'Kind' }, empty: { vi: 'Chọn', en: 'Choose' }, wrong: 'no-kind' }),
  code: text({
    label: { vi: 'Mã', en: 'Code' },
    hint: { vi: 'Mã trong danh mục của cơ quan; chưa có thì để trống.', en: 'Its code in the offices’ lists; leave empty if it has none.' },
    most: longest_code,
  }),
}

export const national_form = {
  province: select({
    label: { vi: 'Tỉnh, thành phố', en: 'Province or city' },
    empty: { vi: 'Chọn', en: 'Choose' },
    options: national_provinces.map(province => ({
      value: province.code,
      label: { vi: sayPlace(province, 'vi'), en: sayPlace(province, 'en') },
    })),
    wrong: 'no-such-province',
  }),
}

export const unit_form = {
  ...unit_fields,
  from: day({ label: { vi: 'Có từ ngày', en: 'It stands from' }, hint: day_hint }),
  ...instrumentFields({ heading: { vi: 'Văn bản thành lập', en: 'The instrument that founds it' }, day_hint }),
}

export const revision_form = {
  ...unit_fields,
  from: day({
    label: { vi: 'Đổi từ ngày', en: 'Changed from' },
    hint: {
      vi: 'Trước ngày này, trang và số liệu vẫn giữ tên cũ.',
      en: 'Before this day pages and figures keep the old name.',
    },
  }),
  ...instrumentFields({ heading: { vi: 'Văn bản cho đổi', en: 'The instrument that changes it' }, day_hint }),
}

/** Sending a list of units. */
export const send_form = {
  file: file({
    label: { vi: tree_words.vi.list_file, en: tree_words.en.list_file },
    hint: {
      vi: 'Nhiều nhất 16 MB và 60.000 dòng. Văn bản mật không đưa lên đây.',
      en: 'At most 16 MB and 60,000 rows. Secret documents do not belong here.',
    },
    accept: '.xlsx,.csv',
  }),
}

/** Which column of a list says what. */
export const columns_form = columnFields<ListColumn>({
  name: { vi: 'Tên đơn vị', en: 'Name' },
  unit_kind: { vi: 'Loại', en: 'Kind' },
  parent: { vi: 'Cấp trên (tên hoặc khóa)', en: 'Unit above (name or key)' },
  from: { vi: 'Có từ ngày', en: 'It stands from' },
  code: { vi: 'Mã', en: 'Code' },
  key: { vi: 'Khóa trong sổ', en: 'Key in the register' },
  place: { vi: 'Địa bàn (khóa)', en: 'Territory (key)' },
})

/** What is asked of a list besides its columns. */
export const list_form = {
  from: day({
    label: { vi: 'Từ ngày', en: 'From' },
    hint: {
      vi: 'Cho đơn vị mà danh sách không ghi ngày, và cho tên, loại, mã được đổi.',
      en: 'For units that the list does not date, and for names, kinds and codes that change.',
    },
  }),
  ...instrumentFields({ heading: { vi: 'Văn bản', en: 'The instrument' }, day_hint }),
}
