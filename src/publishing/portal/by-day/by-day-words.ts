export const by_day_words = {
  vi: {
    title: 'Tin theo ngày',
    of: 'Tin {period}',
    intro: 'Bài xếp theo ngày đăng lần đầu. Bài được sửa vẫn ở ngày cũ.',
    none: 'Không có bài nào được đăng trong thời gian này.',
    around: 'Thời gian khác',
    search: 'Tìm theo từ',
  },
  en: {
    title: 'News by day',
    of: 'News of {period}',
    intro: 'Articles by the day on which they were first published. One that was corrected stays at its day.',
    none: 'No article was published in this time.',
    around: 'Other times',
    search: 'Search by words',
  },
}
