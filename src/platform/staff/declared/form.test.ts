import { h } from 'preact'
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { refused } from '../../../basis/shared/outcome.ts'
import { columnFields, columnsIn, optionsOfSheet, typedColumns } from '../sheet/columns.tsx'
import { exact, file } from './exact.tsx'
import { answersIn, grouped, nameOfField, problemsWith, type Typed, typedInto } from './form.ts'
import { FormAnswers, FormFields } from './form-fields.tsx'
import { choice, day, dayWithin, hidden, lines, longText, pastDay, row, select, several, text, tick, under, whole } from './kinds.tsx'
import { form_problems, noSuchDay, type ProblemWords, sayProblems } from './say-problems.ts'

const said = (vi: string) => ({ vi, en: `${vi} in English` })

/** A form with a field of each kind. */
const kinds = {
  theme: text({ label: said('Chuyên đề'), most: 12, required: 'no-theme' }),
  note: text({ label: said('Ghi chú'), hint: said('Một câu'), most: 20, rows: 3 }),
  born_on: day({ label: said('Ngày sinh'), is_optional: true }),
  from: pastDay({ label: said('Từ ngày') }),
  year: whole({ label: said('Năm'), least: 2016, most: 2100, wrong: 'no-such-year' }),
  kind: choice({ label: said('Loại'), options: [{ value: 'cadre', label: said('Cán bộ') }], wrong: 'no-kind' }),
  unit: select({ label: said('Đơn vị'), empty: said('Chọn'), wrong: 'no-unit' }),
  person_id: row({ label: said('Ai'), wrong: 'no-person' }),
  leads: tick(said('Lãnh đạo')),
  number: under(said('Văn bản'), text({ label: said('Số'), most: 9 })),
  version: hidden(),
}

const words = {
  ...form_problems,
  'no-theme': said('Nhập chuyên đề.'),
  'no-such-day': noSuchDay('1/12/2026'),
  'to-come': said('Ngày này chưa đến.'),
  'no-such-year': said('Nhập một năm.'),
  'no-kind': said('Chọn loại.'),
  'no-unit': said('Chọn đơn vị.'),
  'no-person': said('Chọn một người.'),
  'not-later': said('{label} phải sau {limit}.'),
} satisfies ProblemWords

const filled = {
  theme: ' Nói  đi\u202e ',
  note: 'a\r\nb',
  born_on: '',
  from: '1/2/2026',
  year: '2028',
  kind: 'cadre',
  unit: 'chi-bo',
  person_id: '7',
  leads: '1',
  number: '05-CT/TW',
  version: '3',
}
const at = { today: '2026-12-01' }
const wrongWith = (changes: Typed) => {
  const typed = typedInto(kinds, { ...filled, ...changes })
  return [...problemsWith(kinds, answersIn(kinds, typed), at)].map(({ code, field, limit }) =>
    [field, code, ...(limit ? [limit] : [])].join(' '),
  )
}

test('what was sent is read by the declaration: its own fields only, lines tidied, days as ISO days, numbers and marks as what they mean', () => {
  const typed = typedInto(kinds, { ...filled, key: 'k', constructor: 'x', office: 'x' })
  expect(typed).toEqual({ ...filled, theme: 'Nói đi', note: 'a b', from: '2026-02-01' })
  expect(answersIn(kinds, typed)).toEqual({ ...typed, year: 2028, person_id: 7, leads: true })
  expect(wrongWith({})).toEqual([])
})

test('nothing at all is wrong with every field that must be answered, in the order of the page', () => {
  const nothing = answersIn(kinds, {})
  expect([...problemsWith(kinds, nothing, at)].map(({ field }) => field)).toEqual(['theme', 'from', 'year', 'kind', 'unit', 'person_id'])
  expect([nothing.leads, nothing.year, nothing.version]).toEqual([false, 2015, ''])
})

