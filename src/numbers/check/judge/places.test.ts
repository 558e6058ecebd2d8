import { expect, test } from 'vitest'
import type { UnitRow } from '../../../register/organisation/index.ts'
import { type Around, gazetteerOf, unitAsked, unitNamed } from './places.ts'

const unit = (key: string, name: string, unit_kind: string, parent: string | null): UnitRow => ({
  ...{ key, code: null, name, unit_kind, parent, parent_name: null, parent_kind: null, since: '2025-07-01' },
})
/** A centrally run city of today, with a special zone under it. */
const city = gazetteerOf({
  root: 'hai-phong',
  last_day: null,
  units: [
    unit('hai-phong', 'Hải Phòng', 'central-city', null),
    unit('bach-long-vi', 'Bạch Long Vĩ', 'special-zone', 'hai-phong'),
    unit('an-bien', 'An Biên', 'ward', 'hai-phong'),
  ],
})
const around: Around = {
  scope: { is: 'province' },
  latest: null,
  is_of_another_province: false,
  counts_communes: false,
  is_in_table: false,
}
const asked = (kind: string | null, name: string) =>
  unitAsked([{ kind: 'named', places: [{ kind, name, is_behind: false, is_around: false }], in_province: false }], city, around)

test('a centrally run city is the whole province of its register, by its kind or by its name alone', () => {
  expect([asked('thành phố', 'Hải Phòng'), asked('tp', 'Hải Phòng'), asked(null, 'Hải Phòng')]).toEqual([
    { is: 'province' },
    { is: 'province' },
    { is: 'province' },
  ])
})

test('a special zone is a unit beside communes and wards; one that the register has not is elsewhere', () => {
  expect(unitNamed(city, { kind: 'đặc khu', name: 'Bạch Long Vĩ' })?.key).toBe('bach-long-vi')
  expect(asked(null, 'Bạch Long Vĩ')).toMatchObject({ is: 'unit', unit: { key: 'bach-long-vi' } })
  expect(asked('đặc khu', 'Phú Quốc')).toEqual({ is: 'elsewhere' })
})
