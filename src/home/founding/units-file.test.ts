import { expect, test } from 'vitest'
import { readUnitsFile } from './units-file.ts'

const kinds = [{ unit_kind: 'cell', hierarchy: 'party', rank: 4, name_vi: 'chi bộ', name_en: 'party cell' }]
const read = (text: string) => readUnitsFile(Buffer.from(text), kinds)
const told = (text: string) => {
  const outcome = read(text)
  return outcome.ok
    ? outcome.value
    : outcome.problems.map(({ code, field, values }) => [code, field, values?.name].filter(Boolean).join(' '))
}

test('a list of an office is read, with Vietnamese headings, semicolons and days as people write them', () => {
  expect(
    told(
      '﻿Khóa;Tên;Loại;Cấp trên;Từ ngày;Mã\r\nchi-bo-1;Chi bộ «Một; hai»;Chi bộ;dang-bo;1/12/2026;\r\n\r\nchi-bo-2;Chi bộ 2;cell;dang-bo;2026-12-01;07\r\n'.replace(
        '«Một; hai»',
        'Một',
      ),
    ),
  ).toEqual({
    units: [
      { key: 'chi-bo-1', name: 'Chi bộ Một', unit_kind: 'cell', parent: 'dang-bo', from: '2026-12-01', code: null, place: null },
      { key: 'chi-bo-2', name: 'Chi bộ 2', unit_kind: 'cell', parent: 'dang-bo', from: '2026-12-01', code: '07', place: null },
    ],
    lines: [2, 4],
  })
})

test.each([
  ['nothing', '', ['not-workbook']],
  ['a heading alone', 'key,name,kind,parent,from\n', ['no-units']],
  [
    'a misspelt heading',
    'key,nane,kind,parent,from\na,A,cell,b,2026-01-01',
    ['unknown-column dòng 1 · line 1 nane', 'column-missing dòng 1 · line 1 name'],
  ],
  ['a heading twice', 'key,name,kind,parent,from,Tên\na,A,cell,b,2026-01-01,B', ['column-twice dòng 1 · line 1 Tên']],
  [
    'an empty field',
    'key,name,kind,parent,from\na,,cell,,2026-01-01\nb,B,cell,c,',
    ['missing dòng 2 · line 2, name', 'missing dòng 2 · line 2, parent', 'missing dòng 3 · line 3, from'],
  ],
  [
    'a day that is none, and a kind',
    'key,name,kind,parent,from\na,A,Chi bộ,b,31/2/2026\nb,B,x,c,2026-01-01',
    ['not-a-day dòng 2 · line 2, from', 'unknown-kind-in-row dòng 3 · line 3, kind'],
  ],
  ['a field too many', 'key,name,kind,parent,from\na,A,cell,b,2026-01-01,x', ['cell-beyond dòng 2 · line 2']],
])('%s is refused where it stands', (_, text, problems) => {
  expect(told(text)).toEqual(problems)
})
