import type { Fault } from './verify/verify-ledger.ts'

/** What a fault says; {at} counts entries. */
export const fault_words: Record<Fault['code'], { vi: string; en: string }> = {
  'entries-missing': { vi: 'thiếu mục nhật ký từ vị trí {at}', en: 'entries are missing from place {at} on' },
  'entry-out-of-place': { vi: 'mục nhật ký sai vị trí {at}', en: 'an entry is out of place at {at}' },
  'entry-beyond-head': { vi: 'mục ở vị trí {at} không thuộc đầu sổ nào', en: 'the entry at place {at} is under no head' },
  'root-differs': { vi: 'các mục trước vị trí {at} không còn như khi ký', en: 'the entries before place {at} are not as they were signed' },
  'peaks-differ': { vi: 'các đỉnh cây của đầu sổ {at} đã bị sửa', en: 'the peaks of the head over {at} entries were changed' },
  'other-key': { vi: 'không đầu sổ nào ký bằng khóa này', en: 'no head is signed with this key' },
  'key-changed': { vi: 'đầu sổ {at} ký bằng khóa khác', en: 'the head over {at} entries was signed with another key' },
  'signature-wrong': { vi: 'chữ ký của đầu sổ {at} sai', en: 'the signature of the head over {at} entries is wrong' },
  'chain-broken': { vi: 'đầu sổ {at} không nối với đầu sổ trước', en: 'the head over {at} entries does not name the one before it' },
  'rows-differ': {
    vi: 'dữ liệu của mục {at} ({what}) không còn như khi ghi',
    en: 'the rows behind the entry at place {at} ({what}) are not as they were recorded',
  },
  'archive-differs': {
    vi: 'dữ liệu nạp trước {what} không còn như khi niêm phong',
    en: 'what was there before {what} is not as it was sealed',
  },
  'rows-beside': { vi: '{at} dòng ngoài sổ nhật ký: {what}', en: '{at} rows of which the ledger knows nothing: {what}' },
  'count-differs': { vi: 'số đếm không khớp các dòng: {what}', en: 'a count is not what its rows give: {what}' },
  'head-missing': { vi: 'thiếu đầu sổ {at} mà nhân chứng đã thấy', en: 'the head over {at} entries, which the witness saw, is missing' },
  'head-unlike-witness': { vi: 'đầu sổ {at} khác bản của nhân chứng', en: 'the head over {at} entries differs from what the witness saw' },
}

export const ledger_words = {
  nothing: { vi: 'Sổ nhật ký chưa có mục nào được ký', en: 'Nothing in the ledger has been signed yet' },
  holds: { vi: 'Sổ nhật ký nguyên vẹn', en: 'The ledger is as it was signed' },
  broken: { vi: 'SỔ NHẬT KÝ ĐÃ BỊ SỬA', en: 'THE LEDGER IS NOT AS IT WAS SIGNED' },
  other_key: {
    vi: 'KHÔNG PHẢI KHÓA ĐÃ KÝ SỔ NÀY: chưa kiểm được chữ ký',
    en: 'THIS IS NOT THE KEY THAT SIGNED THIS LEDGER: its signatures were not checked',
  },
  key_in_hand: { vi: '  khóa đang dùng: {key_id}', en: 'the key in hand' },
  key_of_heads: { vi: '  khóa đã ký sổ:  {key_id}', en: 'the key that signed' },
  published: {
    vi: 'So với mã khóa đã công bố. Nếu khóa đang dùng mới là khóa đó thì cả sổ đã bị viết lại.',
    en: 'Compare with the key that was published. If the key in hand is that one, the whole ledger was written anew.',
  },
  no_key: {
    vi: 'Không có khóa ký sổ ở {data_dir}: nêu khóa công khai bằng --key',
    en: 'There is no key of the ledger in {data_dir}: name the public one with --key',
  },
  signed: { vi: 'Đã ký {size} mục', en: '{size} entries are signed' },
  not_signed: { vi: 'Không ký tiếp: sổ không còn như đã để lại', en: 'Nothing was signed: the ledger is not as it was left' },
  counted: {
    vi: '{size} mục, {heads} đầu sổ, nhân chứng thấy {witnessed}, chờ ký {unsigned}',
    en: '{size} entries, {heads} heads, {witnessed} of them witnessed, {unsigned} entries await signature',
  },
  read_back: {
    vi: 'đã đọc lại toàn bộ dữ liệu, {changes} mục',
    en: 'all rows were read back, behind {changes} entries',
  },
  read_back_some: {
    vi: 'đã đọc lại dữ liệu của {changes} mục chọn ngẫu nhiên',
    en: 'the rows behind {changes} entries chosen by chance were read back',
  },
  erased: {
    vi: 'nội dung của {erased} dòng đã xóa theo quy định lưu trữ, mỗi lần xóa có mục riêng trong sổ',
    en: 'the content of {erased} rows was erased by their retention rule, each under an entry of its own',
  },
  exported: { vi: 'đã xuất ra {file}', en: 'exported to {file}' },
  proved: { vi: 'bằng chứng về {object} {object_id} ở {file}', en: 'the proof of {object} {object_id} is in {file}' },
  unknown: {
    vi: 'Sổ nhật ký chưa có mục đã ký nào về {object} {object_id}',
    en: 'The ledger has signed nothing of {object} {object_id}',
  },
}
