import { expect, test } from 'vitest'
import { mergerOf2025 } from '../../../seed/territory/mergers.ts'
import { tester, withDatabase } from '../../../test/harness/database.ts'
import { done } from '../../basis/shared/outcome.ts'
import { resolvedTimestamp } from '../../platform/database/index.ts'
import { recogniseStanding } from '../../register/countryside/index.ts'
import { mergeUnits } from '../../register/organisation/index.ts'
import { answerFigure } from './answer-figure.ts'
import type { Answer } from './figure.ts'
import { asking } from './figures-at.ts'
import type { Asked } from './parameters.ts'
import type { Proof } from './prove-run.ts'
import { proveRun } from './prove-run.ts'
import { answerToPrint } from './public/answer-publicly.ts'
import { findRun } from './reads/find-run.ts'
import { freezeFigure } from './verbs/freeze-figure.ts'

/** What happened after 19/02/2021 (domain.md §7), step by step, to the numbers that were printed that day. */
const world = withDatabase('territory', { until: '2021-02-19' })

const printed_on = '2021-02-19'
const later = new Date('2026-11-24T03:00:00Z')
const of_2021 = ['xa-phuong-vien', 'xa-yen-thinh', 'xa-thanh-thinh', 'xa-quan-ha', 'xa-cuong-loi-2020', 'xa-thuong-giao-2020']

async function ask(figure: string, asked: Asked): Promise<Answer> {
  const outcome = await answerFigure(world.db, figure, { recorded_as_of: await resolvedTimestamp(world.database), ...asked }, later)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.value
}

async function print(figure: string, asked: Asked): Promise<number> {
  const outcome = await answerToPrint(world.db, figure, { recorded_as_of: await resolvedTimestamp(world.database), ...asked }, later)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  const frozen = await world.changeAsOwner(async tx => done(await freezeFigure(tx, outcome.value.answer)))
  return frozen.ok ? frozen.value : 0
}

async function prove(run_id: number): Promise<Proof> {
  const run = await findRun(world.db, run_id)
  return proveRun(asking(world.db, new Date()), run!)
}

function decide(unit: string, decided_on: string, effective_year: number, number: string) {
  const instrument = {
    number,
    kind: 'decision' as const,
    issuer: 'UBND tỉnh Bắc Kạn',
    title: 'Công nhận xã đạt chuẩn nông thôn mới',
    signed_on: decided_on,
  }
  return world.changeAsOwner(tx =>
    recogniseStanding(tx, tester, { unit, standing_level: 'standard', verdict: 'recognised', decided_on, effective_year, instrument }),
  )
}

const values = ({ printed, known_now, today }: Proof) => [printed.numerator, known_now.numerator, today?.numerator ?? null]
const names = (answer: Answer) => answer.rows.map(row => row.name).sort((a, b) => a.localeCompare(b, 'vi'))

let [ever, standing, share] = [0, 0, 0]

test('the day: 23, 15 and 15 of 96 are printed and frozen', async () => {
  ever = await print('F15', { valid_as_of: printed_on, to: '2020-12-31' })
  standing = await print('F16', { valid_as_of: printed_on })
  share = await print('F18', { valid_as_of: printed_on })
  expect([await prove(ever), await prove(standing), await prove(share)].map(proof => [proof.state, proof.printed.numerator])).toEqual([
    ['holds', 23],
    ['holds', 15],
    ['holds', 15],
  ])
})

test('the six of 2021 are recognised: twenty-one of ninety-six stand, and the printed fifteen stays', async () => {
  for (const unit of of_2021) expect(await decide(unit, '2022-01-25', 2021, 'QĐ của năm 2021')).toMatchObject({ ok: true })
  const live = await ask('F18', { valid_as_of: '2022-12-31' })
  expect([live.numerator, live.denominator]).toEqual([21, 96])
  expect(names(await ask('F16', { valid_as_of: '2022-12-31' })).filter(name => !names2021().includes(name))).toEqual([
    ...['Cường Lợi', 'Phương Viên', 'Quân Hà', 'Thanh Thịnh', 'Thượng Giáo', 'Yên Thịnh'],
  ])
  expect(await prove(standing)).toMatchObject({ state: 'holds', causes: [] })
  expect(values(await prove(standing))).toEqual([15, 15, 21])
})

test('the merger of 2025: as it was fifteen, restated it says in which of the thirty-seven', async () => {
  const merged = await world.changeAsOwner(tx => mergeUnits(tx, tester, mergerOf2025()))
  expect(merged.ok, JSON.stringify(merged)).toBe(true)
  expect(await prove(standing)).toMatchObject({ state: 'holds', causes: [] })
  expect(await prove(ever)).toMatchObject({ state: 'holds', causes: [] })
  const as_was = await ask('F16', { valid_as_of: printed_on, map: 'as-was' })
  expect(names(as_was)).toEqual(names2021())
  const restated = { valid_as_of: printed_on, map: 'restated', map_day: '2025-07-01' } as const
  expect((await ask('F16', restated)).rows.map(row => `${row.name} ← ${row.counted}`)).toEqual([
    ...['Bắc Kạn ← Nông Thượng', 'Ba Bể ← Khang Ninh', 'Bạch Thông ← Quang Thuận', 'Bằng Thành ← Bộc Bố, Giáo Hiệu', 'Bằng Vân ← Bằng Vân'],
    ...['Chợ Mới ← Như Cố', 'Chợ Rã ← Địa Linh', 'Na Rì ← Kim Lư', 'Ngân Sơn ← Đức Vân, Vân Tùng', 'Phong Quang ← Dương Quang'],
    ...['Phúc Lộc ← Hà Hiệu', 'Yên Bình ← Bình Văn', 'Yên Thịnh ← Yên Thượng'],
  ])
})

test('a forgotten decision of 2019 is entered: the citation has drifted, the printed fifteen stays, and the cause is shown', async () => {
  expect(await decide('xa-tan-lap', '2019-12-30', 2019, 'QĐ bị sót')).toMatchObject({ ok: true })
  const proof = await prove(standing)
  expect(proof.state).toBe('drifted')
  expect([proof.printed.numerator, proof.known_now.numerator]).toEqual([15, 16])
  expect(proof.causes.map(({ change, row }) => [change, row.name, row.instrument])).toEqual([['came', 'Tân Lập', 'QĐ bị sót']])
  expect((await prove(ever)).causes.map(({ change, row }) => [change, row.name])).toEqual([['came', 'Tân Lập']])
})

test('whoever rewrites history under the register’s hands is seen: the number does not come out as it was frozen', async () => {
  await world.owner.query('alter table standing_decision disable trigger user')
  await world.owner.query(`delete from standing_decision where unit_id = (select unit_id from unit where key = 'xa-nhu-co')`)
  expect((await prove(standing)).state).toBe('broken')
})

function names2021(): string[] {
  return 'Bằng Vân, Bình Văn, Bộc Bố, Dương Quang, Địa Linh, Đức Vân, Giáo Hiệu, Hà Hiệu, Khang Ninh, Kim Lư, Như Cố, Nông Thượng, Quang Thuận, Vân Tùng, Yên Thượng'.split(
    ', ',
  )
}
