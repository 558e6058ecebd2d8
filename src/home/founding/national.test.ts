import { expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { type Outcome, refused } from '../../basis/shared/outcome.ts'
import { asOwner, change } from '../../platform/database/index.ts'
import { national_provinces } from '../../register/organisation/index.ts'
import { foundRegister } from './found-register.ts'
import { foundingOf } from './setup/compose.ts'
import { typedSteps } from './setup/suggest.ts'
import { unitsCommand } from './units-command.ts'

const world = withDatabase('empty')
const machine = { person_id: null, name: 'neu-guong setup' }
const now = new Date('2026-12-01T03:00:00Z')

/** The least that somebody types on the pages, and the province whose communes are brought in. */
function foundingWith(register: Record<string, string>) {
  const administrators = { administrator_1_name: 'Đinh Văn Khoa', administrator_2_name: 'Lò Thị Mai', office_1_name: 'Cao Minh Tuấn' }
  const { organisations, ...others } = typedSteps({ register: { from: '2026-11-20', ...register }, administrators }, '2026-12-01')
  return foundingOf({ ...others, organisations: { ...organisations, number: '01-QĐ/TU', signed_on: '2026-11-20' } })
}

/** Founds and takes it back, or keeps it: the refusals, or how many communes the register holds then. */
async function founded(register: Record<string, string>, keep = false): Promise<(string | number)[]> {
  const file = foundingWith(register)
  let communes = 0
  const outcome: Outcome<unknown> = await asOwner(world.database, owned =>
    change(owned, machine, async tx => {
      const done = await foundRegister(tx, machine, { file, now })
      const kinds = ['commune', 'ward', 'special-zone']
      communes = (await tx.selectFrom('unit_version').select('code').where('unit_kind', 'in', kinds).execute()).length
      return done.ok && !keep ? refused({ code: 'taken-back' }) : done
    }),
  )
  const problems = outcome.ok ? [] : outcome.problems.filter(({ code }) => code !== 'taken-back')
  return problems.length > 0 ? problems.map(({ code, field }) => `${code} ${field}`) : [communes]
}

test('the list holds 34 provinces and 3,321 communes, wards and special zones', () => {
  const communes = national_provinces.flatMap(province => province.communes)
  const count = (kind: string) => [...national_provinces, ...communes].filter(({ unit_kind }) => unit_kind === kind).length
  expect(Object.fromEntries(['province', 'central-city', 'commune', 'ward', 'special-zone'].map(kind => [kind, count(kind)]))).toEqual({
    ...{ province: 28, 'central-city': 6 },
    ...{ commune: 2621, ward: 687, 'special-zone': 13 },
  })
  expect(new Set(communes.map(({ code }) => code)).size).toBe(3321)
})

test('each of the 34 provinces is founded with its communes in one step, and none of them is refused', async () => {
  for (const { code, name, unit_kind, communes } of national_provinces)
    expect([name, ...(await founded({ whose: unit_kind, name, communes_of: code }))]).toEqual([name, communes.length])
})

test('communes of a province that there is not, or for a register of another kind, are refused at their field', async () => {
  expect(await founded({ whose: 'province', name: 'Sông Lam', communes_of: '99' })).toEqual(['no-such-province territory.communes_of'])
  expect(await founded({ whose: 'commune', name: 'Sông Lam', communes_of: '19' })).toEqual(['no-such-province territory.communes_of'])
})

test('a province that began without them gets its communes by the command, and not twice', async () => {
  const asked = ['--number', '02-QĐ/TU', '--issuer', 'Tỉnh ủy', '--title', 'Đơn vị hành chính', '--signed', '2026-11-20']
  expect((await unitsCommand(world.database, ['--province', '12', ...asked])).code).toBe(2)
  expect(await founded({ whose: 'province', name: 'Lai Châu' }, true)).toEqual([0])
  const looked = await unitsCommand(world.database, ['--province', '12', ...asked])
  expect([looked.code, looked.out.match(/^ *\+ /gm)?.length, looked.out.includes('chưa ghi')]).toEqual([0, 38, true])
  expect((await unitsCommand(world.database, ['--province', '12', ...asked, '--apply'])).code).toBe(0)
  const again = await unitsCommand(world.database, ['--province', '12', ...asked, '--apply'])
  expect([again.code, again.err.includes('dòng 1 · line 1')]).toEqual([2, true])
  expect((await unitsCommand(world.database, ['--province', '01', ...asked])).err).toContain('«01»')
})
