import { expect, test } from 'vitest'
import type { Outcome } from '../../basis/shared/outcome.ts'
import { example } from './example.ts'
import { type Founding, readFounding } from './founding.ts'
import { problemsInFounding } from './founding-problems.ts'
import { type FoundingCode, sayProblems } from './words.ts'

const now = new Date('2026-12-01T03:00:00Z')
const right = (): Founding => {
  const read = readFounding(example)
  if (!read.ok) throw new Error(sayProblems(read.problems))
  return read.value
}
// biome-ignore lint/suspicious/noExplicitAny: a file that a hand has spoiled has any shape.
const spoiled = (spoil: (file: any) => void): Outcome<Founding, FoundingCode> => {
  const file = right()
  spoil(file)
  const read = readFounding(JSON.stringify(file))
  const problems = read.ok ? [...problemsInFounding(read.value, now)] : read.problems
  return problems.length > 0 ? { ok: false, problems } : read
}
const told = (outcome: Outcome<unknown>) => (outcome.ok ? ['read'] : outcome.problems.map(({ code, field }) => `${code} ${field}`))

test('the example that is printed is a file that can be read, with its comments', () => {
  expect(example).toContain('// ')
  expect([...problemsInFounding(right(), now)]).toEqual([])
  expect(readFounding(example.replaceAll('\n', '\r\n')).ok).toBe(true)
})

const of_cells = ['administrators.0.cell', 'administrators.1.cell', 'offices.0.cell', 'offices.1.cell']

test.each<[string, string[], (file: Founding & Record<string, unknown>) => void]>([
  ['a misspelt name', ['unknown-name administrator'], file => Object.assign(file, { administrator: [] })],
  [
    'two things left out and a third of the wrong kind',
    ['not-text from', 'missing party', 'missing programme'],
    file => Object.assign(file, { from: 2026, party: undefined, programme: undefined }),
  ],
  ['a cell as the root of the party', ['unknown-choice party.unit_kind'], file => Object.assign(file.party, { unit_kind: 'cell' })],
  ['one administrator', ['too-few-administrators administrators'], file => file.administrators.pop()],
  ['the same person twice', ['person-twice offices.0'], file => Object.assign(file.offices![0]!, file.administrators[1])],
  ['a cell that is none', Array(4).fill('not-a-cell'), file => Object.assign(file.units[1]!, { unit_kind: 'department' })],
  ['a cell that nobody named', ['unknown-unit offices.1.cell'], file => Object.assign(file.offices![1]!, { cell: 'chi-bo-khac' })],
  ['a cell that is to come', Array(4).fill('to-come'), file => Object.assign(file.units[1]!, { from: '2027-01-01' })],
  ['a register that begins tomorrow', ['to-come from'], file => Object.assign(file, { from: '2026-12-02' })],
  [
    'a birth that no calendar has',
    ['no-such-day administrators.0.birth_date'],
    file => Object.assign(file.administrators[0]!, { birth_date: '1985-02-30' }),
  ],
  ['a programme without a day', ['no-such-day programme.started_on'], file => Object.assign(file.programme, { started_on: 'tháng 5' })],
  [
    'a directive without a number',
    ['missing programme.instrument.number'],
    file => Object.assign(file.programme.instrument, { number: ' ' }),
  ],
  ['a share without its rule', ['share-out-of-range carry.least_share'], file => Object.assign(file.carry, { least_share: 0.5 })],
  ['reminders each day of no week', ['no-such-number-of-days reminder_days'], file => Object.assign(file, { reminder_days: 0 })],
  [
    'a name after what is not there',
    ['no-such-root union'],
    file => Object.assign(file, { union: null, register: { named_after: 'union' } }),
  ],
  ['two levels from the same points', ['wrong-levels rating.levels'], file => Object.assign(file.rating!.levels[0]!, { least_points: 70 })],
  ['levels that leave out the lowest', ['wrong-levels rating.levels'], file => file.rating!.levels.pop()],
  ['a level without a name', ['wrong-levels rating.levels'], file => Object.assign(file.rating!.levels[0]!, { name_en: ' ' })],
  ['all and more in the highest level', ['share-out-of-range rating.cap.share'], file => Object.assign(file.rating!.cap!, { share: 1.2 })],
  ['a day off twice', ['day-twice holidays.1'], file => Object.assign(file.holidays![1]!, { day: '2027-01-01' })],
  [
    'a day off that no calendar has, and one without a name',
    ['no-such-day holidays.0', 'missing holidays.1'],
    file => [Object.assign(file.holidays![0]!, { day: '2027-02-30' }), Object.assign(file.holidays![1]!, { name_vi: '' })],
  ],
  [
    'backups that go nowhere, at no hour, for ever',
    [
      'not-a-path backup.folder',
      'no-such-hour backup.hour',
      'no-such-number-of-days backup.kept_days',
      'not-a-recovery-key backup.recovery_key',
    ],
    file => Object.assign(file, { backup: { folder: 'sao-luu', hour: 24, kept_days: 0, recovery_key: 'x' } }),
  ],
  [
    'several at once',
    ['too-few-administrators administrators', 'no-name administrators.0.full_name', 'unreadable-key programme.key'],
    file => [
      file.administrators.pop(),
      Object.assign(file.administrators[0]!, { full_name: '' }),
      Object.assign(file.programme, { key: 'Chỉ thị 05' }),
    ],
  ],
])('%s is refused at its field', (_, problems, spoil) => {
  // A problem without its field stands at the cell of each of the four people.
  const whole = problems.map((problem, i) => (problem.includes(' ') ? problem : `${problem} ${of_cells[i]}`))
  expect(told(spoiled(spoil))).toEqual(whole)
})

test('each refusal is a sentence in both languages, at its field', () => {
  const read = spoiled(file => Object.assign(file.administrators[0]!, { birth_date: '1985-02-30' }))
  expect(sayProblems(read.ok ? [] : read.problems)).toBe(
    'administrators.0.birth_date: Không có ngày «1985-02-30». · There is no day "1985-02-30".\n',
  )
})
