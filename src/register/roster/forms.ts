import { addDays, isDay } from '../../basis/shared/dates.ts'
import type { Sentence } from '../../basis/shared/sentences.ts'
import { type AtDay, columnFields, day, exact, type FormField, file, hidden } from '../../platform/staff/index.ts'
import { roster_words } from './roster-words.ts'
import type { Column } from './table/columns.ts'

/** The forms of rosters. Who a doubtful row is has a page of its own shape. */

const oldest_days = 366

const any_day = day({
  label: { vi: roster_words.vi.listed_on, en: roster_words.en.listed_on },
  hint: {
    vi: 'Ngày/tháng/năm. Người mới và người rời đi được ghi từ ngày này.',
    en: 'Day/month/year. Whoever is new or has left is recorded from this day on.',
  },
})

/** The day of the list: none that is to come, and not more than a year ago. */
const listed_on: FormField<string, 'no-such-day' | 'to-come' | 'day-too-old'> = {
  ...any_day,
  problems: (value, at) => problemsWithDay(value, at!),
}

function* problemsWithDay(value: string, { today }: AtDay): Generator<{ code: 'no-such-day' | 'to-come' | 'day-too-old'; limit?: string }> {
  const oldest = addDays(today, -oldest_days)
  if (!isDay(value)) yield { code: 'no-such-day' }
  else if (value > today) yield { code: 'to-come' }
  else if (value < oldest) yield { code: 'day-too-old', limit: oldest }
}

/** Sending a roster. */
export const upload_form = {
  file: file({
    label: { vi: roster_words.vi.file, en: roster_words.en.file },
    hint: {
      vi: 'Nhiều nhất 16 MB và 60.000 dòng. Văn bản mật không đưa lên đây.',
      en: 'At most 16 MB and 60,000 rows. Classified documents do not belong here.',
    },
    accept: '.xlsx,.csv',
  }),
  listed_on,
}

type Apart =
  | 'family_name'
  | 'given_name'
  | 'birth_male'
  | 'birth_female'
  | 'day_of_birth'
  | 'month_of_birth'
  | 'year_of_birth'
  | 'female_mark'

const whole_columns: Record<Exclude<Column, Apart>, Sentence> = {
  full_name: { vi: 'Họ và tên', en: 'Full name' },
  birth: { vi: 'Ngày sinh hoặc năm sinh', en: 'Day or year of birth' },
  gender: { vi: 'Giới tính', en: 'Gender' },
  ethnicity: { vi: 'Dân tộc', en: 'Ethnicity' },
  unit: { vi: 'Chi bộ', en: 'Cell' },
  kind: { vi: 'Loại đảng viên (chính thức, dự bị)', en: 'Kind of member (full, probationary)' },
  card_number: { vi: 'Số thẻ đảng viên', en: 'Number of the party card' },
}

/** Where a file has in several columns what others have in one. */
const columns_apart: Record<Apart, Sentence> = {
  family_name: { vi: 'Họ và tên đệm', en: 'Family and middle names' },
  given_name: { vi: 'Tên', en: 'Given name' },
  birth_male: { vi: 'Ngày sinh của nam', en: 'Birth of men' },
  birth_female: { vi: 'Ngày sinh của nữ', en: 'Birth of women' },
  day_of_birth: { vi: 'Ngày (trong ngày sinh)', en: 'Day (of the birth)' },
  month_of_birth: { vi: 'Tháng (trong ngày sinh)', en: 'Month (of the birth)' },
  year_of_birth: { vi: 'Năm (trong ngày sinh)', en: 'Year (of the birth)' },
  female_mark: { vi: 'Nữ (đánh dấu)', en: 'Woman (a mark)' },
}

/** Which column says what. */
export const columns_form = { whole: columnFields(whole_columns), apart: columnFields(columns_apart) }

/** The second person's word: on what they saw, and how many they saw leave where a unit loses many. */
export const confirm_form = {
  version: hidden(),
  posts: hidden(),
  left_typed: exact({
    label: { vi: 'Bao nhiêu người không còn trong danh sách?', en: 'How many are not in the roster any more?' },
    hint: {
      vi: 'Có chi bộ mất hơn 5 % số người. Gõ lại đúng con số ở trên để chắc rằng đã xem.',
      en: 'Some cell loses more than 5 % of its people. Type the number above, to be sure that it was seen.',
    },
    inputMode: 'numeric',
    size: 8,
  }),
}
