import type { Sentence } from '../../../basis/shared/sentences.ts'
import { form_problems, type ProblemWords } from '../../../platform/staff/index.ts'
import type { Focus, KeepCode, PhotoCode, WordsCode } from '../../media/index.ts'

type Code =
  | PhotoCode
  | WordsCode
  | KeepCode
  | 'no-file'
  | 'no-alt'
  | 'alt-of-decoration'
  | 'no-choice-of-alt'
  | 'nothing-said-of-persons'
  | 'no-focus'

/** What is said of each problem with a photo. */
export const photo_problems: ProblemWords<Code> = {
  ...form_problems,
  'no-file': { vi: 'Chọn ít nhất một ảnh.', en: 'Choose at least one photo.' },
  'empty-file': { vi: 'Tệp «{name}» rỗng.', en: 'The file “{name}” is empty.' },
  'too-big': { vi: '«{name}» lớn hơn {limit} MB. Thu nhỏ ảnh rồi gửi lại.', en: '“{name}” is larger than {limit} MB. Make it smaller.' },
  'secret-file': {
    vi: 'Tên «{name}» có dấu MẬT. Tài liệu mật không đưa vào hệ thống này.',
    en: 'The name “{name}” says that it is secret. Nothing secret is brought here.',
  },
  'wrong-kind': {
    vi: '«{name}» không phải ảnh JPEG, PNG hoặc WebP. Ảnh SVG, HEIC, GIF: lưu lại thành JPEG rồi gửi.',
    en: '“{name}” is no JPEG, PNG or WebP. Save SVG, HEIC and GIF as JPEG first.',
  },
  'other-than-named': {
    vi: '«{name}» mang đuôi .{ending} nhưng nội dung là .{kind}. Kiểm tra lại tệp.',
    en: '“{name}” ends in .{ending}, but what is in it is .{kind}. Look at the file again.',
  },
  'unreadable-photo': { vi: 'Không mở được ảnh «{name}»: tệp hỏng.', en: '“{name}” cannot be opened: the file is damaged.' },
  'too-much-unpacked': {
    vi: '«{name}» quá lớn khi mở ra ({size} MB; nhiều nhất {limit} MB). Thu nhỏ ảnh rồi gửi lại.',
    en: '“{name}” is too large once it is unpacked ({size} MB; at most {limit} MB). Make it smaller.',
  },
  'too-hard': { vi: 'Mở «{name}» quá lâu. Thu nhỏ ảnh rồi gửi lại.', en: '“{name}” took too long to open. Make it smaller.' },
  'no-choice-of-alt': { vi: 'Chọn: mô tả ảnh bằng lời, hay ảnh chỉ để trang trí.', en: 'Choose: described in words, or decorative.' },
  'no-alt': {
    vi: 'Nhập lời mô tả, cho người không nhìn thấy ảnh.',
    en: 'Say what the photo shows, for those who do not see it.',
  },
  'alt-of-decoration': {
    vi: 'Ảnh trang trí không có lời mô tả. Xóa lời mô tả, hoặc chọn «Mô tả bằng lời».',
    en: 'A decorative photo has no description. Remove it, or choose “Described in words”.',
  },
  'nothing-said-of-persons': { vi: 'Chọn ai có trong ảnh.', en: 'Say who is in the photo.' },
  'no-consent': {
    vi: 'Điển hình này không có đồng ý đăng ảnh đang còn hiệu lực.',
    en: 'No consent of this exemplar to photos is in force.',
  },
  'not-yours': {
    vi: 'Phóng viên và biên tập viên của tòa soạn này mới đổi được ảnh.',
    en: 'Reporters and editors of this newsroom change its photos.',
  },
  'unknown-photo': { vi: 'Không có ảnh này trong thư viện của bạn.', en: 'There is no such photo in your library.' },
  'stale-version': {
    vi: 'Ảnh đã có bản mới hơn (bản {limit}). Mở lại trang rồi sửa.',
    en: 'There is a newer version (version {limit}). Open the page again.',
  },
  'no-focus': { vi: 'Chọn chỗ chính của ảnh.', en: 'Say where the main thing is.' },
  'unfit-signs': { vi: 'Có ký tự điều khiển không ghi được.', en: 'There are control signs that cannot be kept.' },
}

export const focus_words: Record<Focus, Sentence> = {
  'top-left': { vi: 'Trên, bên trái', en: 'Top left' },
  top: { vi: 'Trên', en: 'Top' },
  'top-right': { vi: 'Trên, bên phải', en: 'Top right' },
  left: { vi: 'Bên trái', en: 'Left' },
  centre: { vi: 'Giữa', en: 'Centre' },
  right: { vi: 'Bên phải', en: 'Right' },
  'bottom-left': { vi: 'Dưới, bên trái', en: 'Bottom left' },
  bottom: { vi: 'Dưới', en: 'Bottom' },
  'bottom-right': { vi: 'Dưới, bên phải', en: 'Bottom right' },
}

