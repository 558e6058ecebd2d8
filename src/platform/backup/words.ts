import type { Problem } from '../../basis/shared/outcome.ts'
import { inBoth, problemInBoth, type Sentence } from '../../basis/shared/sentences.ts'
import type { Language } from '../web/index.ts'
import type { BackupCode } from './restore/read-backup.ts'
import type { RestoreCode } from './restore/restore-backup.ts'
import type { VerifyCode } from './restore/verify-backup.ts'
import type { TakeCode } from './take/take-backup.ts'
import type { PlanCode } from './upkeep/plan-backups.ts'

export type AnyCode =
  | TakeCode
  | BackupCode
  | RestoreCode
  | VerifyCode
  | PlanCode
  | 'no-withdrawals'
  | 'withdrawals-unreadable'
  | 'file-there'

export const backup_problem_words: Record<AnyCode, Sentence> = {
  'no-recovery-key': {
    vi: 'Chưa có khóa phục hồi hợp lệ: chạy «neu-guong backup --make-key TỆP» một lần, cất tệp ấy ngoài máy này, và đặt dòng in ra vào BACKUP_KEY',
    en: 'There is no valid recovery key: run "neu-guong backup --make-key FILE" once, keep that file off this machine, and put the line that it prints into BACKUP_KEY.',
  },
  'nothing-there': { vi: 'Chưa có sổ nào ở đây để sao lưu', en: 'There is no register here to be saved.' },
  'other-edition': {
    vi: 'Cơ sở dữ liệu thuộc phiên bản khác của chương trình: sao lưu bằng phiên bản đang phục vụ nó, hoặc chạy «neu-guong migrate» trước',
    en: 'The database is of another edition of the program: take the backup with the one that serves it, or run "neu-guong migrate" first.',
  },
  'no-signing-key': {
    vi: 'Không có khóa ký sổ ở {path}: sao lưu trên máy đang phục vụ, với cùng DATA_DIR (sổ chưa mở lần nào thì chạy npm start một lần)',
    en: 'The key of the ledger is not in {path}: take the backup on the machine that serves, with its DATA_DIR (a register that was never opened: run npm start once).',
  },
  'other-signing-key': {
    vi: 'Khóa ký ở {path} không phải khóa đã ký sổ này: dùng DATA_DIR của máy đang phục vụ',
    en: 'The key in {path} is not the one that signed this ledger: use the DATA_DIR of the machine that serves.',
  },
  'no-sealing-key': { vi: 'Thiếu khóa niêm sealing.key ở {path}', en: 'The sealing key, sealing.key, is not in {path}.' },
  'is-being-taken': { vi: 'Một bản sao lưu của sổ này đang được ghi', en: 'A backup of this register is being taken just now.' },
  'disk-full': {
    vi: 'Ổ đĩa của {path} đã đầy: chưa có bản sao lưu nào được ghi, phần dở đã xóa',
    en: 'The disk of {path} is full: no backup was written, and what was begun is gone.',
  },
  'file-there': { vi: '{file} đã có: chọn tên khác', en: '{file} exists already: choose another name.' },
  'no-backup': { vi: 'Ở {path} không có bản sao lưu trọn vẹn nào', en: 'There is no whole backup in {path}.' },
  'manifest-changed': {
    vi: 'Bảng kê của {path} không còn như khi ký: không dùng bản này',
    en: 'The manifest of {path} is not as it was signed: this backup is not used.',
  },
  'file-missing': { vi: 'Thiếu tệp {file}', en: 'The file {file} is missing.' },
  'file-changed': { vi: 'Tệp {file} bị cắt hoặc bị sửa', en: 'The file {file} was cut or changed.' },
  'newer-edition': {
    vi: 'Bản sao lưu có bước nâng cấp {migration} mà chương trình này chưa biết: dùng phiên bản mới hơn',
    en: 'The backup carries migration {migration}, which this version does not know: run a newer version.',
  },
  'edited-migration': {
    vi: 'Bước nâng cấp {migration} của chương trình này khác với bước trong bản sao lưu',
    en: 'Migration {migration} of this program is not the one in the backup.',
  },
  'other-tables': {
    vi: 'Bản sao lưu thuộc một phiên bản có bảng khác, và không có bước nâng cấp nào dẫn từ đó tới đây: dùng đúng phiên bản đã sao lưu',
    en: 'The backup is of an edition with other tables, from which no migration leads here: use the version that took it.',
  },
  'wrong-recovery-key': {
    vi: 'Đây không phải khóa phục hồi của bản sao lưu này',
    en: 'This is not the recovery key of this backup.',
  },
  'not-bare': {
    vi: 'Cơ sở dữ liệu đích đã có bảng: phục hồi vào một DATA_DIR mới hoặc một cơ sở dữ liệu trống',
    en: 'The database already has tables: restore into a new DATA_DIR, or an empty database.',
  },
  'other-key-there': {
    vi: '{path} là khóa của một sổ khác: dùng một DATA_DIR mới',
    en: '{path} is the key of another register: use a new DATA_DIR.',
  },
  'other-witness-there': {
    vi: '{path} là nhân chứng của một sổ khác hay của những ngày sau: cất nó đi nơi khác, hoặc dùng một DATA_DIR mới',
    en: '{path} is the witness of another register, or of later days: keep it elsewhere, or use a new DATA_DIR.',
  },
  'unknown-withdrawal': {
    vi: 'Danh sách rút có loại «{of}» mà chương trình này không biết',
    en: 'The list of withdrawals has the kind "{of}", which this program does not know.',
  },
  'head-differs': { vi: 'Đầu sổ nhật ký không như bảng kê ghi', en: 'The last head of the ledger is not the one that the manifest names.' },
  'table-differs': { vi: 'Bảng {table} phục hồi ra không giống từng byte', en: 'The table {table} does not come back byte by byte.' },
  'sequence-differs': { vi: 'Dãy số {sequence} phục hồi ra khác', en: 'The sequence {sequence} comes back otherwise.' },
  'ledger-differs': { vi: 'Sổ nhật ký: {fault}', en: 'The ledger: {fault}' },
  'not-absolute': { vi: 'Thư mục phải là đường dẫn đầy đủ, bắt đầu bằng /', en: 'The folder is a whole path that begins with /.' },
  'no-such-hour': { vi: 'Giờ là số nguyên từ 0 đến 23', en: 'The hour is a whole number from 0 to 23.' },
  'keeps-none': {
    vi: 'Giữ ít nhất một bản: số ngày, tuần, tháng từ 0 đến 3650',
    en: 'At least one is kept: days, weeks and months from 0 to 3650.',
  },
  'no-withdrawals': {
    vi: 'Không có danh sách rút ở {path}: ai rút sự đồng ý sau lần sao lưu sẽ bị nêu tên lại. Nêu tệp bằng --withdrawals, hoặc --no-withdrawals nếu chắc chắn không có',
    en: 'There is no list of withdrawals at {path}: whoever took back their consent since would be named again. Name the file with --withdrawals, or say --no-withdrawals if there surely is none.',
  },
  'withdrawals-unreadable': { vi: 'Dòng {limit} của {path} không đọc được', en: 'Line {limit} of {path} cannot be read.' },
}

