import { expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { checkText } from './check-text.ts'

const world = withDatabase('demo', { until: '2021-02-19' })

async function verdicts(text: string) {
  const { quantities } = await checkText(world.db, { text, valid_as_of: '2021-02-19', now: new Date('2021-02-19T09:00:00Z') })
  return quantities.flatMap(({ text, verdict, doubt, should_be }) => (verdict ? [[text, doubt ?? verdict, should_be].filter(Boolean)] : []))
}

test('each cell of a table is a claim of its row and its column on the day of the line above', async () => {
  const table = `Kết quả xây dựng nông thôn mới đến 31/12/2020
TT\tHuyện, thành phố\tSố xã đạt chuẩn nông thôn mới\tTỷ lệ (%)
1\tBa Bể\t3\t20
2\tNa Rì\t5\t6,25
3\tBắc Kạn\t2\t
\tTổng cộng\t15\t
\tToàn tỉnh\t15\t15,63`
  expect(await verdicts(table)).toEqual([
    ['3', 'holds'],
    ['20', 'counted'],
    ['5', 'differs', '1'],
    ['6,25', 'counted'],
    ['2', 'where'],
    ['15', 'where'],
    ['15', 'holds'],
    ['15,63', 'counted'],
  ])
})

test('a column of years says when, one of plans says no fact, and a part is a part of the row above', async () => {
  const table = `| Chỉ tiêu | ĐVT | Kế hoạch năm 2020 | Năm 2019 | Thực hiện năm 2020 |
|---|:--:|---:|---:|---:|
| Số xã đạt chuẩn nông thôn mới | xã | 25 | 20 | 23 |
| - Trong đó: nâng cao | xã | 3 | 1 | 2 |`
  expect(await verdicts(table)).toEqual([
    ['25', 'modality'],
    ['20', 'holds'],
    ['23', 'holds'],
    ['3', 'modality'],
    ['1', 'differs', '0'],
    ['2', 'holds'],
  ])
})

test('what the line above says more, and a share beside a plan, leave a cell unsure', async () => {
  const with_more = 'Số xã đạt chuẩn nông thôn mới có nữ bí thư:\nHuyện\tNăm 2020\nBa Bể\t3'
  const beside_plan = 'Chỉ tiêu\tKế hoạch\tTỷ lệ (%)\nSố xã đạt chuẩn nông thôn mới\t15\t15,63'
  const below_plan = 'II. MỤC TIÊU, NHIỆM VỤ\n\nHuyện\tSố xã đạt chuẩn nông thôn mới\nBa Bể\t3'
  expect(await Promise.all([with_more, beside_plan, below_plan].map(verdicts))).toEqual([
    [['3', 'unread']],
    [
      ['15', 'modality'],
      ['15,63', 'modality'],
    ],
    [['3', 'modality']],
  ])
})

test('a table of a saved page, and one aligned by spaces, are judged alike', async () => {
  const page = `<p>Biểu 1. Tổng hợp xã đạt chuẩn nông thôn mới tỉnh Bắc Kạn</p><table><tr><td rowspan=2><p>Huyện</p></td>
<td colspan=2>Số xã đạt chuẩn</td></tr><tr><td>2019</td><td>2020</td></tr><tr><td>Ba Bể</td><td>3</td><td>9 xã</td></tr></table>`
  const aligned = `Số xã đạt chuẩn nông thôn mới các huyện, cụ thể như sau:
Huyện        Năm 2019    Năm 2020
Ba Bể               3
Chợ Đồn                         4`
  expect(await Promise.all([page, aligned].map(verdicts))).toEqual([
    [
      ['3', 'holds'],
      ['9 xã', 'differs', '3 xã'],
    ],
    [
      ['3', 'holds'],
      ['4', 'differs', '1'],
    ],
  ])
})
