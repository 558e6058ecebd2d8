import type { Language } from '../../../platform/web/index.ts'

type Said = Record<Language, string>

/** The parameters of a figure, as the editor asks for them. */
export const parameter_words: Record<string, Said> = {
  unit: { vi: 'Đơn vị (mã)', en: 'Unit (key)' },
  valid_as_of: { vi: 'Tính đến ngày (để trống: ngày đăng)', en: 'As of the day (empty: of publication)' },
  year: { vi: 'Năm', en: 'Year' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến ngày', en: 'To' },
  level: { vi: 'Mức', en: 'Level' },
  kind: { vi: 'Loại', en: 'Kind' },
  map: { vi: 'Bản đồ', en: 'Map' },
  map_day: { vi: 'Ngày của bản đồ', en: 'Day of the map' },
  rule: { vi: 'Quy tắc chuyển tiếp', en: 'Rule of carrying' },
}

export const as_the_figure_has_it: Said = { vi: 'như số liệu định sẵn', en: 'as the figure has it' }