export const photo_page_words = {
  vi: {
    title: 'Ảnh của tòa soạn',
    found_n: (n: number, asked: boolean) => (n > 0 ? `${n} ảnh` : asked ? 'Không có ảnh nào như vậy' : 'Chưa có ảnh nào'),
    lead: 'Ảnh chỉ tòa soạn thấy cho tới khi bài dùng ảnh được đăng. Nơi chụp và máy chụp ghi trong tệp được bỏ khi gửi.',
    find: 'Tìm',
    find_label: 'Tìm ảnh',
    find_hint: 'Lời mô tả, chú thích, tác giả hoặc tên tệp, không cần dấu.',
    clear: 'Bỏ tìm',
    send_title: 'Thêm ảnh',
    file: 'Ảnh',
    file_hint: (most: number) =>
      `JPEG, PNG hoặc WebP; chọn được nhiều ảnh một lần, cả lần nhiều nhất ${most} MB. Kéo thả vào ô cũng được. Không đưa tài liệu mật.`,
    send: 'Thêm vào thư viện',
    undecided: 'chưa mô tả',
    decorative: 'trang trí',
    of: (id: number) => `Ảnh ${id}`,
    size: (width: number, height: number) => `${width} × ${height} điểm ảnh`,
    told: {
      them: 'Ảnh đã vào thư viện. Mô tả từng ảnh trước khi đưa vào bài.',
      co: 'Ảnh này đã có trong thư viện.',
      mo_ta: 'Đã lưu lời của ảnh.',
      thay: 'Đã thay ảnh. Chú thích và tác giả giữ nguyên; hãy mô tả lại ảnh mới.',
    } as Record<string, string>,
    to_use: (id: number) => `Đưa vào bài: viết [[ảnh ${id}]] trên một dòng riêng.`,
    to_decide: 'Mô tả ảnh trước: ảnh chưa mô tả không đưa vào bài được.',
    save: 'Lưu lời của ảnh',
    uses: 'Dùng ở đâu',
    used_nowhere: 'Chưa bài nào dùng ảnh này.',
    in_draft: 'bản nháp',
    in_article: 'bài đã đăng',
    replace_title: 'Thay bằng ảnh khác',
    replace_lead:
      'Bài đã đăng vẫn dùng ảnh cũ. Bản nháp dùng ảnh mới ngay, sau khi bạn mô tả ảnh; bài đã duyệt chờ giờ đăng phải duyệt lại.',
    new_file: 'Ảnh mới',
    one_file_hint: 'JPEG, PNG hoặc WebP, nhiều nhất 25 MB.',
    replace: 'Thay ảnh',
    versions: 'Các bản của ảnh',
    version: (n: number) => `Bản ${n}`,
    back: 'Về thư viện ảnh',
    nobody: 'Không ai cần hỏi ý kiến (không nhận ra ai, hoặc việc công khai)',
    unnamed: (id: number) => `Điển hình số ${id} (không nêu tên)`,
    with_consent: 'Điển hình đã đồng ý đăng ảnh',
    consent_ended: 'Đồng ý đăng ảnh đã được rút hoặc hết hạn: ảnh không hiện ở bài nào nữa.',
  },
  en: {
    title: 'Photos of the newsroom',
    found_n: (n: number, asked: boolean) => (n > 0 ? `Photos: ${n}` : asked ? 'There is no such photo' : 'There is no photo yet'),
    lead: 'Only the newsroom sees a photo until an article with it is published. The place and the device that a file names are removed when it is sent.',
    find: 'Find',
    find_label: 'Find a photo',
    find_hint: 'What it shows, its caption, who took it, or the name of its file, marks or none.',
    clear: 'Clear',
    send_title: 'Add photos',
    file: 'Photos',
    file_hint: (most: number) =>
      `JPEG, PNG or WebP; several at once, ${most} MB in all. They can be dropped onto the field. Nothing secret.`,
    send: 'Add to the library',
    undecided: 'not described',
    decorative: 'decorative',
    of: (id: number) => `Photo ${id}`,
    size: (width: number, height: number) => `${width} × ${height} pixels`,
    told: {
      them: 'The photos are in the library. Describe each before it goes into an article.',
      co: 'This photo is in the library already.',
      mo_ta: 'The words of the photo are saved.',
      thay: 'The picture is replaced. Caption and credit stay; describe the new one.',
    } as Record<string, string>,
    to_use: (id: number) => `To put it into an article, write [[ảnh ${id}]] on a line of its own.`,
    to_decide: 'Describe the photo first: without that it goes into no article.',
    save: 'Save the words',
    uses: 'Where it is used',
    used_nowhere: 'No article uses this photo yet.',
    in_draft: 'draft',
    in_article: 'published',
    replace_title: 'Put another picture in its place',
    replace_lead:
      'Published articles go on with the old one. Drafts take the new one at once, once it is described; what is approved and waits for its hour must be approved again.',
    new_file: 'The new picture',
    one_file_hint: 'JPEG, PNG or WebP, at most 25 MB.',
    replace: 'Replace it',
    versions: 'Versions of the photo',
    version: (n: number) => `Version ${n}`,
    back: 'Back to the photos',
    nobody: 'Nobody who must be asked (nobody is recognised, or it is a public event)',
    unnamed: (id: number) => `Exemplar ${id} (not to be named)`,
    with_consent: 'Exemplars who consent to photos',
    consent_ended: 'The consent to photos was withdrawn or has ended: no article shows this photo any more.',
  },
}
