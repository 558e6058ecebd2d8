import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { newKey, type Offices, sendFile } from '../../../test/harness/rosters.ts'
import { addDays, dayOf } from '../../basis/shared/dates.ts'
import { change } from '../../platform/database/index.ts'
import { look } from '../../platform/sign-in/index.ts'
import { enrolPerson } from '../../register/people/index.ts'
import { countRoster } from '../../register/roster/reads/count-roster.ts'
import { confirmMerger } from './decide-merger.ts'
import { previewProposal } from './preview-proposal.ts'
import { proposeMerger } from './propose-merger.ts'
import { readPlanFile } from './read-plan-file.ts'

const world = withDatabase('demo')
const today = dayOf(new Date())
const file = (name: string) => join(import.meta.dirname, '../../../test/cases/field', name)
const unit = 'dang-bo-ban-chi-huy-quan-su-huyen-so-2-quan-su-tinh'
const actor = (person_id: number) => ({ person_id, name: 'x' })

async function numberOf(sign_in_name: string): Promise<number> {
  return (await world.owner.query('select person_id from account where sign_in_name = $1', [sign_in_name])).rows[0].person_id
}

async function enrol(office: number, full_name: string, birth_date: string): Promise<void> {
  const person = { full_name, birth_date, gender: '', ethnicity: '' }
  const enrolment = {
    unit: `chi-bo-doi-so-3-${unit}`,
    person,
    kind: 'party-member',
    from: addDays(today, -30),
    is_another: false,
    earlier: '',
  }
  const outcome = await change(world.database, actor(office), tx => enrolPerson(tx, actor(office), { ...enrolment, key: newKey(), today }))
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
}

test('after a cell was merged into a new one, a roster of the same people knows them all', async () => {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const superior = await numberOf('mau.cap-tren')
  const second = await numberOf('mau.cap-tren-hai')
  await enrol(superior, 'Nông Văn Thửnhất', '1968-03-12')
  await enrol(superior, 'Lý Thị Thửhai', '1975-04-30')
  const read = await readPlanFile(file('plan-one-cell-renamed.json'))
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const plan = { ...read.value, effective_on: today, instrument: { ...read.value.instrument, signed_on: today } }
  const laid = await change(world.database, actor(superior), tx => proposeMerger(tx, actor(superior), { plan, now: new Date() }))
  if (!laid.ok) throw new Error(JSON.stringify(laid.problems))
  const { digest, preview } = await previewProposal(world.database, actor(second), plan)
  const members = preview!.units.find(({ fate }) => fate === 'begins')!.people_after!
  expect(members).toBeGreaterThanOrEqual(2)
  expect(await confirmMerger(world.database, actor(second), { ...laid.value, seen: digest, now: new Date() })).toMatchObject({ ok: true })

  const offices = { world, clerk: superior, today } as Offices
  const roster = await sendFile(offices, readFileSync(file('roster-after-merger.xlsx')), { unit })
  const counts = await look(world.database, { person_id: superior }, db => countRoster(db, roster))
  const everybody = await world.owner.query(
    `select count(*)::int as n from unit u cross join lateral units_counted_for('party', u.unit_id, $2::date, recorded_now()) c
       join membership m on m.unit_id = c.counted_id and m.valid @> $2::date and upper(m.recorded) = 'infinity' where u.key = $1`,
    [unit, today],
  )
  expect(counts).toMatchObject({ lines: 2, new: 0, known: everybody.rows[0].n, left: everybody.rows[0].n - 2 })
})
