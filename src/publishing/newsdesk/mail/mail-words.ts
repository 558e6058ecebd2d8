export const mail_words = {
  vi: {
    title: 'Thư báo việc',
    wanted: (email: string) => `Khi có bài đến tay bạn, một thư tới ${email}. Thư không nêu tên bài.`,
    unwanted: 'Khi có bài đến tay bạn, trang này và trang đầu của bạn báo. Bạn có thể nhận thêm thư.',
    no_address: 'Muốn nhận thư khi có bài đến tay mình, trước hết hãy ghi địa chỉ thư.',
    address: 'Ghi địa chỉ ở trang tài khoản',
    start: 'Gửi thư cho tôi',
    stop: 'Thôi gửi thư',
  },
  en: {
    title: 'Letters',
    wanted: (email: string) => `When a draft comes to lie with you, a letter goes to ${email}. It does not name the draft.`,
    unwanted: 'When a draft comes to lie with you, this page and your first page say so. You may have a letter, too.',
    no_address: 'To have a letter when a draft comes to lie with you, first give an address.',
    address: 'Give an address on your account’s page',
    start: 'Send me letters',
    stop: 'No more letters',
  },
}