/** What is wrong, in both languages on one line. */
export function say_problem(problem: Problem<AnyCode>): string {
  return problemInBoth(backup_problem_words, problem)
}

const sentences = {
  taken: {
    vi: 'Đã sao lưu: {place} ({rows} dòng, {bytes} byte, đầu sổ {head})',
    en: 'saved: {place} ({rows} rows, {bytes} bytes, ledger head {head})',
  },
  warning: { vi: 'Nhưng sổ nhật ký không còn như đã để lại: {what}', en: 'But the ledger is not as it was left: {what}' },
  not_noted: {
    vi: 'Danh sách rút ở {file}: cất cùng bản sao lưu, và mang theo bản mới nhất khi phục hồi',
    en: 'The list of withdrawals is {file}: keep it with the backups, and bring the newest one to a restore.',
  },
  verified: {
    vi: 'TRỌN VẸN: {name}, {tables} bảng, {rows} dòng giống từng byte; đầu sổ {head}, {changes} mục đã đọc lại',
    en: 'WHOLE: {name}, {tables} tables, {rows} rows byte by byte; ledger head {head}, {changes} entries read back',
  },
  signed_by: {
    vi: '  ký bằng khóa {key_id}: so với mã khóa đã công bố',
    en: 'signed with this key: compare it with the one that was published',
  },
  not_whole: { vi: 'KHÔNG DÙNG ĐƯỢC bản sao lưu này:', en: 'THIS BACKUP CANNOT BE USED:' },
  restored: {
    vi: 'Đã phục hồi {name}: {rows} dòng, đầu sổ {head}; rút lại {withdrawn} việc đồng ý đã rút sau lần sao lưu. Phiên đăng nhập cũ đã kết thúc',
    en: 'restored {name}: {rows} rows, ledger head {head}; {withdrawn} withdrawals since then done again. Old sessions have ended.',
  },
  key_made: {
    vi: 'Khóa phục hồi ở {file}: in ra hoặc chép sang nơi an toàn (hai bản), rồi xóa khỏi máy này. Không có nó thì không phục hồi được. Đặt vào cấu hình',
    en: 'The recovery key is in {file}: print it or copy it to a safe place (twice), and delete it from this machine. Nothing is restored without it. Put into the settings:',
  },
} satisfies Record<string, Sentence>

export function said(sentence: keyof typeof sentences, values: Record<string, string | number> = {}): string {
  return inBoth(sentences[sentence], values)
}

type NoticeWords = {
  unplanned: string
  none: string
  taken: (at: string, rows: number, megabytes: number) => string
  old: string
  gone: (place: string) => string
  failed: string
  code: (why: string) => string
}

export const notice_words: Record<Language, NoticeWords> = {
  vi: {
    unplanned:
      'Chưa đặt nơi sao lưu: máy hỏng là mất cả sổ. Ghi nơi sao lưu ở trang Sao lưu, hoặc đặt BACKUP_DIR và BACKUP_KEY (xem docs/operating.md).',
    none: 'Chưa có bản sao lưu nào.',
    taken: (at, rows, megabytes) => `Bản sao lưu tốt gần nhất: ${at}, ${rows} dòng, ${megabytes} MB.`,
    old: 'ĐÃ CŨ: lẽ ra phải có bản mới hơn. Xem nhật ký của máy chủ.',
    gone: place => `KHÔNG CÒN ở ${place}: ổ đĩa có gắn không?`,
    failed: 'Lần gần đây nhất không ghi được.',
    code: why => `Mã lỗi ${why}, xem nhật ký của máy chủ`,
  },
  en: {
    unplanned:
      'No place for backups is set: if this machine breaks, the whole register is lost. Name one on the page Backups, or set BACKUP_DIR and BACKUP_KEY (see docs/operating.md).',
    none: 'There is no backup yet.',
    taken: (at, rows, megabytes) => `The last good backup: ${at}, ${rows} rows, ${megabytes} MB.`,
    old: 'IT IS OLD: there should be a newer one. See the server’s log.',
    gone: place => `IT IS NOT at ${place} any more: is the disk mounted?`,
    failed: 'The latest attempt failed.',
    code: why => `The code is ${why}; see the server’s log`,
  },
}