test.for<[Typed, string]>([
  [{ theme: 'a'.repeat(13) }, 'theme too-long 12'],
  [{ born_on: '31/2/2026' }, 'born_on no-such-day'],
  [{ from: '2/12/2026' }, 'from to-come'],
  [{ year: '2015' }, 'year no-such-year 2100'],
  [{ year: '20x' }, 'year no-such-year 2100'],
  [{ kind: 'constructor' }, 'kind no-kind'],
  [{ person_id: '-7' }, 'person_id no-person'],
])('%o is refused as «%s» and nothing else', ([changes, problem]) => {
  expect(wrongWith(changes)).toEqual([problem])
})

test('a refused form comes back with what was typed, each sentence at its field, and the summary in the order of the page', () => {
  const typed = typedInto(kinds, { ...filled, from: '31/2/2026', theme: '' })
  const problems = [...problemsWith(kinds, answersIn(kinds, typed), at)].toReversed()
  const field_errors = sayProblems(words, { lang: 'vi', form: kinds }, problems)
  expect(field_errors).toEqual([
    { field: 'theme', say: 'Nhập chuyên đề.' },
    { field: 'from', say: 'Từ ngày: nhập một ngày có thật, ví dụ 1/12/2026.' },
  ])
  const options = { unit: [{ value: 'chi-bo', label: 'Chi bộ' }], person_id: [{ value: '7', label: 'Lan' }] }
  const html = render(
    h('form', null, h(FormFields<typeof kinds>, { form: kinds, lang: 'vi', typed, field_errors, options, without: ['note'] })),
  )
  expect([...html.matchAll(/ id="([\w-]+)"/g)].map(([, id]) => id)).toEqual([
    'theme-error',
    'theme',
    'born_on',
    'from-error',
    'from',
    'year',
    'kind',
    'unit',
    'person_id',
    'leads',
    'number',
  ])
  for (const kept of [
    'value="31/2/2026"',
    'value="2028"',
    'value="cadre" checked',
    '<option value="chi-bo" selected',
    '<h2>Văn bản</h2>',
    'name="version" value="3"',
  ])
    expect(html).toContain(kept)
})

test('of several answers those that were marked are read as a list, and marked again', () => {
  const form = { acts: several(said('Việc')) }
  const typed = typedInto(form, { acts: 'person.read plan.read' })
  expect([answersIn(form, typed).acts, answersIn(form, {}).acts]).toEqual([['person.read', 'plan.read'], []])
  const options = { acts: ['person.keep', 'plan.read'].map(value => ({ value, label: value })) }
  const html = render(h('form', null, h(FormFields<typeof form>, { form, lang: 'vi', typed, options })))
  expect([...html.matchAll(/value="([\w.]+)"( checked)?/g)].map(([, value, checked]) => [value, checked !== undefined])).toEqual([
    ['person.keep', false],
    ['plan.read', true],
  ])
})

test('lines are read as their parts, and one with more or fewer is refused at its number', () => {
  const form = { days: lines({ label: said('Ngày nghỉ'), parts: 2, rows: 4, wrong: 'odd-line' }) }
  const typed = typedInto(form, { days: ' 1/1/2027 |  Tết\r\n\r\n2/9/2027|Quốc khánh\n' })
  expect(typed).toEqual({ days: '1/1/2027 | Tết\n2/9/2027|Quốc khánh' })
  expect(answersIn(form, typed).days).toEqual([
    ['1/1/2027', 'Tết'],
    ['2/9/2027', 'Quốc khánh'],
  ])
  const problems = ['1/1/2027 | Tết\n2/9/2027', 'a | b | c', 'a |', ''].map(days => [...problemsWith(form, answersIn(form, { days }))])
  expect(problems.map(found => found.map(({ code, limit }) => `${code} ${limit}`))).toEqual([
    ['odd-line 2'],
    ['odd-line 1'],
    ['odd-line 1'],
    [],
  ])
})

