/**
 * Sentences for the refusals of a decision on standing. `{limit}` is the problem's limit; the others are its values.
 */
export const standing_problem_words = {
  'no-such-day': { vi: 'Không có ngày «{day}».', en: 'There is no day "{day}".' },
  'no-such-year': {
    vi: 'Năm {year} không thể là năm được tính: chương trình có từ 2010, và quyết định không tính cho năm sau nó.',
    en: 'The decision cannot count for {year}: the programme began in 2010, and no decision counts for a year after it.',
  },
  missing: { vi: 'Chưa điền mục này.', en: 'This is missing.' },
  'published-before-decided': {
    vi: 'Ngày công bố không thể trước ngày quyết định, {limit}.',
    en: 'It cannot be published before it was decided, {limit}.',
  },
  'unknown-unit': { vi: 'Sổ không có đơn vị «{unit}».', en: 'The register has no unit "{unit}".' },
  'unknown-level': { vi: 'Không có mức «{level}».', en: 'There is no level "{level}".' },
  'day-to-come': { vi: 'Ngày quyết định không thể sau hôm nay, {limit}.', en: 'A decision cannot be of a day after today, {limit}.' },
  'before-unit': { vi: 'Ngày ấy chưa có «{unit}»: đơn vị bắt đầu ngày {limit}.', en: '"{unit}" did not exist yet: it began on {limit}.' },
  'unit-ended': { vi: '«{unit}» đã kết thúc ngày {limit}.', en: '"{unit}" had ended on {limit}.' },
  'kind-cannot-hold': {
    vi: '«{unit}» là phường hoặc thị trấn: được xét đô thị văn minh, không xét đạt chuẩn nông thôn mới.',
    en: '"{unit}" is a ward or a township: it is judged as a town, not under this programme.',
  },
  'decided-already': {
    vi: 'Sổ đã có quyết định như thế của «{unit}» cho năm ấy.',
    en: 'The register has this decision on "{unit}" for that year already.',
  },
} satisfies Record<string, { vi: string; en: string }>

export type StandingCode = keyof typeof standing_problem_words
