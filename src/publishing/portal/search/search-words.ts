import type { Sentence } from '../../../basis/shared/sentences.ts'
import type { Thing } from './list-things.ts'

/** The words of the search. `{…}` are filled in by the views. */
export const search_words = {
  vi: {
    search: 'Tìm kiếm',
    described: 'Tìm trong bài viết, số liệu, điển hình và văn bản; gõ có dấu hay không dấu đều được.',
    narrow: 'Lọc theo nơi, chuyên mục, ngày',
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
    narrow: 'Narrow by place, section, day',
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