test('what opens an account is taken to the letter; a password, another secret and a file never come back onto the page', () => {
  const form = {
    name: exact({ label: said('Tên'), autocomplete: 'username' }),
    password: exact({ label: said('Mật khẩu'), type: 'password' }),
    paper: exact({ label: said('Mã in'), is_secret: true }),
    file: file({ label: said('Tệp'), accept: '.csv' }),
  }
  const typed = typedInto(form, { name: ' Lan  A ', password: ' hai  cách ', paper: '1234', file: 'x' })
  expect(answersIn(form, typed)).toEqual({ name: ' Lan  A ', password: ' hai  cách ', paper: '1234', file: undefined })
  const html = render(h('form', null, h(FormFields<typeof form>, { form, lang: 'vi', typed })))
  expect(
    [...html.matchAll(/<input id="(\w+)" type="(\w+)"[^>]*?(?: value="(.*?)")?[^>]*>/g)].map(([, ...found]) => found.slice(0, 2)),
  ).toEqual([
    ['name', 'text'],
    ['password', 'password'],
    ['paper', 'text'],
    ['file', 'file'],
  ])
  expect([...html.matchAll(/value="(.*?)"/g)].map(([, value]) => value)).toEqual([' Lan  A '])
})

test('columns of a sheet are chosen from its header, or said not to be there', () => {
  const form = columnFields({ name: said('Tên đơn vị'), code: said('Mã') })
  const sheet = { name: 'Sheet1', header: { row: 1, texts: ['Mã', 'Tên'] }, sample: [], rows: 2 }
  const typed = typedColumns({ name: 1 })
  const html = render(
    h('form', null, h(FormFields<typeof form>, { form, lang: 'vi', typed, options: optionsOfSheet(form, sheet as never) })),
  )
  expect(
    [...html.matchAll(/<select id="([\w-]+)"|<option value(?:="(\d+)")?( selected)?/g)].map(
      ([, id, value, is_on]) => id ?? `${value ?? 'none'}${is_on ?? ''}`,
    ),
  ).toEqual(['column-name', 'none', '0', '1 selected', 'column-code', 'none', '0', '1'])
  const sent = { 'column-name': '1', 'column-code': '', 'column-other': '0' }
  expect(columnsIn(['name', 'code'], typedInto(form, sent))).toEqual({ name: 1 })
})

test('answers to be checked stand under their labels, with a word for what was left open', () => {
  const html = render(
    h(FormAnswers, {
      form: { theme: kinds.theme, born_on: kinds.born_on, from: kinds.from },
      lang: 'en',
      typed: { theme: 'x', from: '2026-02-01' },
      empty: 'open',
    }),
  )
  expect([...html.matchAll(/<d[td]>(.*?)<\/d[td]>/g)].map(([, text]) => text)).toEqual([
    'Chuyên đề in English',
    'x',
    'Ngày sinh in English',
    'open',
    'Từ ngày in English',
    '1 February 2026',
  ])
})

test('a long text keeps its lines and is counted, and a day outside its bounds is refused with both of them', () => {
  const form = {
    thought: longText({ label: said('Tư tưởng'), most: 5, required: 'no-theme' }),
    how: longText({ label: said('Cách làm'), most: 9, is_optional: true }),
    due_on: dayWithin({ label: said('Hạn'), from: '2026-01-01', to: '2026-12-31' }),
  }
  const typed = typedInto(form, { thought: ' một\r\nhai\u0000 ', how: '', due_on: '1/1/2027' })
  expect(typed).toEqual({ thought: 'một\nhai', how: '', due_on: '2027-01-01' })
  expect([...problemsWith(form, answersIn(form, typed))]).toEqual([
    { code: 'too-long', field: 'thought', limit: 5 },
    { code: 'outside-window', field: 'due_on', values: { from: '2026-01-01', to: '2026-12-31' } },
  ])
  const html = render(h('form', null, h(FormFields<typeof form>, { form, lang: 'vi', typed })))
  expect(html).toMatch(/aria-describedby="thought-count"[^>]*>một\nhai<\/textarea><p class="hint count" id="thought-count" data-most="5"/)
  expect(html).toContain('Cách làm (nếu có)')
})

