import type { ArticleText } from '../../src/publishing/newsroom/index.ts'
import { heading, list, paragraph } from './body.ts'

const valid_as_of = '2021-02-22'

export const doc_mot_con_so: ArticleText = {
  slug: 'doc-mot-con-so-the-nao',
  topic: 'register',
  published_at: '2021-02-22T08:00:00+07:00',
  subjects: { units: '', instruments: '', keywords: 'Xã đạt chuẩn nông thôn mới\nSáp nhập xã' },
  vi: {
    title: 'Đọc một con số thế nào cho đúng',
    lead: 'Cùng một tỉnh, cùng một ngày, có thể nói hai con số khác nhau về xã nông thôn mới mà cả hai đều đúng. Bài này chỉ cách mở chúng ra.',
    byline: 'Ban biên tập',
    picture: {
      scene: 'counter',
      alt: 'Quầy tiếp nhận hồ sơ, hai công chức sau màn hình, ba người dân đứng trước quầy.',
      caption: 'quầy tiếp nhận hồ sơ',
    },
    body: [
      paragraph(
        'Hãy bấm vào số này: {truoc}. Một khung mở ra ngay dưới đoạn văn, cho biết số ấy đếm gì: những xã từng có quyết định công nhận, gọi theo tên lúc được công nhận. Bây giờ bấm vào số này: {sau}. Khung thứ hai đếm những xã có mặt hôm nay và còn giữ danh hiệu. Giữa hai số là lần sắp xếp ngày 01/02/2020.',
      ),
      heading('Ba giá trị trong mỗi khung'),
      list(
        'Đã in: số mà bài viết in ra, không bao giờ đổi.',
        'Nay biết về ngày ấy: cùng câu hỏi, cùng ngày, nhưng theo những gì sổ biết bây giờ. Nếu khác số đã in, nghĩa là sau này sổ đã được ghi bổ sung hoặc sửa.',
        'Hôm nay: cùng câu hỏi, hỏi cho hôm nay. Khác đi là chuyện thường, vì đời sống không đứng yên.',
      ),
      heading('Khi nào thì đáng lo'),
      paragraph(
        'Dấu ✓ nói rằng hai giá trị đầu bằng nhau. Dấu ≠ nói rằng chúng khác, và trang nguồn chỉ ra những dòng làm nên chỗ khác. Không dấu nào nói rằng con số «hay» hay «dở»; việc ấy dành cho người đọc',
      ),
    ],
  },
  en: {
    title: 'How to read a number',
    lead: 'Of one province on one day, two different numbers of new-countryside communes can be given, and both be right. This is how to open them.',
    byline: 'The editors',
    picture: {
      scene: 'counter',
      alt: 'A service counter: two officials behind a screen, three people before it.',
      caption: 'a service counter',
    },
    body: [
      paragraph(
        'Follow this number: {truoc}. A box opens right below the paragraph and says what it counts: communes that ever had a decision, by the names they had then. Now this one: {sau}. The second box counts communes that exist today and still hold the title. Between the two lies the rearrangement of 1 February 2020.',
      ),
      heading('Three values in each box'),
      list(
        'As printed: what the article printed. It never changes.',
        'Now known for that day: the same question, the same day, by what the register knows now. Where it differs from what was printed, something was entered or corrected since.',
        'Today: the same question, asked of today. That it differs is ordinary, for life does not stand still.',
      ),
      heading('When to worry'),
      paragraph(
        'The sign ✓ says that the first two are equal. The sign ≠ says that they are not, and the page of the source shows the rows that make the difference. Neither says whether a number is good or bad; that is for the reader',
      ),
    ],
  },
  citations: [
    {
      mark: 'truoc',
      figure: 'F15',
      parameters: { valid_as_of, from: '2015-01-01', to: '2020-12-31' },
      printed_vi: '23',
      printed_en: '23',
    },
    { mark: 'sau', figure: 'F16', parameters: { valid_as_of }, printed_vi: '15', printed_en: '15' },
  ],
}
