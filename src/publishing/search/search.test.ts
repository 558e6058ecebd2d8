import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { done } from '../../basis/shared/outcome.ts'
import { didYouMean, dropText, keepText, type PublicText, rankTexts, readFound } from './index.ts'

const world = withDatabase('empty')

const texts: Record<number, [title: string, body: string]> = {
  1: ['Cán bộ nêu gương ở huyện Chợ Đồn', 'Đồng chí Nguyễn Thị Thương đi trước, làng nước theo sau.'],
  2: ['Một ngày ở thị trấn', 'Nếu gương vỡ thì thay gương khác, bà con Bằng Lũng nói vậy. Con chó sủa, con chim chích chòe hót.'],
  3: ['Đường về bản', 'Năm năm thực hiện Chỉ thị số 05-CT/TW, tỉnh Bắc Kạn có 23 xã NTM.'],
  4: ['Ðường hoa', 'Chữ Đ ở tên bài này là chữ khác, U+00D0; ho\u00e0 thuận.'.normalize('NFD')],
  5: ['Xã đạt chuẩn năm 2020', 'Thêm sáu xã được công nhận.'],
  6: ['Chuẩn bị cho năm 2020', 'Xã nào cũng họp; đạt hay chưa thì đợi công bố.'],
}

const textOf = (number: number, more: Partial<PublicText> = {}): PublicText => {
  const [title, body] = texts[number]!
  return {
    kind: 'article',
    number,
    lang: 'vi',
    day: `2021-02-0${number}`,
    labels: [`section:${number % 2 ? 'a' : 'b'}`],
    title,
    body,
    ...more,
  }
}

beforeAll(async () => {
  await world.changeAsOwner(async tx => {
    for (const number of Object.keys(texts).map(Number)) await keepText(tx, textOf(number))
    return done(null)
  })
})

const everything = { lang: 'vi', kind: null, since: null, until: null, labels: [], among: null } as const
const rank = async (words: string, filters = {}) => (await rankTexts(world.db, { ...everything, words, ...filters })).ranked
const found = async (words: string, filters = {}) => (await rank(words, filters)).map(({ number }) => number)

test('what is typed without marks is found as it is written', async () => {
  const firsts = {
    nguyen: 1,
    thuong: 1,
    huyen: 1,
    'bang lung': 2,
    'cho don': 1,
    'duong ve': 3,
    'bac kan': 3,
    ntm: 3,
    'chi thi 05': 3,
    '05-CT/TW': 3,
  }
  for (const [words, first] of Object.entries(firsts)) expect([words, (await found(words))[0]]).toEqual([words, first])
  expect((await found('duong')).toSorted()).toEqual([3, 4])
  expect(await found('hòa thuận')).toEqual([4])
  expect((await found('neu guong')).toSorted()).toEqual([1, 2])
})

test('where tones are typed they separate', async () => {
  expect((await found('nêu gương'))[0]).toBe(1)
  expect((await found('nếu gương'))[0]).toBe(2)
  expect((await rank('chó sủa'))[0]).toMatchObject({ number: 2, is_phrase: true })
})

test('cases of others: small letters or capitals, marks or none, and no word is cut in two or joined by its letters', async () => {
  const sunscreen = { 21: 'xịt chống nắng', 22: 'Xịt chống nắng', 23: 'XỊT CHỐNG NẮNG', 24: 'xit chong nang' }
  const roads = { 31: 'Đường liên xã', 32: 'Dương Phố', 33: 'Đương Dương' }
  const others = { 41: 'Ðà Lạt', 42: 'Công Nghệ Thông Tin Việt Nam', 43: 'công nghệ thông tin việt nam' }
  const all = Object.entries({ ...sunscreen, ...roads, ...others }).map(([number, title]) => ({ number: Number(number), title }))
  const put = (keep: boolean) =>
    world.changeAsOwner(async tx => {
      for (const { number, title } of all)
        await (keep ? keepText(tx, { ...textOf(1), number, title, body: '', labels: [] }) : dropText(tx, { kind: 'article', number }))
      return done(null)
    })
  await put(true)
  try {
    // typesense 2081
    for (const words of [...Object.values(sunscreen), 'XIT CHONG NANG'])
      expect([words, (await found(words)).toSorted()]).toEqual([words, [21, 22, 23, 24]])
    // carmen 611: of marks that were typed those texts come first that bear them; without, all are alike
    expect((await found('đường liên xã'))[0]).toBe(31)
    expect((await found('dương phố'))[0]).toBe(32)
    expect((await found('duong')).filter(number => number > 30).toSorted()).toEqual([31, 32, 33])
    const with_marks = (await found('dương')).filter(number => number > 30)
    expect([with_marks.slice(0, 2).toSorted(), with_marks[2]]).toEqual([[32, 33], 31])
    // charabia 257
    for (const words of ['Đà Lạt', 'Ðà Lạt', 'ðà lạt', 'da lat']) expect([words, await found(words)]).toEqual([words, [41]])
    // elasticsearch-analysis-vietnamese 53
    for (const words of ['công nghệ', 'nghệ thông', 'VIỆT NAM', 'tin viet'])
      expect([words, (await found(words)).slice(0, 2).toSorted()]).toEqual([words, [42, 43]])
  } finally {
    await put(false)
  }
})