test('fields of a group stand under its legend, and are called by it where the page does not show them', () => {
  const deed = { what: text({ label: said('Làm việc gì'), most: 9, required: 'no-theme' }) }
  const form = {
    theme: kinds.theme,
    ...grouped({ legend: { vi: 'Việc 1', en: 'Deed 1' } }, 'deed_1_', deed),
    ...grouped({ legend: { vi: 'Việc 2', en: 'Deed 2' }, is_optional: true }, 'deed_2_', deed),
  }
  const html = render(h('form', null, h(FormFields<typeof form>, { form, lang: 'vi', typed: { deed_2_what: 'b' } })))
  expect(
    [...html.matchAll(/<legend>(.*?)<\/legend>|name="(\w+)"/g)].map(([, legend, name]) => name ?? legend?.replace(/<.*?>/g, '')),
  ).toEqual(['theme', 'Việc 1 ', 'deed_1_what', 'Việc 2 (nếu có)', 'deed_2_what'])
  expect(['theme', 'deed_2_what', 'constructor'].map(name => nameOfField(form, name, 'vi'))).toEqual([
    'Chuyên đề',
    'Việc 2: làm việc gì',
    undefined,
  ])
  const afar = (words: ProblemWords) =>
    sayProblems(words, { lang: 'vi', form, is_afar: true }, [...problemsWith(form, answersIn(form, { theme: '', deed_1_what: 'a' }))])
  expect(afar(words).map(({ say }) => say)).toEqual(['Chuyên đề: Nhập chuyên đề.', 'Việc 2: Nhập chuyên đề.'])
  const of_all = { ...words, 'no-theme': { ...said('Còn thiếu.'), of_all: true as const } }
  expect(afar(of_all).map(({ say }) => say)).toEqual(['Còn thiếu.', 'Còn thiếu.'])
})

test('sentences that would read alike name the part of the page that each is of', () => {
  const name = (heading: string) => ({ name: under(said(heading), text({ label: said('Họ và tên'), most: 9, required: 'no-theme' })) })
  const form = {
    theme: text({ label: said('Chuyên đề'), most: 9, required: 'no-theme' }),
    first: name('Người thứ nhất').name,
    age: day({ label: said('Ngày sinh') }),
    second: name('Người thứ hai').name,
    place: text({ label: said('Nơi ở'), most: 9, required: 'no-theme' }),
  }
  const wrong = (typed: Typed) =>
    sayProblems(words, { lang: 'vi', form }, [...problemsWith(form, answersIn(form, typed))]).map(({ say }) => say)
  expect(wrong({ theme: 'a', age: '2000-01-01', second: 'b', place: 'c' })).toEqual(['Nhập chuyên đề.'])
  expect(wrong({ age: '2000-01-01' })).toEqual([
    'Nhập chuyên đề.',
    'Người thứ nhất: nhập chuyên đề.',
    'Người thứ hai: nhập chuyên đề.',
    'Người thứ hai: nhập chuyên đề.',
  ])
})

test('a sentence speaks of its label, and of days as its language writes them', () => {
  const late = refused({ code: 'not-later', field: 'from', limit: '2026-02-01' })
  expect(sayProblems(words, { lang: 'en', form: kinds }, late.problems)).toEqual([
    { field: 'from', say: 'Từ ngày in English phải sau 1 February 2026. in English' },
  ])
})

test('a code without a sentence does not compile, be it of a verb or of a field', () => {
  const { problems } = refused({ code: 'no-sentence' })
  // @ts-expect-error: nothing is said of it
  expect(() => sayProblems(words, { lang: 'vi' }, problems)).toThrow()
  const { 'no-theme': _, ...fewer } = words
  const wrong = [...problemsWith(kinds, answersIn(kinds, {}), at)]
  // @ts-expect-error: nothing is said of an empty theme
  expect(() => sayProblems(fewer, { lang: 'vi' }, wrong)).toThrow()
})
