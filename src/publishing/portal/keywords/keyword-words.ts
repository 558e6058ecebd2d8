/** The words of keywords (chủ đề). `{…}` are filled in by the views. */
export const keyword_words = {
  vi: {
    title: 'Chủ đề',
    intro: 'Mỗi chủ đề gom các bài nói về một chuyện, dù ở chuyên mục nào.',
    none: 'Chưa có bài nào được xếp chủ đề.',
    described: 'Bài mới nhất của chủ đề «{name}».',
    count: (n: number) => `${n} bài`,
    all: 'Tất cả chủ đề',
    search: 'Tìm trong chủ đề',
    any: 'Mọi chủ đề',
  },
  en: {
    title: 'Keywords',
    intro: 'Each keyword brings together what was written about one matter, in whatever section.',
    none: 'No article bears a keyword yet.',
    described: 'The newest articles with the keyword “{name}”.',
    count: (n: number) => (n === 1 ? '1 article' : `${n} articles`),
    all: 'All keywords',
    search: 'Search this keyword',
    any: 'Every keyword',
  },
}
