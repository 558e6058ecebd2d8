import { problem_words as figure_problems } from '../../../numbers/figure/index.ts'
import { form_problems, noSuchDay, type ProblemWords } from '../../../platform/staff/index.ts'
import { type MoveWords, moveProblems } from '../../../platform/workflow/index.ts'
import { publication_problem_words } from '../words.ts'
import type { DraftMaker, DraftState } from './draft-flow.ts'

/** What a step has done, by the state it led to, and who takes each. */
export const draft_move_words: MoveWords<DraftState, DraftMaker> = {
  steps: {
    draft: { vi: 'viết', en: 'written' },
    submitted: { vi: 'nộp cho biên tập', en: 'handed in to be edited' },
    'in-review': { vi: 'chuyển kiểm số', en: 'passed to the fact-checker' },
    checked: { vi: 'số liệu đã kiểm', en: 'numbers checked' },
    approved: { vi: 'duyệt đăng', en: 'approved' },
    published: { vi: 'đã đăng', en: 'published' },
    dropped: { vi: 'bỏ bản nháp', en: 'dropped' },
  },
  makers: {
    reporter: { vi: 'phóng viên', en: 'a reporter' },
    editor: { vi: 'biên tập viên', en: 'an editor' },
    'fact-checker': { vi: 'thư ký kiểm số', en: 'a fact-checker' },
    publisher: { vi: 'người duyệt đăng', en: 'a publisher' },
    'any-publisher': { vi: 'người duyệt đăng', en: 'a publisher' },
  },
}

