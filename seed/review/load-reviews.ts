import type pg from 'pg'
import { addDays, dayOf } from '../../src/basis/shared/dates.ts'
import { type Tx, transactionOn } from '../../src/platform/database/index.ts'
import { listRatingSchemes, nameRatingScheme, type RatingScheme, type SchemeInForce } from '../../src/register/programme/index.ts'
import {
  appraiseReviews,
  decideReviews,
  listRatedUnits,
  listReviewed,
  mostAtTop,
  openRound,
  type Rates,
  type Reviewed,
  rateUnits,
  recordMeeting,
} from '../../src/register/review/index.ts'
import { inTheNameOf } from '../in-the-name-of.ts'

const levels = [
  { least_points: 90, name_vi: 'Hoàn thành xuất sắc nhiệm vụ', name_en: 'Tasks fulfilled excellently' },
  { least_points: 70, name_vi: 'Hoàn thành tốt nhiệm vụ', name_en: 'Tasks fulfilled well' },
  { least_points: 50, name_vi: 'Hoàn thành nhiệm vụ', name_en: 'Tasks fulfilled' },
  { least_points: 0, name_vi: 'Không hoàn thành nhiệm vụ', name_en: 'Tasks not fulfilled' },
]
const cap = { share: 0.2, of: 'of-good' } as const

/** The three regulations by which the years were rated, each until the next. */
const schemes: [from: string, until: string, number: string, title: string, scheme: RatingScheme][] = [
  ['2018-03-08', '2023-10-04', '132-QĐ/TW', 'Về kiểm điểm, xếp loại hằng năm', { levels, cap, by_points: false }],
  ['2023-10-04', '2025-08-30', '124-QĐ/TW', 'Về kiểm điểm, xếp loại hằng năm', { levels, cap, by_points: false }],
  ['2025-08-30', 'infinity', '366-QĐ/TW', 'Về kiểm điểm, đánh giá, xếp loại', { levels, cap, heads_within_unit: true }],
]

/** The rounds that are over, each with the day of its meetings. */
const rounds = [
  [{ kind: 'year', from: '2025-01-01', to: '2025-12-31' }, '2025-12-22'],
  [{ kind: 'quarter', from: '2026-07-01', to: '2026-09-30' }, '2026-10-12'],
] as const
type Round = (typeof rounds)[number]

/**
 * The schemes, and two rounds that are over: the year 2025 and the third quarter of 2026 in the base organisation of
 * the demo's people, opened, recorded, appraised and decided by the verbs.
 */
export async function loadReviews(owner: pg.Client, { until }: { until: string }): Promise<void> {
  const tx = transactionOn(owner)
  for (const [from, end, number, title, scheme] of schemes) {
    if (until !== 'infinity' && until < from) continue
    const instrument = { number, kind: 'regulation', issuer: 'Bộ Chính trị', title, signed_on: from } as const
    await nameRatingScheme(tx, { ...scheme, instrument }, from, end)
  }
  if (until === 'infinity') for (const round of rounds) await review(owner, tx, round)
}

async function review(owner: pg.Client, tx: Tx, [round, held_on]: Round): Promise<void> {
  const cast = await castOf(owner)
  const office = cast.get('mau.van-phong')
  const offices = ['mau.cap-tren', 'mau.cap-tren-hai'].map(name => cast.get(name)!)
  if (!office) return
  const { rows } = await owner.query<{ unit_id: number; key: string }>(
    `select u.unit_id, u.key from role_grant g join unit u using (unit_id) where g.person_id = $1 and g.role = 'unit-office'`,
    [office],
  )
  const { unit_id, key: unit } = rows[0]!
  // The demo's people hold their roles from the day on which it is loaded.
  const today = dayOf(new Date())
  const scheme = (await listRatingSchemes(tx, { day: today })).find(({ is_in_force }) => is_in_force)!
  const [first] = offices as [number, number]
  const opening = { ...round, scheme: scheme.rating_scheme_id, unit_id, due_on: addDays(today, 14), key: key(`${round.kind}-mo`), today }
  const { review_round_id } = await inTheNameOf(owner, first, actor => openRound(tx, actor, opening))
  const at = { review_round_id, unit, unit_id, scheme, kind: round.kind, today }
  const people = await listReviewed(tx, { unit, review_round_id, day: at.today, most: 5000 })
  const rated = pointsFor(people, scheme)
  for (const [cell, members] of Map.groupBy(rated, ({ unit_id }) => unit_id))
    await meet(owner, tx, office, { ...at, held_on }, cell, members)
  await rateCollectives(owner, tx, offices, at, rated)
  for (const [i, verb] of [appraiseReviews, decideReviews].entries())
    for (const judge of offices) {
      const others = rated.filter(({ person_id }) => (judge === first ? person_id !== first : person_id === first))
      const rates = { ...at, key: key(`${round.kind}-cap-tren-${i}-${judge}`), ratings: others }
      if (others.length > 0) await inTheNameOf(owner, judge, actor => verb(tx, actor, rates))
    }
}

