import { text, whole } from '../../staff/index.ts'

const kept = (label: { vi: string; en: string }) => whole({ label, least: 0, most: 3650, wrong: 'keeps-none' })

/** Where backups go, when, and how many are kept: the names are those of a `BackupPlan`. */
export const plan_form = {
  folder: text({
    label: { vi: 'Thư mục', en: 'Folder' },
    hint: {
      vi: 'Đường dẫn đầy đủ trên máy chủ, nên ở ổ khác hay máy khác.',
      en: 'The whole path on the server, better on another disk or machine.',
    },
    ...{ most: 300, required: 'not-absolute' },
  }),
  recovery_key: text({
    label: { vi: 'Khóa phục hồi, phần công khai', en: 'Recovery key, its public half' },
    hint: {
      vi: 'Dòng mà lệnh neu-guong backup --make-key in ra. Chưa có khóa thì chưa sao lưu.',
      en: 'The line that neu-guong backup --make-key prints. Without a key no backup is taken.',
    },
    most: 100,
  }),
  at_hour: whole({ label: { vi: 'Chạy lúc mấy giờ', en: 'At which hour' }, least: 0, most: 23, wrong: 'no-such-hour' }),
  days: kept({ vi: 'Giữ bản của mấy ngày gần nhất', en: 'Of how many days the newest is kept' }),
  weeks: kept({ vi: 'Của mấy tuần', en: 'Of how many weeks' }),
  months: kept({ vi: 'Của mấy tháng', en: 'Of how many months' }),
}
