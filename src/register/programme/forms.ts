import { choice, day, row, select, text, whole } from '../../platform/staff/index.ts'
import { instrumentFields } from '../organisation/index.ts'

/**
 * The forms of campaigns. Each field says what it asks, what it takes, and which problem it has; the sentences of the
 * problems stand in `problem-words.ts`.
 */

const day_hint = { vi: 'Ngày/tháng/năm, ví dụ 1/12/2026.', en: 'Day/month/year, for example 1/12/2026.' }

/** Directive 05-CT/TW is practised with 2 to 3 deeds; the bounds of a campaign are data, within these. */
export const most_deeds = 9

/** What a campaign asks, and until when. */
export const call_fields = {
  year: whole({
    label: { vi: 'Năm của bản cam kết', en: 'Year of the commitments' },
    hint: { vi: 'Ví dụ 2028', en: 'For example 2028' },
    least: 2016,
    most: 2100,
    wrong: 'no-such-year',
  }),
  theme: text({
    label: { vi: 'Chuyên đề năm', en: 'Theme of the year' },
    hint: {
      vi: 'Một câu, như sẽ hiện ở đầu bản cam kết của từng người.',
      en: 'One sentence, as it stands at the top of everybody’s commitment.',
    },
    most: 200,
    required: 'no-theme',
  }),
  opens_on: day({ label: { vi: 'Nhận từ ngày', en: 'Opens on' }, hint: day_hint }),
  due_on: day({ label: { vi: 'Hạn nộp', en: 'Due on' } }),
  closes_on: day({
    label: { vi: 'Ngày đóng', en: 'Closes on' },
    hint: {
      vi: 'Sau hạn nộp vẫn nhận đến ngày này, nhưng tính là nộp muộn.',
      en: 'What comes after the due date is taken until this day, and counts as late.',
    },
  }),
  joins_until: day({
    label: { vi: 'Chốt danh sách', en: 'Last day for joining' },
    hint: {
      vi: 'Ai về đơn vị sau ngày này thì không thuộc diện. Để trống: theo hạn nộp.',
      en: 'Whoever joins later owes nothing. Empty: the due date.',
    },
    is_optional: true,
  }),
  deeds_least: whole({ label: { vi: 'Ít nhất mấy việc làm theo', en: 'At least how many deeds' }, least: 1, most: most_deeds }),
  deeds_most: whole({ label: { vi: 'Nhiều nhất mấy việc', en: 'At most how many' }, least: 1, most: most_deeds }),
  form_version: whole({
    label: { vi: 'Mẫu', en: 'Form' },
    hint: { vi: 'Số hiệu mẫu bản cam kết. Mẫu đang dùng đã điền sẵn.', en: 'The number of the form. The one in use is filled in already.' },
    least: 1,
    most: 999,
  }),
}

export const call_form = {
  programme: choice({ label: { vi: 'Chương trình', en: 'Programme' }, wrong: 'unknown-programme' }),
  ...call_fields,
  ...instrumentFields({ heading: { vi: 'Văn bản phát động', en: 'The instrument that calls it' }, day_hint }),
}

export const extension_form = {
  unit: select({
    label: { vi: 'Đơn vị được gia hạn', en: 'The unit' },
    empty: { vi: 'Chọn', en: 'Choose' },
    wrong: 'unknown-unit',
  }),
  due_on: day({ label: { vi: 'Hạn nộp mới', en: 'New due date' }, hint: day_hint }),
  ...instrumentFields({ heading: { vi: 'Văn bản cho gia hạn', en: 'The instrument that grants it' }, day_hint }),
}

export const focus_form = {
  focus: text({ label: { vi: 'Trọng tâm', en: 'Focus' }, most: 300, required: 'no-focus', rows: 3 }),
}

export const longest_note = 600

/** An empty note takes the one before away. */
export const note_form = {
  programme: choice({ label: { vi: 'Của chỉ thị', en: 'Of the directive' }, wrong: 'unknown-programme' }),
  note: text({ label: { vi: 'Ghi chú', en: 'Note' }, most: longest_note, rows: 4 }),
}

const reason = { label: { vi: 'Lý do', en: 'Reason' }, most: 300, required: 'no-reason' } as const

export const withdrawal_form = {
  reason: text({
    ...reason,
    hint: { vi: 'Một câu, mọi đơn vị trong đợt đọc được.', en: 'One sentence; every unit of the campaign can read it.' },
  }),
}

export const exemption_form = {
  obligation_id: row({ label: { vi: 'Miễn cho ai', en: 'Who is exempt' }, wrong: 'no-person' }),
  exemption_reason_id: row({ label: reason.label, wrong: 'no-kind-of-reason' }),
  reason: text({
    label: { vi: 'Ghi rõ', en: 'More exactly' },
    most: reason.most,
    hint: {
      vi: 'Ví dụ: theo giấy ra viện ngày 2/12. Người được miễn đọc được dòng này. Có lý do thì bắt buộc.',
      en: 'For example: by the hospital’s paper of 2/12. The person reads this line. Some reasons ask for it.',
    },
  }),
}
