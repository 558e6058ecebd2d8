import type { Language } from '../../../platform/web/index.ts'
import type { StatementWords } from './statement-page.tsx'

/** What the site keeps of people: of readers nothing, of whoever works in it what the work needs. */
export const privacy_words: Record<Language, StatementWords> = {
  vi: {
    title: 'Quyền riêng tư',
    sections: [
      {
        heading: 'Người đọc',
        paragraphs: [
          'Đọc cổng không cần tài khoản, không để lại cookie. Trang không gọi máy chủ nào khác, không có mã theo dõi.',
          'Địa chỉ mạng của máy bạn chỉ ở trong bộ nhớ, để chia lượt khi quá nhiều người cùng vào; không ghi vào sổ hay nhật ký của cổng.',
          'Từ bạn tìm không được lưu. Bài dán vào trang Kiểm số ở trong bộ nhớ 30 phút rồi mất.',
        ],
      },
      {
        heading: 'Người được nêu trong bài và trong số liệu',
        paragraphs: [
          'Điển hình chỉ được nêu tên, kể chuyện, đăng ảnh khi đã đồng ý, từng việc một. Rút đồng ý thì tên thôi hiện ở mọi trang, kể cả bài cũ.',
          'Số về người chỉ công bố theo đơn vị. Số của quá ít người, và số làm lộ nó, không công bố.',
        ],
      },
      {
        heading: 'Người có tên trong sổ',
        paragraphs: [
          'Ai có tài khoản thì xem được sổ giữ gì về mình, xin bản sao, xin sửa hay xin xóa ở trang «Dữ liệu về tôi» sau khi đăng nhập. Mỗi yêu cầu có hạn trả lời.',
          'Đăng nhập đặt cookie để nhớ phiên làm việc và nhận ra máy quen. Không cookie nào theo dõi bạn ở trang khác.',
        ],
      },
    ],
  },
  en: {
    title: 'Privacy',
    sections: [
      {
        heading: 'Readers',
        paragraphs: [
          'Reading needs no account and leaves no cookie. Pages call no other server and hold nothing that follows you.',
          'The address of your machine is held in memory only, so that everybody gets a turn when too many come at once; it is written neither in the register nor in the log of the site.',
          'What you search for is not kept. A text pasted into the number check stays in memory for 30 minutes and is gone.',
        ],
      },
      {
        heading: 'People in articles and figures',
        paragraphs: [
          'Exemplars are named, told of and shown only with their consent, given for each by itself. When it is taken back the name is gone from every page, old articles too.',
          'Numbers about people are published by unit only. What counts too few people, or would give it away, is not published.',
        ],
      },
      {
        heading: 'People in the register',
        paragraphs: [
          'Whoever has an account sees what the register keeps of them, and asks for a copy, a correction or an erasure on the page “Data about me” after signing in. Each request has a day by which it is answered.',
          'Signing in sets cookies that remember the session and know the machine again. None of them follows you elsewhere.',
        ],
      },
    ],
  },
}
