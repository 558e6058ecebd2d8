import { lookUp } from '../../basis/shared/look-up.ts'
import type { Problem } from '../../basis/shared/outcome.ts'
import type { FormInParts } from '../../platform/draft/index.ts'
import type { Fields } from '../../platform/ledger/index.ts'
import { choice, day, type Form, grouped, longText, pastDay, problemsWith, row, text, whole } from '../../platform/staff/index.ts'
import type { Deed } from '../commitment/index.ts'
import type { ReviewCode } from './problem-words.ts'
import { type RatingScale, ratingFrom } from './rating.ts'
import { type DeedResult, deed_results, round_kinds } from './review.ts'
import { review_words } from './words.ts'

const day_hint = { vi: 'Ngày/tháng/năm, ví dụ 15/12/2026.', en: 'Day/month/year, for example 15/12/2026.' }

/** A round: for which time, by which scheme, until when. */
export const opening_form = {
  kind: choice({
    label: { vi: 'Loại đợt', en: 'Kind of round' },
    options: round_kinds.map(value => ({ value, label: { vi: review_words.vi.kinds[value], en: review_words.en.kinds[value] } })),
    wrong: 'no-kind',
  }),
  from: day({ label: { vi: 'Kiểm điểm thời gian từ ngày', en: 'For the time from' }, hint: day_hint }),
  to: day({ label: { vi: 'Đến ngày', en: 'Until' }, hint: day_hint }),
  scheme: row({
    label: { vi: 'Xếp loại theo', en: 'Rated by' },
    empty: { vi: 'Chọn thang xếp loại', en: 'Choose the scheme' },
    wrong: 'not-in-force',
  }),
  due_on: day({ label: { vi: 'Chi bộ họp xong trước ngày', en: 'Cells have met by' }, hint: day_hint }),
}

/** What the minutes of a meeting begin with. */
export const meeting_form = {
  held_on: pastDay({ label: { vi: 'Ngày họp', en: 'Day of the meeting' }, hint: day_hint }),
  chair: text({ label: { vi: 'Chủ trì', en: 'In the chair' }, most: 120, required: 'no-chair' }),
  clerk: text({ label: { vi: 'Người ghi biên bản', en: 'Minutes by' }, most: 120, required: 'no-clerk' }),
  present: whole({ label: { vi: 'Số người dự họp', en: 'People present' }, least: 1, most: 9999 }),
  said: longText({
    label: { vi: 'Ý kiến chung của tập thể', en: 'What the collective said' },
    most: 4000,
    is_optional: true,
    rows: 4,
  }),
}

export const complaint_form = {
  said: longText({
    label: { vi: 'Khiếu nại điều gì, vì sao', en: 'What you complain about, and why' },
    hint: {
      vi: 'Nêu điều chưa đúng và căn cứ, để nơi quyết định xem lại.',
      en: 'Say what is not right and what shows it, so that whoever decided can look again.',
    },
    most: 2000,
    required: 'no-complaint',
    rows: 5,
  }),
}

function deedForm() {
  return {
    result: choice({
      label: { vi: 'Kết quả', en: 'Result' },
      options: deed_results.map(value => ({ value, label: { vi: review_words.vi.results[value], en: review_words.en.results[value] } })),
      wrong: 'no-result',
    }),
    said: longText({
      label: { vi: 'Đã làm gì, lấy gì làm chứng', en: 'What was done, and what shows it' },
      hint: { vi: 'Bắt buộc khi xong một phần hoặc chưa làm được.', en: 'Needed where it is partly done or not done.' },
      most: 1000,
      rows: 3,
    }),
  }
}

/** The rating that somebody gives themself: points, or one of the levels. */
function ownRating({ by_points, levels }: RatingScale) {
  const label = { vi: 'Tự xếp loại', en: 'Your own rating' }
  const options = levels.map(({ rating_level_id, name_vi, name_en }) => ({
    value: String(rating_level_id),
    label: { vi: name_vi, en: name_en },
  }))
  if (!by_points) return choice({ label, options, wrong: 'no-rating' })
  const points = { vi: 'Tự chấm điểm, từ 0 đến 100', en: 'Your own points, from 0 to 100' }
  return {
    ...text({ label: points, most: 3 }),
    *problems(value: string) {
      if (!ratingFrom({ by_points, levels }, value)) yield { code: 'no-rating' as const }
    },
  }
}

const overall = {
  strengths: longText({
    label: { vi: 'Ưu điểm, kết quả nổi bật', en: 'Strengths and results' },
    most: 3000,
    required: 'no-words',
    rows: 5,
  }),
  shortcomings: longText({
    label: { vi: 'Hạn chế, nguyên nhân, hướng khắc phục', en: 'Shortcomings, their causes, what will be done' },
    most: 3000,
    required: 'no-words',
    rows: 5,
  }),
}

/** The self-review in its parts: deed by deed, the whole, one's own rating. */
export function selfReviewForm(deeds: readonly Deed[], scale: RatingScale): FormInParts<ReviewCode> {
  const of_deeds: Form = Object.assign(
    {},
    ...deeds.map(({ deed_id, ordinal, what }) =>
      grouped({ legend: { vi: `Việc ${ordinal}: ${what}`, en: `Deed ${ordinal}: ${what}` } }, `deed_${deed_id}_`, deedForm()),
    ),
  )
  const whole_form = { ...overall, rating: ownRating(scale) }
  const deeds_part = { part: 'viec', title: { vi: 'Từng việc làm theo', en: 'Deed by deed' }, form: of_deeds }
  return {
    parts: [
      ...(deeds.length > 0 ? [deeds_part] : []),
      { part: 'chung', title: { vi: 'Đánh giá chung', en: 'The whole' }, form: whole_form },
    ],
    problemsWith: fields => problemsWithSelfReview(fields, deeds, whole_form),
  }
}

function* problemsWithSelfReview(fields: Fields, deeds: readonly Deed[], whole_form: Form): Generator<Problem<ReviewCode>> {
  const fields_of_deed = deedForm()
  for (const { deed_id } of deeds) {
    const at = `deed_${deed_id}_`
    const { result, said } = deedIn(fields, deed_id)
    for (const problem of problemsWith(fields_of_deed, { result, said })) yield { ...problem, field: at + problem.field }
    if ((result === 'partly' || result === 'not-done') && said === '') yield { code: 'no-reason', field: `${at}said` }
  }
  const answers = Object.fromEntries(Object.keys(whole_form).map(name => [name, lookUp(fields, name) ?? '']))
  // No field of it asks for a day.
  yield* problemsWith(whole_form, answers, { today: '' }) as Generator<Problem<ReviewCode>>
}

/** What the fields say of a deed. */
export function deedIn(fields: Fields, deed_id: number): { result: DeedResult | ''; said: string } {
  return { result: (lookUp(fields, `deed_${deed_id}_result`) ?? '') as DeedResult | '', said: lookUp(fields, `deed_${deed_id}_said`) ?? '' }
}

/** What is kept of the self-review in one text: strengths, then shortcomings. */
export function overallIn(fields: Fields): { strengths: string; shortcomings: string; rating: string } {
  const at = (name: string) => lookUp(fields, name) ?? ''
  return { strengths: at('strengths'), shortcomings: at('shortcomings'), rating: at('rating') }
}
