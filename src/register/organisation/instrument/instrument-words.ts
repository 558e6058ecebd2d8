import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Sentence } from '../../../basis/shared/sentences.ts'
import { form_problems, noSuchDay, type ProblemWords } from '../../../platform/staff/index.ts'
import { instrument_problems } from './instrument-fields.ts'

export const instrument_kinds = {
  directive: { vi: 'Chỉ thị', en: 'Directive' },
  resolution: { vi: 'Nghị quyết', en: 'Resolution' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  plan: { vi: 'Kế hoạch', en: 'Plan' },
  conclusion: { vi: 'Kết luận', en: 'Conclusion' },
  regulation: { vi: 'Quy định', en: 'Regulation' },
  law: { vi: 'Luật', en: 'Law' },
  other: { vi: 'Văn bản khác', en: 'Other' },
} satisfies Record<string, Sentence>

/** An instrument by its kind and number: «Chỉ thị 05-CT/TW». */
export function sayInstrument({ kind, number }: { kind: string; number: string }, lang: 'vi' | 'en'): string {
  const said = kind === 'other' ? null : lookUp<Sentence>(instrument_kinds, kind)
  return said ? `${said[lang]} ${number}` : number
}

/** What cites an instrument, by the table in which it does. */
export const citing_words: Record<string, Sentence> = {
  campaign_form: { vi: 'Mẫu bản cam kết', en: 'Forms of commitments' },
  campaign_extension: { vi: 'Gia hạn đợt', en: 'Extensions of campaigns' },
  campaign_state: { vi: 'Phát động hoặc rút đợt', en: 'Campaigns called or withdrawn' },
  campaign_terms: { vi: 'Điều kiện của đợt', en: 'Terms of campaigns' },
  carry_rule: { vi: 'Quy tắc chuyển tiếp', en: 'Carry rules' },
  criteria_set: { vi: 'Bộ tiêu chí', en: 'Sets of criteria' },
  deed_bounds: { vi: 'Số việc phải đăng ký', en: 'Bounds of deeds' },
  edition_subject: { vi: 'Bài viết nói về văn bản', en: 'Articles about it' },
  exemplar_rule: { vi: 'Quy định xét điển hình', en: 'How exemplars are recognised' },
  exemption_reason: { vi: 'Lý do miễn', en: 'Reasons of exemption' },
  holiday: { vi: 'Lịch nghỉ', en: 'Calendars' },
  indicator: { vi: 'Chỉ số hằng tháng', en: 'Monthly indicators' },
  letter_text: { vi: 'Lời thư', en: 'Texts of letters' },
  obligation_exception: { vi: 'Miễn đăng ký', en: 'Exemptions' },
  placement: { vi: 'Đơn vị trực thuộc', en: 'Placements of units' },
  programme: { vi: 'Chương trình', en: 'Programmes' },
  programme_conclusion: { vi: 'Kết luận về chương trình', en: 'Conclusions on programmes' },
  programme_plan: { vi: 'Kế hoạch các cấp', en: 'Plans by level' },
  rating_scheme: { vi: 'Thang xếp loại', en: 'Rating schemes' },
  recognition: { vi: 'Công nhận', en: 'Recognitions' },
  register_profile: { vi: 'Cơ quan giữ sổ và nơi hỏi', en: 'Who keeps the register' },
  reminder_rule: { vi: 'Quy tắc nhắc', en: 'Reminder rules' },
  role_grant: { vi: 'Giao vai trò', en: 'Roles granted' },
  standing_decision: { vi: 'Công nhận nông thôn mới', en: 'Decisions on standings' },
  standing_rule: { vi: 'Xét công nhận nông thôn mới', en: 'How communes are recognised' },
  succession_event: { vi: 'Sáp nhập, chia tách', en: 'Mergers and splits' },
  tenure: { vi: 'Giao chức vụ', en: 'Appointments' },
  theme: { vi: 'Chuyên đề năm', en: 'Themes of the year' },
  unit_version: { vi: 'Tên, loại, mã của đơn vị', en: 'Names, kinds and codes of units' },
}

export const record_problems = {
  ...form_problems,
  ...instrument_problems,
  'no-such-day': noSuchDay('1/12/2026'),
  'no-instrument-kind': { vi: 'Chọn loại văn bản.', en: 'Choose the kind of instrument.' },
  'not-published-yet': { vi: 'Ngày công bố {limit} chưa tới.', en: '{limit}, the day of publication, is to come.' },
  'not-signed-yet': { vi: 'Chỉ ghi văn bản đã ký: {limit} chưa tới.', en: 'Only what is signed is recorded: {limit} is to come.' },
} satisfies ProblemWords

export const instrument_words = {
  vi: {
    title: 'Văn bản',
    found_n: (n: number) => (n === 0 ? 'Không có văn bản nào như vậy' : `${n} văn bản`),
    lead: 'Mọi việc trong sổ đổi đơn vị, chức vụ, đợt đăng ký đều ghi văn bản làm căn cứ. Văn bản đã ghi thì không sửa.',
    find: 'Tìm',
    find_label: 'Tìm văn bản',
    find_hint: 'Số, cơ quan ban hành hoặc trích yếu, không cần dấu.',
    kind: 'Loại',
    all_kinds: 'Mọi loại',
    clear: 'Bỏ tìm',
    number: 'Số, ký hiệu',
    issuer: 'Cơ quan ban hành',
    subject: 'Trích yếu',
    signed_on: 'Ngày ký',
    effective_on: 'Hiệu lực từ',
    published_on: 'Ngày công bố',
    note: 'Ghi chú',
    cited: 'Làm căn cứ cho',
    cited_by_none: 'Chưa có việc nào trong sổ lấy văn bản này làm căn cứ.',
    cited_elsewhere: 'Việc khác',
    units: 'Đơn vị',
    record: 'Ghi văn bản',
    record_lead: 'Văn bản cùng số, cơ quan và ngày ký với một văn bản đã có thì là chính văn bản ấy.',
    back: 'Về danh sách văn bản',
    told: { ghi: 'Văn bản đã có trong sổ.' } as Record<string, string>,
  },
  en: {
    title: 'Instruments',
    found_n: (n: number) => (n === 0 ? 'There is no such instrument' : `Instruments: ${n}`),
    lead: 'Whatever changes units, posts or campaigns names the instrument by which it does. One that is recorded is not changed.',
    find: 'Find',
    find_label: 'Find an instrument',
    find_hint: 'Number, issuer or subject, marks or none.',
    kind: 'Kind',
    all_kinds: 'All kinds',
    clear: 'Clear',
    number: 'Number',
    issuer: 'Issued by',
    subject: 'Subject',
    signed_on: 'Signed on',
    effective_on: 'In force from',
    published_on: 'Published on',
    note: 'Note',
    cited: 'What cites it',
    cited_by_none: 'Nothing in the register cites this instrument.',
    cited_elsewhere: 'Other acts',
    units: 'Units',
    record: 'Record an instrument',
    record_lead: 'One with the number, issuer and day of an instrument that is there already is that one.',
    back: 'Back to the instruments',
    told: { ghi: 'The instrument is in the register.' } as Record<string, string>,
  },
}
