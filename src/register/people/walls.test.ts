import type pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'

const world = withDatabase('demo')
let app: pg.Client
let auditor: pg.Client

beforeAll(async () => {
  app = await world.connect('neu_guong_app')
  auditor = await world.connect('neu_guong_auditor')
})

const of_persons = [
  'person',
  'person_version',
  'membership',
  'tenure',
  'obligation',
  'obligation_exception',
  'commitment',
  'commitment_step',
  'deed',
  'deed_step',
  'action_plan',
  'contribution_giver',
]
const seen = async (client: pg.Client, tables: string[]) => {
  const found: string[] = []
  for (const table of tables) if ((await client.query(`select from ${table} limit 1`)).rowCount === 1) found.push(table)
  return found
}

test('with nobody signed in, the application sees no row of any person; the owner neither, unless it loads', async () => {
  expect(await seen(app, of_persons)).toEqual([])
  expect(await seen(world.owner, of_persons)).toEqual([])
})

test('the auditor sees them all, and so does the owner that says it loads: they are there', async () => {
  expect(await seen(auditor, of_persons)).toEqual(of_persons)
  await world.owner.query('begin')
  await world.owner.query(`set local neu_guong.loading = 'yes'`)
  expect(await seen(world.owner, of_persons)).toEqual(of_persons)
  await world.owner.query('rollback')
  expect(await seen(world.owner, of_persons)).toEqual([])
})

test('the application cannot take the owner’s word: saying that it loads shows it nothing', async () => {
  await app.query('begin')
  await app.query(`set local neu_guong.loading = 'yes'`)
  expect(await seen(app, of_persons)).toEqual([])
  await app.query('rollback')
})

test('who is signed in sees their own commitment with its deeds, and nobody else’s', async () => {
  const { rows } = await auditor.query(
    `select o.person_id from obligation o where not exists (select from tenure t where t.person_id = o.person_id) order by o.obligation_id limit 1`,
  )
  const own = await auditor.query(
    `select d.deed_id from deed d join commitment c using (commitment_id) join obligation o using (obligation_id) where o.person_id = $1 order by 1`,
    [rows[0].person_id],
  )
  await app.query('begin')
  await app.query(`select set_config('neu_guong.person_id', $1, true)`, [String(rows[0].person_id)])
  const shown = await app.query('select deed_id from deed order by 1')
  const persons = await app.query('select person_id from person')
  await app.query('rollback')
  expect(shown.rows).toEqual(own.rows)
  expect(shown.rows).not.toEqual([])
  expect(persons.rows).toEqual([{ person_id: rows[0].person_id }])
})
