import type { QuantityKind } from '../../basis/quantity/index.ts'
import { time_words } from '../figure/index.ts'
import type { Verdict } from './check.ts'

type Words = Record<'vi' | 'en', string>

export const verdict_words: Record<Verdict, Words> = {
  holds: { vi: 'đúng', en: 'holds' },
  differs: { vi: 'khác', en: 'differs' },
  unsure: { vi: 'chưa chắc', en: 'unsure' },
  'not-in-register': { vi: 'chưa có trong sổ', en: 'not in the register' },
}

export const quantity_kind_words: Record<QuantityKind, Words> = {
  claim: { vi: 'số liệu', en: 'claim' },
  date: { vi: 'thời gian', en: 'date' },
  document: { vi: 'văn bản', en: 'document' },
  ordinal: { vi: 'thứ tự', en: 'rank' },
  quotation: { vi: 'trích dẫn', en: 'quotation' },
  other: { vi: 'khác loại', en: 'other' },
}

export const dated_by_words: Record<'asked' | 'text' | 'today', Words> = {
  asked: { vi: 'ngày được yêu cầu', en: 'the day asked for' },
  text: { vi: 'ngày ghi trong bài', en: 'the date line of the text' },
  today: { vi: 'hôm nay, vì bài không ghi ngày', en: 'today, for the text has no date line' },
}

/** Sentences for a text that cannot be read. `{path}` and `{limit}` are the problem's own. */
export const unreadable_words: Record<string, Words> = {
  'missing-file': { vi: 'Không có tệp «{path}».', en: 'There is no file "{path}".' },
  'is-directory': { vi: '«{path}» là một thư mục, không phải một bài.', en: '"{path}" is a directory, not a text.' },
  'unreadable-file': { vi: 'Không được phép đọc tệp «{path}».', en: 'The file "{path}" may not be read.' },
  'too-large': {
    vi: 'Bài quá lớn: nhiều nhất {limit} MB. Hãy chia nhỏ rồi kiểm từng phần.',
    en: 'The text is too large: at most {limit} MB. Divide it and check the parts.',
  },
  'too-hard': {
    vi: 'Bài này kiểm lâu quá {limit} giây nên đã dừng. Hãy chia nhỏ rồi kiểm từng phần.',
    en: 'This text took more than {limit} seconds and was given up. Divide it and check the parts.',
  },
  'empty-text': { vi: 'Bài không có chữ nào.', en: 'The text is empty.' },
  'not-text': {
    vi: 'Đây không phải văn bản thuần (.txt, .md, .html). Tệp Word, PDF hay ảnh: hãy lưu lại thành văn bản trước.',
    en: 'This is no plain text (.txt, .md, .html). Save a Word, PDF or picture file as text first.',
  },
  'unknown-encoding': {
    vi: 'Bài không ở bảng mã UTF-8, và cũng không phải TCVN3, VNI hay Windows-1258. Hãy lưu lại bằng UTF-8.',
    en: 'The text is not in UTF-8, nor in TCVN3, VNI or Windows-1258. Save it as UTF-8.',
  },
  ...time_words,
}

export const check_words: Record<string, Words> = {
  judged_by: { vi: 'Xét theo ngày {day} ({by}).', en: 'Judged by {day} ({by}).' },
  repaired: {
    vi: 'Bài viết bằng chữ {letters}, đã chuyển sang Unicode để đọc.',
    en: 'The text was written in {letters} letters and was read as Unicode.',
  },
  nothing: { vi: 'Bài không có con số nào.', en: 'The text holds no quantity.' },
  total: {
    vi: '{holds} đúng · {differs} khác · {unknown} chưa có trong sổ · {plain} không phải số liệu',
    en: '{holds} hold · {differs} differ · {unknown} not in the register · {plain} no claims',
  },
  left_out: {
    vi: 'Chỉ xét {judged} số liệu; còn {left_out} chưa xét. Hãy chia bài rồi kiểm từng phần.',
    en: 'Only {judged} quantities were judged; {left_out} were not. Divide the text and check the parts.',
  },
  should_be: { vi: 'nên viết', en: 'should be' },
}