type Graded = Reviewed & { rating: string }

/** As many at the top as four fifths of the cap, a tenth below good: by their place in the list. */
function pointsFor(people: readonly Reviewed[], scheme: SchemeInForce): Graded[] {
  const below = (i: number) => i % 10 === 9
  const at_good = people.filter((_, i) => !below(i)).length
  const at_top = Math.floor(mostAtTop(scheme, { at_top: 0, at_good: Math.floor(at_good * 0.8), rated: people.length }) * 0.8)
  const every = at_top === 0 ? people.length + 1 : Math.ceil(at_good / at_top)
  return people.map((one, i) => ({
    ...one,
    rating: String(below(i) ? 52 + (i % 17) : i % every === 1 ? 90 + (i % 6) : 70 + ((i * 7) % 19)),
  }))
}

type At = Omit<Rates, 'ratings' | 'key'>

/** Each collective is rated good, and as its head where they are rated higher; nobody rates the one that they head. */
async function rateCollectives(owner: pg.Client, tx: Tx, offices: number[], at: At, rated: readonly Graded[]): Promise<void> {
  const units = await listRatedUnits(tx, { unit: at.unit, review_round_id: at.review_round_id, day: at.today })
  const of_heads = new Map(rated.map(({ person_id, rating }) => [person_id, Number(rating)]))
  const [first] = offices
  for (const judge of offices) {
    const ratings = units
      .filter(({ head_id }) => (head_id === first) !== (judge === first))
      .map(({ unit_id, head_id }) => ({ unit_id, rating: String(Math.max(78, of_heads.get(head_id ?? 0) ?? 0)) }))
    const rates = { ...at, ratings, key: key(`${at.kind}-tap-the-${judge}`) }
    if (ratings.length > 0) await inTheNameOf(owner, judge, actor => rateUnits(tx, actor, rates))
  }
}

async function meet(
  owner: pg.Client,
  tx: Tx,
  office: number,
  at: At & { held_on: string },
  unit_id: number,
  members: readonly Graded[],
): Promise<void> {
  const { rows } = await owner.query<{ key: string }>('select key from unit where unit_id = $1', [unit_id])
  const unit = rows[0]!.key
  const present = Math.max(1, members.length - (members.length > 6 ? 1 : 0))
  const head = {
    held_on: at.held_on,
    chair: members[0]!.full_name,
    clerk: members.at(-1)!.full_name,
    present,
    said: 'Nhất trí với các đề nghị.',
  }
  const proposals = members.map(({ review_subject_id, rating }, i) => ({
    review_subject_id,
    rating,
    votes: String(Math.max(1, present - (i % 3))),
  }))
  const meeting = { ...at, ...head, unit, unit_id, proposals, key: key(`${at.kind}-hop${unit_id}`) }
  await inTheNameOf(owner, office, actor => recordMeeting(tx, actor, meeting))
}

function key(said: string): string {
  return `du-lieu-mau-kiem-diem-${said}`
}

async function castOf(owner: pg.Client): Promise<Map<string, number>> {
  const { rows } = await owner.query<{ sign_in_name: string; person_id: number }>(
    'select sign_in_name, person_id from account where is_demo',
  )
  return new Map(rows.map(({ sign_in_name, person_id }) => [sign_in_name, person_id]))
}
