import { fill, type Sentence } from '../../../basis/shared/sentences.ts'
import { type FigureId, figure_words } from '../../../numbers/figure/index.ts'
import type { Language } from '../../../platform/web/index.ts'
import type { Thing } from './list-things.ts'

/** The words of the search. `{…}` are filled in by the views. */
export const search_words = {
  vi: {
    search: 'Tìm kiếm',
    described: 'Tìm trong bài viết, số liệu, điển hình và văn bản; gõ có dấu hay không dấu đều được.',
    narrow: 'Lọc kết quả',
    kind: 'Loại',
    all_kinds: 'Mọi loại',
    place: 'Nơi hoặc tổ chức',
    no_such_place: 'Không có nơi hay tổ chức nào tên «{place}».',
    several: '{n} nơi mang tên «{place}»',
    any_of_them: 'Tất cả các nơi ấy',
    section: 'Chuyên mục',
    all_sections: 'Mọi chuyên mục',
    since: 'Từ ngày',
    until: 'Đến ngày',
    found: 'Tìm thấy {count} kết quả.',
    more_than: 'Tìm thấy hơn {count} kết quả. Hãy thêm từ hoặc lọc để thu hẹp.',
    nothing: 'Không tìm thấy gì cho «{words}».',
    narrows_texts: 'Nơi, chuyên mục, chủ đề và ngày chỉ lọc được bài viết.',
    more_of: 'Xem thêm: {kind}',
    tips: 'Hãy thử ít từ hơn, từ khác, hoặc bỏ bớt bộ lọc.',
    did_you_mean: 'Có phải ý bạn là:',
    texts: 'Bài viết',
    pages: 'Các trang kết quả',
    before: 'Trang trước',
    after: 'Trang sau',
    page_of: 'Trang {page} trên {pages}',
  },
  en: {
    search: 'Search',
    described: 'Search articles, figures, exemplars and documents; Vietnamese may be typed with or without marks.',
    narrow: 'Narrow the search',
    kind: 'Kind',
    all_kinds: 'Every kind',
    place: 'Place or organisation',
    no_such_place: 'No place or organisation is called “{place}”.',
    several: '{n} places are called “{place}”',
    any_of_them: 'All of them',
    section: 'Section',
    all_sections: 'Every section',
    since: 'From',
    until: 'To',
    found: '{count} found.',
    more_than: 'More than {count} found. Add a word, or narrow the search.',
    nothing: 'Nothing was found for “{words}”.',
    narrows_texts: 'Place, section, keyword and days narrow articles alone.',
    more_of: 'More: {kind}',
    tips: 'Try fewer words, other words, or a wider search.',
    did_you_mean: 'Did you mean:',
    texts: 'Articles',
    pages: 'Pages of results',
    before: 'Previous page',
    after: 'Next page',
    page_of: 'Page {page} of {pages}',
  },
}

export const thing_words: Record<Thing['kind'], Sentence> = {
  figure: { vi: 'Số liệu', en: 'Figures' },
  exemplar: { vi: 'Điển hình', en: 'Exemplars' },
  unit: { vi: 'Đơn vị, địa bàn', en: 'Units and places' },
  document: { vi: 'Văn bản', en: 'Documents' },
}

/** What stands in the sentence of a figure, on the list of what was found, for what it has not been asked yet. */
const unasked = {
  vi: { unit: 'một đơn vị', day: 'ngày được chọn', year: 'năm được chọn', from: 'ngày đầu', to: 'ngày cuối', level: 'đạt chuẩn' },
  en: { unit: 'a unit', day: 'the chosen day', year: 'the chosen year', from: 'the first day', to: 'the last day', level: 'standard' },
}
const unasked_kinds: { [figure in FigureId]?: Sentence } = {
  F10: { vi: 'của', en: 'rating of' },
  F13: { vi: 'đất, tiền, ngày công hay hiện vật', en: 'land, money, work or goods' },
  F21: { vi: 'đơn vị từng cấp', en: 'units of each level' },
  F22: { vi: 'chỉ số hằng tháng', en: 'a monthly indicator' },
}

/** What a figure counts, before it is asked of a unit and a day. */
export function sayUnasked(figure: FigureId, lang: Language): string {
  const values = { ...unasked[lang], kind: unasked_kinds[figure]?.[lang] ?? '' }
  // «ngày {day}» and «năm {year}»: the word is in what stands there.
  const sentence = figure_words[figure].sentence[lang].replace(/(?:ngày|năm) (?=\{(?:day|from|to|year)\})/g, '')
  const filled = fill(sentence, values)
  return filled.charAt(0).toUpperCase() + filled.slice(1)
}
