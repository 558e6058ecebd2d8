import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/database/index.ts'
import { choice, type Typed, tick } from '../../../platform/staff/index.ts'
import { decisionIn } from '../../../register/organisation/index.ts'
import { endRatingSchemes, nameRatingScheme, type RatingScheme } from '../../../register/programme/index.ts'
import { declareRule, from_day_by_instrument, inForce, type RuleVersion } from '../../../register/rule/index.ts'
import { problemsWithRating } from '../founding-problems.ts'
import { placeOf, ratingOf } from '../setup/compose.ts'
import { forms } from '../setup/forms.ts'
import { founding_problem_words } from '../words.ts'

const { levels, cap_percent, cap_of } = forms.rating
const form = {
  levels,
  by_points: tick({
    vi: 'Chấm theo thang 100 điểm. Không đánh dấu thì chỉ chọn mức.',
    en: 'Points of a hundred are given. Unmarked, only the level is chosen.',
  }),
  cap_percent,
  cap_of,
  cap_rounding: choice({
    label: { vi: 'Số lẻ của giới hạn ấy', en: 'Where that is no whole number' },
    options: [
      { value: 'down', label: { vi: 'bỏ phần lẻ', en: 'the part is dropped' } },
      { value: 'nearest', label: { vi: 'làm tròn', en: 'it is rounded' } },
      { value: 'up', label: { vi: 'tính thêm một người', en: 'one person more counts' } },
    ],
    wrong: 'missing',
  }),
  quorum: choice({
    label: { vi: 'Cuộc họp kiểm điểm cần', en: 'A meeting of review needs' },
    options: [
      { value: 'two-thirds', label: { vi: 'ít nhất hai phần ba số người có mặt', en: 'two thirds present at least' } },
      { value: 'more-than-half', label: { vi: 'quá nửa số người có mặt', en: 'more than half present' } },
    ],
    wrong: 'missing',
  }),
  heads_within_unit: tick({
    vi: 'Người đứng đầu không xếp cao hơn tập thể mà mình đứng đầu.',
    en: 'A head is not rated above the unit that they head.',
  }),
  ...from_day_by_instrument,
}

/** How a year's work is rated, and how many may have the highest level. */
export const rating = declareRule({
  ...{ rule: 'xep-loai', of: 'register', act: 'keep', form, instrument_kind: 'regulation' },
  title: { vi: 'Xếp loại cuối năm', en: 'Rating of the year' },
  lead: {
    vi: 'Các mức và giới hạn của mức cao nhất, theo quy định đang có hiệu lực. Năm đã xếp giữ các mức của mình.',
    en: 'The levels, and the cap on the highest, by the regulation in force. Years that were rated keep theirs.',
  },
  get words() {
    return founding_problem_words()
  },
  typedNow: async (db, { today }): Promise<Typed> => {
    const [now] = inForce(await listSchemes(db), today)
    if (!now) return {}
    const { lines, percent, cap_base, cap_rounding, quorum, by_points, heads_within_unit } = now
    const chosen = { cap_percent: String(percent ?? 100), cap_of: cap_base ?? 'of-all', cap_rounding, quorum }
    const ticked = { ...(by_points && { by_points: '1' }), ...(heads_within_unit && { heads_within_unit: '1' }) }
    return { levels: lines, ...chosen, ...ticked }
  },
  listVersions: db => listSchemes(db),
  problems: async (_, answers) =>
    [...problemsWithRating(ratingOf(answers)!)].map(problem => ({ ...problem, field: placeOf(problem)?.field })),
  set: async (tx, answers) => {
    await endRatingSchemes(tx, answers.from)
    const instrument = { ...decisionIn(answers), kind: 'regulation' as const }
    const { cap, levels } = ratingOf(answers)!
    const { by_points, heads_within_unit } = answers
    const quorum = answers.quorum as RatingScheme['quorum']
    const capped = cap && { ...cap, rounding: answers.cap_rounding as Cap['rounding'] }
    await nameRatingScheme(tx, { levels, cap: capped, by_points, quorum, heads_within_unit, instrument }, answers.from)
  },
})

type Cap = NonNullable<RatingScheme['cap']>
type Scheme = RuleVersion & {
  lines: string
  percent: number | null
  cap_base: string | null
  cap_rounding: string
  quorum: string
  by_points: boolean
  heads_within_unit: boolean
}

async function listSchemes(db: Db): Promise<Scheme[]> {
  const { rows } = await sql<Omit<Scheme, 'said'> & { names_vi: string; names_en: string }>`
    select lower(s.valid)::text as since, case when upper(s.valid) < 'infinity' then (upper(s.valid) - 1)::text end as until,
           s.instrument_id, i.number, i.issuer, i.title as subject, lower(s.recorded) as recorded_at,
           case when upper(s.recorded) < 'infinity' then upper(s.recorded) end as ended_at,
           (s.cap_share * 100)::float as percent, s.cap_base, s.by_points, s.cap_rounding, s.quorum, s.heads_within_unit, l.lines, l.names_vi, l.names_en
      from rating_scheme s
      left join instrument i using (instrument_id)
     cross join lateral (
           select string_agg(concat_ws(' | ', l.least_points, l.name_vi, l.name_en), E'\\n' order by l.least_points desc) as lines,
                  string_agg(l.name_vi || ' (' || l.least_points || ')', '; ' order by l.least_points desc) as names_vi,
                  string_agg(l.name_en || ' (' || l.least_points || ')', '; ' order by l.least_points desc) as names_en
             from rating_level l
            where l.rating_scheme_id = s.rating_scheme_id) l
     order by lower(s.valid) desc, lower(s.recorded) desc`.execute(db as Tx)
  return rows.map(({ names_vi, names_en, ...row }) => ({ ...row, said: { vi: names_vi, en: names_en } }))
}
