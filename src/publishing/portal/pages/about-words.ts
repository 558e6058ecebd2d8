import type { Language } from '../../../platform/web/index.ts'

type Section = { heading: string; paragraphs: string[] }

/** What this site is, in sections. */
export const about_words: Record<Language, { title: string; sections: Section[] }> = {
  vi: {
    title: 'Giới thiệu',
    sections: [
      {
        heading: 'Đây là gì',
        paragraphs: [
          'Nêu Gương là phần mềm nguồn mở gồm hai nửa: một cuốn sổ ghi việc học tập, làm theo và nêu gương của một tỉnh, và một cổng thông tin mà mỗi con số in trên đó mở được tới nguồn của nó trong sổ.',
        ],
      },
      {
        heading: 'Một con số được giữ thế nào',
        paragraphs: [
          'Khi bài được đăng, mỗi số liệu được tính từ sổ và giữ nguyên cùng hai mốc: tính đến ngày nào, và theo những gì sổ biết lúc ấy. Từ đó về sau, trang luôn cho ba giá trị: đã in, nay biết về ngày ấy, và hôm nay.',
          'Sổ ghi thêm hay sửa lại thì con số đã in không đổi; trang cho biết nó còn đúng hay nay sổ ghi khác, và vì những dòng nào.',
          'Giá trị luôn được tính từ chính danh sách hiện ra ngay dưới nó. Câu lệnh SQL và mã băm của danh sách đặt bên cạnh để ai cũng đối chiếu được.',
        ],
      },
      {
        heading: 'Về người đọc',
        paragraphs: [
          'Trang không đặt cookie, không đếm từng người, không gọi tới máy chủ nào khác, đọc được khi tắt JavaScript. Cỡ chữ và độ tương phản nằm trong địa chỉ trang.',
          'Số về người chỉ công bố theo đơn vị; ô dưới 5 người được giấu. Điển hình chỉ được nêu tên khi đã đồng ý, và thôi nêu khi rút lại.',
        ],
      },
    ],
  },
  en: {
    title: 'About',
    sections: [
      {
        heading: 'What this is',
        paragraphs: [
          'Nêu Gương is open-source software in two halves: a register of how a province leads by example, and a portal on which every printed number opens its source in that register.',
        ],
      },
      {
        heading: 'How a number is kept',
        paragraphs: [
          'When an article is published, each number is counted from the register and kept with two marks: the day it holds for, and what the register knew then. From then on a page gives three values: as printed, as that day is known now, and today.',
          'When the register learns or corrects something, the printed number does not change; the page says whether it still holds, or differs, and because of which rows.',
          'A value is always counted from the very list that stands below it. The SQL and the digest of the list stand beside it, so that anybody can compare.',
        ],
      },
      {
        heading: 'About readers',
        paragraphs: [
          'The site sets no cookie, counts no single reader, calls no other server, and can be read without JavaScript. Type size and contrast are kept in the address.',
          'Numbers about people are published by unit only, and cells of fewer than 5 are withheld. Exemplars are named only with their consent, and no longer when it is withdrawn.',
        ],
      },
    ],
  },
}
