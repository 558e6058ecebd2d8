import type { Lang } from '../../../numbers/figure/index.ts'
import type { BodyCode } from './as-body.ts'
import type { FindingCode, finding_kinds } from './findings.ts'
import type { DocumentCode } from './read-document.ts'

/** Sentences for the refusals of a document of Word: what it is, and what to do. */
export const document_problem_words: Record<DocumentCode | BodyCode, Record<Lang, string>> = {
  'empty-file': { vi: 'Tệp rỗng. Hãy chọn lại tệp.', en: 'The file is empty. Choose it again.' },
  'too-large': {
    vi: 'Tệp lớn hơn {limit} MB. Trong Word, chọn ảnh > Picture Format > Compress Pictures (Nén ảnh), rồi lưu lại.',
    en: 'The file is larger than {limit} MB. In Word choose a picture > Picture Format > Compress Pictures, then save again.',
  },
  'old-document': {
    vi: 'Đây là tệp .doc của Word 97–2003. Mở tệp bằng Word, chọn Tệp > Lưu thành, chọn kiểu «Word Document (*.docx)», rồi gửi tệp mới.',
    en: 'This is a .doc file of Word 97–2003. Open it in Word, choose File > Save As, type "Word Document (*.docx)", and send the new file.',
  },
  'password-protected': {
    vi: 'Tệp có mật khẩu. Mở tệp bằng Word, chọn Tệp > Thông tin > Bảo vệ tài liệu > Mã hóa bằng mật khẩu, xóa mật khẩu, lưu thành .docx, rồi gửi lại.',
    en: 'The file has a password. Open it in Word, choose File > Info > Protect Document > Encrypt with Password, clear it, save as .docx, and send it again.',
  },
  'rich-text': {
    vi: 'Đây là tệp .rtf. Mở tệp bằng Word, chọn Tệp > Lưu thành > «Word Document (*.docx)», rồi gửi tệp mới.',
    en: 'This is an .rtf file. Open it in Word, choose File > Save As > "Word Document (*.docx)", and send the new file.',
  },
  'other-file': {
    vi: 'Tệp này không phải tài liệu Word (có vẻ là PDF hay trang web). Hãy gửi tệp .docx mà bài được soạn.',
    en: 'This is no document of Word; it looks like a PDF or a web page. Send the .docx in which the text was written.',
  },
  'not-document': {
    vi: 'Trong tệp không có văn bản của Word. Mở tệp bằng Word, chọn Tệp > Lưu thành > «Word Document (*.docx)», rồi gửi tệp mới.',
    en: 'There is no text of Word in the file. Open it in Word, choose File > Save As > "Word Document (*.docx)", and send the new file.',
  },
  'damaged-file': {
    vi: 'Tệp bị hỏng hoặc chưa tải xong. Mở tệp bằng Word để sửa, lưu lại, rồi gửi lại.',
    en: 'The file is damaged, or was not copied whole. Open it in Word to repair it, save it, and send it again.',
  },
  'too-many-entries': {
    vi: 'Tệp chứa hơn {limit} phần: không phải tài liệu thường.',
    en: 'The file holds more than {limit} parts: it is no ordinary document.',
  },
  'too-much-unpacked': {
    vi: 'Mở nén ra, tệp lớn hơn mức cho phép. Hãy tách bài hoặc nén ảnh trong Word, rồi gửi lại.',
    en: 'Unpacked, the file is larger than is allowed. Part the text, or compress its pictures in Word, and send it again.',
  },
  'too-dense': {
    vi: 'Tệp được nén chặt bất thường (hơn {limit} lần) nên không được mở. Mở tệp bằng Word, lưu lại, rồi gửi lại.',
    en: 'The file is packed unusually densely (more than {limit} to 1), so it was not opened. Open it in Word, save it, and send it again.',
  },
  'has-dtd': {
    vi: 'Trong tệp có khai báo mà tài liệu Word không bao giờ có, nên tệp không được đọc.',
    en: 'The file declares what no document of Word declares, so it was not read.',
  },
  secret: {
    vi: 'Tên hoặc nội dung tệp mang dấu MẬT. Tài liệu mật không được đưa lên hệ thống này; không có gì được lưu.',
    en: 'The name or the text of the file bears the marking MẬT (secret). Secret documents must not be uploaded here; nothing was kept.',
  },
  'no-text': { vi: 'Trong tệp không có chữ nào.', en: 'There are no words in the file.' },
  'too-many-blocks': {
    vi: 'Tài liệu dài hơn {limit} đoạn: hãy tách thành nhiều bài.',
    en: 'The document has more than {limit} paragraphs: part it into several articles.',
  },
  'too-many-letters': {
    vi: 'Tài liệu dài hơn {limit} chữ cái: hãy tách thành nhiều bài.',
    en: 'The document has more than {limit} letters: part it into several articles.',
  },
  'too-hard': {
    vi: 'Tệp quá phức tạp để đọc. Mở tệp bằng Word, chép nội dung sang một tài liệu mới, lưu lại, rồi gửi tệp mới.',
    en: 'The file is too complicated to be read. Open it in Word, copy the text into a new document, save it, and send that.',
  },
}

