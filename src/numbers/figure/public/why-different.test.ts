import { expect, test } from 'vitest'
import type { SuccessionRow } from '../../../register/organisation/index.ts'
import type { FigureValue } from '../figure.ts'
import { sayWhy } from '../why-words.ts'
import type { PublicAnswer } from './public-answer.ts'
import { whyOnTheMap } from './why-different.ts'

const answer = (day: string, value: FigureValue, keys: string[]) =>
  ({
    figure: 'F16',
    value,
    rows: keys.map(key => ({ key, name: key })),
    parameters: { valid_as_of: day, unit: 'tinh' },
  }) as unknown as PublicAnswer
const count = (n: number): FigureValue => ({ kind: 'count', count: n })
const edge = (predecessor: string, successor: string, effective_on: string, also: Partial<SuccessionRow> = {}) =>
  ({ predecessor, successor, effective_on, rule: 'all', predecessor_goes_on: false, ...also }) as SuccessionRow
const earlier = answer('2021-02-19', count(3), ['cao-tri', 'kim-lu', 'ra-ban'])

test('of the communes counted then, those that were joined since are told, with the days and the rules of these mergers alone', () => {
  const why = whyOnTheMap({ earlier, today: answer('2026-12-01', count(1), ['moi']) }, [
    edge('cu', 'cao-tri', '2020-02-01', { rule: 'any' }),
    edge('kim-lu', 'moi', '2025-07-01'),
    edge('ra-ban', 'moi', '2025-07-01'),
    edge('cao-tri', 'khac', '2024-01-01', { predecessor_goes_on: true, rule: 'none' }),
    edge('chua-dat', 'moi', '2023-01-01', { rule: 'none' }),
  ])
  expect(why).toEqual({ because: 'merged', units: 3, gone: 2, days: ['2025-07-01'], rules: ['all'] })
  expect(sayWhy('F16', why, 'vi')).toBe(
    'từ 01/07/2025, 2 trong 3 xã ấy đã nhập vào đơn vị mới; xã mới chỉ giữ kết quả khi mọi xã cũ đều đạt',
  )
  expect(sayWhy('F21', why, 'en')).toBe('2 of those 3 units were joined into new ones on 1 July 2025')
})

test('where none of them was joined, more or fewer were recognised', () => {
  const more = whyOnTheMap({ earlier, today: answer('2022-12-31', count(4), []) }, [edge('cu', 'cao-tri', '2020-02-01')])
  const fewer = whyOnTheMap({ earlier, today: answer('2022-12-31', count(2), []) }, [])
  expect([sayWhy('F16', more, 'vi'), sayWhy('F16', fewer, 'en')]).toEqual([
    'sau ngày ấy có thêm xã được công nhận',
    'after that day communes lost the standard, or are communes no longer',
  ])
})

test('a unit that has ended says when, where the register knows what it was joined into', () => {
  const ended: FigureValue = { kind: 'status', status: 'ended', decided_on: '2022-06-03', effective_year: 2021, published_on: null }
  const today = answer('2026-12-01', ended, [])
  expect(whyOnTheMap({ earlier, today }, [edge('tinh', 'tinh-moi', '2025-07-01')])).toEqual({ because: 'ended', on: '2025-07-01' })
  expect(sayWhy('F20', whyOnTheMap({ earlier, today }, []), 'vi')).toBe('đơn vị này đã kết thúc khi các đơn vị được sắp xếp lại')
})
