import { expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { checkText } from './check-text.ts'
import { sayDoubt, verdict_words } from './words.ts'

/** Sentences that the first edition of the check called «đúng» or «khác» without understanding them. */
const world = withDatabase('demo')
const now = new Date('2026-11-30T05:00:00Z')

async function said(text: string): Promise<string[]> {
  const { quantities } = await checkText(world.db, { text, valid_as_of: '2021-02-19', now })
  return quantities.flatMap(claim => {
    if (claim.verdict === null) return []
    return [claim.verdict === 'unsure' ? sayDoubt(claim, 'vi') : verdict_words[claim.verdict].vi]
  })
}

test.each([
  ['Tỉnh chưa đạt mốc 15 xã đạt chuẩn nông thôn mới.', 'Sổ ghi 15, nhưng câu có lời phủ định.'],
  ['Na Rì có 15 xã đạt chuẩn nông thôn mới.', 'khác'],
  ['Nếu giữ được nhịp độ, tỉnh có 15 xã đạt chuẩn nông thôn mới.', 'Sổ ghi 15, nhưng câu nói kèm điều kiện.'],
  ['Có 15 xã đạt chuẩn nông thôn mới có nữ bí thư đảng ủy.', 'Sổ ghi 15, nhưng câu còn nói: «có nữ bí thư đảng ủy».'],
  ['Thái Nguyên có 15 xã đạt chuẩn nông thôn mới.', 'chưa có trong sổ'],
  ['15 xã đạt chuẩn nông thôn mới có nguy cơ rớt chuẩn.', 'Sổ ghi 15, nhưng câu nói về nguy cơ.'],
  ['Đến nay chưa có 15 xã đạt chuẩn nông thôn mới như kế hoạch đã định.', 'Sổ ghi 15, nhưng câu có lời phủ định.'],
  ['100% đảng viên mới kết nạp có bản cam kết tu dưỡng.', 'Sổ ghi 100%, nhưng câu còn nói: «mới kết nạp».'],
  [
    'Mười năm trước, cả tỉnh mong có 15 xã đạt chuẩn nông thôn mới.',
    'Chưa xét được: không rõ thời gian, hoặc sổ không tính riêng khoảng này.',
  ],
  [
    'So với năm 2019, toàn tỉnh tăng 15 xã đạt chuẩn nông thôn mới.',
    'Chưa xét được: sổ không tính mức tăng giảm hay so sánh này, hoặc số đã đổi theo chiều ngược lại.',
  ],
])('«%s»: %s', async (sentence, now_said) => {
  expect(await said(sentence)).toEqual([now_said])
})

test('one of six, said so, is a rate that is not judged', async () => {
  const one = 'Chưa xét được: câu nói bình quân hoặc từng nơi, sổ đếm chung.'
  expect(await said('Cứ 6 xã của tỉnh thì có 1 xã đạt chuẩn nông thôn mới.')).toEqual([one, one])
})
