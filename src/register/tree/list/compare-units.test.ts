import { describe, expect, test } from 'vitest'
import { list_headings } from './columns.ts'
import { compareUnits, type UnitBeside } from './compare-units.ts'
import { readUnits } from './read-units.ts'

const kinds = [
  { unit_kind: 'province-committee', hierarchy: 'party', rank: 1, name_vi: 'tỉnh ủy', name_en: 'provincial party committee' },
  { unit_kind: 'base-organisation', hierarchy: 'party', rank: 3, name_vi: 'tổ chức cơ sở đảng', name_en: 'base party organisation' },
  { unit_kind: 'cell', hierarchy: 'party', rank: 4, name_vi: 'chi bộ', name_en: 'party cell' },
]
const sheetOf = (rows: string[][], joined: { from: [number, number]; to: [number, number] }[] = []) => ({
  name: 'x',
  is_hidden: false,
  rows: rows.map((cells, at) => ({ at, cells: cells.map(text => (text === '' ? undefined : { text })) })),
  joined,
  aside: [],
})
/** What a list with a header says. */
function read(rows: string[][], joined: { from: [number, number]; to: [number, number] }[] = []) {
  const sheet = sheetOf(rows, joined)
  const header = list_headings.headerOf(sheet)!
  const mapping = list_headings.columnsOf(header.texts)
  return { ...readUnits({ sheet, header, mapping, kinds, calendar: 1900 }), mapping }
}
const unit = (key: string, name: string, parent: string | null, more: Partial<UnitBeside> = {}): UnitBeside => ({
  ...{ key, name, parent, code: null, unit_kind: name.startsWith('Chi bộ') ? 'cell' : 'base-organisation', is_below: true },
  ...more,
})
const beside = [
  unit('tinh-uy', 'Tỉnh ủy', null, { unit_kind: 'province-committee' }),
  unit('dang-bo-a', 'Đảng bộ xã A', 'tinh-uy', { code: 'A1' }),
  unit('dang-bo-b', 'Đảng bộ xã B', 'tinh-uy'),
  unit('cb-1', 'Chi bộ Thôn 1', 'dang-bo-a'),
  unit('cb-1-b', 'Chi bộ Thôn 1', 'dang-bo-b'),
]
/** What a list comes to beside that register, as its root sends it. */
function compare(rows: string[][], joined: { from: [number, number]; to: [number, number] }[] = []) {
  const { units, faults, mapping } = read(rows, joined)
  const compared = compareUnits({
    ...{ listed: units, beside, root: 'tinh-uy', place: 'tinh', from: '2026-12-01', mapping },
    taken: new Set(beside.map(({ key }) => key)),
  })
  const said = [...faults, ...compared.faults].map(({ row, column, code, values }) =>
    [`${'ABCDEFG'[column]}${row}`, code, values?.said].filter(Boolean).join(' '),
  )
  return { ...compared, said }
}
const header = ['TT', 'Tên tổ chức', 'Loại', 'Cấp trên', 'Từ ngày', 'Mã', 'Khóa']

describe('a list of units', () => {
  test('is read under its titles, with days as people write them, and without sums and numbers of columns', () => {
    const { units, faults } = read([
      ['ĐẢNG BỘ TỈNH', '', '', '', '', '', ''],
      header,
      ['1', '2', '3', '4', '5', '6', '7'],
      ['1', 'Đảng bộ xã C', 'Tổ chức cơ sở Đảng', '', '1/12/2026', 'C1', ''],
      ['', '', '', '', '', '', ''],
      ['2', 'Chi bộ thôn 9', '', 'Đảng bộ xã C', '', '', 'cb-9'],
      ['', 'Tổng cộng: 2', '', '', '', '', ''],
    ])
    expect(faults).toEqual([])
    expect(units).toEqual([
      {
        row: 4,
        name: 'Đảng bộ xã C',
        unit_kind: 'base-organisation',
        from: '2026-12-01',
        parent: null,
        code: 'C1',
        key: null,
        place: null,
      },
      { row: 6, name: 'Chi bộ thôn 9', unit_kind: 'cell', from: null, parent: 'Đảng bộ xã C', code: null, key: 'cb-9', place: null },
    ])
  })

  test('says of a cell what is wrong with it', () => {
    const { said } = compare([
      header,
      ['1', '', 'Chi bộ', 'Đảng bộ xã A', '', '', ''],
      ['2', 'Ban quản lý chợ', '', 'Đảng bộ xã A', '', '', ''],
      ['3', 'Chi bộ chợ', 'hợp tác xã', 'Đảng bộ xã Z', '31/2/2026', '', ''],
    ])
    expect(said).toEqual([
      'B2 no-name-in-row',
      'C3 no-kind-in-row Ban quản lý chợ',
      'C4 unknown-kind-in-row hợp tác xã',
      'E4 not-a-day 31/2/2026',
      'D4 unknown-parent Đảng bộ xã Z',
    ])
  })

  test('with a parent in cells that were joined means it for each of their rows', () => {
    const rows = [header, ['1', 'Chi bộ X', '', 'Đảng bộ xã A', '', '', ''], ['2', 'Chi bộ Y', '', '', '', '', '']]
    expect(compare(rows, [{ from: [1, 3], to: [2, 3] }]).units.map(({ name, parent }) => [name, parent])).toEqual([
      ['Chi bộ X', 'dang-bo-a'],
      ['Chi bộ Y', 'dang-bo-a'],
    ])
  })
})

