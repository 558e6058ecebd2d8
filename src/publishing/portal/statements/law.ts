import type { Sentence } from '../../../basis/shared/sentences.ts'
import { type Href, hrefFor } from '../../../platform/web/index.ts'

/** What a law asks of the site, in our words; the page that shows it at work, or null where there is none yet. */
export type LawLine = { asks: Sentence; proof: ((to: Href) => string) | null }
export type Law = { key: string; name: Sentence; lines: LawLine[] }

export const laws: Law[] = [
  {
    key: 'dieu-4',
    name: { vi: 'Nghị định 42/2022/NĐ-CP, Điều 4', en: 'Decree 42/2022/NĐ-CP, article 4' },
    lines: [
      { asks: { vi: 'Cơ cấu, sơ đồ tổ chức của cơ quan', en: 'The structure of the organisation' }, proof: to => to.structure() },
      { asks: { vi: 'Nơi liên hệ của cơ quan', en: 'Where the organisation can be reached' }, proof: to => `${to.structure()}#lien-he` },
      { asks: { vi: 'Nơi liên hệ của từng đơn vị trực thuộc', en: 'Where each unit under it can be reached' }, proof: null },
      {
        asks: { vi: 'Chức năng, nhiệm vụ của cơ quan và của đơn vị trực thuộc', en: 'What the organisation and its units have to do' },
        proof: null,
      },
      {
        asks: { vi: 'Tên và nơi liên hệ của người làm đầu mối', en: 'The names of those to turn to, and where they can be reached' },
        proof: null,
      },
      {
        asks: {
          vi: 'Văn bản, với số, nơi ban hành, các ngày, trích yếu, tệp để tải về và chỗ tìm',
          en: 'Documents with number, issuer, days, subject and file, and a search among them',
        },
        proof: to => to.documents(),
      },
      {
        asks: {
          vi: 'Điều ước và thỏa thuận quốc tế mà Việt Nam là một bên',
          en: 'Treaties and agreements that Vietnam is a party to',
        },
        proof: null,
      },
      {
        asks: {
          vi: 'Phổ biến, hướng dẫn thực hiện pháp luật, chế độ, chính sách',
          en: 'How to follow the law, benefits and policies',
        },
        proof: null,
      },
      {
        asks: { vi: 'Chương trình, đề án, kế hoạch, quy hoạch', en: 'Programmes, projects and plans' },
        proof: to => to.documents({ kind: 'plan' }),
      },
      { asks: { vi: 'Chương trình, kế hoạch công tác hằng năm của cơ quan', en: 'What the organisation plans for a year' }, proof: null },
      { asks: { vi: 'Danh mục thông tin phải được công khai', en: 'The list of what must be made public' }, proof: null },
      { asks: { vi: 'Báo cáo tài chính năm', en: 'The financial report of the year' }, proof: null },
      { asks: { vi: 'Số liệu thống kê của ngành', en: 'Statistics of the field' }, proof: to => to.figures() },
      {
        asks: {
          vi: 'Thủ tục hành chính, dịch vụ công trực tuyến và quy trình giải quyết',
          en: 'Administrative procedures, online services and how they are handled',
        },
        proof: null,
      },
    ],
  },
  {
    key: 'dieu-7',
    name: { vi: 'Nghị định 42/2022/NĐ-CP, Điều 7', en: 'Decree 42/2022/NĐ-CP, article 7' },
    lines: [
      {
        asks: { vi: 'Tìm được đầy đủ và chính xác thông tin đã đăng', en: 'What was published is found fully and exactly' },
        proof: to => to.search(),
      },
      { asks: { vi: 'Tra được tin theo ngày đăng', en: 'News can be looked up by its day' }, proof: to => to.by_day() },
      { asks: { vi: 'In được từng tin, bài', en: 'Each item can be printed' }, proof: to => to.articles() },
      { asks: { vi: 'Lưu được từng tin, bài bằng một nút', en: 'Each item can be stored with one button' }, proof: null },
      { asks: { vi: 'Đường dẫn đến cổng của cơ quan khác có liên quan', en: 'Links to the sites of other bodies' }, proof: null },
      {
        asks: { vi: 'Chức năng, nhiệm vụ và người liên hệ có bản tiếng Anh', en: 'Duties and persons to turn to are given in English' },
        proof: null,
      },
      {
        asks: { vi: 'Cơ cấu và nơi liên hệ có bản tiếng Anh', en: 'Structure and contacts are given in English' },
        proof: to => hrefFor({ lang: 'en', display: to.display }).structure(),
      },
    ],
  },
  {
    key: 'dieu-8',
    name: { vi: 'Nghị định 42/2022/NĐ-CP, Điều 8', en: 'Decree 42/2022/NĐ-CP, article 8' },
    lines: [
      { asks: { vi: 'Hỏi đáp, theo dõi được câu hỏi đang đến đâu', en: 'Questions and answers whose state can be followed' }, proof: null },
      { asks: { vi: 'Lấy ý kiến về dự thảo văn bản', en: 'Comments on drafts of documents' }, proof: null },
      { asks: { vi: 'Người đọc đánh giá được thông tin', en: 'Readers rate the information' }, proof: null },
    ],
  },
  {
    key: 'tiep-can',
    name: { vi: 'Thông tư 26/2020/TT-BTTTT', en: 'Circular 26/2020/TT-BTTTT' },
    lines: [
      {
        asks: {
          vi: 'Người khuyết tật tiếp cận và sử dụng được thông tin trên mạng',
          en: 'Disabled people can reach and use what is online',
        },
        proof: to => to.accessibility(),
      },
    ],
  },
]
