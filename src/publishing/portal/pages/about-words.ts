import type { Language } from '../../../platform/web/index.ts'

/** `of_sample`: what is so of a register with sample data alone. */
type Section = { heading: string; paragraphs: string[]; of_sample?: string[] }

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
        of_sample: ['Trang này là bản trình diễn, không phải trang của cơ quan nhà nước nào.'],
      },
      {
        heading: 'Cái gì thật, cái gì dựng',
        paragraphs: [],
        of_sample: [
          'Thật: các đơn vị hành chính của Bắc Kạn từ năm 2015, những lần sắp xếp năm 2020, 2023 và 2025, số hiệu các văn bản được dẫn. Nguồn và giấy phép ghi trong kho mã, thư mục seed/territory.',
          'Dựng lại: danh sách 23 xã đạt chuẩn nông thôn mới giai đoạn 2015–2020. Nguồn công khai cho biết tổng số và nhiều xã, không cho biết đủ từng xã; mỗi dòng ghi rõ điều gì đã xác nhận, điều gì suy ra.',
          'Hư cấu: mọi con người, chi bộ, bản cam kết, điển hình và lượt đóng góp. Chúng được sinh ra từ một con số hạt giống, nên lần nào nạp cũng giống hệt nhau.',
          'Các bài viết do dự án soạn để trình diễn. Ảnh minh họa do dự án vẽ.',
        ],
      },
      {
        heading: 'Một con số được giữ thế nào',
        paragraphs: [
          'Khi bài được đăng, mỗi số liệu được tính từ sổ và giữ nguyên cùng hai mốc: tính đến ngày nào, và theo những gì sổ biết lúc ấy. Từ đó về sau, trang luôn cho ba giá trị: đã in, nay biết về ngày ấy, và hôm nay.',
          'Sổ ghi thêm hay sửa lại thì con số đã in không đổi; trang cho biết nó còn đúng hay nay sổ ghi khác, và vì những dòng nào.',
          'Giá trị luôn là phép gộp trên danh sách hiện ra ngay dưới nó. Câu lệnh SQL và mã băm của danh sách đặt bên cạnh để ai cũng đối chiếu được.',
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
        of_sample: ['This site is a demonstration. It is not the site of any state body.'],
      },
      {
        heading: 'What is real and what is made',
        paragraphs: [],
        of_sample: [
          'Real: the administrative units of Bắc Kạn since 2015, the rearrangements of 2020, 2023 and 2025, and the numbers of the instruments that are cited. Sources and licences are in the repository, folder seed/territory.',
          'Reconstructed: the list of the 23 communes that met the new-countryside standard in 2015–2020. Public sources give the total and many of the communes, not all of them; each row says what is confirmed and what is inferred.',
          'Invented: every person, cell, commitment, exemplar and contribution. They are drawn from one seed number, so each load gives the same.',
          'The articles were written by the project for this demonstration, and the pictures drawn by it.',
        ],
      },
      {
        heading: 'How a number is kept',
        paragraphs: [
          'When an article is published, each number is counted from the register and kept with two marks: the day it holds for, and what the register knew then. From then on a page gives three values: as printed, as that day is known now, and today.',
          'When the register learns or corrects something, the printed number does not change; the page says whether it still holds, or differs, and because of which rows.',
          'A value is always a fold over the list that stands below it. The SQL and the digest of the list stand beside it, so that anybody can compare.',
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
