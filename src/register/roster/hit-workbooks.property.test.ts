import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '../../../test/harness/tries.ts'
import { testWorkbook } from '../../../test/harness/workbook.ts'
import type { Mapping } from './table/columns.ts'
import { answerTask } from './tasks.ts'

const units = [1, 2, 3].map(n => ({ unit_id: n, key: `doi-${n}`, name: `Chi bộ Đội số ${n}`, is_cell: true }))
const families = ['Nông', 'Triệu', 'Lý', 'Vàng', 'Hoàng']
const given = ['Lan', 'Hòa', 'Páo', 'Mỷ', 'Sơn', 'Quý', 'Kim']

/** A roster of so many people, of whom each has a name or a day of birth of their own. */
function rosterOf(people: number): Uint8Array {
  const rows = Array.from({ length: people }, (_, i) => [
    i + 1,
    `${families[i % 5]} Văn ${given[i % 7]}`,
    { v: 20_000 + i * 7, s: 1 },
    `Chi bộ Đội số ${(i % 3) + 1}`,
    { v: 10_000_000 + i, s: 2 },
  ])
  return testWorkbook({ sheets: [{ name: 'DS', rows: [['STT', 'Họ và tên', 'Ngày sinh', 'Chi bộ', 'Số thẻ'], ...rows] }] })
}

/** What comes of a file: its rows and faults, or why it is refused. */
function comesOf(bytes: Uint8Array): string {
  const seen = answerTask({ task: 'look', bytes })
  if (!seen.ok) return refusal
  const { proposal } = (seen.value as { sheets: { proposal: Mapping }[] }).sheets[0]!
  const read = answerTask({ task: 'read', bytes, sheet: 0, mapping: proposal, today: '2026-12-01', unit_id: 1, units })
  return read.ok ? JSON.stringify([proposal, read.value]) : refusal
}

const refusal = 'refused'

test('a workbook of which one bit was hit on its way is refused, or comes to the very same', () => {
  const good = rosterOf(40)
  const whole = comesOf(good)
  expect(whole.match(/full_name":"/g)).toHaveLength(40)
  const hit = fc.tuple(fc.nat(good.length - 1), fc.nat(7))
  fc.assert(
    fc.property(hit, ([at, bit]) => {
      const bytes = good.slice()
      bytes[at]! ^= 1 << bit
      return [refusal, whole].includes(comesOf(bytes))
    }),
    tries(1500),
  )
})

test('so is one that ends too early, and one of which a stretch was lost or came twice', () => {
  const good = Buffer.from(rosterOf(40))
  const whole = comesOf(good)
  const stretch = fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 1, max: 400 }), fc.boolean())
  fc.assert(
    fc.property(stretch, ([at, length, is_twice]) => {
      const rest = good.subarray(is_twice ? at : at + length)
      const parts = is_twice ? [good.subarray(0, Math.min(at + length, good.length)), rest] : [good.subarray(0, at), rest]
      return [refusal, whole].includes(comesOf(Buffer.concat(parts))) && [refusal, whole].includes(comesOf(good.subarray(0, at)))
    }),
    tries(500),
  )
})

test('whatever stands in the notes of a table of text, and however its fields and lines end, each of its people is read once or has a fault', () => {
  const person = fc.record({
    family: fc.constantFrom(...families),
    given: fc.constantFrom(...given),
    day: fc.integer({ min: 15_000, max: 38_000 }),
  })
  const field = fc.constantFrom('', 'x', '"', '""', '"Bí thư"', '"tổ 3', 'tổ "3"', 'a;b', '"a;b"', '"hai\ndòng"', "'", '="7"', '|', ',,,')
  const table = fc.record({
    people: fc.uniqueArray(person, { minLength: 1, maxLength: 8, selector: ({ day }) => day }),
    notes: fc.array(field, { minLength: 8, maxLength: 8 }),
    separator: fc.constantFrom(';', ',', '\t', '|'),
    end: fc.constantFrom('\n', '\r\n', '\r'),
  })
  fc.assert(
    fc.property(table, ({ people, notes, separator, end }) => {
      const lines = people.map(({ family, given, day }, i) =>
        [i + 1, `${family} Văn ${given}`, dayOf(day), 'Chi bộ Đội số 1', notes[i]].join(separator),
      )
      const text = [['STT', 'Họ và tên', 'Ngày sinh', 'Chi bộ', 'Ghi chú'].join(separator), ...lines].join(end)
      const said = comesOf(Buffer.from(text))
      const told = people.filter(({ day }) => said.includes(isoOf(day)) || said.includes(`"text":"${dayOf(day)}`)).length
      const read = said.match(/"full_name":"/g)?.length ?? 0
      return said === refusal || (told === people.length && read <= people.length)
    }),
    tries(1000),
  )
})

function isoOf(day: number): string {
  return new Date(Date.UTC(1899, 11, 30) + day * 86_400_000).toISOString().slice(0, 10)
}

function dayOf(day: number): string {
  return isoOf(day).split('-').reverse().join('/')
}