/** What became of the things of a finding. */
export const finding_kind_words: Record<(typeof finding_kinds)[FindingCode], Record<Lang, string>> = {
  dropped: { vi: 'Không đưa vào bài', en: 'Not taken into the draft' },
  repaired: { vi: 'Đã chuyển đổi', en: 'Converted' },
  guessed: { vi: 'Đoán theo hình thức, cần xem lại', en: 'Guessed by the look: please check' },
}

/** What was found, in words; how often stands beside it. */
export const finding_words: Record<FindingCode, Record<Lang, string>> = {
  'hidden-text': { vi: 'Chữ ẩn', en: 'Hidden text' },
  'deleted-text': { vi: 'Chữ đã xóa khi theo dõi thay đổi', en: 'Text deleted under Track Changes' },
  'deleted-row': { vi: 'Hàng bảng đã xóa khi theo dõi thay đổi', en: 'Table rows deleted under Track Changes' },
  comments: { vi: 'Nhận xét bên lề', en: 'Comments' },
  'header-or-footer': { vi: 'Đầu trang, chân trang', en: 'Headers and footers' },
  'field-code': { vi: 'Chữ nằm trong mã trường, người đọc không thấy', en: 'Text within codes of fields, which nobody sees' },
  'metafile-picture': {
    vi: 'Hình vẽ EMF/WMF: hãy lưu thành PNG rồi chèn lại',
    en: 'EMF or WMF drawings: save them as PNG and insert them again',
  },
  'unknown-picture': {
    vi: 'Ảnh không phải JPEG, PNG hay WebP, hoặc không đọc được',
    en: 'Pictures that are no JPEG, PNG or WebP, or cannot be read',
  },
  'oversized-picture': { vi: 'Ảnh quá lớn', en: 'Pictures that are too large' },
  'picture-left': {
    vi: 'Ảnh không lấy được: chỗ của ảnh và chú thích còn trong bài',
    en: 'Photos that could not be taken: their place and caption are in the text',
  },
  'linked-picture': { vi: 'Ảnh liên kết từ nơi khác, không nằm trong tệp', en: 'Pictures linked from elsewhere, not in the file' },
  'missing-picture': { vi: 'Ảnh bị mất trong tệp', en: 'Pictures that the file has lost' },
  'embedded-object': { vi: 'Đối tượng nhúng (bảng tính, công thức, điều khiển)', en: 'Embedded objects (workbooks, equations, controls)' },
  'embedded-document': {
    vi: 'Tài liệu khác nhúng bên trong: mở riêng và chép chữ sang',
    en: 'Other documents embedded in it: open them and copy the text',
  },
  chart: { vi: 'Biểu đồ: dựng lại từ số liệu của sổ', en: 'Charts: draw them anew from figures of the register' },
  ink: { vi: 'Nét vẽ tay', en: 'Ink' },
  macros: { vi: 'Macro (không chạy, không lưu)', en: 'Macros (neither run nor kept)' },
  'heading-number': { vi: 'Số tự động trước đề mục', en: 'Automatic numbers of headings' },
  'unsafe-link': { vi: 'Liên kết không an toàn (chữ vẫn giữ)', en: 'Unsafe links (their words are kept)' },
  'unfit-signs': { vi: 'Ký tự điều khiển, đảo chiều đã bỏ', en: 'Control signs and signs that turn the direction, removed' },
  'unknown-symbol': { vi: 'Ký hiệu của phông riêng, thay bằng □', en: 'Signs of fonts of their own; □ stands in their place' },
  'old-letters': { vi: 'Chữ TCVN3/VNI đã chuyển sang Unicode', en: 'TCVN3 or VNI letters brought into Unicode' },
  'inserted-text': {
    vi: 'Chữ chèn khi theo dõi thay đổi, coi như đã chấp nhận',
    en: 'Text inserted under Track Changes, taken as accepted',
  },
  'nested-table': { vi: 'Bảng trong ô, đã thành chữ', en: 'Tables within cells, made text' },
  'joined-cells': {
    vi: 'Bảng có ô gộp: chữ ở ô đầu, các ô còn lại để trống',
    en: 'Tables with merged cells: the first keeps the text, the others are empty',
  },
  'list-flattened': { vi: 'Danh sách nhiều cấp, mục con nối vào mục mẹ', en: 'Lists of several levels: sub-items stand in their item' },
  'list-restarts': { vi: 'Danh sách đánh số tiếp, nay bắt đầu lại từ 1', en: 'Numbered lists that went on, and now begin at 1' },
  'note-moved': {
    vi: 'Chú thích dài, gọi nhiều chỗ hoặc ở tiêu đề, chuyển xuống cuối bài',
    en: 'Notes that are long, called twice or from a heading, moved to the end',
  },
  'lead-by-look': { vi: 'Đoạn đầu in đậm được coi là sa pô', en: 'The first paragraph, in bold, taken for the lead' },
  'byline-by-look': { vi: 'Dòng cuối được coi là tên người viết', en: 'The last line, taken for the byline' },
  'heading-by-look': { vi: 'Dòng in đậm được coi là đề mục', en: 'Bold lines taken for headings' },
  'list-by-look': { vi: 'Dòng gạch đầu dòng được coi là danh sách', en: 'Lines that begin with a dash, taken for a list' },
  'caption-by-look': { vi: 'Dòng dưới ảnh được coi là chú thích ảnh', en: 'Lines below a picture taken for its caption' },
  'layout-table': { vi: 'Bảng chỉ để trình bày, đã thành đoạn văn', en: 'Tables used for layout, made paragraphs' },
  'table-head': { vi: 'Hàng đầu được coi là đầu bảng', en: 'First rows taken for the head of a table' },
  equation: { vi: 'Công thức toán, viết thành một dòng', en: 'Equations, written in one line' },
  'text-box': { vi: 'Hộp chữ, đặt sau đoạn mà nó gắn vào', en: 'Text boxes, placed behind the paragraph that they hang on' },
  diagram: { vi: 'Sơ đồ SmartArt: chỉ giữ chữ', en: 'SmartArt: its words alone' },
  'word-art': { vi: 'Chữ nghệ thuật', en: 'WordArt' },
  'cropped-picture': {
    vi: 'Ảnh đã cắt trong Word: ảnh gốc còn nguyên, cần cắt lại',
    en: 'Pictures cropped in Word: the whole picture came, crop it again',
  },
}
