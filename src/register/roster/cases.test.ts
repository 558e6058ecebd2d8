import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sayProblems } from '../../platform/staff/index.ts'
import type { Language } from '../../platform/web/index.ts'
import { lookAtWorkbook, type SheetSeen } from './look-at-workbook.ts'
import { type FaultCode, faultSentence, roster_problems } from './problem-words.ts'
import type { RosterRead } from './table/read-roster.ts'
import { answerTask } from './tasks.ts'

const cells = ['Chi bộ Đội số 1', 'Chi bộ Đội số 2', 'Chi bộ Đội số 3']
const unit = { unit_id: 1, key: 'dang-bo', name: 'Đảng bộ Ban Chỉ huy Quân sự', is_cell: false }
const of_unit = [unit, ...cells.map((name, i) => ({ unit_id: i + 2, key: `doi-${i + 1}`, name, is_cell: true }))]
const of_cell = [{ unit_id: 2, key: 'doi-1', name: cells[0]!, is_cell: true }]

type Comes = {
  /** Why the whole file is refused. */
  refused?: string
  /** Who is read: name, birth, and where it matters the cell or the card. */
  people?: string[]
  /** What is wrong: place as Excel names it, and code. */
  faults?: string[]
  /** What the page of columns says of what is not seen. */
  unseen?: SheetSeen['unseen']
}

const none: SheetSeen['unseen'] = { hidden: 0, struck: 0, struck_parts: 0, covered: 0, columns: [] }

const comes: Record<string, Comes> = {
  'sheets/01-month-year-format.xlsx': {
    people: ['Nông Thị Lan 1988', 'Triệu Văn Hòa 1988', 'Lý Văn Páo 1988', 'Lý Văn Tỉnh 1988'],
    faults: ['C6 no-year'],
  },
  'sheets/02-six-digit-births.xlsx': {
    people: ['Lý Văn Tỉnh 1988-03-12', 'Lý Văn Sang 1961-07-03'],
    faults: [
      'C2 two-readings 020575: 02/05/1975 / 30/04/1956',
      'C3 two-readings 03/12/58: 03/12/1958 / 30/07/1985',
      'C4 two-readings 10160: 01/01/1960 / 25/10/1927',
    ],
  },
  'sheets/03-card-formats.xlsx': {
    people: [
      'Nông Thị Lan 1970 01234567',
      'Triệu Văn Hòa 1970 01234568',
      'Lý Văn Páo 1970 01234569',
      'Vàng Thị Mỷ 1970 HG1234570',
      'Hoàng Văn Sơn 1970 01234571',
      'Đặng Văn Quý 1970 01234572',
      'Lò Thị Ban 1970 01234573',
      'Mã Văn Kim 1970 01234574',
    ],
  },
  'sheets/04-under-a-join.xlsx': { people: ['Nông Thị Lan 1988-03-12 01234567'], unseen: { ...none, covered: 1 } },
  'sheets/05-struck-run.xlsx': {
    people: ['Triệu Văn Hòa 1988-03-12', 'Lý Văn Páo 1961-07-30'],
    unseen: { ...none, struck: 1, struck_parts: 1 },
  },
  'sheets/06-old-run.xlsx': { people: ['Nông Văn Quý 1988-03-12', 'Nguyễn Thị Hồng 1961-07-30', 'Trần Đức Lợi 1962-07-30'] },
  'sheets/07-is-and-v.xlsx': { people: ['Nông Thị Lan 1988', 'Lý Văn Páo 1988'] },
  'sheets/08-empty-formula.xlsx': { people: ['Nông Thị Lan 1988'] },
  'sheets/09-damaged-crc.xlsx': { refused: 'damaged-file' },
  'sheets/10-fractions-of-seconds.xlsx': { people: ['Nông Thị Lan 1988-03-12', 'Triệu Văn Hòa 1956-04-30'] },
  'sheets/11-empty-relation.xlsx': { people: ['Nông Thị Lan 1988-03-12'] },
  'sheets/csv-01-open-quote.csv': { refused: 'open-quotation 3' },
  'field/backslash-names.xlsx': { people: ['Nông Văn Thử 1968-03-12', 'Hoàng Thị Thử 1975-04-30'] },
  'field/card-as-formula-text.csv': { people: ['Nông Văn Thử 1968-03-12 00012345', 'Lý Văn Thử 1969-03-12 00012346'] },
  'field/card-of-16-digits.xlsx': { faults: ['E2 rounded-number 1234567890123450', 'E3 rounded-number 987654321098764900'] },
  'field/carriage-return-escape.xlsx': { people: ['Nông Văn Thử 1968-03-12 Chi bộ Đội số 1', 'Hoàng Thị Thử 1975-04-30 Chi bộ Đội số 2'] },
  'field/carriage-returns-only.csv': { people: ['Nông Văn Thử 1968-03-12', 'Hoàng Thị Thử 1975-04-30'] },
  'field/html-table.xls': { refused: 'web-page' },
  'field/month-and-year-only.xlsx': { people: ['Nông Văn Thử 1968', 'Lường Văn Thử 1968', 'Hoàng Văn Thử 1968'] },
  'field/month-first-one-ambiguous.xlsx': {
    people: ['Chu Văn Thử 1974-04-03'],
    faults: ['03/25/1968', '12/31/1970', '11/30/1971', '01/15/1972', '02/28/1973', '03/04/1974'].map(
      (text, i) => `C${i + 2} month-before-day ${text}`,
    ),
  },
  'field/phonetic-inline.xlsx': { people: ['Nông Văn Thử 1968-03-12', 'Hoàng Thị Thử 1975-04-30'] },
  'field/same-person-in-two-cells.xlsx': {
    people: ['Nông Văn Thử 1968-03-12', 'Nông Văn Thử 1968-03-12'],
    faults: ['B3 person-in-two-units 2'],
  },
  'field/semicolons-and-addresses.csv': {
    people: ['Nông Văn', 'Lý Thị', 'Mã Văn', 'Hoàng Thị', 'Bế Văn', 'Chu Thị', 'Vi Văn', 'Phan Thị'].map(
      (name, i) => `${name} Thử ${1960 + i}-03-12`,
    ),
  },
  'field/shared-strings-by-relationship.xlsx': { people: ['Nông Văn Thử 1968-03-12', 'Hoàng Thị Thử 1975-04-30'] },
  'field/shared-strings-capital.xlsx': { people: ['Nông Văn Thử 1968-03-12', 'Hoàng Thị Thử 1975-04-30'] },
  'field/unclosed-quote-in-note.csv': { refused: 'open-quotation 2' },
  'field/workbook-by-relationship.xlsx': { people: ['Nông Văn Thử 1968-03-12', 'Hoàng Thị Thử 1975-04-30'] },
}

