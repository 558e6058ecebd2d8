import type { Language } from '../language.ts'

/** What went wrong, in its own voice: what happened, what to do, who can. Codes are HTTP's. */
export const error_words = {
  vi: {
    400: { title: 'Địa chỉ không đọc được', say: 'Địa chỉ này có ký tự hỏng. Hãy mở lại từ một đường dẫn của trang.' },
    403: {
      title: 'Yêu cầu bị từ chối',
      say: 'Biểu mẫu này không được gửi từ một trang của cổng, nên không có gì được ghi. Hãy mở trang của cổng và gửi lại từ đó.',
    },
    404: { title: 'Không có trang này', say: 'Địa chỉ có thể gõ nhầm, hoặc trang chưa từng có. Có thể bắt đầu lại từ các trang dưới đây.' },
    405: { title: 'Không làm được việc này ở đây', say: 'Địa chỉ này có thật, nhưng không nhận cách gửi vừa dùng.' },
    408: {
      title: 'Đường truyền chậm quá',
      say: 'Nội dung gửi lên không tới kịp, nên không có gì được ghi. Bấm nút quay lại của trình duyệt: chữ đã viết còn đó. Hãy gửi lại khi đường truyền khá hơn, hoặc chọn tệp nhỏ hơn.',
    },
    410: {
      title: 'Đã gỡ',
      say: 'Trước đây ở địa chỉ này có một ảnh. Ảnh đã được gỡ và không còn được đưa ra.',
    },
    413: {
      title: 'Gửi lên nhiều quá',
      say: 'Tệp hay bài gửi lên vượt mức mà trang này nhận, nên không có gì được ghi. Bấm nút quay lại của trình duyệt: chữ đã viết còn đó. Chọn tệp nhỏ hơn, hoặc chia bài thành nhiều phần.',
    },
    422: { title: 'Chưa nhận được', say: 'Nội dung gửi lên chưa đúng. Hãy xem lại từng mục rồi gửi lại.' },
    500: {
      title: 'Có lỗi ở phía chúng tôi',
      say: 'Yêu cầu chưa thực hiện được và không có gì được ghi dở. Hãy thử lại; nếu vẫn lỗi, xin báo số sự cố dưới đây cho người quản trị.',
    },
    503: {
      title: 'Tạm thời chưa phục vụ được',
      say: 'Máy chủ đang bận hoặc đang khởi động lại. Hãy thử lại sau ít giây; không có gì bị mất.',
    },
    surplus: {
      title: 'Trang này không hỏi được như vậy',
      'unknown-parameter': 'Trang này không có tham số «{name}».',
      'repeated-parameter': 'Tham số «{name}» được nêu nhiều lần: không rõ lần nào là đúng.',
      say: 'Hãy bỏ phần ấy trong địa chỉ rồi mở lại. Trả lời một nửa câu hỏi thì dễ thành trả lời sai.',
    },
    incident: 'Số sự cố',
    start: 'Về trang chủ',
    list: 'Xem tất cả bài viết',
  },
  en: {
    400: { title: 'This address cannot be read', say: 'It holds broken characters. Please open the page again from a link of this site.' },
    403: {
      title: 'This request was refused',
      say: 'The form was not sent from a page of this site, so nothing was written. Please open the page here and send it again.',
    },
    404: {
      title: 'There is no such page',
      say: 'The address may be mistyped, or the page has never been. You may start again from the pages below.',
    },
    405: { title: 'That cannot be done here', say: 'The address is real, but it does not take requests of this kind.' },
    408: {
      title: 'The connection is too slow',
      say: 'What was sent did not arrive in time, so nothing was written. Go back in your browser: what you wrote is still there. Send it again over a better connection, or choose a smaller file.',
    },
    410: {
      title: 'Withdrawn',
      say: 'There was a picture at this address. It was withdrawn and is no longer given out.',
    },
    413: {
      title: 'This is too much',
      say: 'The file or text that was sent is more than this page takes, so nothing was written. Go back in your browser: what you wrote is still there. Choose a smaller file, or send the text in parts.',
    },
    422: { title: 'Not accepted yet', say: 'Something in what was sent is not right. Please look through it and send it again.' },
    500: {
      title: 'Something went wrong on our side',
      say: 'The request was not carried out, and nothing was written by halves. Please try again; if it fails again, tell the administrator the incident number below.',
    },
    503: {
      title: 'Not available for a moment',
      say: 'The server is busy or starting again. Please try again in a few seconds; nothing is lost.',
    },
    surplus: {
      title: 'This page cannot be asked that',
      'unknown-parameter': 'This page has no parameter "{name}".',
      'repeated-parameter': 'The parameter "{name}" is given more than once: nobody can tell which one is meant.',
      say: 'Take it out of the address and open the page again. An answer to half of a question is easily a wrong answer.',
    },
    incident: 'Incident number',
    start: 'To the front page',
    list: 'See all articles',
  },
} satisfies Record<Language, Record<string | number, unknown>>

export type ErrorStatus = 400 | 403 | 404 | 405 | 408 | 410 | 413 | 422 | 500 | 503
