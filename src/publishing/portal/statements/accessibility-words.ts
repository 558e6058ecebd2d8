import type { Language } from '../../../platform/web/index.ts'
import type { StatementWords } from './statement-page.tsx'

/** What of the site can be used by whom, what not yet, and by what it was judged. */
export const accessibility_words: Record<Language, StatementWords> = {
  vi: {
    title: 'Khả năng tiếp cận',
    sections: [
      {
        heading: 'Dùng được thế nào',
        paragraphs: [
          'Mọi trang đọc và dùng được chỉ bằng bàn phím, khi tắt JavaScript, khi phóng to 400 %, trên màn hình hẹp 320 điểm.',
          'Cỡ chữ và độ tương phản chọn ngay trên trang, và được giữ theo địa chỉ: gửi trang cho người khác thì họ cũng thấy như vậy. Máy đặt chế độ tối hoặc màu riêng thì trang theo máy.',
          'Ảnh nào có nội dung thì có lời mô tả. Biểu đồ nào cũng có bảng số bên cạnh. Kết luận về một con số nói bằng chữ, không chỉ bằng màu.',
          'Trang nói rõ ngôn ngữ của mình cho máy đọc màn hình, và đánh dấu những chỗ viết bằng tiếng khác.',
        ],
      },
      {
        heading: 'Theo chuẩn nào',
        paragraphs: [
          'Mục tiêu là WCAG 2.2 mức AA. Mỗi lần sửa phần mềm, máy xét từng loại trang bằng axe, đi qua bằng bàn phím, và đo bề rộng ở 320 điểm.',
          'Chưa có người khuyết tật nào thử cùng chúng tôi, và chưa có tổ chức nào đánh giá.',
        ],
      },
      {
        heading: 'Chưa làm được',
        paragraphs: [
          'Chưa có bản dễ đọc của bài và chưa có phiên dịch ngôn ngữ ký hiệu.',
          'Văn bản đính kèm dạng ảnh chụp chưa có chữ để máy đọc.',
        ],
      },
    ],
  },
  en: {
    title: 'Accessibility',
    sections: [
      {
        heading: 'How it can be used',
        paragraphs: [
          'Every page can be read and used with the keyboard alone, without JavaScript, at 400 % zoom, and on a screen of 320 pixels.',
          'The size of the type and the contrast are chosen on the page and kept in its address: whoever is sent it sees the same. Where a machine is set to dark or to colours of its own, pages follow.',
          'A picture that says something is described. Each chart has a table beside it. A judgement on a number is said in words, not by a colour alone.',
          'Pages tell screen readers their language, and mark what is written in another.',
        ],
      },
      {
        heading: 'By which standard',
        paragraphs: [
          'The aim is WCAG 2.2, level AA. Whenever the software changes, each kind of page is judged by axe, walked through with the keyboard, and measured at 320 pixels.',
          'No disabled person has tried it with us yet, and no organisation has judged it.',
        ],
      },
      {
        heading: 'What is missing',
        paragraphs: [
          'There is no easy-to-read version of articles, and nothing is given in sign language.',
          'Documents attached as photos hold no text that a machine could read aloud.',
        ],
      },
    ],
  },
}
