import { expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { answerFigure } from './answer-figure.ts'
import type { Answer } from './figure.ts'
import type { Asked } from './parameters.ts'
import { traceCourses } from './trace-courses.ts'

/**
 * The scene of 19/02/2021 (domain.md §7), in a register that knows nothing later. Lists are compared: the 21 that stand
 * under «any» are not the 21 of 2021.
 */
const world = withDatabase('territory', { until: '2021-02-19' })

const day = '2021-02-19'
const now = new Date('2021-02-19T16:59:59Z')

async function ask(figure: string, asked: Asked = {}): Promise<Answer> {
  const outcome = await answerFigure(world.db, figure, { valid_as_of: day, ...asked }, now)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.value
}
const names = (answer: Answer) => answer.rows.map(row => row.name).sort((a, b) => a.localeCompare(b, 'vi'))

const reached = `Bằng Vân, Bình Văn, Bộc Bố, Cao Trĩ, Cường Lợi, Dương Quang, Địa Linh, Đức Vân, Giáo Hiệu, Hà Hiệu, Hảo Nghĩa, Khang Ninh, Kim Lư, Như Cố, Nông Thịnh, Nông Thượng, Phương Linh, Quang Thuận, Rã Bản, Tân Tiến, Vân Tùng, Yên Đĩnh, Yên Thượng`
const standing = `Bằng Vân, Bình Văn, Bộc Bố, Dương Quang, Địa Linh, Đức Vân, Giáo Hiệu, Hà Hiệu, Khang Ninh, Kim Lư, Như Cố, Nông Thượng, Quang Thuận, Vân Tùng, Yên Thượng`
const under_any = `Bằng Vân, Bình Văn, Bộc Bố, Cường Lợi, Dương Quang, Địa Linh, Đồng Thắng, Đức Vân, Giáo Hiệu, Hà Hiệu, Khang Ninh, Kim Lư, Như Cố, Nông Thượng, Quang Thuận, Tân Tú, Thanh Thịnh, Thượng Giáo, Trần Phú, Vân Tùng, Yên Thượng`
const listed = (text: string) => text.split(', ')

test('F15: twenty-three communes reached the standard in 2015–2020, as they were', async () => {
  expect(names(await ask('F15', { to: '2020-12-31' }))).toEqual(listed(reached))
})

test('F16: fifteen of them still stand after the mergers of 2020, under the rule that Resolution 855 names', async () => {
  const answer = await ask('F16')
  expect(answer.rule).toBe('all')
  expect(names(answer)).toEqual(listed(standing))
})

test('F16: under «any» it would be twenty-one', async () => {
  expect(names(await ask('F16', { rule: 'any' }))).toEqual(listed(under_any))
})

test('F17, F18, F20, F21: two advanced communes, fifteen of ninety-six, a city that completes the conditions, 108 units that were 122', async () => {
  expect(names(await ask('F17'))).toEqual(['Kim Lư', 'Quang Thuận'])
  expect(await ask('F18')).toMatchObject({ numerator: 15, denominator: 96 })
  expect((await ask('F20', { unit: 'thanh-pho-bac-kan' })).value).toMatchObject({ kind: 'status', status: 'completing', decided_on: null })
  expect((await ask('F21')).value).toEqual({ kind: 'change', count: 108, before: 122, since: '2016-01-01' })
})

test('F19: 8.7 criteria on average at the end of 2017, of 110 communes under one set; later of those alone that still live; before, nothing is known', async () => {
  const mean = async (valid_as_of: string) => {
    const { value, numerator, denominator, rows } = await ask('F19', { valid_as_of })
    return { value, numerator, denominator, sets: [...new Set(rows.map(({ instrument }) => instrument))] }
  }
  const value = (quantity: string) => ({ kind: 'quantity', quantity, measure: 'tiêu chí' })
  expect(await mean('2017-12-31')).toEqual({ value: value('8.7'), numerator: 957, denominator: 110, sets: ['1980/QĐ-TTg'] })
  expect(await mean('2021-02-19')).toMatchObject({ value: value('8.1'), sets: ['1980/QĐ-TTg'] })
  await expect(ask('F19', { valid_as_of: '2017-12-30' })).rejects.toThrow('nothing-known')
})

test('each commune that reached the standard is followed: those that hold it at the end are the figure’s own, and the others ended or lapsed', async () => {
  const courses = await traceCourses(world.db, (await ask('F16')).parameters)
  const named = (those: typeof courses) => those.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'vi'))
  expect(named(courses.filter(({ held }) => held.at(-1)?.until === null))).toEqual(listed(standing))
  expect(named(courses.filter(({ held }) => held.length > 0))).toEqual(listed(reached))
  const merged = courses.filter(({ unit }) => ['xa-hao-nghia', 'xa-tran-phu', 'xa-quang-thuan'].includes(unit))
  expect(merged.map(({ unit, from, until, held, into }) => ({ unit, from, until, held, into }))).toEqual([
    {
      ...{ unit: 'xa-quang-thuan', from: '2017-12-29', until: null, into: [] },
      held: [
        { from: '2017-12-29', until: expect.any(String), rank: 1 },
        { from: expect.any(String), until: null, rank: 2 },
      ],
    },
    {
      ...{ unit: 'xa-hao-nghia', from: '2018-12-28', until: '2020-02-01', into: ['xa-tran-phu'] },
      held: [{ from: '2018-12-28', until: '2020-02-01', rank: 1 }],
    },
    { unit: 'xa-tran-phu', from: '2020-02-01', until: null, held: [], into: [] },
  ])
  // Under another rule the same lines end otherwise.
  const any = await traceCourses(world.db, (await ask('F16', { rule: 'any' })).parameters)
  expect(named(any.filter(({ held }) => held.at(-1)?.until === null))).toEqual(listed(under_any))
})
