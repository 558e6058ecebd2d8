import { describe, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { endOf } from '../../basis/shared/dates.ts'
import { findUnit } from './reads/find-unit.ts'
import { type Revision, reviseUnit } from './revise-units.ts'

const world = withDatabase('territory', { until: '2022-12-31' })
const clerk = { person_id: null, name: 'test' }
const instrument = {
  number: '7/NQ-TEST',
  kind: 'resolution',
  issuer: 'Quốc hội',
  title: 'Về việc đổi tên',
  signed_on: '2023-02-13',
} as const
const township: Revision = { unit: 'xa-van-tung', from: '2023-04-10', unit_kind: 'township', instrument }

const revise = (more: Partial<Revision>) => world.changeAsOwner(tx => reviseUnit(tx, clerk, { ...township, ...more }))
const seen = async (valid_as_of: string, recorded_as_of = endOf('2199-12-31'), unit = 'xa-van-tung') => {
  const [found] = await findUnit(world.db, { unit, valid_as_of, recorded_as_of })
  return found && `${found.unit_kind} ${found.code} ${found.name} ${found.since}`
}

test('Vân Tùng becomes a township on a day, and the register of the evening before does not know it', async () => {
  const before = new Date().toISOString()
  expect(await revise({})).toEqual({ ok: true, value: { unit: 'xa-van-tung' } })
  expect(await Promise.all([seen('2023-04-09'), seen('2023-04-10'), seen('2023-04-10', before)])).toEqual([
    'commune 01954 Vân Tùng 2015-01-01',
    'township 01954 Vân Tùng 2023-04-10',
    'commune 01954 Vân Tùng 2015-01-01',
  ])
})

test('a correction of the past goes through all later versions and keeps what it does not name', async () => {
  expect(await revise({ from: '2019-06-01', unit_kind: undefined, name: ' Vân Tùng Mới ', code: '09999' })).toMatchObject({ ok: true })
  expect(await Promise.all([seen('2019-05-31'), seen('2020-01-01'), seen('2023-04-10')])).toEqual([
    'commune 01954 Vân Tùng 2015-01-01',
    'commune 09999 Vân Tùng Mới 2019-06-01',
    'township 09999 Vân Tùng Mới 2023-04-10',
  ])
})

describe('a revision that cannot be is refused', () => {
  test.each<[string, Partial<Revision>, object[]]>([
    ['no such day', { from: '2023-02-29' }, [{ code: 'no-such-day', field: 'from' }]],
    ['an unknown unit', { unit: 'xa-khong-co' }, [{ code: 'unknown-unit', field: 'unit' }]],
    ['before it existed', { unit: 'xa-hiep-luc', from: '2020-01-31' }, [{ code: 'before-unit', field: 'from', limit: '2020-02-01' }]],
    ['after it ended', { unit: 'xa-lang-ngam', from: '2020-02-01' }, [{ code: 'unit-ended', field: 'from', limit: '2020-02-01' }]],
    ['a kind of another rank', { unit_kind: 'district' }, [{ code: 'unknown-kind', field: 'unit_kind' }]],
    ['no name', { name: '  ' }, [{ code: 'missing', field: 'name' }]],
  ])('%s', async (_, more, problems) => {
    expect(await revise(more)).toMatchObject({ ok: false, problems })
  })
})
