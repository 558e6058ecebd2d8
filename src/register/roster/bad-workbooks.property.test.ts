import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { inherited_words } from '../../../test/harness/inherited-words.ts'
import { tries } from '../../../test/harness/tries.ts'
import { testWorkbook } from '../../../test/harness/workbook.ts'
import { answerTask } from './tasks.ts'

const units = [{ unit_id: 1, key: 'chi-bo', name: 'Chi bộ thôn Nà Lẹng', is_cell: true }]
const good = testWorkbook({
  sheets: [
    {
      name: 'DS',
      rows: [
        ['Họ và tên', 'Ngày sinh', 'Chi bộ'],
        ['Nông Thị Lan', { v: 24909, s: 1 }, 'Chi bộ thôn Nà Lẹng'],
        [{ v: 'N«ng V¨n Quý', s: 3 }, '1961', null],
      ],
      joined: ['C2:C3'],
    },
  ],
})
const marking = { sheet: 0, column: 3, heading: { row: 1, text: 'x' }, marks: [{ row: 2, columns: [0, 9], sentence: 'y' }] }

/** Looks, reads and marks, as the pages do one after the other. */
function isAnswered(bytes: Uint8Array): boolean {
  const seen = answerTask({ task: 'look', bytes })
  const read = answerTask({
    task: 'read',
    bytes,
    sheet: 0,
    mapping: { full_name: 0, birth: 1, unit: 2 },
    today: '2026-11-24',
    unit_id: 1,
    units,
  })
  const marked = answerTask({ task: 'mark', bytes, marking })
  return [seen, read, marked].every(answer => answer.ok || answer.problems.every(({ code }) => /^[a-z-]+$/.test(code)))
}

test('the workbook of these trials is read when nothing is wrong with it', () => {
  expect([answerTask({ task: 'look', bytes: good }).ok, isAnswered(good)]).toEqual([true, true])
})

test('bytes that were hit on their way are read or refused, and nothing fails', () => {
  const hits = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(hits, list => {
      const bytes = good.slice()
      for (const [at, value] of list) bytes[at] = value
      return isAnswered(bytes)
    }),
    tries(400),
  )
})

test('so are parts that were cut, doubled or filled with anything', () => {
  const parts = unzipSync(good)
  const paths = Object.keys(parts)
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('<row', '</c>', '<c r="ZZZZ1"/>', '<c t="s"><v>9e9</v></c>', '<row r="0">', '<mergeCell ref="A1:"/>', '&#xFFFF;'),
  )
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(60), piece, (path, where, length, put) => {
      const text = Buffer.from(parts[path]!).toString()
      const at = Math.floor(where * text.length)
      return isAnswered(zipSync({ ...parts, [path]: Buffer.from(text.slice(0, at) + put + text.slice(at + length)) }))
    }),
    tries(400),
  )
})

test('any text is a table or is refused', () => {
  const cell = fc.constantFrom(...inherited_words, 'Họ và tên', 'Nông Thị Lan', '02/05/1975', '')
  const rows = fc
    .array(
      fc.array(cell, { maxLength: 5 }).map(cells => cells.join(';')),
      { maxLength: 5 },
    )
    .map(lines => lines.join('\n'))
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), rows), text =>
      isAnswered(Buffer.from(`Họ và tên;Ngày sinh\n${text}`)),
    ),
    tries(300),
  )
})
