import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { asks, inventOffices, type Offices, sendRoster } from '../../../test/harness/rosters.ts'
import { tries } from '../../../test/harness/tries.ts'
import { change } from '../../platform/database/index.ts'
import { look } from '../../platform/sign-in/index.ts'
import { addMember } from '../../platform/sign-in/invented-commune.ts'
import { listEarlier } from '../people/reads/list-earlier.ts'
import { listDoubts } from './reads/list-differences.ts'
import { dropRoster } from './verbs/confirm-roster.ts'

const world = withDatabase('empty')
/** Who has left the cell beside, and what the register knows of their birth: a day, a year, or nothing. */
const former = { 'Bàn Thị Liễu': '1970-10-20', 'Bàn Thị Liên': '1970', 'Bàn Thị Lê': '' }
let offices: Offices
beforeAll(async () => {
  offices = await inventOffices(world)
  await world.owner.query('begin')
  await world.owner.query(`set local neu_guong.loading = 'yes'`)
  for (const [name, birth] of Object.entries(former)) {
    const known = [birth.length === 10 ? birth : null, birth.length === 4 ? Number(birth) : null]
    const { rows } = await world.owner.query<{ person_id: number }>(
      `with p as (insert into person (since) values ('2020-01-01') returning person_id)
       insert into person_version (person_id, full_name, birth_date, birth_year, recorded)
       select person_id, $1, $2, $3, '[2020-01-01,infinity)' from p returning person_id`,
      [`${name} Hai`, ...known],
    )
    await addMember(world.owner, rows[0]!.person_id, offices.units.other_cell, '[2020-01-01,2024-01-01)')
  }
  await world.owner.query('commit')
})

const said = ({ score, why }: { score: number; why: string }) => `${score} ${why}`

test('whoever comes back is as likely the one who left by form as by roster, for the same reason', async () => {
  const typed = fc.record({
    full_name: fc.constantFrom('Bàn Thị Liễu Hai', 'bàn thị LIEU hai', 'Bàn Thị Liên Hai', 'Bàn Thị Lê Hai', 'Bàn Thị Lan'),
    birth_date: fc.constantFrom('', '1970-10-20', '1970-10-21', '1971-01-01'),
    unit: fc.constantFrom('chi-bo', 'chi-bo-ben'),
  })
  await fc.assert(
    fc.asyncProperty(typed, async ({ full_name, birth_date, unit }) => {
      const roster = await sendRoster(offices, [
        [null, full_name, birth_date.split('-').reverse().join('/') || null, null, null, unit, null, null],
      ])
      const by_roster = await look(world.database, { person_id: offices.second }, db =>
        listDoubts(db, { ...roster, most: 9, resembling: true }),
      )
      const by_form = await look(world.database, { person_id: offices.people.office }, db =>
        listEarlier(db, { full_name, birth_date, unit }),
      )
      expect(by_form.map(said)).toEqual(by_roster.flatMap(({ candidates }) => candidates.map(said)))
      const { roster_import_id } = roster
      const dropped = { roster_import_id, now: new Date() }
      expect(await change(world.database, asks(offices.clerk), tx => dropRoster(tx, asks(offices.clerk), dropped))).toMatchObject({
        ok: true,
      })
    }),
    tries(40),
  )
})