test('the whole question as it was typed comes first; where no text holds all of it, most of it', async () => {
  expect((await rank('xa dat chuan')).slice(0, 2)).toMatchObject([
    { number: 5, is_phrase: true },
    { number: 6, is_phrase: false },
  ])
  expect((await found('xã đạt chuẩn ở Chợ Đồn')).slice(0, 2).toSorted()).toEqual([1, 5])
})

test('a search is narrowed by kind, day and what a text is filed under', async () => {
  expect(await found('2020', { since: '2021-02-06' })).toEqual([6])
  expect(await found('2020', { until: '2021-02-05' })).toEqual([5])
  expect(await found('2020', { labels: ['section:a'] })).toEqual([5])
  expect(await found('2020', { kind: 'document' })).toEqual([])
})

test('of words that far more texts hold than are ranked the newest are looked at, and titles wherever they stand', async () => {
  const many = 13_000
  const held = await world.owner.query('select texts from search_collection where lang = $1', ['vi'])
  try {
    await world.owner.query(
      `insert into search_text (kind, number, lang, day, title, body, syllables, words, method)
       select 'article', n, 'vi', '2022-01-01', '', 'lúa ngô', 2, (case n when 101 then $$'lua':1A 'ngo':2A$$ else $$'lua':1 'ngo':2$$ end)::tsvector, 1
         from generate_series(101, $1 + 100) n`,
      [many],
    )
    await world.owner.query(
      `insert into search_syllable (lang, syllable, plain, written, texts) values ('vi', 'lua', 'lua', 'lua', $1), ('vi', 'ngo', 'ngo', 'ngo', $1)`,
      [many],
    )
    await world.owner.query(`update search_collection set texts = texts + $1 where lang = 'vi'`, [many])
    const { ranked, is_more } = await rankTexts(world.db, { ...everything, words: 'lúa ngô' })
    const numbers = ranked.map(({ number }) => number)
    expect([is_more, numbers[0], Math.min(...numbers.slice(1)) > 4096]).toEqual([true, 101, true])
  } finally {
    await world.owner.query(`delete from search_text where number > 100`)
    await world.owner.query(`delete from search_syllable where syllable in ('lua', 'ngo')`)
    await world.owner.query(`update search_collection set texts = $1 where lang = 'vi'`, [held.rows[0].texts])
  }
})

test('a slip is mended from the words of our own texts, with their marks', async () => {
  const meant = async (words: string) => didYouMean(world.db, (await rankTexts(world.db, { ...everything, words })).question)
  expect(await meant('duongg hoa')).toBe('đường hoa')
  expect(await meant('nếu guogn')).toBe('nếu gương')
  expect(await meant('guogn neu')).toBe('gương neu')
  expect(await meant('nguyenn')).toBe('nguyễn')
  expect(await meant('nêu gương')).toBe(null)
  expect(await meant('xyzxyz')).toBe(null)
})

test('signs of SQL and of tsquery, and what is no word, are an answer like any other', async () => {
  const odd = [
    `' | '' & ! <-> :*`,
    `\\`,
    `'; drop table search_text; --`,
    '\u0301\u0301',
    'a'.repeat(10_000),
    'và của là ở',
    '"',
    '%_',
    '\ud800x',
  ]
  for (const words of odd) expect([words.slice(0, 9), Array.isArray(await rank(words))]).toEqual([words.slice(0, 9), true])
  expect((await rank('x '.repeat(5000))).length).toBe(0)
})

test('what is changed or taken out is not found as it was, and no syllable is counted that no text holds', async () => {
  const inChange = (work: Parameters<typeof world.changeAsOwner<null>>[0]) => world.changeAsOwner(work)
  await inChange(async tx => {
    await keepText(tx, textOf(5, { title: 'Tên mới' }))
    await keepText(
      tx,
      textOf(1, { lang: 'en', title: 'Leading by example', body: Array.from({ length: 20_000 }, (_, i) => `w${i}`).join(' ') }),
    )
    return done(null)
  })
  expect(await found('chuan')).toEqual([6])
  expect((await readFound(world.db, 'vi', await rank('ten moi')))[0]!.title).toBe('Tên mới')
  await inChange(async tx => {
    for (const number of Object.keys(texts).map(Number)) await dropText(tx, { kind: 'article', number })
    return done(null)
  })
  expect(await found('xa')).toEqual([])
  const { rows } = await world.owner.query(
    'select (select count(*) from search_syllable where texts > 0) as syllables, (select sum(texts + syllables) from search_collection) as held',
  )
  expect(rows).toEqual([{ syllables: 0, held: '0' }])
})
