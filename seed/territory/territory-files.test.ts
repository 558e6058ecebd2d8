import { expect, test } from 'vitest'
import { type CsvRow, readCsv } from '../read-csv.ts'
import holidays_csv from './holidays.csv?raw'
import instruments_csv from './instruments.csv?raw'
import quarantine_csv from './quarantine.csv?raw'
import successions_csv from './successions.csv?raw'
import tiles_csv from './tiles.csv?raw'
import units_csv from './units.csv?raw'
import versions_csv from './versions.csv?raw'

const versions = readCsv(versions_csv)
const successions = readCsv(successions_csv)
const tiles = readCsv(tiles_csv)
const commune_level = ['commune', 'ward', 'township']

const on = (day: string) => versions.filter(row => row.valid_from! <= day && (row.valid_to === '' || row.valid_to! > day))
const communesOn = (day: string) => on(day).filter(row => commune_level.includes(row.unit_kind!))
const kindsOn = (day: string) => commune_level.map(kind => communesOn(day).filter(row => row.unit_kind === kind).length)
const keysOn = (day: string) => new Set(communesOn(day).map(row => row.unit_key!))
const childrenOf = (parent: string, day: string) => communesOn(day).filter(row => row.parent_key === parent)

test('communes, wards and townships number 110+6+6, then 96+6+6, then 95+6+7, then 35+2+0', () => {
  expect(['2019-10-06', '2020-02-01', '2023-04-10', '2025-07-01'].map(kindsOn)).toEqual([
    [110, 6, 6],
    [96, 6, 6],
    [95, 6, 7],
    [35, 2, 0],
  ])
  expect(['2020-01-31', '2023-04-09', '2025-06-30'].map(kindsOn)).toEqual([
    [110, 6, 6],
    [96, 6, 6],
    [95, 6, 7],
  ])
})

test('each district has the communes that it had before and after Resolution 855', () => {
  const districts = on('2019-10-06').filter(row => ['district', 'city'].includes(row.unit_kind!))
  const counts = districts.map(({ code, unit_key }) => [
    code,
    childrenOf(unit_key!, '2020-01-31').length,
    childrenOf(unit_key!, '2020-02-01').length,
  ])
  expect(counts).toEqual([
    ['058', 8, 8],
    ['060', 10, 10],
    ['061', 16, 15],
    ['062', 11, 10],
    ['063', 17, 14],
    ['064', 22, 20],
    ['065', 16, 14],
    ['066', 22, 17],
  ])
})

test('the code 02155 is in three hands within six years', () => {
  const holders = versions.filter(row => row.code === '02155').map(row => [row.unit_key, row.valid_from, row.valid_to])
  expect(holders).toEqual([
    ['xa-luong-ha', '2015-01-01', '2020-02-01'],
    ['thi-tran-yen-lac-2020', '2020-02-01', '2025-07-01'],
    ['xa-na-ri', '2025-07-01', ''],
  ])
})

test('Vân Tùng became a township and stayed the same unit; Thượng Quan came whole into the new province and stayed the same unit', () => {
  const life = (key: string) =>
    versions.filter(row => row.unit_key === key).map(row => `${row.unit_kind} ${row.valid_from} ${row.parent_key}`)
  expect(life('xa-van-tung')).toEqual(['commune 2015-01-01 huyen-ngan-son', 'township 2023-04-10 huyen-ngan-son'])
  expect(life('xa-thuong-quan')).toEqual(['commune 2015-01-01 huyen-ngan-son', 'commune 2025-07-01 tinh-thai-nguyen-2025'])
})