describe('beside the register', () => {
  test('new units get keys, stand under rows of the list in any order, and under its unit where they name none', () => {
    const { units, said } = compare([
      header,
      ['1', 'Chi bộ Thôn 1', '', 'Đảng bộ xã C', '', '', ''],
      ['2', 'Đảng bộ xã C', '', '', '2/1/2026', '', ''],
    ])
    expect(said).toEqual([])
    expect(units).toEqual([
      {
        key: 'chi-bo-thon-1',
        name: 'Chi bộ Thôn 1',
        unit_kind: 'cell',
        code: null,
        parent: 'dang-bo-xa-c',
        place: 'tinh',
        from: '2026-12-01',
      },
      {
        key: 'dang-bo-xa-c',
        name: 'Đảng bộ xã C',
        unit_kind: 'base-organisation',
        code: null,
        parent: 'tinh-uy',
        place: 'tinh',
        from: '2026-01-02',
      },
    ])
  })

  test('a unit is known by its name under the same parent, however it is written; by key or code it may be called otherwise', () => {
    const { units, revisions, same, unnamed } = compare([
      header,
      ['1', 'CHI BỘ THÔN 1', '', 'đảng bộ xã a', '', '', ''],
      ['2', 'Đảng bộ phường A', '', '', '', 'A1', ''],
      ['3', 'Chi bộ Thôn Một', '', 'Đảng bộ xã B', '', 'B-01', 'cb-1-b'],
    ])
    expect([units, same, unnamed]).toEqual([[], 1, 1])
    expect(revisions).toEqual([
      { unit: 'dang-bo-a', from: '2026-12-01', name: 'Đảng bộ phường A' },
      { unit: 'cb-1-b', from: '2026-12-01', name: 'Chi bộ Thôn Một', code: 'B-01' },
    ])
  })

  test('nothing is moved: who stands elsewhere is told, and stays', () => {
    const { units, revisions, elsewhere } = compare([header, ['1', 'Chi bộ Thôn 1', '', 'dang-bo-b', '', '', 'cb-1']])
    expect([units, revisions]).toEqual([[], []])
    expect(elsewhere).toEqual([{ row: 2, key: 'cb-1', name: 'Chi bộ Thôn 1', parent: 'dang-bo-a', said: 'dang-bo-b' }])
  })

  test('parents that are unknown, of which there are two, or that stand under themselves are faults, and so is a unit twice', () => {
    const { said } = compare([
      header,
      ['1', 'Chi bộ P', '', 'Đảng bộ xã Z', '', '', ''],
      ['2', 'Chi bộ Q', '', 'Chi bộ Thôn 1', '', '', ''],
      ['3', 'Đảng bộ X', '', 'Đảng bộ Y', '', '', ''],
      ['4', 'Đảng bộ Y', '', 'Đảng bộ X', '', '', ''],
      ['5', 'Chi bộ R', '', 'Đảng bộ xã A', '', '', ''],
      ['6', 'Chi bộ r', '', 'dang-bo-a', '', '', 'chi-bo-r'],
    ])
    expect(said.sort()).toEqual([
      'B7 row-twice 6',
      'D2 unknown-parent Đảng bộ xã Z',
      'D3 ambiguous-parent Chi bộ Thôn 1: cb-1, cb-1-b',
      'D4 parent-of-itself Đảng bộ X',
    ])
  })

  test('a unit of another branch is none of this list', () => {
    const { units, mapping } = read([header, ['1', 'Chi bộ Xa', '', '', '', '', 'cb-xa']])
    const far = [...beside, unit('cb-xa', 'Chi bộ Xa', 'dang-bo-xa', { is_below: false })]
    const { faults } = compareUnits({
      listed: units,
      beside: far,
      root: 'tinh-uy',
      place: null,
      from: '2026-12-01',
      taken: new Set(),
      mapping,
    })
    expect(faults.map(({ code }) => code)).toEqual(['beyond-list'])
  })
})
