import type { ArticleText } from '../../src/publishing/newsroom/index.ts'
import { heading, paragraph, quotation } from './body.ts'

const valid_as_of = '2021-02-19'

export const trang_cam_ket: ArticleText = {
  slug: 'tu-trang-cam-ket-den-con-duong-moi',
  topic: 'programme',
  published_at: '2021-02-19T08:00:00+07:00',
  subjects: { units: '', instruments: '05-CT/TW', keywords: 'Hiến đất làm đường' },
  vi: {
    title: 'Từ một trang cam kết đến con đường mới của bản',
    lead: 'Đầu năm nào cũng vậy, các chi bộ ở Bắc Kạn lại ngồi bàn xem ai sẽ làm việc gì theo gương Bác. Những dòng chữ viết tay ấy đã thành đường, thành nhà họp thôn, thành buổi sáng bớt chờ đợi trước quầy hồ sơ.',
    byline: 'Nông Thảo Vy',
    picture: {
      scene: 'road',
      alt: 'Con đường bê tông uốn qua đồi về một bản nhà sàn, hai người đi bộ trên đường.',
      caption: 'con đường liên thôn sau ngày bàn giao',
    },
    body: [
      paragraph(
        'Bộ Chính trị ban hành Chỉ thị số 05-CT/TW ngày 15/5/2016. Tính từ ngày ấy, Bắc Kạn đang ở năm thứ {nam} thực hiện. Tỉnh ủy đặt kế hoạch chung, mỗi năm chọn một chuyên đề; còn làm thế nào cho hợp với thôn, với cơ quan mình thì từng chi bộ tự bàn và tự chịu trách nhiệm trước dân.',
      ),
      heading('Viết ra để làm'),
      paragraph(
        'Trong đợt đăng ký năm 2020, {camket} cán bộ, đảng viên thuộc diện đã có bản cam kết được duyệt. Bản nào cũng ghi {viec} việc sẽ làm: làm gì, cùng với ai, bao giờ xong, lấy gì để biết là xong. Người giữ chức vụ lãnh đạo còn lập kế hoạch hành động riêng, gắn với đúng vị trí đang giữ, và trình bày trước tập thể mình phụ trách.',
      ),
      quotation('Viết lên giấy thì cả chi bộ cùng thấy. Đã thấy thì không ai để trống được.', 'Bí thư một chi bộ thôn (nhân vật hư cấu)'),
      paragraph(
        'Cuối năm, các bản cam kết được mở ra soi lại. Việc đã xong thì ghi kết quả; điều còn yếu thì ghi rõ cách sửa, người giúp và thời hạn, rồi theo tiếp sang năm sau cho tới khi sửa được. Nhờ thế, kiểm điểm bớt đi những câu chung chung, và nếp làm việc ở nhiều cơ quan đổi khác dần: họp ngắn hơn, việc rõ người hơn, dân hỏi thì có người trả lời.',
      ),
      heading('Người làm trước, người làm theo'),
      paragraph(
        'Từ năm 2016 đến nay, {dienhinh} tập thể, cá nhân trong tỉnh đã được công nhận là điển hình, ở gần như mọi lĩnh vực. Có người tìm được lối làm ăn rồi bày lại cho cả xóm. Có tổ dân vận đi hết nhà này sang nhà khác, thuyết phục bằng cách hiến đất nhà mình trước. Có công chức ở Trung tâm Phục vụ hành chính công của tỉnh kiên nhẫn chỉ từng bước cho bà con nộp hồ sơ qua mạng, để lần sau bà con tự làm được.',
      ),
      paragraph(
        'Đất hiến và ngày công của người dân đã nằm lại trong những con đường, nhà họp thôn, sân chơi cho trẻ. Mỗi lượt đóng góp đều vào sổ: bao nhiêu, ở đâu, cho công trình nào; chỉ phần đã xác minh mới được cộng.',
      ),
      heading('Về đích, và giữ được đích'),
      paragraph(
        'Thước đo rõ nhất là nông thôn mới. Giai đoạn 2015 - 2020, cả tỉnh có {truoc} xã được công nhận đạt chuẩn. Đầu năm 2020, nhiều xã nhập lại với nhau, và một xã mới chỉ giữ được kết quả khi mọi xã hợp thành đều đã đạt; theo cách tính ấy, sau sáp nhập còn {sau} xã. Trong đó, {nangcao} xã đã lên mức nâng cao. Thành phố Bắc Kạn {thanhpho} để được công nhận.',
      ),
      paragraph(
        'Những con số ấy rồi sẽ thay đổi, và nên thay đổi. Điều ở lại là cách làm: một người nhận việc trước mặt mọi người, làm xong, rồi người bên cạnh thấy rằng mình cũng làm được',
      ),
    ],
  },
  en: {
    title: 'From a page of promises to a new road for the village',
    lead: 'At the start of every year the party cells of Bắc Kạn sit down to settle who will do what. Those handwritten lines have become roads, village halls, and shorter mornings at the counter.',
    byline: 'Nông Thảo Vy',
    picture: {
      scene: 'road',
      alt: 'A concrete road winds over hills to a village of stilt houses; two people walk on it.',
      caption: 'a road between villages after it was handed over',
    },
    body: [
      paragraph(
        'The Politburo issued Directive 05-CT/TW on 15 May 2016. Counted from that day, Bắc Kạn is in year {nam} of carrying it out. The provincial committee sets the plan and a theme for each year; how to make it fit a village or an office is for each cell to settle, and to answer for before the people.',
      ),
      heading('Written down in order to be done'),
      paragraph(
        'In the campaign of 2020, {camket} of the cadres and party members who owed a commitment had one approved. Each names {viec} things to be done: what, with whom, by when, and how one will know that it is done. Those in leading posts also draw up a plan of action of their own, bound to the post they hold, and present it to the people they lead.',
      ),
      quotation(
        'Once it is on paper the whole cell sees it. And what everybody sees, nobody leaves blank.',
        'Secretary of a village cell (an invented person)',
      ),
      paragraph(
        'At the end of the year the commitments are opened again. What is done is noted with its result; what is still weak gets a remedy, somebody to help, and a date, and is followed into the next year until it is mended. Reviews hold fewer empty phrases for it, and habits change by degrees: meetings are shorter, it is clearer whose job a job is, and people who ask get an answer.',
      ),
      heading('Some go first, others follow'),
      paragraph(
        'Since 2016, {dienhinh} of collectives and people of the province have been recognised as exemplars, in almost every field. One found a way to make a living and taught the whole hamlet. A team went from house to house and persuaded by giving their own land first. Officials at the province’s public service centre patiently showed people how to file their papers online, so that the next time they could do it alone.',
      ),
      paragraph(
        'The land and the working days that people gave now lie in roads, village halls and playgrounds. Every gift is entered in the register, how much, where and for which work, and only what has been verified is added up.',
      ),
      heading('Reaching the goal, and keeping it'),
      paragraph(
        'The clearest measure is the new countryside. From 2015 to 2020, {truoc} communes of the province were recognised as meeting the standard. Early in 2020 many communes were joined, and a new one keeps the result only where every part of it had it; counted that way, {sau} communes still stood after the mergers. Of them, {nangcao} communes have reached the advanced level. The city of Bắc Kạn is {thanhpho} for its own recognition.',
      ),
      paragraph(
        'These numbers will change, and they should. What stays is the way of working: somebody takes on a task in front of everybody, finishes it, and the neighbour sees that it can be done',
      ),
    ],
  },
  citations: [
    { mark: 'nam', figure: 'F23', parameters: { valid_as_of }, printed_vi: '5', printed_en: '5' },
    { mark: 'camket', figure: 'F1', parameters: { valid_as_of, year: 2020 }, printed_vi: '100%', printed_en: '100%' },
    { mark: 'viec', figure: 'F3', parameters: { valid_as_of, year: 2020 }, printed_vi: '2 - 3', printed_en: '2 - 3' },
    { mark: 'dienhinh', figure: 'F11', parameters: { valid_as_of, from: '2016-01-01' }, printed_vi: 'hàng trăm', printed_en: 'hundreds' },
    {
      mark: 'truoc',
      figure: 'F15',
      parameters: { valid_as_of, from: '2015-01-01', to: '2020-12-31' },
      printed_vi: '23',
      printed_en: '23',
    },
    { mark: 'sau', figure: 'F16', parameters: { valid_as_of }, printed_vi: '15', printed_en: '15' },
    { mark: 'nangcao', figure: 'F17', parameters: { valid_as_of }, printed_vi: '02', printed_en: '2' },
    {
      mark: 'thanhpho',
      figure: 'F20',
      parameters: { valid_as_of, unit: 'thanh-pho-bac-kan' },
      printed_vi: 'đang hoàn tất các điều kiện',
      printed_en: 'completing the conditions',
    },
  ],
}
