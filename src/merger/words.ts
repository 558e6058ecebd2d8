import { merger_problem_words } from '../organisation/index.ts'
import { lookUp } from '../shared/look-up.ts'
import type { Problem } from '../shared/outcome.ts'
import { fill, type Sentence } from '../shared/sentences.ts'

/** Sentences for a plan that cannot be read. */
export const plan_problem_words: Record<string, Sentence> = {
  'missing-file': { vi: 'Không có tệp «{path}».', en: 'There is no file "{path}".' },
  'is-directory': { vi: '«{path}» là một thư mục.', en: '"{path}" is a folder.' },
  'unreadable-file': { vi: 'Không được quyền đọc «{path}».', en: '"{path}" may not be read.' },
  'too-large': { vi: 'Tệp lớn hơn {limit} MB.', en: 'The file is larger than {limit} MB.' },
  'not-utf-8': { vi: 'Tệp không ở bảng mã UTF-8: hãy lưu lại bằng UTF-8.', en: 'The file is not in UTF-8: save it again as UTF-8.' },
  'empty-file': { vi: 'Tệp không có chữ nào.', en: 'The file is empty.' },
  'not-json': {
    vi: 'Đây không phải JSON: sai ở dòng {line}, cột {column}.',
    en: 'This is no JSON: it goes wrong in line {line}, column {column}.',
  },
  'name-twice': {
    vi: 'Mục này được ghi hai lần (lần sau ở dòng {line}): mục nào đúng?',
    en: 'This is written twice (again in line {line}): which one holds?',
  },
  'unknown-name': { vi: 'Kế hoạch không có mục nào tên «{name}».', en: 'A plan has nothing by the name of "{name}".' },
  'not-text': { vi: 'Mục này phải là chữ, trong ngoặc kép.', en: 'This must be a text, in quotation marks.' },
  'not-number': { vi: 'Mục này phải là số, không có ngoặc kép.', en: 'This must be a number, without quotation marks.' },
  'not-list': { vi: 'Mục này phải là danh sách, trong [ ].', en: 'This must be a list, in [ ].' },
  'not-object': { vi: 'Mục này phải gồm các mục nhỏ, trong { }.', en: 'This must be made of parts, in { }.' },
  unreadable: { vi: 'Mục này không đọc được.', en: 'This cannot be read.' },
  'unknown-choice': { vi: 'Mục này chỉ được là một trong: {choices}.', en: 'This may only be one of: {choices}.' },
  'too-long': { vi: 'Mục này dài hơn {limit} ký tự.', en: 'This is longer than {limit} characters.' },
  'unreadable-text': { vi: 'Mục này có ký tự không in được.', en: 'This has characters that cannot be printed.' },
  'too-many': { vi: 'Danh sách này có hơn {limit} dòng.', en: 'This list has more than {limit} lines.' },
  'no-such-population': { vi: 'Số dân phải là số nguyên từ 1 đến {limit}.', en: 'A population is a whole number from 1 to {limit}.' },
  'day-too-far': { vi: 'Ngày {day} còn quá xa: muộn nhất là {limit}.', en: '{day} is too far ahead: {limit} at the latest.' },
}

const all = (): Record<string, Sentence> => ({ ...merger_problem_words, ...plan_problem_words })

/** What is wrong, in one language; days as that language writes them. */
export function sayProblem(lang: 'vi' | 'en', { code, limit, values = {} }: Problem): string {
  const sentence = lookUp(all(), code)
  return sentence ? fill(sentence[lang], { ...values, ...(limit !== undefined && { limit }) }) : code
}
