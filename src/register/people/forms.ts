import type { Sentence } from '../../basis/shared/sentences.ts'
import { choice, day, hidden, pastDay, select, text, tick } from '../../platform/staff/index.ts'
import { instrumentFields } from '../organisation/index.ts'
import { genders, leave_reasons, membership_kinds } from './person.ts'
import { people_words } from './words.ts'

/**
 * The forms about people. Each field says what it asks, what it takes, and which problem it has; the sentences of the
 * problems stand in `problem-words.ts`.
 */

/** A word of the room in both languages. */
function both(say: (words: (typeof people_words)['vi' | 'en']) => string): Sentence {
  return { vi: say(people_words.vi), en: say(people_words.en) }
}

const past_day_hint = {
  vi: 'Ngày/tháng/năm, ví dụ 1/12/2026. Không ghi ngày chưa đến.',
  en: 'Day/month/year, for example 1/12/2026. No day that is to come.',
}
const longest_name = 100

/** What is known of a person; empty where it is not known. */
export const person_fields = {
  full_name: text({ label: { vi: 'Họ và tên', en: 'Full name' }, most: longest_name }),
  birth_date: day({
    label: both(words => words.birth_date),
    hint: {
      vi: 'Ngày/tháng/năm, ví dụ 3/2/1990. Chưa rõ thì để trống.',
      en: 'Day/month/year, for example 3/2/1990. Leave empty what is not known.',
    },
    is_optional: true,
  }),
  gender: choice({
    label: both(words => words.gender),
    options: [...genders, '' as const].map(value => ({ value, label: both(words => words.genders[value]) })),
    wrong: 'unknown-choice',
  }),
  ethnicity: text({ label: both(words => words.ethnicity), most: longest_name }),
}

/** What is asked of whoever joins: as what, and since when. */
export const joining_fields = {
  kind: choice({
    label: both(words => words.kind),
    options: membership_kinds.map(value => ({ value, label: both(words => words.kinds[value]) })),
    wrong: 'unknown-choice',
  }),
  from: pastDay({ label: { vi: 'Sinh hoạt ở đây từ ngày', en: 'A member here since' }, hint: past_day_hint }),
}

/** `earlier` and `is_another` are asked only where somebody may be known already. */
export const enrol_form = {
  ...person_fields,
  ...joining_fields,
  earlier: choice({
    label: { vi: 'Có phải người cũ trở lại?', en: 'Is it somebody who comes back?' },
    hint: {
      vi: 'Chọn đúng người thì quá trình sinh hoạt và các bản cam kết trước được giữ liền.',
      en: 'If it is, the history and the earlier commitments stay with them.',
    },
  }),
  is_another: tick({
    vi: 'Đã kiểm tra: đây là một người khác, trùng họ tên',
    en: 'I have checked: this is another person of the same name',
  }),
}

export const correct_form = { version: hidden(), ...person_fields }

/** `ends_posts` names the posts, which its page knows. */
export const transfer_form = {
  unit: select({ label: { vi: 'Chi bộ đến', en: 'To the cell' }, empty: { vi: 'Chọn', en: 'Choose' }, wrong: 'no-unit' }),
  on: pastDay({ label: { vi: 'Chuyển từ ngày', en: 'From the day' }, hint: past_day_hint }),
  ends_posts: tick(),
}

export const release_form = {
  reason: choice({
    label: { vi: 'Lý do', en: 'Reason' },
    options: leave_reasons.map(value => ({ value, label: both(words => words.reasons[value]) })),
    wrong: 'no-reason',
  }),
  on: pastDay({ label: { vi: 'Thôi từ ngày', en: 'From the day' }, hint: past_day_hint }),
  ends_posts: tick(),
}

/** The instrument of an appointment; its subject follows from the post. */
const { title: _, ...by_instrument } = instrumentFields({ heading: { vi: 'Văn bản', en: 'Instrument' }, day_hint: past_day_hint })

export const appoint_form = {
  title: text({
    label: { vi: 'Tên chức vụ', en: 'Title of the post' },
    hint: { vi: 'Ví dụ: Bí thư chi bộ', en: 'For example: Bí thư chi bộ' },
    most: 120,
    required: 'no-title',
  }),
  is_head: tick({ vi: 'Là người đứng đầu đơn vị', en: 'Heads the unit' }),
  leads: tick({ vi: 'Là chức vụ lãnh đạo, phải có kế hoạch hành động', en: 'A leading post, whose holder owes an action plan' }),
  from: pastDay({ label: { vi: 'Giữ chức từ ngày', en: 'Holds it since' }, hint: past_day_hint }),
  ...by_instrument,
}

export const tenure_end_form = {
  on: pastDay({ label: { vi: 'Thôi giữ chức từ ngày', en: 'Ends on' }, hint: past_day_hint }),
}