/** What is said of each problem with a draft. */
export const draft_problems = {
  ...figure_problems,
  ...publication_problem_words,
  ...form_problems,
  ...moveProblems(draft_move_words),
  'no-such-day': noSuchDay('1/12/2026'),
  'own-work': {
    vi: 'Bạn đã viết trong bài này, nên một người duyệt đăng khác phải duyệt.',
    en: 'You wrote in this article, so another publisher must approve it.',
  },
  'unknown-draft': { vi: 'Không có bài này trong tòa soạn của bạn.', en: 'There is no such article in your newsroom.' },
  'not-written-now': {
    vi: 'Bài không sửa được ở bước này. Trả lại phóng viên trước, hoặc soạn một bản sau.',
    en: 'The text cannot be changed at this step. Give it back first, or write the next edition.',
  },
  'stale-version': {
    vi: 'Bài đã có bản mới hơn (bản {limit}). Xem lại rồi bấm lần nữa.',
    en: 'There is a newer version (version {limit}). Read it, then press again.',
  },
  'unreadable-draft': { vi: 'Bài có dấu hoặc độ dài không ghi được.', en: 'The text holds signs that cannot be kept, or is too long.' },
  'unfit-signs': { vi: 'Bài có ký tự điều khiển không ghi được.', en: 'The text holds control signs that cannot be kept.' },
  'no-title': { vi: 'Nhập tựa bài.', en: 'Give a title.' },
  'no-lead': { vi: 'Nhập sa pô trước khi nộp.', en: 'Give a lead before handing it in.' },
  'no-byline': { vi: 'Nhập tên người viết trước khi nộp.', en: 'Give a byline before handing it in.' },
  'no-note': {
    vi: 'Nói rõ đã sửa gì: người đọc thấy dòng này trên trang.',
    en: 'Say what was changed: readers see this line on the page.',
  },
  'empty-text': { vi: 'Viết nội dung bài trước khi nộp.', en: 'Write the text before handing it in.' },
  'half-a-picture': { vi: 'Tranh cần cả mô tả và chú thích.', en: 'A picture needs both what it shows and a caption.' },
  'unclosed-mark': { vi: 'Dòng {limit}: dấu {sign} chưa đóng.', en: 'Line {limit}: {sign} is not closed.' },
  'unsafe-link': { vi: 'Dòng {limit}: liên kết «{address}» không dùng được.', en: 'Line {limit}: the link “{address}” cannot be used.' },
  'unreadable-token': {
    vi: 'Dòng {limit}: không hiểu {token}. Viết như {F16 level=advanced | 02}, hoặc \\{ cho dấu ngoặc thường.',
    en: 'Line {limit}: {token} is not understood. Write as {F16 level=advanced | 02}, or \\{ for the sign itself.',
  },
  'uneven-table': {
    vi: 'Bảng ở dòng {limit}: các dòng không cùng số cột.',
    en: 'The table at line {limit}: its rows differ in their columns.',
  },
  'chart-without-number': {
    vi: 'Mỗi dòng của biểu đồ cần một nhãn và đúng một số liệu của sổ, ví dụ ~ Năm 2020: {F16 valid_as_of=2020-12-31}.',
    en: 'Each line of a chart needs a label and exactly one number of the register, as in ~ 2020: {F16 valid_as_of=2020-12-31}.',
  },
  'unknown-document': { vi: 'Sổ không có văn bản số {instrument}.', en: 'The register has no instrument {instrument}.' },
  'unreadable-picture': {
    vi: 'Dòng {limit}: tranh viết như [[garden | mô tả | chú thích]].',
    en: 'Line {limit}: a picture is written [[garden | what it shows | caption]].',
  },
  'words-too-long': {
    vi: '«{words}…» dài hơn {limit} ký tự: rút ngắn lại.',
    en: '“{words}…” has more than {limit} characters: make it shorter.',
  },
  'too-many-parts': {
    vi: 'Bài, hoặc một danh sách, bảng, đoạn của bài, có hơn {limit} phần: chia ra.',
    en: 'The text, or a list, table or paragraph in it, has more than {limit} parts: divide it.',
  },
  'unknown-photo': { vi: 'Không có ảnh {photo} trong thư viện.', en: 'There is no photo {photo} in the library.' },
  'photo-not-decided': {
    vi: 'Ảnh {photo} chưa được mô tả. Mở ảnh trong thư viện, mô tả hoặc chọn «trang trí».',
    en: 'Photo {photo} is not described. Open it in the library and describe it, or say that it is decorative.',
  },
  'photo-without-consent': {
    vi: 'Người trong ảnh {photo} không còn đồng ý đăng ảnh. Bỏ ảnh khỏi bài.',
    en: 'Whoever photo {photo} shows no longer consents to photos. Take it out.',
  },
  'unknown-scene': { vi: 'Không có tranh «{scene}».', en: 'There is no picture “{scene}”.' },
  'unknown-unit': {
    vi: 'Hôm nay không có nơi hay tổ chức nào tên là «{line}».',
    en: 'Today no place or organisation is called “{line}”.',
  },
  'unknown-instrument': { vi: 'Sổ không có văn bản «{line}».', en: 'The register has no instrument “{line}”.' },
  'one-of-several': {
    vi: 'Có nhiều «{line}». Viết một trong số này: {which}.',
    en: 'There are several called “{line}”. Write one of these: {which}.',
  },
  'unfit-keyword': {
    vi: '«{line}» không làm chủ đề được: tên chủ đề có ít nhất một chữ cái hoặc chữ số, dài nhất {limit} ký tự.',
    en: '“{line}” cannot be a keyword: it has a letter or a figure at least, and at most {limit} characters.',
  },
  'too-many-subjects': { vi: 'Ghi nhiều nhất {limit} dòng.', en: 'Give at most {limit} lines.' },
  'minor-changes-numbers': {
    vi: 'Bản sửa nhỏ không đổi số nào. Số phải đổi thì bỏ bản này, soạn cập nhật hoặc đính chính.',
    en: 'A minor change leaves every number as it is. Where one must change, drop this and write an update or a correction.',
  },
  'subject-gone': {
    vi: 'Ngày đăng không còn «{name}»: sửa bài, ghi đơn vị thay nó.',
    en: 'On the day of publication “{name}” is no more: name the unit that stands in its place.',
  },
  'number-differs': {
    vi: '«{quantity}» khác sổ (sổ: {register}). Sửa lại, hoặc đặt trong lời trích có tên người nói.',
    en: '“{quantity}” differs from the register ({register}). Mend it, or put it into a quotation with the speaker’s name.',
  },
  'number-not-bound': {
    vi: '«{quantity}» chưa gắn với sổ và chưa có lý do.',
    en: '“{quantity}” is not bound to the register and has no reason.',
  },
  'too-many-numbers': {
    vi: 'Bài có quá nhiều số để kiểm trong một lần (hơn {limit}). Chia bài ra.',
    en: 'The text has more numbers than are checked at once ({limit}). Divide it.',
  },
  'too-hard': { vi: 'Kiểm số quá lâu. Rút ngắn bài rồi thử lại.', en: 'The check took too long. Shorten the text and try again.' },
  'unknown-number': { vi: 'Số này không còn trong bài.', en: 'This number is no longer in the text.' },
  'not-to-bind': {
    vi: 'Số này không gắn tự động được: viết tay, như {F16 | 15}.',
    en: 'This number cannot be bound by itself: write it as {F16 | 15}.',
  },
  'not-checking': {
    vi: 'Lý do do thư ký kiểm số ghi, ở bước kiểm số.',
    en: 'Reasons are given by the fact-checker, while the numbers are checked.',
  },
  'hour-past': { vi: 'Giờ đăng đã qua.', en: 'This hour has passed.' },
  'hour-too-far': { vi: 'Hẹn giờ nhiều nhất một năm.', en: 'At most a year from now.' },
  'no-such-hour': { vi: 'Nhập giờ có thật, ví dụ 6:00.', en: 'Give an hour that exists, for example 6:00.' },
  'unknown-article': { vi: 'Không có bài đã đăng nào với số này.', en: 'There is no published article with this number.' },
  'unknown-replacement': { vi: 'Không có bài thay thế với số này.', en: 'There is no article with this number to stand in its place.' },
  'withdrawn-already': { vi: 'Bài đã gỡ rồi.', en: 'It is withdrawn already.' },
  'approved-before': {
    vi: 'Bạn từng duyệt bài này: duyệt theo cách thường, sau khi kiểm số.',
    en: 'You approved this text before: approve it in the ordinary way, once its numbers are checked.',
  },
  'not-to-sign': { vi: 'Bài này không chờ chữ ký thứ hai.', en: 'This text waits for no second signature.' },
  'signed-already': { vi: 'Bài này đã có người ký.', en: 'It is signed already.' },
  'planned-already': { vi: 'Bài này đã được hẹn gỡ.', en: 'It is planned to be withdrawn already.' },
  'unknown-plan': { vi: 'Bài này không được hẹn gỡ.', en: 'It is not planned to be withdrawn.' },
  'comments-open': {
    vi: 'Còn {limit} góp ý chưa xong: giải quyết hết rồi mới duyệt.',
    en: '{limit} comments are open: resolve them before approving.',
  },
  'not-commented-now': { vi: 'Bài này không còn nhận góp ý.', en: 'This text takes no more comments.' },
  'unknown-place': { vi: 'Chỗ này không còn trong bài.', en: 'This place is no longer in the text.' },
  'unknown-comment': { vi: 'Không có góp ý này.', en: 'There is no such comment.' },
  'resolved-already': { vi: 'Góp ý này đã xong rồi.', en: 'This comment is resolved already.' },
  'open-already': { vi: 'Góp ý này đang mở.', en: 'This comment is open already.' },
  'unknown-consent': {
    vi: 'Không có bản đồng ý nêu tên hay kể chuyện nào là {token}.',
    en: 'There is no consent {token} to be named or told of.',
  },
  'consent-ended': {
    vi: 'Đồng ý {token} đã được rút hoặc đã hết hạn: viết lại không nêu người đó.',
    en: 'The consent {token} was taken back or has run out: write it without them.',
  },
  'name-not-bound': {
    vi: '«{name}» là một điển hình trong sổ: viết {token} thay cho tên. Nếu là người khác trùng tên, gọi cách khác.',
    en: '“{name}” is an exemplar of the register: write {token} for the name. If it is somebody else of that name, call them otherwise.',
  },
  'in-work': {
    vi: 'Đang có một bản soạn tiếp của bài này (bài {limit} ở bàn tin).',
    en: 'A draft of this article is being written already ({limit} at the news desk).',
  },
} satisfies ProblemWords

/** Why a draft, or what is done with what is published, is refused. */
export type DraftCode = keyof typeof draft_problems
