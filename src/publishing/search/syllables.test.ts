import { expect, test } from 'vitest'
import { extractOf, markAsked } from './extract.ts'
import { oneSlipFrom } from './slips.ts'
import { most_syllables, syllablesOf, vectorOf } from './syllables.ts'

const plain = (text: string) => syllablesOf(text).map(one => one.plain)
const marked = (text: string) => syllablesOf(text).map(one => one.marked)

test('letters are the same however they are encoded, and wherever a tone is put', () => {
  for (const [one, other] of [
    ['ho\u00e0', 'hòa'],
    ['tuỵnh', 'tụynh'],
    ['thuỵ', 'thụy'],
    ['việt', 'vịêt'],
    ['thuyến', 'thuýên'],
    ['Đảng', 'Ðảng'],
    ['đường', 'ðường'],
    ['Nguyễn', 'Nguyễn'.normalize('NFD')],
    ['ỦY', 'u\u1ef7'],
  ])
    expect(marked(one!)).toEqual(marked(other!))
  expect(plain('Ðường Đồng, ðất')).toEqual(['duong', 'dong', 'dat'])
})

test('tones tell words apart that are alike without them', () => {
  expect(plain('nêu nếu')).toEqual(['neu', 'neu'])
  expect(new Set(marked('nêu nếu neu')).size).toBe(3)
  expect(marked('chó')).not.toEqual(marked('chòe'))
})

test('numbers, numbers of documents and persons', () => {
  expect(plain('05-CT/TW, 1.842 hộ; 98,99% ngày 01/02/2020')).toEqual(['05', 'ct', 'tw', '1842', 'ho', '98,99', 'ngay', '01', '02', '2020'])
  expect(plain('{@12} và 4G')).toEqual(['va', '4g'])
})

test('of a text without end its beginning is cut, and what no text holds is nothing', () => {
  const endless = Array.from({ length: 1_000_000 }, (_, i) => `w${i}`).join(' ')
  expect(syllablesOf(endless)).toHaveLength(most_syllables)
  for (const nothing of ['', '\u0301\u0323', '«»—!?', '\ud800', '\u0000']) expect(plain(nothing)).toEqual([])
  expect(vectorOf(syllablesOf("nó's \\"), [])).toBe(`'no':1A 'nó':1A 's':2A`.replace('nó', marked('nó')[0]!))
})

test('what was asked is marked as it is written, in the stretch that holds most of it', () => {
  const asked = new Set(['duong', 'ban'])
  expect(markAsked('Đường về BẢN', asked)).toEqual([
    { words: 'Đường', is_asked: true },
    { words: ' về ', is_asked: false },
    { words: 'BẢN', is_asked: true },
  ])
  const text = `${'Một câu khác. '.repeat(60)}Con đường mới về bản.${' Còn nữa.'.repeat(60)}`
  const extract = extractOf(text, asked)
  expect(extract.filter(one => one.is_asked).map(one => one.words)).toEqual(['đường', 'bản'])
  expect([extract[0]!.words, extract.at(-1)!.words]).toEqual(['…', '…'])
  const decomposed = 'đường'.normalize('NFD')
  expect(markAsked(decomposed, asked)).toEqual([{ words: decomposed, is_asked: true }])
})

test('cases of others: what is marked are the words that were asked, to their last letter, whatever stands around them', () => {
  const markedIn = (text: string, words: string) => markAsked(text, new Set(plain(words))).flatMap(one => (one.is_asked ? [one.words] : []))
  // elasticsearch-analysis-vietnamese 12, 28, 98
  expect(markedIn('Gửi tin nhắn, chữ bị mất dấu hoặc mất chữ. Chẳng hạn chữ “ôm”…', 'chữ')).toEqual(['chữ', 'chữ', 'chữ'])
  expect(markedIn('x\n\ny  không  gian,không gian', 'không gian')).toEqual(['không', 'gian', 'không', 'gian'])
  expect(markedIn('<p>đỗ đại học</p>', 'dai hoc')).toEqual(['đại', 'học'])
  // meilisearch 1173, 956, 1368
  expect(markedIn('Vývoj', 'vývoj')).toEqual(['Vývoj'])
  expect(markedIn('גלידת ווניל', 'גלידת')).toEqual(['גלידת'])
  expect(markedIn('ӰӂӃ ӄӅӆ', 'ӰӂӃ')).toEqual(['ӰӂӃ'])
  expect(markedIn('Tin 💼 hay: ﬁ İ ß, đường 💼 mới', 'duong moi')).toEqual(['đường', 'mới'])
})

test('a slip is one letter too many, too few, another, or two the wrong way round', () => {
  expect(['guong', 'gung', 'guogn', 'guonng', 'huong'].filter(word => !oneSlipFrom(word).includes('guong'))).toEqual(['guong'])
  expect(oneSlipFrom('a'.repeat(10_000))).toEqual([])
})
