import type { MoveWords } from '../../platform/workflow/index.ts'
import type { RosterMaker, RosterState } from './roster.ts'

/** What has become of a roster, and who takes it further. */
export const move_words: MoveWords<RosterState, RosterMaker> = {
  steps: {
    uploaded: { vi: 'chờ chọn cột', en: 'columns to be chosen' },
    reading: { vi: 'đang đọc', en: 'being read' },
    compared: { vi: 'chờ người thứ hai xác nhận', en: 'waits for a second person' },
    faulty: { vi: 'có ô cần sửa', en: 'cells to be mended' },
    unreadable: { vi: 'chưa đọc được', en: 'could not be read' },
    applying: { vi: 'đang ghi vào sổ', en: 'being written' },
    applied: { vi: 'đã ghi vào sổ', en: 'written into the register' },
    refused: { vi: 'cần so lại', en: 'to be compared again' },
    undoing: { vi: 'đang hoàn tác', en: 'being taken back' },
    undone: { vi: 'đã hoàn tác', en: 'taken back' },
    stopped: { vi: 'bị gián đoạn', en: 'interrupted' },
    dropped: { vi: 'đã bỏ', en: 'laid aside' },
  },
  makers: {
    uploader: { vi: 'người gửi danh sách', en: 'whoever sent the roster' },
    second: { vi: 'người thứ hai có quyền với đơn vị này', en: 'a second person with a right over this unit' },
    either: { vi: 'người gửi hoặc người có quyền với đơn vị này', en: 'whoever sent it, or another with a right over this unit' },
  },
}