/** Its test is that of mergers. */
const elsewhere = ['field/roster-after-merger.xlsx']

test('every roster among the cases has its right value', () => {
  const files = globSync('test/cases/*/*.{xlsx,csv,xls}').map(path => path.slice('test/cases/'.length))
  expect(files.sort()).toEqual([...Object.keys(comes), ...elsewhere].sort())
})

describe.each(Object.entries(comes))('%s', (file, { refused, people = [], faults = [], unseen }) => {
  const bytes = readFileSync(`test/cases/${file}`)
  const seen = lookAtWorkbook(bytes)

  test('is read as it should be, or refused', () => {
    if (!seen.ok) return expect(seen.problems.map(({ code, limit }) => [code, limit].filter(Boolean).join(' '))).toEqual([refused])
    const units = file.startsWith('sheets/') ? of_cell : of_unit
    const mapping = seen.value.sheets[0]!.proposal
    const read = answerTask({ task: 'read', bytes, sheet: 0, mapping, today: '2026-12-01', unit_id: units[0]!.unit_id, units })
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    const { rows, faults: found, problems } = read.value as RosterRead
    expect(problems).toEqual([])
    expect(rows.map((row, i) => saying(row, people[i] ?? '', units))).toEqual(people)
    expect(found.map(({ row, column, code, text }, i) => said([`${'ABCDEF'[column]}${row}`, code, text], faults[i] ?? ''))).toEqual(faults)
    if (unseen) expect(seen.value.sheets[0]!.unseen).toEqual(unseen)
  })

  test.each<Language>(['vi', 'en'])('has a sentence for all that is wrong (%s)', lang => {
    const codes = faults.map(fault => fault.split(' ')[1] as FaultCode)
    expect(codes.map(code => faultSentence(lang, { code, said: 'x' })).filter(say => !say.includes(' '))).toEqual([])
    const field_errors = sayProblems(roster_problems, { lang }, seen.ok ? [] : seen.problems)
    expect(field_errors.filter(({ say }) => !say.includes(' ') || /\{\w+\}/.test(say))).toEqual([])
  })
})

type Row = RosterRead['rows'][number]

/** As much of somebody as the case tells. */
function saying({ full_name, birth_date, birth_year, card_number, unit_id }: Row, expected: string, units: typeof of_unit): string {
  const whole = `${full_name} ${birth_date ?? birth_year}`
  const more = [card_number, units.find(unit => unit.unit_id === unit_id)?.name].find(text => text && expected.endsWith(text))
  return more ? `${whole} ${more}` : whole
}

function said([place, code, text]: [string, string, string], expected: string): string {
  const short = `${place} ${code}`
  return expected === short ? short : `${short} ${text}`
}
