/**
 * Sentences for the refusals of a merger, a revision and a correction. `{limit}` is the problem's limit; the others are
 * its values.
 */
/** A problem with what an instrument does to the map of units. */
export type OrganisationCode = keyof typeof merger_problem_words

export const merger_problem_words = {
  'no-such-day': { vi: 'Không có ngày «{day}».', en: 'There is no day "{day}".' },
  missing: { vi: 'Chưa điền mục này.', en: 'This is missing.' },
  'nothing-to-merge': { vi: 'Văn bản chưa nêu đơn vị nào thay đổi.', en: 'No unit is named that would change.' },
  'unknown-unit': { vi: 'Sổ không có đơn vị «{unit}» trong hệ thống này.', en: 'The register has no unit "{unit}" in this hierarchy.' },
  'unknown-kind': { vi: 'Không dùng được loại «{kind}» cho đơn vị này.', en: 'The kind "{kind}" does not fit this unit.' },
  'unknown-edge': {
    vi: 'Ngày ấy sổ không ghi việc {predecessor} chuyển vào {successor}.',
    en: 'On that day the register has no succession from {predecessor} to {successor}.',
  },
  'unreadable-key': {
    vi: 'Khóa «{unit}» chỉ được gồm chữ thường không dấu, chữ số và gạch nối.',
    en: 'The key "{unit}" may hold plain small letters, digits and hyphens only.',
  },
  'key-twice': { vi: 'Khóa «{unit}» được đặt cho hai đơn vị.', en: 'The key "{unit}" is given to two units.' },
  'key-taken': { vi: 'Khóa «{unit}» đã có đơn vị dùng; khóa không dùng lại.', en: 'The key "{unit}" is taken; keys are not used again.' },
  'code-taken': { vi: 'Ngày ấy mã {code} đang thuộc về {unit}.', en: 'On that day the code {code} belongs to {unit}.' },
  'successor-without-source': {
    vi: 'Đơn vị mới «{unit}» không nhận phần nào từ đơn vị cũ.',
    en: 'The new unit "{unit}" receives no part of an old one.',
  },
  'successor-not-there': {
    vi: 'Đơn vị nhận «{unit}» phải có từ hôm trước và còn tiếp tục.',
    en: 'The receiving unit "{unit}" must stand on the day before and go on.',
  },
  'no-source': {
    vi: '«{unit}» được ghi là còn tiếp tục nhưng không chuyển phần nào đi.',
    en: '"{unit}" is said to go on, but gives no part away.',
  },
  'before-source': { vi: 'Ngày ấy chưa có «{unit}»: đơn vị bắt đầu ngày {limit}.', en: '"{unit}" did not exist yet: it began on {limit}.' },
  'source-ended': { vi: '«{unit}» đã kết thúc ngày {limit}.', en: '"{unit}" had ended on {limit}.' },
  'source-ends-later': {
    vi: 'Sổ đã ghi «{unit}» kết thúc ngày {limit}; hãy đính chính việc ấy trước.',
    en: 'The register already has the end of "{unit}" on {limit}; correct that first.',
  },
  'edge-twice': { vi: 'Cùng một việc chuyển được ghi hai lần.', en: 'The same succession is written twice.' },
  cycle: { vi: '«{unit}» sẽ thành đơn vị kế tiếp của chính mình.', en: '"{unit}" would come out of itself.' },
  'share-out-of-range': { vi: 'Tỷ lệ phải lớn hơn 0 và không quá {limit}.', en: 'A share is more than 0 and at most {limit}.' },
  'shares-over-one': { vi: 'Các tỷ lệ của «{unit}» cộng lại vượt quá {limit}.', en: 'The shares of "{unit}" come to more than {limit}.' },
  'shares-under-one': {
    vi: 'Các tỷ lệ của «{unit}» cộng lại chưa đủ {limit}; phần còn lại đi đâu?',
    en: 'The shares of "{unit}" come to less than {limit}; where does the rest go?',
  },
  'parent-not-there': {
    vi: 'Đơn vị cấp trên «{unit}» không còn hoặc chưa có từ ngày ấy.',
    en: 'The parent "{unit}" does not stand from that day on.',
  },
  'parent-below': { vi: '«{unit}» không phải là cấp trên của loại đơn vị này.', en: '"{unit}" is not of a higher level than this unit.' },
  'left-without-parent': {
    vi: '«{unit}» còn trực thuộc «{parent}» là đơn vị sẽ kết thúc: hãy nêu nơi trực thuộc mới.',
    en: '"{unit}" stands under "{parent}", which ends: say where it goes.',
  },
  'carry-named-otherwise': {
    vi: 'Văn bản này đã được ghi với quy tắc chuyển tiếp «{rule}».',
    en: 'This instrument is already recorded with the carry rule "{rule}".',
  },
  'long-before-signature': {
    vi: 'Ngày {day} trước ngày ký {signed_on} quá lâu: sớm nhất là {limit}. Xem lại ngày và văn bản.',
    en: '{day} is long before the signature of {signed_on}: {limit} at the earliest. Look at the day and the instrument again.',
  },
  'long-after-signature': {
    vi: 'Ngày {day} sau ngày ký {signed_on} quá lâu: muộn nhất là {limit}. Xem lại ngày và văn bản.',
    en: '{day} is long after the signature of {signed_on}: {limit} at the latest. Look at the day and the instrument again.',
  },
  'unknown-hierarchy': { vi: 'Sổ không có hệ thống «{hierarchy}».', en: 'The register has no hierarchy "{hierarchy}".' },
  'unit-twice': { vi: '«{unit}» được nêu hai lần ở mục này.', en: '"{unit}" is named twice here.' },
  'two-fates': {
    vi: '«{unit}» được nêu hai lần với hai kết cục khác nhau: kết thúc, nhận thêm hay chuyển cấp trên?',
    en: '"{unit}" is given two different fates: does it end, receive, or move to another parent?',
  },
  'before-unit': { vi: 'Ngày ấy chưa có «{unit}»: đơn vị bắt đầu ngày {limit}.', en: '"{unit}" did not exist yet: it began on {limit}.' },
  'unit-ended': { vi: '«{unit}» đã kết thúc ngày {limit}.', en: '"{unit}" had ended on {limit}.' },
  'second-root': {
    vi: 'Hệ thống này đã có đơn vị đứng đầu: hãy nêu đơn vị cấp trên.',
    en: 'This hierarchy has its root already: name the unit above.',
  },
  'unknown-place': { vi: 'Sổ không có đơn vị hành chính «{unit}».', en: 'The register has no territorial unit "{unit}".' },
  'day-too-far': { vi: 'Ngày {day} còn quá xa: muộn nhất là {limit}.', en: '{day} is too far ahead: {limit} at the latest.' },
} satisfies Record<string, { vi: string; en: string }>
