import { expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { checkText } from '../check-text.ts'

const world = withDatabase('demo', { until: '2021-02-19' })

const judged = async (text: string) => {
  const { quantities } = await checkText(world.db, { text, valid_as_of: '2021-02-19', now: new Date('2021-02-19T09:00:00Z') })
  return quantities
    .filter(({ kind }) => kind === 'claim')
    .map(({ text, figure, verdict, should_be }) => [text, figure, verdict, should_be ?? null])
}

test('facts said in short are judged, too: who committed, and communes of a higher level', async () => {
  expect(await judged('Có 99% cán bộ, đảng viên cam kết; mỗi người đăng ký 2 - 4 việc làm theo.')).toEqual([
    ['99%', 'F1', 'differs', '100%'],
    ['2 - 4 việc', 'F3', 'differs', '2 - 3 việc'],
  ])
  expect(await judged('Về nông thôn mới, tỉnh có 15 xã đạt chuẩn, 03 xã nâng cao.')).toEqual([
    ['15 xã', 'F16', 'holds', null],
    ['03 xã', 'F17', 'differs', '02 xã'],
  ])
})

test('what citizens promise, and what pupils register, is not the programme', async () => {
  expect(await judged('Có 98% người dân cam kết không đốt pháo; 40% học sinh đăng ký thi.')).toEqual([
    ...[
      ['98%', null, 'unsure', null],
      ['40%', null, 'not-in-register', null],
    ],
  ])
})

test('who handed in on time, who has not, and how many deeds were done are asked of the figures that tell it', async () => {
  const asked = async (text: string) => (await judged(text)).map(([said, figure]) => [said, figure])
  expect(await asked('Có 98,5% đảng viên nộp bản cam kết đúng hạn.')).toEqual([['98,5%', 'F2']])
  expect(await asked('Còn 12 đảng viên chưa nộp bản cam kết.')).toEqual([['12 đảng viên', 'F4']])
  expect(await asked('Đã hoàn thành 87% việc làm theo đã đăng ký.')).toEqual([['87%', 'F5']])
  expect(await asked('Tỷ lệ hoàn thành việc làm theo đạt 87%.')).toEqual([['87%', 'F5']])
})
