import type { Language } from '../language.ts'

/** What stands on every page, whoever made its middle. */
export const layout_words = {
  vi: {
    site: 'Cổng nêu gương',
    skip: 'Tới nội dung chính',
    menu: 'Chính',
    nav: { home: 'Trang chủ', articles: 'Tin tức', figures: 'Số liệu', check: 'Kiểm số', about: 'Giới thiệu' },
    other_language: 'English',
    display: 'Hiển thị',
    more_contrast: 'Tương phản cao',
    less_contrast: 'Tương phản thường',
    every_number: 'Mỗi số liệu trong bài đều mở được tới nguồn.',
    font: 'Chữ Source Sans 3 (SIL OFL 1.1)',
    pages: 'Các trang',
    sign_in: 'Đăng nhập',
    search: 'Tìm',
    search_for: 'Từ cần tìm, có dấu hay không dấu',
    search_hint: 'Tìm trên cổng',
  },
  en: {
    site: 'Leading by example',
    skip: 'Skip to the main content',
    menu: 'Main',
    nav: { home: 'Home', articles: 'News', figures: 'Figures', check: 'Number check', about: 'About' },
    other_language: 'Tiếng Việt',
    display: 'Display',
    more_contrast: 'High contrast',
    less_contrast: 'Ordinary contrast',
    every_number: 'Every figure in an article opens its source.',
    font: 'Type: Source Sans 3 (SIL OFL 1.1)',
    pages: 'Pages',
    sign_in: 'Sign in',
    search: 'Search',
    search_for: 'Words to look for, with or without marks',
    search_hint: 'Search this site',
  },
} satisfies Record<Language, unknown>
