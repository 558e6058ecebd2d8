import { expect, test } from 'vitest'
import { readText } from '../../../basis/quantity/index.ts'
import { nameKey, placeNames } from './place-names.ts'
import { candidatesIn, readClaims } from './read-claims.ts'

const names = placeNames(['Bắc Kạn', 'Na Rì', 'Ba Bể', 'Cao Bằng'].map(nameKey))

/** The first claim of a text that a topic knows, read as of a day of 2021. */
function read(text: string) {
  const parsed = readText(text)
  const found = [...readClaims(parsed, candidatesIn(parsed), names, '2021-02-19').values()].find(claim => claim !== null)
  return found!.claim
}

test('a claim of which every word stands in a slot leaves nothing unread', () => {
  const { where, when, modality, change, per, unread } = read('Tính đến hết năm 2019, toàn tỉnh đã có 20 xã đạt chuẩn nông thôn mới.')
  expect({ where, when, modality, change, per, unread }).toEqual({
    where: [{ kind: 'province' }],
    when: { kind: 'until', to: '2019-12-31' },
    ...{ modality: 'fact', change: 'level', per: 'all', unread: [] },
  })
})

test('what no slot takes is left over, in the words of the text', () => {
  expect(read('Có 15 xã đạt chuẩn nông thôn mới có nữ bí thư đảng ủy.').unread).toEqual(['có nữ bí thư đảng ủy'])
  expect(read('Chỉ số hài lòng ở 15 xã đạt chuẩn nông thôn mới là cao nhất.').unread).toEqual(['số hài lòng', 'là cao'])
})

test('a plan, a denial, a question and a mere mention are no facts', () => {
  const said = (text: string) => read(text).modality
  expect(said('Tỉnh phấn đấu có 15 xã đạt chuẩn nông thôn mới.')).toBe('plan')
  expect(said('Đến nay chưa có 15 xã đạt chuẩn nông thôn mới.')).toBe('denied')
  expect(said('Có phải tỉnh có 15 xã đạt chuẩn nông thôn mới?')).toBe('question')
  expect(said('Nếu giữ nhịp độ, tỉnh có 15 xã đạt chuẩn nông thôn mới.')).toBe('condition')
  expect(said('Vốn đến tay dân tại 15 xã đạt chuẩn nông thôn mới.')).toBe('mentioned')
})

test('a plan with a time of its own does not govern the fact beside it', () => {
  expect(read('Mục tiêu năm 2025 đang bàn; hiện nay tỉnh có 15 xã đạt chuẩn nông thôn mới.').modality).toBe('fact')
  expect(read('Mục tiêu đến năm 2025: có 15 xã đạt chuẩn nông thôn mới; 2 xã nâng cao.').modality).toBe('plan')
})

test('level, what was added, and both ends of a change are told apart', () => {
  const change = (text: string) => read(text).change
  expect(change('Năm 2020, tỉnh có thêm 3 xã đạt chuẩn nông thôn mới.')).toBe('added')
  expect(change('Số xã đạt chuẩn nông thôn mới tăng 6 xã.')).toBe('difference')
  expect(change('Số xã đạt chuẩn nông thôn mới giảm từ 23 xã xuống còn 15 xã.')).toBe('from')
})

test('places are named with or without their word, and those nobody knows are elsewhere or nowhere', () => {
  const where = (text: string) => read(text).where[0]
  expect(where('Na Rì có 15 xã đạt chuẩn nông thôn mới.')).toMatchObject({ kind: 'named', places: [{ kind: null, name: 'na rì' }] })
  expect(where('Huyện Hóc Môn có 2 xã đạt chuẩn nông thôn mới.')).toMatchObject({ places: [{ kind: 'huyện', name: 'hóc môn' }] })
  expect(where('Cả nước có 15 xã đạt chuẩn nông thôn mới.')).toEqual({ kind: 'elsewhere' })
})

test('words that say what is counted are taken from the clause a number hangs on', () => {
  const parsed = readText('Từ năm 2016 đến nay, toàn tỉnh có 184 tập thể và 284 cá nhân tiêu biểu trong học tập và làm theo Bác.')
  const claims = [...readClaims(parsed, candidatesIn(parsed), names, '2021-02-19').values()]
  expect(claims.map(read => [read?.claim.quantity.text, read?.claim.unread, read?.claim.when])).toEqual([
    ['184 tập thể', [], { kind: 'within', from: '2016-01-01', to: '2021-02-19' }],
    ['284 cá nhân', [], { kind: 'within', from: '2016-01-01', to: '2021-02-19' }],
  ])
})

test('the line above a list, and the heading of a section of plans, govern what stands below', () => {
  const said = (text: string) => [...readAll(text).values()].map(claim => claim?.claim.modality)
  expect(said('Mục tiêu đến năm 2025:\n- 15 xã đạt chuẩn nông thôn mới.\n- 2 xã đạt chuẩn nông thôn mới nâng cao.')).toEqual([
    'plan',
    'plan',
  ])
  expect(said('II. PHƯƠNG HƯỚNG, NHIỆM VỤ\nToàn tỉnh có 15 xã đạt chuẩn nông thôn mới.\nĐến nay, có 2 xã nông thôn mới nâng cao.')).toEqual(
    ['plan', 'fact'],
  )
  expect(said('I. KẾT QUẢ\nToàn tỉnh có 15 xã đạt chuẩn nông thôn mới.')).toEqual(['fact'])
})

function readAll(text: string) {
  const parsed = readText(text)
  return readClaims(parsed, candidatesIn(parsed), names, '2021-02-19')
}
