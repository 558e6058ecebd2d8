import { expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import type { Reads } from '../../platform/database/index.ts'
import { answerFigure, openFigureMemory, rememberedFigures } from '../figure/index.ts'
import type { CheckedQuantity } from './check.ts'
import { checkText } from './check-text.ts'
import scene from './judge/scene.txt?raw'

/** The scene of 19/02/2021 in a text of our own, against the demo province as it is known today. */
const world = withDatabase('demo')
const now = new Date('2026-11-24T05:00:00Z')

async function check(text: string, valid_as_of?: string): Promise<CheckedQuantity[]> {
  return (await checkText(world.db, { text, valid_as_of, now })).quantities
}

const claims = async (text: string, valid_as_of?: string) =>
  (await check(text, valid_as_of))
    .filter(({ verdict }) => verdict !== null)
    .map(({ text, figure, verdict, should_be }) => [text, figure, verdict, should_be])

test('every claim of the article of 19/02/2021 is found, matched to its figure and holds', async () => {
  expect(await claims(scene)).toEqual([
    ['năm thứ 5', 'F23', 'holds', null],
    ['100%', 'F1', 'holds', null],
    ['2 - 3 việc', 'F3', 'holds', null],
    ['hàng trăm tập thể, cá nhân', 'F11', 'holds', null],
    ['đang hoàn tất các điều kiện để thành phố Bắc Kạn được công nhận đạt chuẩn nông thôn mới', 'F20', 'holds', null],
    ['23 xã', 'F15', 'holds', null],
    ['15 xã', 'F16', 'holds', null],
    ['02 xã', 'F17', 'holds', null],
  ])
})

test('a calendar year holds parts of two years of the programme, and either is right; a period that is over holds several', async () => {
  const of_2026 = async (text: string) => (await claims(text, '2026-11-24')).map(([, ...rest]) => rest)
  expect(await of_2026('Năm 2021 là năm thứ 5 thực hiện Chỉ thị 05-CT/TW.')).toEqual([['F23', 'holds', null]])
  expect(await of_2026('Năm 2021 là năm thứ 6 thực hiện Chỉ thị 05-CT/TW.')).toEqual([['F23', 'holds', null]])
  expect(await of_2026('Năm 2021 là năm thứ 11 thực hiện Chỉ thị 05-CT/TW.')).toEqual([['F23', 'differs', 'năm thứ 6']])
  expect(await of_2026('Giai đoạn 2016-2020 là năm thứ 5 thực hiện Chỉ thị 05-CT/TW.')).toEqual([[null, 'unsure', null]])
  expect(await of_2026('Đến ngày 19/02/2021 là năm thứ 5 thực hiện Chỉ thị 05-CT/TW.')).toEqual([['F23', 'holds', null]])
  expect(await of_2026('Hết năm 2020 là năm thứ 11 thực hiện Chỉ thị 05-CT/TW.')).toEqual([['F23', 'differs', 'năm thứ 5']])
  // The day of this text is the last of the year that it speaks of.
  expect(await claims('Năm 2021 là năm thứ 5 thực hiện Chỉ thị 05-CT/TW.')).toEqual([['năm thứ 5', 'F23', 'holds', null]])
})

test('what is no claim is not called one: dates, documents, a saying', async () => {
  const others = (await check(scene)).filter(({ verdict }) => verdict === null)
  expect(others.map(({ kind, text }) => [kind, text])).toEqual([
    ['date', '19/02/2021'],
    ['document', 'Chỉ thị số 05-CT/TW'],
    ['date', 'ngày 15/5/2016'],
    ['quotation', 'Một trăm lời'],
    ['date', 'Từ năm 2016 đến nay'],
    ['date', 'giai đoạn 2015-2020'],
  ])
})

test('a copy with other numbers is told what should stand, written as the text writes', async () => {
  const changed = scene
    .replace('23 xã', '24 xã')
    .replace('15 xã', 'mười sáu xã')
    .replace('02 xã', '03 xã')
    .replace('100%', '99 %')
    .replace('2 - 3 việc', '3 - 5 việc')
    .replace('hàng trăm', 'hàng chục')
    .replace('năm thứ 5', 'năm thứ sáu')
  expect((await claims(changed)).filter(([, , verdict]) => verdict !== 'holds')).toEqual([
    ['năm thứ sáu', 'F23', 'differs', 'năm thứ năm'],
    ['99 %', 'F1', 'differs', '100 %'],
    ['3 - 5 việc', 'F3', 'differs', '2 - 3 việc'],
    ['hàng chục tập thể, cá nhân', 'F11', 'differs', 'hàng trăm tập thể, cá nhân'],
    ['24 xã', 'F15', 'differs', '23 xã'],
    ['mười sáu xã', 'F16', 'differs', 'mười lăm xã'],
    ['03 xã', 'F17', 'differs', '02 xã'],
  ])
})

test('the answer says with which parameters it was asked, and by which day', async () => {
  const found = (await check(scene)).find(({ text }) => text === '23 xã')!
  expect(found).toMatchObject({
    figure: 'F15',
    register_value: 23,
    parameters: { unit: 'tinh-bac-kan', valid_as_of: '2021-02-19', from: '2015-01-01', to: '2020-12-31', map: 'as-was' },
    period: { from: '2015-01-01', to: '2020-12-31' },
  })
})

test('the day asked for outweighs the date line; without either it is the latest day the text speaks of, else today', async () => {
  const dated = (text: string, valid_as_of?: string) =>
    checkText(world.db, { text, valid_as_of, now }).then(({ date, dated_by }) => [date, dated_by])
  expect(await dated(scene)).toEqual(['2021-02-19', 'text'])
  expect(await dated(scene, '2022-12-31')).toEqual(['2022-12-31', 'asked'])
  expect(await dated('Toàn tỉnh có 23 xã.')).toEqual(['2026-11-24', 'today'])
  expect(await dated('Toàn tỉnh có 15 xã vào ngày 19/02/2021, năm 2019 có 20 xã.')).toEqual(['2021-02-19', 'spoken'])
})

test('a text that opens with its day is of that day; a plan, a document and a day that is none tell nothing of it', async () => {
  const openings = [
    'Ngày 19/02/2021, toàn tỉnh có 15 xã đạt chuẩn nông thôn mới.',
    'Bắc Kạn, sáng ngày 19 tháng 2 năm 2021, Tỉnh ủy tổng kết giai đoạn 2016-2020.',
    'Ngày 19/02/2021, toàn tỉnh có 15 xã; phấn đấu đến năm 2025 có thêm.',
    'Ngày 31/02/2021, toàn tỉnh có 15 xã.',
    'Toàn tỉnh có 15 xã vào ngày 19/02/2021.',
    'Thực hiện Chỉ thị 05-CT/TW ngày 15/5/2016, toàn tỉnh có 15 xã.',
  ]
  const dates = await Promise.all(openings.map(text => checkText(world.db, { text, now }).then(({ date }) => date)))
  expect(dates).toEqual(['2021-02-19', '2021-02-19', '2021-02-19', '2026-11-24', '2021-02-19', '2026-11-24'])
})

test('a first sentence that is a day and nothing else is the date line, whatever years follow', async () => {
  const text = '19/02/2021. Toàn tỉnh có 15 xã đạt chuẩn nông thôn mới, phấn đấu đến năm 2025 thêm 20 xã.'
  const { date, dated_by, quantities } = await checkText(world.db, { text, now })
  expect([date, dated_by]).toEqual(['2021-02-19', 'text'])
  expect(quantities.filter(q => q.kind === 'claim').map(({ text, verdict }) => [text, verdict])).toEqual([
    ['15 xã', 'holds'],
    ['20 xã', 'unsure'],
  ])
})

test('the words that say what is counted are not those of the next place, nor of another clause', async () => {
  const text =
    'Huyện Chợ Mới có 2 xã đạt chuẩn nông thôn mới, huyện Bạch Thông có một xã nông thôn mới nâng cao. Toàn tỉnh chưa có xã nông thôn mới kiểu mẫu; số xã nâng cao là 2.'
  expect((await claims(text, '2021-02-19')).map(([text, figure, verdict]) => [text, figure, verdict])).toEqual([
    ['2 xã', 'F16', 'holds'],
    ['một xã', 'F17', 'holds'],
    ['2', 'F17', 'holds'],
  ])
})

test('years in brackets belong to the words before them, and so to what follows', async () => {
  const given = await check('Năm năm qua (2016 - 2020), nhân dân toàn tỉnh đã đóng góp 1 ngày công.', '2021-02-19')
  expect(given.find(({ figure }) => figure === 'F13')?.parameters).toMatchObject({ from: '2016-01-01', to: '2020-12-31' })
})

const counted = async (figure: 'F12' | 'F14') => {
  const answer = await answerFigure(world.db, figure, { unit: 'tinh-bac-kan', valid_as_of: '2021-02-19' }, now)
  if (!answer.ok || answer.value.value.kind !== 'count') throw new Error(figure)
  return answer.value.value.count
}

test('households that gave are asked for together: which of them gave land, or for one work, is not told', async () => {
  const n = await counted('F14')
  expect(n).toBeGreaterThan(9)
  const verdicts = async (said: string) => (await claims(`Từ năm 2016 đến nay, ${said}.`, '2021-02-19')).map(found => found.slice(1, 3))
  expect(await verdicts(`toàn tỉnh có ${n} hộ tham gia đóng góp xây dựng nông thôn mới`)).toEqual([['F14', 'holds']])
  expect(await verdicts(`toàn tỉnh đã có ${n} hộ dân đóng góp`)).toEqual([['F14', 'holds']])
  expect(await verdicts(`toàn tỉnh đã có ${n + 1} hộ gia đình tự nguyện đóng góp`)).toEqual([['F14', 'differs']])
  for (const said of [
    'đóng góp đất',
    'nghèo đóng góp',
    'hội viên phụ nữ đóng góp',
    'đóng góp làm nhà văn hóa',
    'tham gia',
    'chưa đóng góp',
  ])
    expect((await verdicts(`toàn tỉnh có ${n} hộ ${said}`)).filter(([, verdict]) => verdict === 'holds' || verdict === 'differs')).toEqual(
      [],
    )
  expect((await verdicts(`có ${n} hộ đóng góp`)).map(([, verdict]) => verdict)).toEqual(['unsure'])
})

test('models of following Uncle Ho are asked for where they operate; others, and those of a year, are not told', async () => {
  const n = await counted('F12')
  expect(n).toBeGreaterThan(0)
  const verdicts = async (said: string) => (await claims(`${said}.`, '2021-02-19')).map(found => found.slice(1, 3))
  expect(await verdicts(`Toàn tỉnh hiện có ${n} mô hình học tập và làm theo Bác đang hoạt động`)).toEqual([['F12', 'holds']])
  expect(await verdicts(`Đến nay, toàn tỉnh có ${n + 1} mô hình làm theo Bác đang được duy trì`)).toEqual([['F12', 'differs']])
  for (const said of [
    `Toàn tỉnh hiện có ${n} mô hình học tập và làm theo Bác`,
    `Toàn tỉnh hiện có ${n} mô hình dân vận khéo đang hoạt động`,
    `Năm 2020, toàn tỉnh có ${n} mô hình làm theo Bác đang hoạt động`,
    `Toàn tỉnh hiện có ${n} mô hình làm theo Bác đang hoạt động hiệu quả trong trường học`,
  ])
    expect((await verdicts(said)).filter(([, verdict]) => verdict === 'holds' || verdict === 'differs')).toEqual([])
})

test('deeds that were done are counted where the deed is named in two parts, and those that were chosen where each is said to have chosen', async () => {
  const text = 'Năm 2020 toàn tỉnh hoàn thành 1 việc làm theo đã đăng ký. Mỗi người chọn 2 - 3 việc trong bản cam kết.'
  expect((await claims(text, '2021-02-19')).map(([text, figure, verdict]) => [text, figure, verdict])).toEqual([
    ['1 việc', 'F5', 'differs'],
    ['2 - 3 việc', 'F3', 'holds'],
  ])
})

test('where the register has none, none is what should stand: never «00»', async () => {
  const text = 'Huyện Pác Nặm có 03 xã đạt chuẩn nông thôn mới nâng cao.'
  expect(await claims(text, '2021-02-19')).toEqual([['03 xã', 'F17', 'differs', '0 xã']])
})

test('a later day has more communes, fewer units and a recognised city', async () => {
  const text =
    'Toàn tỉnh có 20/95 xã đạt chuẩn nông thôn mới. Thành phố Bắc Kạn đã được công nhận hoàn thành nhiệm vụ xây dựng nông thôn mới. Cả tỉnh có 108 đơn vị hành chính cấp xã, gồm 95 xã, 06 phường và 07 thị trấn.'
  expect(await claims(text, '2023-06-01')).toEqual([
    ['20/95 xã', 'F18', 'holds', null],
    ['Thành phố Bắc Kạn đã được công nhận hoàn thành nhiệm vụ xây dựng nông thôn mới', 'F20', 'holds', null],
    ['108 đơn vị hành chính', 'F21', 'holds', null],
    ['95 xã', 'F21', 'holds', null],
    ['06 phường', 'F21', 'holds', null],
    ['07 thị trấn', 'F21', 'holds', null],
  ])
})

test('a place is the unit of that day; a commune named beside a number of communes is an example', async () => {
  const text =
    'Đến nay, huyện Ba Bể có 3 xã đạt chuẩn nông thôn mới, trong đó có xã Khang Ninh. Huyện Bạch Long có 3 xã đạt chuẩn nông thôn mới.'
  expect(await claims(text, '2021-02-19')).toEqual([
    ['3 xã', 'F16', 'holds', null],
    ['3 xã', null, 'not-in-register', null],
  ])
})

test('plans, changes and one household are no claims that are judged', async () => {
  const text = `Tỉnh phấn đấu có 30 xã đạt chuẩn nông thôn mới. Số xã đạt chuẩn nông thôn mới tăng 6 xã.
Gia đình ông Thắng hiến 500 m2 đất cùng bà con làm đường.`
  expect(await claims(text, '2021-02-19')).toEqual([
    ['30 xã', 'F16', 'unsure', null],
    ['6 xã', null, 'unsure', null],
    ['500 m2', null, 'unsure', null],
  ])
})

test('how many more or fewer there are than at another time is asked of both', async () => {
  const text =
    'So với cuối năm 2018, số xã đạt chuẩn nông thôn mới của tỉnh tăng 6 xã. Số xã đạt chuẩn nông thôn mới của tỉnh giảm 6 xã so với cuối năm 2018.'
  const found = (await check(text, '2019-12-31')).filter(({ kind }) => kind === 'claim')
  expect(found.map(({ text, figure, verdict, register_value }) => [text, figure, verdict, register_value])).toEqual([
    ['6 xã', 'F16', 'holds', 6],
    ['6 xã', null, 'unsure', null],
  ])
  expect(found[0]!.slots!.when).toEqual({ from: '2018-12-31', to: '2019-12-31' })
  expect(await claims('So với năm 2019, số xã của tỉnh giảm 13 xã.', '2020-12-31')).toEqual([['13 xã', 'F21', 'differs', '14 xã']])
})

test('bounds are honoured: more than, nearly, at least', async () => {
  const text =
    'Toàn tỉnh có trên 14 xã đạt chuẩn nông thôn mới. Toàn tỉnh có gần 16 xã đạt chuẩn nông thôn mới. Toàn tỉnh có trên 15 xã đạt chuẩn nông thôn mới. Toàn tỉnh có ít nhất 15 xã đạt chuẩn nông thôn mới.'
  expect((await claims(text, '2021-02-19')).map(([text, , verdict, should_be]) => [text, verdict, should_be])).toEqual([
    ['trên 14 xã', 'holds', null],
    ['gần 16 xã', 'holds', null],
    ['trên 15 xã', 'differs', '15 xã'],
    ['ít nhất 15 xã', 'holds', null],
  ])
})

test('a saved page and a text in old letters are judged as well, with the places of the input', async () => {
  const page = '<p>Toàn tỉnh có <b>15</b> xã đạt chuẩn nông thôn mới.</p>'
  const { quantities } = await checkText(world.db, { text: page, format: 'html', valid_as_of: '2021-02-19', now })
  expect(quantities.map(({ text, start, end, verdict }) => [text, page.slice(start, end), verdict])).toEqual([
    ['15 xã', '15</b> xã', 'holds'],
  ])
  const old = 'Toaøn tænh coù 15 xaõ ñaït chuaån noâng thoân môùi.'
  const check = await checkText(world.db, { text: old, valid_as_of: '2021-02-19', now })
  expect([check.legacy, ...check.quantities.map(({ text, start, end, verdict }) => [text, old.slice(start, end), verdict])]).toEqual([
    'VNI',
    ['15 xã', '15 xaõ', 'holds'],
  ])
})

test('the map and the figures are read once for many texts, until a row behind them is written', async () => {
  const today = new Date()
  const memory = openFigureMemory()
  for (const kept of Object.values(memory)) kept.open()
  let asked = 0
  const counted = {
    executeQuery: (query: Parameters<Reads['executeQuery']>[0]) => {
      asked += 1
      return world.db.executeQuery(query)
    },
  } as Reads
  const verdicts = async () => {
    asked = 0
    const { reads, ask } = rememberedFigures(counted, memory, today)
    const { quantities } = await checkText(reads, { text: scene, now: today, ask })
    return [asked > 0, quantities.filter(({ verdict }) => verdict === 'holds').length]
  }
  expect([await verdicts(), await verdicts()]).toEqual([
    [true, 8],
    [false, 8],
  ])
  memory.reads.purge(['placement'])
  expect(await verdicts()).toEqual([true, 8])
})

test('what is told of a hundred, of so many years, and of a commune on average, is judged, and its correction holds', async () => {
  const day = '2021-12-31'
  const said: [text: string, claim: [string, string | null, string, string | null]][] = [
    ['Cứ 100 xã của huyện Ba Bể thì có 30 xã đạt chuẩn nông thôn mới.', ['30 xã', 'F18', 'differs', '21 xã']],
    ['Bình quân mỗi xã của huyện Ba Bể đạt 17,8 tiêu chí nông thôn mới.', ['17,8 tiêu chí', 'F19', 'differs', '7,8 tiêu chí']],
    ['Huyện Ba Bể đạt bình quân 8 tiêu chí/xã về nông thôn mới.', ['8 tiêu chí/xã', 'F19', 'holds', null]],
  ]
  for (const [text, claim] of said) {
    expect(await claims(text, day)).toEqual([claim])
    const [wrong, , , right] = claim
    if (right) expect((await claims(text.replace(wrong, right), day)).map(([, , verdict]) => verdict)).toEqual(['holds'])
  }
  const given = (years: number) => claims(`Trong ${years} năm qua, nhân dân toàn tỉnh hiến 365.640 m2 đất.`, '2021-02-19')
  expect([...(await given(5)), ...(await given(15))].map(([, , verdict]) => verdict)).toEqual(['holds', 'unsure'])
})
