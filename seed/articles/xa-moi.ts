import type { ArticleText } from '../../src/publishing/newsroom/index.ts'
import { heading, paragraph, quotation } from './body.ts'

const valid_as_of = '2026-11-26'
const commune_level = { kind: 'commune-level' }

export const xa_moi: ArticleText = {
  slug: 'xa-moi-bo-tieu-chi-moi',
  topic: 'countryside',
  published_at: '2026-11-26T08:00:00+07:00',
  subjects: { units: 'tỉnh Thái Nguyên', instruments: '', keywords: 'Xã đạt chuẩn nông thôn mới\nSáp nhập xã' },
  vi: {
    title: 'Xã mới, bộ tiêu chí mới: bắt đầu lại từ trang trắng',
    lead: 'Nhập xã xong, tấm biển trụ sở thay trong một buổi sáng. Nông thôn mới thì phải đánh giá lại, từng tiêu chí một.',
    byline: 'Nông Thảo Vy',
    picture: {
      scene: 'terraces',
      alt: 'Ruộng bậc thang vàng xanh xen nhau dưới chân núi, hai nhà sàn bên đồi.',
      caption: 'ruộng bậc thang, nơi mấy xã cũ nay là một',
    },
    body: [
      paragraph(
        'Đến hết ngày 30/06/2025, vùng đất Bắc Kạn có {cu} đơn vị hành chính cấp xã. Sáng hôm sau còn {moi}. Xã mới rộng hơn hẳn xã cũ, và danh hiệu nông thôn mới không tự theo sang: chỉ xã nào mà mọi phần hợp thành đều đã đạt mới giữ được.',
      ),
      paragraph(
        'Theo quy tắc ấy, hôm nay có {giu} xã đang giữ chuẩn. Các xã còn lại không mất con đường hay nhà văn hóa đã làm; họ chưa được đánh giá theo bộ tiêu chí của giai đoạn này.',
      ),
      heading('Đo lại bằng thước mới'),
      paragraph(
        'Những xã đã qua thẩm tra đạt bình quân {tieuchi} tiêu chí của bộ 51/2025/QĐ-TTg. Con số ấy không đem so với những năm trước được: bộ tiêu chí đã khác, địa bàn cũng khác, và trung bình chỉ tính trong một bộ.',
      ),
      quotation(
        'Xã cũ của tôi đủ cả rồi. Nay thêm mấy bản vùng cao, tôi lại đi đo từ đầu. Có cái đo lại mới biết trước nay mình tưởng là đủ.',
        'Cán bộ một xã mới (nhân vật hư cấu)',
      ),
      heading('Thiếu gì, ai lo, hẹn đến bao giờ'),
      paragraph(
        'Mỗi xã có một bảng: tiêu chí nào đạt và căn cứ vào đâu, tiêu chí nào còn thiếu, ai lo, hẹn đến ngày nào. Cấp trên xem bảng của mọi xã trên một trang. Bảng ấy không để xếp hạng; nó để hỏi đúng người, đúng việc',
      ),
    ],
  },
  en: {
    title: 'New communes, new criteria: starting again on a blank page',
    lead: 'When communes are joined, the sign at the office is changed in a morning. The new countryside has to be assessed again, criterion by criterion.',
    byline: 'Nông Thảo Vy',
    picture: {
      scene: 'terraces',
      alt: 'Green and golden terraces below the mountains, two stilt houses on the slope.',
      caption: 'terraced fields where several old communes are one now',
    },
    body: [
      paragraph(
        'At the end of 30 June 2025 the land of Bắc Kạn had {cu} units of the commune level. The next morning there were {moi}. The new communes are much larger than the old ones, and the title of the new countryside does not come along by itself: a new commune keeps it only where every part of it had it.',
      ),
      paragraph(
        'By that rule {giu} of the communes holds the standard today. The others have lost no road and no community hall; they have not been assessed yet by the criteria of this period.',
      ),
      heading('Measured with a new rule'),
      paragraph(
        'The communes that have been appraised meet {tieuchi} criteria of the set 51/2025/QĐ-TTg on average. That cannot be compared with earlier years: the criteria are different, so is the land, and a mean is taken within one set only.',
      ),
      quotation(
        'My old commune had everything. Now there are the upland hamlets as well, and I go and measure from the beginning. Some things I only thought we had.',
        'An official of a new commune (an invented person)',
      ),
      heading('What is missing, who sees to it, and by when'),
      paragraph(
        'Each commune has a table: which criteria are met and what shows it, which are missing, who sees to them, and by what day. The office above reads the tables of all communes on one page. They are no ranking; they are there to ask the right person about the right thing',
      ),
    ],
  },
  citations: [
    { mark: 'cu', figure: 'F21', parameters: { valid_as_of: '2025-06-30', ...commune_level }, printed_vi: '108', printed_en: '108' },
    { mark: 'moi', figure: 'F21', parameters: { valid_as_of, from: '2025-06-30', ...commune_level }, printed_vi: '37', printed_en: '37' },
    { mark: 'giu', figure: 'F16', parameters: { valid_as_of }, printed_vi: '1', printed_en: '1' },
    { mark: 'tieuchi', figure: 'F19', parameters: { valid_as_of }, printed_vi: '6,7', printed_en: '6.7' },
  ],
}
