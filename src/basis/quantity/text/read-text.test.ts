import { expect, test } from 'vitest'
import { readText } from './read-text.ts'

test('a saved page is read as a reader sees it: no script, no title, cells apart, entities as letters', () => {
  const page = `<html><head><title>99 xã</title></head><body><p>19/02/2021</p><script>let n = 5</script>
<p>Có <b>23</b> x&atilde; v&#7873; đích 😀 và 1.200 m<sup>2</sup> đất.</p>
<table><tr><th>Xã</th><th>Hộ nghèo</th></tr><tr><td>Bằng Thành</td><td>412</td></tr></table></body></html>`
  const { date, quantities } = readText(page, 'html')
  const characters = [...page]
  expect(date).toBe('2021-02-19')
  expect(quantities.map(({ kind, text, start, end, counts }) => [kind, text, characters.slice(start, end).join(''), counts])).toEqual([
    ['date', '19/02/2021', '19/02/2021', null],
    ['claim', '23 xã', '23</b> x&atilde;', 'xã'],
    ['claim', '1.200 m2', '1.200 m<sup>2', 'đất'],
    ['claim', '412', '412', 'hộ nghèo'],
  ])
})

test('letters older than Unicode are repaired, and the places are those of the input', () => {
  const expected = ['23 xã', 'hơn 1.200 ngày công']
  const tcvn3 = 'Toµn tØnh cã 23 x· ®¹t chuÈn n«ng th«n míi, hiÕn h¬n 1.200 ngµy c«ng, ®\u00ad\u00aeîc khen.'
  const vni = 'Toaøn tænh coù 23 xaõ ñaït chuaån noâng thoân môùi, hieán hôn 1.200 ngaøy coâng, ñöôïc khen.'
  const read = [tcvn3, vni].map(input => ({ input, ...readText(input) }))
  expect(read.map(({ legacy, quantities }) => [legacy, ...quantities.map(({ text }) => text)])).toEqual([
    ['TCVN3', ...expected],
    ['VNI', ...expected],
  ])
  expect(read.map(({ input, quantities: [first] }) => input.slice(first!.start, first!.end))).toEqual(['23 x·', '23 xaõ'])
})

test('French, Spanish and plain Latin are left as they are', () => {
  const texts = ['café déjà vu 23 xã señor naïve', 'El niño comió 23 piñas más allá', 'Có 23 xã.', 'Ba 23 xa dat chuan']
  expect(texts.map(text => readText(text).legacy)).toEqual([null, null, null, null])
})

test('signs of money and degrees beside digits are no old letters, however many there are', () => {
  const texts = ['£12.30, £000.00, £9', 'trước ¥12.30 và sau ¥7, ¥8', '30°, 31°, 32°, 33°', '§3 §4 §5']
  expect(texts.map(text => readText(text).legacy)).toEqual([null, null, null, null])
})

test('an emoji counts as one character', () => {
  const text = '😀😀 có 23 xã'
  const [found] = readText(text).quantities
  expect([found!.start, found!.end]).toEqual([6, 11])
})

test('a place of the text as read is found again in the input', () => {
  const page = '<p>a &amp; b</p><p>23 xã</p>'
  const { text, placeOf } = readText(page, 'html')
  const start = text.indexOf('23')
  const place = placeOf({ start, end: start + 5 })
  expect(page.slice(place.start, place.end)).toBe('23 xã')
})

test('a text is dated by the day it opens with, behind a place, a paper or a part of the day', () => {
  const openings = [
    'Ngày 19/02/2021. Toàn tỉnh có 15 xã.',
    'Bắc Kạn, 19/02/2021 - Toàn tỉnh có 15 xã.',
    '(BKO) - Sáng 19/02/2021, Tỉnh ủy họp.',
    'Toàn tỉnh có 15 xã, tính đến 19/02/2021.',
  ]
  expect(openings.map(text => readText(text).date)).toEqual(['2021-02-19', '2021-02-19', '2021-02-19', null])
})
