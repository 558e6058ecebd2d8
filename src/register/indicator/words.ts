import { sayMeasure } from '../../basis/shared/measures.ts'
import { inDigits, type Language } from '../../platform/web/index.ts'
import { sayMonth, type Way } from './indicator.ts'

const ways_vi: Record<Way, string> = { page: 'nhập trên trang', workbook: 'từ tệp', system: 'hệ thống gửi' }
const ways_en: Record<Way, string> = { page: 'typed on the page', workbook: 'from a file', system: 'sent by a system' }

/** What the pages of this room say. */
export const indicator_words = {
  vi: {
    ways: ways_vi,
    title: 'Chỉ số hằng tháng',
    lead: 'Số liệu hằng tháng từ hệ thống khác, như hồ sơ tại trung tâm phục vụ hành chính công. Tháng không có số liệu thì bỏ trống: không có số liệu không phải là 0.',
    series: 'Các chuỗi đang gửi',
    no_series: 'Chưa có số liệu nào được gửi.',
    no_places: (name: string) =>
      `Không đơn vị nào của ${name} làm việc ở một địa bàn (tỉnh, huyện, xã), mà mỗi số liệu là của một địa bàn. Vì thế ở đây chưa có gì để gửi.`,
    by_system: 'Để hệ thống tự gửi',
    by_system_lead:
      'Hệ thống của đơn vị, như một cửa điện tử, gửi thẳng vào sổ bằng một khóa. Gửi lại cùng một lần thì chỉ được ghi một lần.',
    indicator: 'Chỉ số',
    place: 'Đơn vị',
    last: 'Tháng gần nhất',
    missing: 'Tháng còn thiếu',
    none_missing: 'Không',
    missing_n: (months: readonly string[]) =>
      months.length > 3 ? `${months.length} tháng, gần nhất ${sayMonth(months.at(-1)!)}` : months.map(sayMonth).join(', '),
    value_of: (quantity: string, measure: string, month: string) => `${quantity} ${measure}, tháng ${sayMonth(month)}`,
    send_file: 'Gửi tệp Excel hoặc CSV',
    file_button: 'Đọc tệp và ghi số liệu',
    type_one: 'Nhập một số liệu',
    type_button: 'Ghi số liệu này',
    all_or_none: 'Có một dòng sai thì cả tệp không được ghi; sửa trong tệp rồi gửi lại.',
    delivered: (added: number, revised: number, unchanged: number) => `Đã ghi ${added} số mới, sửa ${revised}, ${unchanged} số không đổi.`,
    returned: (n: number) => `${n} dòng trả lại`,
    deliveries: 'Các lần gửi gần đây',
    no_deliveries: 'Chưa có lần gửi nào.',
    at: 'Lúc',
    how: 'Cách gửi',
    n: 'Số đã ghi',
    keys: 'Khóa cho hệ thống khác',
    keys_title: 'Khóa gửi số liệu',
    keys_lead:
      'Hệ thống của đơn vị gửi số liệu bằng một khóa. Khóa gửi thay người đã cấp, chỉ cho các địa bàn của đơn vị này, và thôi dùng được khi người ấy thôi phụ trách.',
    no_keys: 'Chưa có khóa nào.',
    issued: (at: string) => `Cấp lúc ${at}`,
    last_used: (at: string) => `gửi lần cuối lúc ${at}`,
    never_used: 'chưa gửi lần nào',
    issue: 'Cấp khóa',
    revoke: 'Thu hồi',
    revoked: 'Đã thu hồi khóa. Hệ thống dùng khóa ấy không gửi được nữa.',
    new_key: 'Khóa mới: chép ngay, trang này chỉ hiện một lần',
    new_key_lead: 'Sổ không giữ khóa, chỉ giữ dấu vân của nó. Nếu mất, thu hồi và cấp khóa khác.',
    try_it: 'Gửi thử',
    try_it_lead:
      'Lệnh này thử khóa mà không ghi gì: tháng chưa hết nên sổ trả lời 422. Khi gửi thật, thay bằng tháng đã hết và số liệu của tháng ấy.',
    description: 'Mô tả giao diện (OpenAPI)',
    back: 'Về chỉ số hằng tháng',
    value: 'Giá trị',
    measure: 'Đơn vị tính',
  },
  en: {
    ways: ways_en,
    title: 'Monthly indicators',
    lead: 'Monthly values from other systems, such as the dossiers of a public administrative service centre. A month without a value stays empty: no data is not zero.',
    series: 'Series that are sent',
    no_series: 'No value has been sent yet.',
    no_places: (name: string) =>
      `No unit of ${name} works in a place (a province, district or commune), and each value is of a place. So there is nothing to send here yet.`,
    by_system: 'Let a system send them',
    by_system_lead:
      'A system of the unit, such as the electronic one-stop system, sends straight into the register with a key. The same delivery sent again is recorded once.',
    indicator: 'Indicator',
    place: 'Place',
    last: 'Last month',
    missing: 'Missing months',
    none_missing: 'None',
    missing_n: (months: readonly string[]) =>
      months.length > 3 ? `${months.length} months, the last ${sayMonth(months.at(-1)!)}` : months.map(sayMonth).join(', '),
    value_of: (quantity: string, measure: string, month: string) => `${quantity} ${measure}, ${sayMonth(month)}`,
    send_file: 'Send a file of Excel or CSV',
    file_button: 'Read the file and record its values',
    type_one: 'Type one value',
    type_button: 'Record this value',
    all_or_none: 'One wrong row keeps the whole file out; mend it in the file and send it again.',
    delivered: (added: number, revised: number, unchanged: number) =>
      `Recorded ${added} new values, revised ${revised}; ${unchanged} unchanged.`,
    returned: (n: number) => `${n} rows returned`,
    deliveries: 'Recent deliveries',
    no_deliveries: 'Nothing was sent yet.',
    at: 'At',
    how: 'How',
    n: 'Values recorded',
    keys: 'Keys for other systems',
    keys_title: 'Keys for sending values',
    keys_lead:
      'A system of the unit sends values with a key. The key acts for the person who issued it, only for the places of this unit, and ends when that person is no longer in charge.',
    no_keys: 'There is no key yet.',
    issued: (at: string) => `Issued at ${at}`,
    last_used: (at: string) => `last used at ${at}`,
    never_used: 'never used',
    issue: 'Issue a key',
    revoke: 'Revoke',
    revoked: 'The key was revoked. The system that has it can send no more.',
    new_key: 'New key: copy it now, this page shows it once',
    new_key_lead: 'The register keeps no key, only its fingerprint. If it is lost, revoke it and issue another.',
    try_it: 'Try it',
    try_it_lead:
      'This call tries the key and records nothing: the month is not over, so the answer is 422. To send, put in a month that is over and its value.',
    description: 'Description of the interface (OpenAPI)',
    back: 'Back to the monthly indicators',
    value: 'Value',
    measure: 'Measure',
  },
}

/** «1.204 hồ sơ, tháng 11/2026». `quantity` is decimal text. */
export function sayValueOf(
  { quantity, measure, last_month }: { quantity: string; measure: string; last_month: string },
  lang: Language,
): string {
  return indicator_words[lang].value_of(inDigits(lang, Number(quantity)), sayMeasure(measure, lang), last_month)
}