test('the documented mergers of 2020 are edges, each with what is known of its share', () => {
  const edges = successions
    .filter(row => row.effective_on === '2020-02-01')
    .map(row => `${row.successor_key} ← ${row.predecessor_key}${row.area_share === '' ? ' (part)' : ''} ${row.certainty}`)
  expect(edges.sort()).toEqual(
    [
      'xa-hiep-luc ← xa-lang-ngam documented',
      'xa-hiep-luc ← xa-huong-ne documented',
      'xa-van-lang ← xa-lang-san documented',
      'xa-van-lang ← xa-an-tinh documented',
      'xa-tran-phu ← xa-huu-thac documented',
      'xa-tran-phu ← xa-hao-nghia documented',
      'xa-son-thanh ← xa-luong-thanh documented',
      'xa-son-thanh ← xa-lam-son documented',
      'thi-tran-yen-lac-2020 ← thi-tran-yen-lac documented',
      'thi-tran-yen-lac-2020 ← xa-luong-ha (part) documented',
      'xa-cuong-loi-2020 ← xa-luong-ha (part) documented',
      'xa-cuong-loi-2020 ← xa-cuong-loi documented',
      'xa-cuong-loi-2020 ← xa-van-hoc (part) documented',
      'xa-van-vu ← xa-van-hoc (part) documented',
      'xa-van-vu ← xa-vu-loan documented',
      'xa-dong-thang ← xa-dong-vien documented',
      'xa-dong-thang ← xa-ra-ban documented',
      'xa-yen-phong ← xa-yen-nhuan inferred',
      'xa-yen-phong ← xa-phong-huan (part) inferred',
      'xa-bang-lang-2020 ← xa-phong-huan (part) inferred',
      'xa-bang-lang-2020 ← xa-bang-lang inferred',
      'thi-tran-dong-tam ← thi-tran-cho-moi documented',
      'thi-tran-dong-tam ← xa-yen-dinh documented',
      'xa-thanh-thinh ← xa-nong-thinh inferred',
      'xa-thanh-thinh ← xa-thanh-binh inferred',
      'xa-quan-ha ← xa-ha-vi inferred',
      'xa-quan-ha ← xa-quan-binh inferred',
      'xa-tan-tu ← xa-tan-tien inferred',
      'xa-tan-tu ← xa-tu-tri inferred',
      'thi-tran-phu-thong-2020 ← thi-tran-phu-thong inferred',
      'thi-tran-phu-thong-2020 ← xa-phuong-linh (part) inferred',
      'xa-thuong-giao-2020 ← xa-thuong-giao inferred',
      'xa-thuong-giao-2020 ← xa-cao-tri (part) inferred',
    ].sort(),
  )
})

test('every commune that ended is accounted for by a succession, and every new one came out of something', () => {
  const days = ['2020-02-01', '2025-07-01']
  const [ended, begun] = [days.flatMap(day => endedOn(day)), days.flatMap(day => begunOn(day))]
  expect(ended.filter(key => !successions.some(row => row.predecessor_key === key))).toEqual([])
  expect(begun.filter(key => !successions.some(row => row.successor_key === key))).toEqual([])
  expect([ended.length, begun.length]).toEqual([30 + 107, 16 + 36])
})

test('a succession leads from a unit that lived on the eve to one that began on the day', () => {
  const lifeless = successions.filter(({ effective_on, predecessor_key, successor_key }) => {
    const ends = versions.some(row => row.unit_key === predecessor_key && row.valid_to === effective_on)
    const begins = versions.some(row => row.unit_key === successor_key && row.valid_from === effective_on)
    return !ends || !begins
  })
  expect(lifeless).toEqual([])
})

test('the shares of a source are 1, or unknown where it was divided', () => {
  const sources = Object.values(Object.groupBy(successions, row => `${row.event_key} ${row.predecessor_key}`)) as CsvRow[][]
  const wrong = sources.filter(edges => edges.some(edge => edge.area_share !== edge.population_share || !isShareOf(edges, edge)))
  expect(wrong).toEqual([])
})

