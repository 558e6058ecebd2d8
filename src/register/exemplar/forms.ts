import { choice, longText, pastDay, row, select, text, under, whole } from '../../platform/staff/index.ts'
import { instrumentFields } from '../organisation/index.ts'
import { exemplar_kinds, recognition_forms, recognition_levels } from './exemplar.ts'
import { form_words, kind_words, level_words } from './words.ts'

/** What of a case may be changed until it is sent in. */
const text_fields = {
  achievement: text({
    label: { vi: 'Thành tích đề nghị công nhận', en: 'Achievement to be recognised' },
    hint: { vi: 'Một câu. Mỗi thành tích chỉ được công nhận một lần.', en: 'One sentence. An achievement is recognised once.' },
    ...{ most: 300, rows: 2 },
    required: 'no-achievement',
  }),
  account: longText({
    label: { vi: 'Báo cáo thành tích', en: 'How it came about' },
    hint: {
      vi: 'Làm gì, làm thế nào, kết quả ra sao, ai học theo. Người xác minh sẽ đối chiếu tại chỗ.',
      en: 'What was done, how, what came of it, who followed. Whoever verifies it will compare it on the spot.',
    },
    most: 6000,
    rows: 10,
    required: 'no-account',
  }),
}

/** A new case: who is put forward, in which field, from where, and for what. */
export const nominate_form = {
  kind: choice({
    label: { vi: 'Đề cử', en: 'Put forward' },
    options: exemplar_kinds.map(value => ({ value, label: kind_words[value] })),
    wrong: 'unknown-choice',
  }),
  person: row({
    label: { vi: 'Đảng viên trong sổ', en: 'A member the register knows' },
    hint: {
      vi: 'Chỉ khi đề cử một đảng viên của đơn vị. Người đó tự cho hoặc rút đồng ý. Đơn vị trên 500 người thì đề cử từ chi bộ của người đó.',
      en: 'Only for a member of the unit. They give and take back consent themselves. Of a unit with over 500, their own cell puts them forward.',
    },
    empty: { vi: 'Không phải đảng viên của đơn vị', en: 'Not a member of the unit' },
  }),
  name: text({
    label: { vi: 'Tên tập thể hoặc họ tên', en: 'Name of the collective or person' },
    hint: { vi: 'Để trống nếu đã chọn ở trên.', en: 'Left empty where somebody was chosen above.' },
    most: 200,
  }),
  field: select({
    label: { vi: 'Lĩnh vực', en: 'Field' },
    empty: { vi: 'Chọn lĩnh vực', en: 'Choose a field' },
    wrong: 'unknown-field',
  }),
  place: select({
    label: { vi: 'Địa bàn', en: 'Place' },
    empty: { vi: 'Chọn xã, phường, thị trấn', en: 'Choose a commune' },
    wrong: 'unknown-place',
  }),
  ...text_fields,
}

/** A case that is being mended. */
export const change_form = text_fields

const of_council = { least: 0, most: 200, wrong: 'no-such-number' } as const

/** The vote of a council, as its minutes have it. */
export const vote_form = {
  met_on: pastDay({
    label: { vi: 'Ngày họp hội đồng', en: 'The council met on' },
    hint: { vi: 'Ngày/tháng/năm, ví dụ 1/12/2026.', en: 'Day/month/year, for example 1/12/2026.' },
  }),
  seats: whole({ label: { vi: 'Số thành viên hội đồng', en: 'Members of the council' }, ...of_council, least: 1 }),
  attended: whole({ label: { vi: 'Số thành viên dự họp', en: 'Members who came' }, ...of_council, least: 1 }),
  in_favour: whole({ label: { vi: 'Số phiếu đồng ý', en: 'Votes in favour' }, ...of_council }),
  against: whole({ label: { vi: 'Số phiếu không đồng ý', en: 'Votes against' }, ...of_council }),
}

const instrument = instrumentFields({
  heading: { vi: 'Quyết định', en: 'The decision' },
  day_hint: { vi: 'Ví dụ 15/12/2026.', en: 'For example 15/12/2026.' },
})

/** A recognition: at which level, in which form, by which instrument. */
export const recognise_form = {
  level: choice({
    label: { vi: 'Cấp công nhận', en: 'Level' },
    options: recognition_levels.map(value => ({ value, label: level_words[value] })),
    wrong: 'unknown-choice',
  }),
  form: choice({
    label: { vi: 'Hình thức', en: 'Form' },
    options: recognition_forms.map(value => ({ value, label: form_words[value] })),
    wrong: 'unknown-choice',
  }),
  ...instrument,
}

/** The instrument that takes a recognition back. */
export const revoke_form = instrument

/** A consent that was given or taken back on paper. */
export const paper_form = {
  paper: text({
    label: { vi: 'Giấy đồng ý hoặc giấy rút: ai ký, ngày nào', en: 'The paper: who signed it, and when' },
    hint: {
      vi: 'Ví dụ: giấy viết tay của bà Lan, ký ngày 12/11/2026, lưu tại văn phòng.',
      en: 'For example: a letter signed by Ms Lan on 12/11/2026, kept at the office.',
    },
    ...{ most: 200, rows: 2 },
    required: 'no-paper',
  }),
}

/** The story as it is told to readers. */
export const story_form = {
  story_vi: under(
    { vi: 'Câu chuyện cho bạn đọc', en: 'The story for readers' },
    longText({ label: { vi: 'Bằng tiếng Việt', en: 'In Vietnamese' }, most: 3000, rows: 8, required: 'no-story' }),
  ),
  story_en: longText({
    label: { vi: 'Bằng tiếng Anh', en: 'In English' },
    hint: { vi: 'Chưa có thì trang tiếng Anh dùng bản tiếng Việt.', en: 'Without it the English page has the Vietnamese one.' },
    most: 3000,
    rows: 8,
    is_optional: true,
  }),
}

/** What somebody knows of whoever stands in a notice. */
export const comment_form = {
  said: longText({
    label: { vi: 'Ý kiến', en: 'Comment' },
    hint: { vi: 'Chỉ văn phòng phụ trách hồ sơ đọc được.', en: 'Read by the office in charge alone.' },
    most: 2000,
    rows: 5,
    required: 'no-words',
  }),
}
