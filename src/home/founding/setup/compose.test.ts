import { expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { asOwner, change } from '../../../platform/database/index.ts'
import { foundRegister } from '../found-register.ts'
import { readFounding } from '../founding.ts'
import { foundingOf, placeOf } from './compose.ts'
import { forms, step_names } from './forms.ts'
import { kinds } from './kinds-of-register.ts'
import { type SavedSteps, typedSteps } from './suggest.ts'

const world = withDatabase('empty')
const machine = { person_id: null, name: 'neu-guong setup' }
const now = new Date('2026-12-01T03:00:00Z')

/** The least that somebody types; the rest is suggested. */
function typedFor(whose: string) {
  const register = { whose, name: 'Sông Lam', place: 'Sông Mã', from: '2026-11-20' }
  const first: SavedSteps = {
    register,
    administrators: { administrator_1_name: 'Đinh Văn Khoa', administrator_2_name: 'Lò Thị Mai', office_1_name: 'Cao Minh Tuấn' },
  }
  const { organisations, ...others } = typedSteps(first, '2026-12-01')
  return { ...others, organisations: { ...organisations, number: '01-QĐ/TU', signed_on: '2026-11-20' } }
}

/** Founds and takes it back: what became of it, with the roots that stood. */
async function tried(whose: string): Promise<string[]> {
  const file = foundingOf(typedFor(whose))
  const outcome: Outcome<never> = await asOwner(world.database, owned =>
    change(owned, machine, async tx => {
      const founded = await foundRegister(tx, machine, { file, now })
      if (!founded.ok) return founded
      const roots = await tx
        .selectFrom('unit')
        .innerJoin('unit_version', 'unit_version.unit_id', 'unit.unit_id')
        .select(['key', 'unit_kind'])
        .orderBy('unit.unit_id')
        .execute()
      return refused({ code: 'founded', values: { roots: roots.map(({ key, unit_kind }) => `${key} ${unit_kind}`).join(', ') } })
    }),
  )
  return outcome.ok ? [] : outcome.problems.map(({ code, field, values }) => String(values?.roots ?? `${code} ${field}`))
}

test.for<[string, string]>([
  [
    'province',
    'tinh-song-lam province, tinh-uy-song-lam province-committee, ubnd-tinh-song-lam provincial-people-committee, uy-ban-mttq-tinh-song-lam front-committee, dang-bo-van-phong-tinh-uy base-organisation, chi-bo-van-phong cell',
  ],
  [
    'district',
    'huyen-song-lam district, huyen-uy-song-lam district-committee, ubnd-huyen-song-lam district-people-committee, uy-ban-mttq-huyen-song-lam front-committee, dang-bo-van-phong-huyen-uy base-organisation, chi-bo-van-phong cell',
  ],
  [
    'city',
    'thanh-pho-song-lam city, thanh-uy-song-lam district-committee, ubnd-thanh-pho-song-lam district-people-committee, uy-ban-mttq-thanh-pho-song-lam front-committee, dang-bo-van-phong-thanh-uy base-organisation, chi-bo-van-phong cell',
  ],
  [
    'commune',
    'xa-song-lam commune, dang-bo-xa-song-lam base-organisation, ubnd-xa-song-lam commune-people-committee, uy-ban-mttq-xa-song-lam front-committee, chi-bo-van-phong cell',
  ],
  [
    'ward',
    'phuong-song-lam ward, dang-bo-phuong-song-lam base-organisation, ubnd-phuong-song-lam commune-people-committee, uy-ban-mttq-phuong-song-lam front-committee, chi-bo-van-phong cell',
  ],
  [
    'township',
    'thi-tran-song-lam township, dang-bo-thi-tran-song-lam base-organisation, ubnd-thi-tran-song-lam commune-people-committee, uy-ban-mttq-thi-tran-song-lam front-committee, chi-bo-van-phong cell',
  ],
  ['agency', 'tinh-song-ma province, dang-bo-song-lam base-organisation, song-lam department, chi-bo-van-phong cell'],
  ['union', 'tinh-song-ma province, dang-bo-song-lam base-organisation, song-lam union, chi-bo-van-phong cell'],
])('with nothing but its name, a day and its first people, the register of a %s is founded', async ([whose, roots]) => {
  expect(Object.keys(kinds)).toContain(whose)
  expect(await tried(whose)).toEqual([roots])
})

test('what the pages come to is a file that init would read', () => {
  for (const whose of Object.keys(kinds)) {
    const file = foundingOf(typedFor(whose))
    const read = readFounding(JSON.stringify(file))
    expect(read.ok ? read.value : read.problems).toEqual(file)
  }
})

test('what is wrong with the whole leads to a field of a step, whichever part of the file it is in', () => {
  const parts = [
    ...['instrument.number', 'instrument.signed_on', 'from', 'territory.key', 'territory.code', 'party.key', 'government.name', 'union'],
    ...[
      'units.0.key',
      'units.1.parent',
      'administrators.1.full_name',
      'administrators.0.birth_date',
      'administrators',
      'offices.1',
      'offices.0.birth_date',
    ],
    ...[
      'programme.key',
      'programme.name_en',
      'programme.started_on',
      'programme.instrument.title',
      'carry.rule',
      'carry.least_share',
      'reminder_days',
    ],
    ...['rating.levels', 'rating.cap.share', 'rating.instrument.issuer', 'holidays.3', 'backup.folder', 'backup.hour', 'backup.kept_days'],
  ]
  const lost = parts.filter(field => {
    const place = placeOf({ code: 'missing', field })
    return !(place && step_names.includes(place.step) && Object.keys(forms[place.step]).includes(place.field))
  })
  expect(lost).toEqual(['administrators'])
})
