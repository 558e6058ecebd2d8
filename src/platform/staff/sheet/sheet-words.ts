import type { ProblemWords } from '../declared/say-problems.ts'

/** What the pages say that read a workbook. */
const vi = {
  unseen_rows: (n: number) => `${n} dòng đang ẩn hoặc bị lọc trong tệp vẫn được đọc. Dòng không còn đúng thì xóa, đừng chỉ ẩn.`,
  struck_parts: (n: number) => `${n} dòng có ô gạch ngang một phần chữ: phần bị gạch không được đọc.`,
  covered_rows: (n: number) => `${n} dòng có chữ nằm khuất dưới ô gộp: không được đọc.`,
  unseen_columns: (columns: string) => `Cột đang ẩn trong tệp vẫn được đọc: ${columns}.`,
  struck_rows: (n: number) => `${n} dòng có chữ gạch ngang vẫn được đọc. Dòng không còn đúng thì xóa.`,
  sheet: 'Trang tính',
  sheet_rows: (name: string, n: number) => `${name} (${n} dòng)`,
  sample: 'Những dòng đầu của tệp',
  not_there: '(không có)',
  mark_heading: 'Chỗ cần sửa',
}

const en: typeof vi = {
  unseen_rows: n =>
    `${n} ${n === 1 ? 'row that is' : 'rows that are'} hidden or filtered in the file ${n === 1 ? 'is' : 'are'} read nevertheless. Delete rows that no longer hold; hiding them is not enough.`,
  struck_parts: n => `${n} ${n === 1 ? 'row has a cell' : 'rows have cells'} of which a part is crossed out: that part is not read.`,
  covered_rows: n => `${n} ${n === 1 ? 'row has' : 'rows have'} something under joined cells, where nobody sees it: it is not read.`,
  unseen_columns: columns => `Columns that are hidden in the file are read nevertheless: ${columns}.`,
  struck_rows: n =>
    `${n} ${n === 1 ? 'row with text that is' : 'rows with text that is'} crossed out ${n === 1 ? 'is' : 'are'} read nevertheless. Delete rows that no longer hold.`,
  sheet: 'Sheet',
  sheet_rows: (name, n) => `${name} (${n} rows)`,
  sample: 'First rows of the file',
  not_there: '(none)',
  mark_heading: 'To be mended',
}

export const sheet_words = { vi, en }

/** What is said of a file that cannot be read as a workbook. */
export const workbook_problems = {
  'no-file': { vi: 'Chưa chọn tệp.', en: 'No file was chosen.' },
  'empty-file': { vi: 'Tệp rỗng.', en: 'The file is empty.' },
  'too-large': { vi: 'Tệp lớn quá: nhiều nhất {limit} MB.', en: 'The file is too large: at most {limit} MB.' },
  'not-workbook': {
    vi: 'Đây không phải tệp Excel (.xlsx) hay bảng .csv đọc được.',
    en: 'This is no workbook of Excel (.xlsx) and no .csv that can be read.',
  },
  'damaged-file': {
    vi: 'Tệp hỏng (nội dung không khớp với tổng kiểm, hoặc bị cắt ngang). Mở bằng Excel, lưu lại rồi gửi.',
    en: 'The file is damaged (its content does not fit its sum, or it was cut short). Open it in Excel, save it and send it again.',
  },
  'web-page': {
    vi: 'Đây là trang web mang tên tệp Excel. Mở bằng Excel, lưu lại thành .xlsx rồi gửi.',
    en: 'This is a web page under the name of an Excel file. Open it in Excel, save it as .xlsx and send that.',
  },
  'open-quotation': {
    vi: 'Dòng {limit}: dấu ngoặc kép mở ra mà không đóng, các dòng sau bị nuốt vào một ô. Xóa dấu ngoặc rồi gửi lại.',
    en: 'Row {limit}: a quotation mark opens and does not close, and swallows the rows that follow. Delete the mark and send the file again.',
  },
  'old-workbook': {
    vi: 'Tệp .xls đời cũ: mở bằng Excel, lưu lại thành .xlsx rồi gửi.',
    en: 'An .xls of old: open it in Excel, save it as .xlsx and send that.',
  },
  'password-protected': {
    vi: 'Tệp có mật khẩu. Bỏ mật khẩu (Tệp › Thông tin › Bảo vệ sổ) rồi gửi lại.',
    en: 'The file has a password. Take it off (File › Info › Protect Workbook) and send it again.',
  },
  'too-many-entries': {
    vi: 'Tệp chứa hơn {limit} phần: không phải danh sách thường.',
    en: 'The file holds more than {limit} parts: no ordinary roster.',
  },
  'too-much-unpacked': { vi: 'Tệp mở ra hơn {limit} MB.', en: 'The file unpacks to more than {limit} MB.' },
  'too-dense': {
    vi: 'Tệp nén quá chặt so với nội dung, có thể là tệp phá hoại: không mở.',
    en: 'The file is packed too densely for what it holds, as harmful ones are: it was not opened.',
  },
  'has-macros': { vi: 'Tệp có macro. Lưu lại thành .xlsx không macro rồi gửi.', en: 'The file has macros. Save it as .xlsx without them.' },
  'has-dtd': {
    vi: 'Tệp có khai báo không được phép (DTD): không mở.',
    en: 'The file has a declaration that is not allowed (DTD): it was not opened.',
  },
  'outside-relation': {
    vi: 'Tệp lấy dữ liệu từ tệp khác. Chép thành giá trị, ngắt liên kết rồi gửi lại.',
    en: 'The file takes data from another file. Copy values, break the links, send it again.',
  },
  'too-many-rows': {
    vi: 'Nhiều nhất {limit} dòng một lần; chia theo đảng bộ rồi gửi.',
    en: 'At most {limit} rows at once; divide it by organisation.',
  },
  'too-hard': {
    vi: 'Tệp quá nặng để đọc. Xóa trang tính và định dạng thừa rồi gửi lại.',
    en: 'The file is too heavy to read. Delete sheets and formats that are not needed.',
  },
  'no-sheet': { vi: 'Không có trang tính này.', en: 'There is no such sheet.' },
  secret: { vi: 'Tài liệu đóng dấu MẬT không được đưa lên hệ thống này.', en: 'Documents stamped MẬT do not belong in this system.' },
} satisfies ProblemWords
