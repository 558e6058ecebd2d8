import type { NoticeText } from '../../src/platform/web/index.ts'

/**
 * What every page of the demo province says of its data, and a text of our own words for trying the number check; two
 * of its numbers are wrong on purpose.
 */
export const notice: NoticeText = {
  vi: {
    short: 'dữ liệu mẫu',
    banner: 'Dữ liệu mẫu: người và tổ chức cơ sở trong dữ liệu là hư cấu; danh sách 23 xã được dựng lại từ nguồn công khai.',
    staff: 'Dữ liệu mẫu: mọi cá nhân trong sổ này là hư cấu.',
    owner: 'Bản trình diễn của phần mềm Nêu Gương',
    answers: 'Đây không phải trang của cơ quan nhà nước. Đơn vị hành chính là thật, cá nhân là hư cấu.',
    cite: 'Khi trích dẫn, xin ghi rõ là dữ liệu mẫu.',
    about: {
      heading: 'Cái gì thật, cái gì dựng',
      paragraphs: [
        'Trang này là bản trình diễn, không phải trang của cơ quan nhà nước nào.',
        'Thật: các đơn vị hành chính của Bắc Kạn từ năm 2015, những lần sắp xếp năm 2020, 2023 và 2025, số hiệu các văn bản được dẫn. Nguồn và giấy phép ghi trong kho mã, thư mục seed/territory.',
        'Dựng lại: danh sách 23 xã đạt chuẩn nông thôn mới giai đoạn 2015–2020. Nguồn công khai cho biết tổng số và nhiều xã, không cho biết đủ từng xã; mỗi dòng ghi rõ điều gì đã xác nhận, điều gì suy ra.',
        'Hư cấu: mọi con người, chi bộ, bản cam kết, điển hình và lượt đóng góp. Máy sinh ra chúng theo một cách cố định, nên lần nào nạp cũng giống hệt nhau.',
        'Các bài viết do dự án soạn để trình diễn. Ảnh minh họa do dự án vẽ.',
      ],
    },
  },
  en: {
    short: 'sample data',
    banner:
      'Sample data: the people and grass-roots bodies in the data are invented; the list of 23 communes is reconstructed from public sources.',
    staff: 'Sample data: every person in this register is invented.',
    owner: 'A demonstration of the Nêu Gương software',
    answers: 'This is not a site of a state body. The administrative units are real, the people are invented.',
    cite: 'When quoting, please say that these are sample data.',
    about: {
      heading: 'What is real and what is made',
      paragraphs: [
        'This site is a demonstration. It is not the site of any state body.',
        'Real: the administrative units of Bắc Kạn since 2015, the rearrangements of 2020, 2023 and 2025, and the numbers of the instruments that are cited. Sources and licences are in the repository, folder seed/territory.',
        'Reconstructed: the list of the 23 communes that met the new-countryside standard in 2015–2020. Public sources give the total and many of the communes, not all of them; each row says what is confirmed and what is inferred.',
        'Invented: every person, cell, commitment, exemplar and contribution. They are generated in one fixed way, so that each load gives the same.',
        'The articles were written by the project for this demonstration, and the pictures drawn by it.',
      ],
    },
  },
  print: 'Dữ liệu mẫu · Sample data',
  check_text: `Ngày 19/02/2021

Năm nay là năm thứ 5 tỉnh Bắc Kạn thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016. Trong đợt đăng ký năm 2020, 100% cán bộ, đảng viên có bản cam kết, mỗi người đăng ký 2 - 3 việc làm theo Bác. Từ năm 2016 đến nay, toàn tỉnh có hàng trăm tập thể, cá nhân điển hình tiên tiến được công nhận.

Giai đoạn 2015 - 2020, tỉnh có 24 xã về đích nông thôn mới (sau sáp nhập còn 15 xã) và 03 xã đạt chuẩn nông thôn mới nâng cao. Nhân dân đã góp gần 4,2 tỷ đồng xây 18 nhà họp thôn.`,
}
