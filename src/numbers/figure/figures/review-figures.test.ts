import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { done } from '../../../basis/shared/outcome.ts'
import { change } from '../../../platform/database/index.ts'
import { look } from '../../../platform/sign-in/index.ts'
import { type InventedCommune, inventCommune } from '../../../platform/sign-in/invented-commune.ts'
import { listRatingSchemes, nameRatingScheme, type RatingScheme } from '../../../register/programme/index.ts'
import { appraiseReviews, decideReviews, listReviewed, openRound, recordMeeting } from '../../../register/review/index.ts'
import { answerFigure } from '../answer-figure.ts'

/** The commune's five members: three in Lan's cell, two in the one beside. At most a quarter may have the highest level. */
const world = withDatabase('empty')
let scene: InventedCommune

beforeAll(async () => {
  scene = await inventCommune(world.owner)
  const levels = [90, 70, 50, 0].map(least_points => ({ least_points, name_vi: `từ ${least_points}`, name_en: `from ${least_points}` }))
  const cap = { share: 0.25, of: 'of-all' } as const
  await name({ levels, cap, by_points: false }, '124-QĐ/TW', '2023-10-04', '2025-08-30')
  await name({ levels, cap }, '366-QĐ/TW', '2025-08-30', 'infinity')
})

function name(scheme: RatingScheme, number: string, from: string, to: string) {
  const instrument = { number, kind: 'regulation', issuer: 'Bộ Chính trị', title: 'Về xếp loại', signed_on: from } as const
  return world.changeAsOwner(async tx => done(await nameRatingScheme(tx, { ...scheme, instrument }, from, to)))
}

type Who = 'superior' | 'hoa' | 'office'
const actor = (who: Who) => ({ person_id: scene.people[who], name: who })
const people = ['Triệu Văn Hòa', 'Nông Thị Lan', 'Nông Văn Quý', 'Bàn Thị Liễu', 'Hà Đức Toàn'] as const
type Points = Partial<Record<(typeof people)[number], number>>
let keys = 0
const key = () => `xep-loai-ba-ngay-${String(++keys).padStart(5, '0')}`

/** A round as it went, each step on its day. */
async function review(kind: 'year' | 'quarter', [from, to]: [string, string], opened: string) {
  const scheme = (await look(world.database, actor('superior'), db => listRatingSchemes(db, { day: opened }))).find(one => one.is_in_force)!
  const level = (points: number) =>
    scheme.by_points ? String(points) : String(scheme.levels.find(({ least_points }) => points >= least_points)!.rating_level_id)
  const { district, commune } = scene.units
  const opening = { kind, from, to, due_on: opened, scheme: scheme.rating_scheme_id, unit_id: district, key: key(), today: opened }
  const { review_round_id } = await doing(change(world.database, actor('superior'), tx => openRound(tx, actor('superior'), opening)))
  const reviewed = (unit: string) =>
    look(world.database, actor('superior'), db => listReviewed(db, { unit, review_round_id, day: opened, most: 99 }))
  const of = async (unit: string, points: Points) =>
    (await reviewed(unit))
      .filter(({ full_name }) => points[full_name as keyof Points] !== undefined)
      .map(({ review_subject_id, full_name }) => ({ review_subject_id, rating: level(points[full_name as keyof Points]!) }))
  const meet = async (who: Who, unit: string, unit_id: number, today: string, points: Points) => {
    const proposals = (await of(unit, points)).map(one => ({ ...one, votes: '' }))
    const meeting = { held_on: today, chair: 'x', clerk: 'x', present: proposals.length, said: '', review_round_id, scheme, kind }
    const recorded = { ...meeting, unit, unit_id, proposals, today, key: key() }
    await doing(change(world.database, actor(who), tx => recordMeeting(tx, actor(who), recorded)))
  }
  const judge = async (verb: typeof decideReviews, today: string, points: Points) => {
    const rates = { review_round_id, unit: 'dang-bo-xa', unit_id: commune, scheme, kind, today, key: key() }
    const ratings = await of('dang-bo-xa', points)
    await doing(change(world.database, actor('superior'), tx => verb(tx, actor('superior'), { ...rates, ratings })))
  }
  return {
    async propose(today: string, points: Points) {
      await meet('hoa', 'chi-bo', scene.units.cell, today, points)
      await meet('office', 'chi-bo-ben', scene.units.other_cell, today, points)
      await judge(appraiseReviews, today, points)
    },
    decide: (today: string, points: Points) => judge(decideReviews, today, points),
    complain: async (today: string, who: 'lan') => {
      await world.owner.query(`set neu_guong.loading = 'yes'`)
      await world.owner.query(
        `insert into review_step (review_subject_id, state, happened_on, said, actor_id)
         select review_subject_id, 'complained', $3, 'Chưa tính hai lớp học', person_id from review_subject where review_round_id = $1 and person_id = $2`,
        [review_round_id, scene.people[who], today],
      )
    },
  }
}