test('the three maps hold each commune once, and every district is in one piece', () => {
  const torn = ['2015-01-01', '2020-02-01', '2025-07-01'].flatMap(day => {
    const map = tiles.filter(row => row.map_day === day)
    expect(map.map(row => row.unit_key).sort()).toEqual([...keysOn(day)].sort())
    expect(new Set(map.map(place)).size).toBe(map.length)
    return [...Map.groupBy(map, row => parentOn(row.unit_key!, day))]
      .filter(([, own]) => !isInOnePiece(own))
      .map(([parent]) => [day, parent])
  })
  expect(torn).toEqual([])
})

test('a map that is torn is found', () => {
  const tile = (column: number, row: number): CsvRow => ({ column: String(column), row: String(row) })
  expect([isInOnePiece([tile(0, 0), tile(1, 0), tile(1, 1)]), isInOnePiece([tile(0, 0), tile(1, 1)])]).toEqual([true, false])
})

test('each unit of the list of units has a version, and each version its instruments', () => {
  const instruments = readCsv(instruments_csv).map(row => row.key)
  expect([...new Set(versions.map(row => row.unit_key))].sort()).toEqual(
    readCsv(units_csv)
      .map(row => row.key)
      .sort(),
  )
  const named = [...versions.flatMap(row => [row.instrument_key, row.ended_by]), ...successions.map(row => row.instrument_key)]
  expect([...new Set(named)].filter(key => key !== '').sort()).toEqual(instruments.toSorted())
  expect(versions.filter(row => (row.valid_to === '') !== (row.ended_by === ''))).toEqual([])
})

test('what the package of 2025 cannot tie to an old code is kept out, and none of it is of Bắc Kạn', () => {
  const quarantine = readCsv(quarantine_csv)
  expect(quarantine).toHaveLength(943)
  expect(quarantine.filter(row => !row.reason!.startsWith('no-old-code'))).toEqual([])
  const names = new Set(versions.map(row => row.name))
  const of_province = quarantine.filter(row => row.new_province === 'Thái Nguyên')
  expect(of_province.map(row => [row.old_name, row.old_district, row.new_name])).toEqual([
    ['Xã Na Mao', 'Huyện Đại Từ', 'Xã Phú Thịnh'],
    ['Xã Na Mao', 'Huyện Đại Từ', 'Xã Phú Xuyên'],
    ['Xã Vạn Thọ', 'Huyện Đại Từ', 'Xã Vạn Phú'],
    ['Xã Ký Phú', 'Huyện Đại Từ', 'Xã Vạn Phú'],
  ])
  expect(of_province.filter(row => names.has(row.new_name!.replace('Xã ', '')))).toEqual([])
})

test('a day off is listed once, in the order of time, and each year has its national holidays', () => {
  const days = readCsv(holidays_csv).map(row => row.holiday!)
  expect(days).toEqual([...new Set(days)].sort())
  const years = Array.from({ length: 11 }, (_, i) => String(2016 + i))
  expect(
    years.flatMap(year => ['01-01', '04-30', '05-01', '09-02'].map(day => `${year}-${day}`)).filter(day => !days.includes(day)),
  ).toEqual([])
})

function endedOn(day: string): string[] {
  return [...keysOn(before(day))].filter(key => !keysOn(day).has(key))
}

function begunOn(day: string): string[] {
  return [...keysOn(day)].filter(key => !keysOn(before(day)).has(key))
}

function before(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}

function isShareOf(edges: CsvRow[], edge: CsvRow): boolean {
  return edge.area_share === '1' ? edges.length === 1 : edge.area_share === ''
}

function parentOn(key: string, day: string): string {
  return on(day).find(row => row.unit_key === key)!.parent_key!
}

function place({ column, row }: CsvRow): string {
  return `${column} ${row}`
}

function isInOnePiece(tiles: CsvRow[]): boolean {
  const open = new Set(tiles.map(place))
  const reached = [tiles[0]!]
  open.delete(place(tiles[0]!))
  for (const { column, row } of reached) {
    for (const [x, y] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      const next = { column: String(Number(column) + x), row: String(Number(row) + y) }
      if (open.delete(place(next))) reached.push(next)
    }
  }
  return open.size === 0
}
