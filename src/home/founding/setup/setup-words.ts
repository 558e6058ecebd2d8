import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Sentence } from '../../../basis/shared/sentences.ts'
import type { Language } from '../../../platform/web/index.ts'
import type { StepName } from './forms.ts'

/** The steps: their part of the address, what they are called, and what is said above their form. */
export const step_words: Record<StepName, { slug: string; title: Sentence; lead: Sentence }> = {
  register: {
    slug: 'so',
    title: { vi: 'Tên sổ', en: 'Name of the register' },
    lead: { vi: 'Tên này hiện ở đầu mọi trang.', en: 'This name stands at the head of every page.' },
  },
  organisations: {
    slug: 'to-chuc',
    title: { vi: 'Các hệ thống tổ chức', en: 'The organisations' },
    lead: {
      vi: 'Tổ chức đứng đầu mỗi hệ thống. Các tổ chức bên dưới thêm sau, theo danh sách.',
      en: 'The first organisation of each hierarchy. Those below come later, by a list.',
    },
  },
  administrators: {
    slug: 'quan-tri',
    title: { vi: 'Hai quản trị viên và văn phòng', en: 'Two administrators and the office' },
    lead: {
      vi: 'Quản trị viên mở tài khoản và giao vai trò, không xem cam kết. Cần hai người: không ai tự giao quyền cho mình. Văn phòng phát động đợt và giữ danh sách.',
      en: 'Administrators open accounts and grant roles, and read no commitment. It takes two: nobody grants to themselves. The office calls campaigns and keeps lists.',
    },
  },
  programme: {
    slug: 'chuong-trinh',
    title: { vi: 'Chương trình', en: 'The programme' },
    lead: {
      vi: 'Chỉ thị hay cuộc vận động mà các bản cam kết theo. Năm thứ mấy tính từ ngày ký.',
      en: 'The directive that commitments follow. Its years are counted from the day of signing.',
    },
  },
  rules: {
    slug: 'quy-tac',
    title: { vi: 'Quy tắc', en: 'Rules' },
    lead: {
      vi: 'Dùng khi văn bản sắp xếp không nói khác.',
      en: 'They hold where an instrument says nothing else.',
    },
  },
  rating: {
    slug: 'xep-loai',
    title: { vi: 'Xếp loại cuối năm', en: 'Rating of the year' },
    lead: { vi: 'Các mức theo quy định đang có hiệu lực.', en: 'The levels by the regulation in force.' },
  },
  calendar: {
    slug: 'lich',
    title: { vi: 'Lịch nghỉ', en: 'Calendar' },
    lead: { vi: 'Hạn tính theo ngày làm việc trừ những ngày này.', en: 'Limits in working days leave these days out.' },
  },
  backups: {
    slug: 'sao-luu',
    title: { vi: 'Sao lưu', en: 'Backups' },
    lead: { vi: 'Nơi cất bản sao của sổ.', en: 'Where copies of the register go.' },
  },
}

const carry_words: Record<string, Sentence> = {
  all: { vi: 'giữ khi mọi xã đều đạt', en: 'kept when all parts had it' },
  any: { vi: 'giữ khi có một xã đạt', en: 'kept when any part had it' },
  population: { vi: 'giữ theo phần dân', en: 'kept by the share of people' },
  none: { vi: 'không giữ', en: 'never kept' },
}

export const setup_words = {
  vi: {
    title: 'Dựng sổ',
    to_do: (left: number, all: number) => (left === 0 ? `Dựng sổ: đủ ${all} việc` : `Dựng sổ: còn ${left} trong ${all} việc`),
    lead: 'Có thể dừng bất cứ lúc nào và làm tiếp trên trình duyệt này. Mỗi việc ghi vào nhật ký.',
    done: 'xong',
    open: 'chưa',
    next: (step: string) => `Làm tiếp: ${step}`,
    rules: (rule: string, days: string) => `${lookUp(carry_words, rule)?.vi ?? rule}; nhắc cách ${days} ngày`,
    levels: (n: number) => `${n} mức`,
    days_off: (n: number) => `${n} ngày nghỉ`,
    backups: (hour: string, days: string) => `lúc ${hour} giờ, giữ ${days} ngày`,
    enter: 'Mở trang dựng sổ',
    wrong_code: 'Mã không đúng, hoặc đã dùng. Khởi động lại chương trình để có mã mới.',
    emblem: 'Biểu trưng',
    emblem_hint: 'Ảnh PNG vuông, cạnh từ 48 đến 1024 điểm ảnh, không quá 64 KB; có thể để trống.',
    emblem_there: 'Đã có một ảnh. Chọn ảnh khác nếu muốn thay.',
    save: 'Lưu và làm tiếp',
    back: 'Về danh sách việc',
    found_lead:
      'Bấm nút dưới đây là sổ được lập. Giấy mời của những người đầu tiên hiện đúng một lần: in hết trước khi rời trang. Sau đó trang dựng sổ không còn nữa.',
    found: 'Lập sổ và in giấy mời',
    founded: 'Sổ đã lập',
    founded_lead:
      'In các giấy dưới đây và đưa tận tay từng người. Mã chỉ hiện lần này. Mất giấy thì người chạy máy chủ in giấy khác bằng lệnh neu-guong administrator.',
    sheets: (n: number) => `${n} giấy mời`,
    to_invitation: 'Dùng giấy mời',
  },
  en: {
    title: 'Setting up the register',
    to_do: (left: number, all: number) =>
      left === 0 ? `Setting up: all ${all} steps are done` : `Setting up: ${left} of ${all} steps left`,
    lead: 'You may stop at any time and go on in this browser. Each step is written into the ledger.',
    done: 'done',
    open: 'open',
    next: (step: string) => `Go on: ${step}`,
    rules: (rule: string, days: string) => `${lookUp(carry_words, rule)?.en ?? rule}; reminders ${days} days apart`,
    levels: (n: number) => `${n} levels`,
    days_off: (n: number) => `${n} days off`,
    backups: (hour: string, days: string) => `at ${hour}:00, kept for ${days} days`,
    enter: 'Open the setting-up page',
    wrong_code: 'This is not the code, or it was used. Start the program again for a new one.',
    emblem: 'Emblem',
    emblem_hint: 'A square PNG of 48 to 1024 pixels, of 64 KB at most; it may stay empty.',
    emblem_there: 'There is a picture. Choose another one to replace it.',
    save: 'Save and go on',
    back: 'Back to the steps',
    found_lead:
      'The button below founds the register. The invitations of the first people are shown exactly once: print them all before you leave. Then this page is gone for good.',
    found: 'Found the register and print invitations',
    founded: 'The register is founded',
    founded_lead:
      'Print the sheets below and hand each to its person. The codes are shown only now. Where a sheet is lost, whoever runs the server prints another with the command neu-guong administrator.',
    sheets: (n: number) => `${n} invitations`,
    to_invitation: 'Use an invitation',
  },
} satisfies Record<Language, unknown>
