import { sayDay } from '../../basis/shared/dates.ts'
import { strict_problem_words } from '../../basis/shared/json/read-strictly.ts'
import type { Problem } from '../../basis/shared/outcome.ts'
import { file_problem_words } from '../../basis/shared/read-text-file.ts'
import { fill, ofField, problemInBoth } from '../../basis/shared/sentences.ts'
import { type FieldError, type Form, noSuchDay, type ProblemWords, sayProblems as sayAtFields } from '../../platform/staff/index.ts'
import type { Language } from '../../platform/web/index.ts'
import { merger_problem_words } from '../../register/organisation/index.ts'
import { list_problems } from '../../register/tree/index.ts'

/** Sentences for a register that cannot begin so, and for a list of units that cannot be read. */
export const founding_problem_words = () => ({
  ...merger_problem_words,
  ...file_problem_words,
  ...strict_problem_words,
  ...list_problems,
  'holds-sample-data': {
    vi: 'Sổ này chứa dữ liệu của tỉnh mẫu. Sổ thật thì dùng DATA_DIR hoặc DATABASE_URL khác.',
    en: 'This register holds sample data. For a real one use another DATA_DIR or DATABASE_URL.',
  },
  'already-founded': {
    vi: 'Sổ này đã được dựng: đơn vị đầu tiên là «{unit}». Thêm đơn vị bằng lệnh neu-guong units.',
    en: 'This register has begun already: its first unit is "{unit}". Add units with neu-guong units.',
  },
  'not-founded': {
    vi: 'Sổ này chưa được dựng: hãy chạy neu-guong init trước.',
    en: 'This register has not begun: run neu-guong init first.',
  },
  'to-come': { vi: 'Ngày {day} chưa tới.', en: '{day} is to come.' },
  'too-few-administrators': {
    vi: 'Cần ít nhất {limit} quản trị: không ai tự giao quyền cho mình, và người này mở lại tài khoản cho người kia.',
    en: 'It takes {limit} administrators at least: nobody grants to themselves, and one lets the other in again.',
  },
  'person-twice': { vi: 'Người này đã được ghi ở {other}.', en: 'This person stands at {other} already.' },
  'not-a-cell': {
    vi: '«{unit}» không phải chi bộ hay tổ chức cơ sở đảng: không có đảng viên sinh hoạt ở đó.',
    en: '"{unit}" is neither a cell nor a base organisation: nobody is a member there.',
  },
  'no-such-number-of-days': { vi: 'Số ngày phải là số nguyên từ 1 đến {limit}.', en: 'Days are a whole number from 1 to {limit}.' },
  'no-such-province': {
    vi: 'Danh mục không có tỉnh hay thành phố trực thuộc trung ương nào với mã «{code}», hoặc sổ không phải của một nơi như vậy.',
    en: 'The list has no such province or centrally run city with the code "{code}", or the register is not of one.',
  },
  'no-such-root': { vi: 'Sổ mang tên tổ chức này, nên phải ghi.', en: 'The register is named after this organisation: give it.' },
  'not-an-emblem': {
    vi: 'Biểu trưng là ảnh PNG vuông, cạnh từ 48 đến {limit} điểm ảnh, không quá 64 KB.',
    en: 'An emblem is a square PNG of 48 to {limit} pixels, of 64 KB at most.',
  },
  'wrong-levels': {
    vi: 'Cần ít nhất hai mức, mỗi mức một số điểm nguyên từ 0 đến 100 và tên ở hai ngôn ngữ; mức thấp nhất từ 0.',
    en: 'It takes two levels at least, each with its own whole number of points from 0 to 100 and its names; the lowest begins at 0.',
  },
  'day-twice': { vi: 'Ngày {day} được ghi hai lần.', en: '{day} stands there twice.' },
  'not-a-recovery-key': {
    vi: 'Đây không phải dòng mà lệnh neu-guong backup --make-key in ra.',
    en: 'This is not the line that neu-guong backup --make-key prints.',
  },
  'not-a-path': { vi: 'Ghi đường dẫn đầy đủ, ví dụ /srv/sao-luu.', en: 'Give the whole path, for example /srv/backups.' },
  'odd-line': {
    vi: 'Dòng {limit}: cần đúng ba phần, cách nhau bằng dấu |.',
    en: 'Line {limit}: it takes three parts, with a | between them.',
  },
  'no-such-percent': { vi: 'Số phần trăm từ 1 đến {limit}.', en: 'A percentage from 1 to {limit}.' },
  'no-such-hour': { vi: 'Giờ từ 0 đến {limit}.', en: 'An hour from 0 to {limit}.' },
  'no-name': { vi: 'Chưa có họ tên.', en: 'The full name is missing.' },
  'impossible-birth': { vi: 'Không ai sinh ngày {day}.', en: 'Nobody was born on {day}.' },
  'not-workbook': { vi: 'Tệp không phải là bảng CSV.', en: 'The file is no table in CSV.' },
  'web-page': { vi: 'Tệp là một trang web, không phải CSV.', en: 'The file is a web page, not CSV.' },
  'old-workbook': { vi: 'Tệp là XML của Excel, không phải CSV.', en: 'The file is XML of Excel, not CSV.' },
  'open-quotation': {
    vi: 'Có dấu ngoặc kép mở ở dòng {limit} mà không đóng.',
    en: 'A quotation mark opens in line {limit} and is never closed.',
  },
  'too-many-rows': { vi: 'Bảng có hơn {limit} dòng.', en: 'The table has more than {limit} lines.' },
  'unknown-column': { vi: 'Không có cột nào tên «{name}».', en: 'There is no column "{name}".' },
  'column-twice': { vi: 'Cột «{name}» có hai lần.', en: 'The column "{name}" stands there twice.' },
  'column-missing': { vi: 'Thiếu cột «{name}».', en: 'The column "{name}" is missing.' },
  'cell-beyond': { vi: 'Dòng này có nhiều ô hơn số cột.', en: 'This line has more fields than there are columns.' },
  'no-units': { vi: 'Bảng không có đơn vị nào.', en: 'The table has no unit.' },
})

/** A code that no sentence is for does not compile. */
export type FoundingCode = keyof ReturnType<typeof founding_problem_words>

/** A line for each problem: its field, then what is wrong in both languages. */
export function sayProblems(problems: readonly Problem<FoundingCode>[]): string {
  const words = founding_problem_words()
  return problems.map(problem => `${problem.field ? `${problem.field}: ` : ''}${problemInBoth(words, problem)}\n`).join('')
}

/**
 * The same for a page, each with its field. What says nothing of its own but that a field is empty or no day names the
 * field: in the list above the form several of them stand one under another.
 */
export function fieldErrorsIn(lang: Language, problems: readonly Problem<FoundingCode>[], form: Form = {}): FieldError[] {
  const words = founding_problem_words()
  const { missing, 'no-such-day': no_such_day } = words
  const said: ProblemWords<FoundingCode> = {
    ...words,
    missing: ({ lang, label }) => ofField(label, missing[lang]),
    'no-such-day': about => {
      const { day } = about.problem.values ?? {}
      return day ? fill(no_such_day[lang], { day: sayDay(String(day), lang) }) : noSuchDay('1/12/2026')(about)
    },
  }
  return sayAtFields(said, { lang, form }, problems)
}