async function doing<T>(work: Promise<{ ok: true; value: T } | { ok: false; problems: unknown }>): Promise<T> {
  const outcome = await work
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.value
}

/** At the highest level, rated; then each level, and how many more may have the highest. */
async function ratings(asked: { valid_as_of: string; year: number; kind?: string; unit?: string }): Promise<string> {
  const answer = await answerFigure(world.db, 'F10', { unit: 'huyen-uy', ...asked }, new Date(Date.now() + 60_000))
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  const { numerator, denominator, rows } = answer.value
  const sum = (column: string) => rows.reduce((total, row) => total + Number(row[column] ?? 0), 0)
  return `${numerator}/${denominator}: ${['level_1', 'level_2', 'level_3', 'level_4'].map(sum).join(' ')}, còn ${sum('headroom')}`
}

test('F10 at three dates: before the decision, after it, and after a complaint was heard; each year by its own scheme', async () => {
  const all = { 'Triệu Văn Hòa': 92, 'Nông Thị Lan': 60, 'Nông Văn Quý': 75, 'Bàn Thị Liễu': 75, 'Hà Đức Toàn': 40 }
  const of_2024 = await review('year', ['2024-01-01', '2024-12-31'], '2024-12-02')
  await of_2024.propose('2024-12-16', all)
  await of_2024.decide('2024-12-20', all)
  await of_2024.complain('2025-01-06', 'lan')
  await of_2024.decide('2025-01-15', { 'Nông Thị Lan': 70 })
  const of_2025 = await review('year', ['2025-01-01', '2025-12-31'], '2025-12-01')
  await of_2025.propose('2025-12-15', { ...all, 'Triệu Văn Hòa': 80 })
  await of_2025.decide('2025-12-19', { ...all, 'Triệu Văn Hòa': 80 })

  const days = ['2024-12-19', '2024-12-31', '2025-01-31', '2026-01-31']
  expect(await Promise.all(days.map(valid_as_of => ratings({ valid_as_of, year: 2024 })))).toEqual([
    '0/0: 0 0 0 0, còn 0',
    '1/5: 1 2 1 1, còn 0',
    '1/5: 1 3 0 1, còn 0',
    '1/5: 1 3 0 1, còn 0',
  ])
  expect(await ratings({ valid_as_of: '2026-01-31', year: 2025 })).toBe('0/5: 0 3 1 1, còn 1')
  // A cell is a part of its group: the room is told where all of the group is.
  expect(await ratings({ valid_as_of: '2025-01-31', year: 2024, unit: 'chi-bo' })).toBe('1/3: 1 2 0 0, còn 0')
})

test('F10 of several quarters of a year is that of the last', async () => {
  const all = { 'Triệu Văn Hòa': 92, 'Nông Thị Lan': 80, 'Nông Văn Quý': 75, 'Bàn Thị Liễu': 75, 'Hà Đức Toàn': 72 }
  const first = await review('quarter', ['2026-01-01', '2026-03-31'], '2026-04-01')
  await first.propose('2026-04-06', all)
  await first.decide('2026-04-08', all)
  const second = await review('quarter', ['2026-04-01', '2026-06-30'], '2026-07-01')
  await second.propose('2026-07-06', { ...all, 'Triệu Văn Hòa': 60 })
  await second.decide('2026-07-08', { ...all, 'Triệu Văn Hòa': 60 })
  const of = (valid_as_of: string) => ratings({ valid_as_of, year: 2026, kind: 'quarter' })
  expect([await of('2026-04-30'), await of('2026-07-31')]).toEqual(['1/5: 1 4 0 0, còn 0', '0/5: 0 4 1 0, còn 1'])
})
