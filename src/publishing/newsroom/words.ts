import type { Lang } from '../../numbers/figure/index.ts'
import type { Topic } from './article.ts'

export const topic_words: Record<Topic, Record<Lang, string>> = {
  programme: { vi: 'Học tập và làm theo Bác', en: 'The programme' },
  exemplar: { vi: 'Điển hình', en: 'Exemplars' },
  countryside: { vi: 'Nông thôn mới', en: 'New countryside' },
  contribution: { vi: 'Nhân dân đóng góp', en: 'Contributions' },
  territory: { vi: 'Địa giới', en: 'Territory' },
  register: { vi: 'Về sổ và số', en: 'About the register' },
}

/** Sentences for the refusals of a publication. */
export const publication_problem_words = {
  'unreadable-article': { vi: 'Bài viết thiếu hoặc sai ở «{field}».', en: 'The article lacks something, or is wrong, at "{field}".' },
  'mark-without-citation': {
    vi: 'Bài nhắc số «{mark}» mà không có trích dẫn nào mang tên ấy.',
    en: 'The text refers to the number "{mark}", which no citation has.',
  },
  'citation-not-used': { vi: 'Trích dẫn «{mark}» không được dùng trong bài.', en: 'The citation "{mark}" is not used in the text.' },
  'mark-given-twice': { vi: 'Hai trích dẫn cùng mang tên «{mark}».', en: 'Two citations have the name "{mark}".' },
  withheld: {
    vi: 'Số liệu {figure} hỏi như vậy nói về quá ít người, hoặc không công bố cho ngày ấy: không in được.',
    en: 'Asked so, figure {figure} tells of too few people, or is not told of that day: it cannot be printed.',
  },
  'printed-differs': { vi: 'Bài in «{printed}»; sổ cho «{register}».', en: 'The text prints "{printed}"; the register says "{register}".' },
} satisfies Record<string, Record<Lang, string>>
