import type { Printed } from '../../basis/shared/printed.ts'
import { inBoth, type Sentence } from '../../basis/shared/sentences.ts'
import type { DatabaseServer } from '../../platform/database/index.ts'
import { type AdviceCode, type CheckName, examine, type Finding, type Patient } from './checks.ts'

export const doctor_usage = 'neu-guong doctor                         xem máy và sổ có ổn không, phải làm gì · what to mend here'

const names: Record<CheckName, Sentence> = {
  data_folder: { vi: 'thư mục dữ liệu', en: 'data folder' },
  disk: { vi: 'chỗ trống trên đĩa', en: 'room on the disk' },
  edition: { vi: 'phiên bản cơ sở dữ liệu', en: 'edition of the database' },
  clock: { vi: 'đồng hồ', en: 'clock' },
  ledger_key: { vi: 'khóa ký sổ', en: 'key of the ledger' },
  sealing_key: { vi: 'khóa niêm', en: 'sealing key' },
  backup: { vi: 'sao lưu', en: 'backup' },
  address: { vi: 'địa chỉ và TLS', en: 'address and TLS' },
  mail: { vi: 'thư', en: 'mail' },
  portal: { vi: 'cổng', en: 'portal' },
}

const advice: Record<AdviceCode, Sentence> = {
  'no-data-folder': {
    vi: 'không có {path}: đặt DATA_DIR của máy đang phục vụ',
    en: 'there is no {path}: set the DATA_DIR of the machine that serves',
  },
  'open-secret': { vi: 'tài khoản khác đọc được {path}: chmod 600', en: 'other accounts may read {path}: chmod 600' },
  'disk-is-short': { vi: 'chỉ còn {gigabytes} GB: thêm đĩa, hoặc dọn', en: 'only {gigabytes} GB are left: add a disk, or clear up' },
  'not-current': {
    vi: 'chưa có sổ, hoặc sổ ở phiên bản khác: sao lưu rồi chạy «neu-guong migrate»',
    en: 'no register, or one of another edition: take a backup, then run "neu-guong migrate"',
  },
  'clock-is-behind': {
    vi: 'chậm {seconds} giây so với việc đã ghi: chỉnh đồng hồ (NTP)',
    en: '{seconds} s behind what was recorded: set the clock right (NTP)',
  },
  'other-key': { vi: '{why}', en: '(see there)' },
  'no-place': { vi: 'chưa đặt nơi để: BACKUP_DIR và BACKUP_KEY', en: 'no place is set: BACKUP_DIR and BACKUP_KEY' },
  'no-recovery-key': {
    vi: 'chưa có BACKUP_KEY: chạy «neu-guong backup --make-key TỆP»',
    en: 'BACKUP_KEY is missing: run "neu-guong backup --make-key FILE"',
  },
  'never-taken': { vi: 'chưa có bản nào ở {path}: chạy «neu-guong backup»', en: 'there is none yet in {path}: run "neu-guong backup"' },
  'too-old': {
    vi: 'bản tốt gần nhất đã {hours} giờ: xem nhật ký, chạy «neu-guong backup»',
    en: 'the last good one is {hours} h old: see the log, run "neu-guong backup"',
  },
  'not-there': {
    vi: 'bản gần nhất không còn ở {path} hay đã bị sửa: ổ có gắn không?',
    en: 'the last one is not at {path}, or was changed: is the disk mounted?',
  },
  'no-tls': {
    vi: 'người khác vào được mà không qua TLS: đặt SITE_ADDRESS=https://…, BEHIND_TLS=1, TRUST_PROXY',
    en: 'others come in without TLS: set SITE_ADDRESS=https://…, BEHIND_TLS=1, TRUST_PROXY',
  },
  'no-mail': {
    vi: 'chưa có máy chủ thư: không nhắc việc được, đầu sổ không rời máy (SMTP_URL, MAIL_FROM, LEDGER_MAIL)',
    en: 'there is no mail server: nobody is reminded, and no head of the ledger leaves this machine (SMTP_URL, MAIL_FROM, LEDGER_MAIL)',
  },
  'not-answering': { vi: '{at} không trả lời: cổng có chạy không?', en: '{at} does not answer: does the portal run?' },
  'not-ready': { vi: 'chưa sẵn sàng: {what}', en: 'it is not ready' },
}

/**
 * `neu-guong doctor`: a line for each thing that was looked at. 0 all is well, 1 something is to be mended. Writes
 * nothing.
 */
export async function doctorCommand(server: Pick<DatabaseServer, 'connect'>, patient: Patient): Promise<Printed> {
  const found = await examine(server, patient)
  return { code: found.every(({ is_well }) => is_well) ? 0 : 1, out: found.map(sayFinding).join('\n'), err: '' }
}

function sayFinding({ of, is_well, code, values }: Finding): string {
  const name = inBoth(names[of])
  return is_well || !code ? `  ok   ${name}` : `  !!   ${name}: ${inBoth(advice[code], values)}`
}
