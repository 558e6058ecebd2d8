import { expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { endOf } from '../../../basis/shared/dates.ts'
import { type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { NewUnit } from '../new-unit.ts'
import { findUnit } from '../reads/find-unit.ts'
import { addUnits } from './add-units.ts'

const world = withDatabase('territory')
const clerk = { person_id: null, name: 'test' }
const instrument = { number: '9/QĐ', kind: 'decision', issuer: 'UBND tỉnh', title: 'Về xã mới', signed_on: '2026-11-20' } as const
const province = 'tinh-thai-nguyen-2025'
const commune: NewUnit = {
  ...{ key: 'xa-moi', code: '99001', name: 'Mới', unit_kind: 'commune', parent: province, place: null },
  from: '2026-11-25',
}
const add = (units: NewUnit[]) =>
  world.changeAsOwner(tx => addUnits(tx, clerk, { units, instrument, now: new Date('2026-12-01'), at: 'units' }))
/** Adds and takes it back, so that each case meets the same register. */
async function codesOf(units: NewUnit[]): Promise<string[]> {
  let outcome: Outcome<unknown> | undefined
  await world.changeAsOwner(async tx => {
    outcome = await addUnits(tx, clerk, { units, instrument, now: new Date('2026-12-01'), at: 'units' })
    return outcome.ok ? refused({ code: 'taken-back' }) : outcome
  })
  return outcome!.ok ? ['added'] : outcome!.problems.map(({ code, field }) => `${code} ${field}`)
}

test.each<[string, NewUnit[], string[]]>([
  ['a commune under its province', [commune], ['added']],
  [
    'a party root with a cell, the cell first',
    [unit('chi-bo', 'cell', 'dang-bo'), unit('dang-bo', 'base-organisation', 'tinh-uy'), unit('tinh-uy', 'province-committee', null)],
    ['added'],
  ],
  ['a second root', [{ ...commune, parent: null }], ['second-root units.0.parent']],
  ['two roots at once', [unit('a', 'cell', null), unit('b', 'cell', null)], ['second-root units.1.parent']],
  ['a parent of another hierarchy', [unit('chi-bo', 'cell', province)], ['unknown-unit units.0.parent']],
  ['a parent of the same level', [commune, { ...commune, key: 'xa-nua', code: null, parent: 'xa-moi' }], ['parent-below units.1.parent']],
  [
    'two that stand under one another',
    [unit('a', 'cell', 'b'), unit('b', 'cell', 'a')],
    ['parent-below units.0.parent', 'parent-below units.1.parent'],
  ],
  ['a parent that has ended', [{ ...commune, parent: 'tinh-bac-kan' }], ['parent-not-there units.0.parent']],
  ['a parent that begins later', [{ ...commune, from: '2020-01-01' }], ['parent-not-there units.0.parent']],
  ['a key that is taken', [{ ...commune, key: 'xa-ba-be' }], ['key-taken units.0.key']],
  ['a key twice', [commune, { ...commune, code: null }], ['key-twice units.1.key']],
  ['a code that is taken', [{ ...commune, code: '01894' }], ['code-taken units.0.code']],
  ['a code twice', [commune, { ...commune, key: 'xa-nua' }], ['code-taken units.1.code']],
  ['a kind that is none', [{ ...commune, unit_kind: 'xã' }], ['unknown-kind units.0.unit_kind']],
  [
    'a day that is none, and one far ahead',
    [
      { ...commune, from: '2026-02-30' },
      { ...commune, key: 'b', code: null, from: '2036-01-01' },
    ],
    ['no-such-day units.0.from', 'day-too-far units.1.from'],
  ],
  ['a place that is a cell', [{ ...unit('a', 'cell', null), place: 'a' }], ['unknown-place units.0.place']],
])('%s', async (_, units, codes) => {
  expect(await codesOf(units)).toEqual(codes)
})

test('a unit that was added stands from its day on under its parent, and the register of before does not know it', async () => {
  const before = new Date().toISOString()
  expect(await add([commune])).toEqual({ ok: true, value: { added: ['xa-moi'] } })
  const on = async (valid_as_of: string, recorded_as_of = endOf('2199-12-31')) =>
    (await findUnit(world.db, { unit: 'xa-moi', valid_as_of, recorded_as_of }))[0]?.alive === true
  expect([await on('2026-11-25'), await on('2026-11-24'), await on('2026-11-25', before)]).toEqual([true, false, false])
  const { rows } = await world.owner.query(
    `select p.key from placement l join unit u using (unit_id) join unit p on p.unit_id = l.parent_id where u.key = 'xa-moi' and l.hierarchy = 'territory'`,
  )
  expect(rows).toEqual([{ key: province }])
})

function unit(key: string, unit_kind: string, parent: string | null): NewUnit {
  return { key, unit_kind, parent, name: key, code: null, place: null, from: '2026-11-25' }
}
