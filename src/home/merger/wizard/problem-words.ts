import type { Sentence } from '../../../basis/shared/sentences.ts'

/** Sentences for what is wrong with a merger while it is written. */
export const wizard_problem_words = {
  'said-otherwise': {
    vi: '«{unit}» được ghi ở hai nơi khác nhau: chuyển toàn bộ, một phần, hay vẫn còn?',
    en: '"{unit}" is said two different things of: does all of it go over, a part, or does it go on?',
  },
  'whole-twice': { vi: '«{unit}» chuyển toàn bộ sang hai nơi.', en: 'All of "{unit}" goes to two places.' },
  'stale-version': {
    vi: 'Bản soạn đã được lưu ở trang khác sau khi bạn mở trang này. Mở lại bản soạn rồi nhập tiếp.',
    en: 'The draft was saved from another page since you opened this one. Open it again and go on there.',
  },
  'too-many-units': { vi: 'Một bản soạn có nhiều nhất {limit} đơn vị.', en: 'A draft has at most {limit} units.' },
  'no-source-yet': {
    vi: 'Chưa có đơn vị nào chuyển vào: tìm và đánh dấu ít nhất một.',
    en: 'No unit goes into it yet: find and mark one at least.',
  },
  'no-unit-name': { vi: 'Nhập tên đơn vị mới.', en: 'Give the name of the new unit.' },
  'new-or-standing': {
    vi: 'Chọn một trong hai: đặt tên đơn vị mới, hoặc vào một đơn vị đang có.',
    en: 'One of the two: name a new unit, or choose one that stands.',
  },
  'whole-has-no-share': {
    vi: 'Chuyển toàn bộ thì để trống tỷ lệ.',
    en: 'Where all of it goes over, leave the shares empty.',
  },
  'no-such-share': {
    vi: 'Tỷ lệ là số lớn hơn 0, nhiều nhất 100, ví dụ 37,5.',
    en: 'A share is more than 0 and at most 100, for example 37.5.',
  },
  'share-without-rule': {
    vi: 'Chỉ điền tỷ lệ này khi kết quả được giữ theo tỷ lệ dân số.',
    en: 'Give this share only where the standing is kept by the share of people.',
  },
  'no-hierarchy': { vi: 'Chọn hệ thống.', en: 'Choose the hierarchy.' },
  'no-province': { vi: 'Chọn tỉnh mà các xã, phường trực thuộc.', en: 'Choose the province under which the communes stand.' },
  'not-of-the-list': {
    vi: 'Danh sách cả nước chỉ dùng cho bản đồ hành chính đổi từ 1/7/2025.',
    en: 'The list of the nation is for the territory as it changed on 1 July 2025.',
  },
  'no-unit-marked': { vi: 'Tìm và đánh dấu ít nhất một đơn vị.', en: 'Find and mark one unit at least.' },
} satisfies Record<string, Sentence>
