import { expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'

const world = withDatabase('demo')

/** How many pages of the database a question reads, once its plans are made. */
async function pagesRead(question: string): Promise<number> {
  const app = await world.connect('neu_guong_app')
  const explained = () => app.query(`explain (analyze, buffers, format json) ${question}`)
  await explained()
  const [{ Plan: plan }] = (await explained()).rows[0]['QUERY PLAN']
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks']
}

test('what somebody holds is found from their own posts, not from all units: each page where people work asks it', async () => {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await world.owner.query<{ person_id: number }>('select person_id from account order by sign_in_name')
  expect(rows.length).toBeGreaterThan(5)
  for (const { person_id } of rows)
    expect(await pagesRead(`select * from roles_held(${person_id}, today_in_vietnam(), now())`)).toBeLessThan(200)
})

test('a question that goes over all units reads more than that', async () => {
  expect(await pagesRead(`select last_day_alive(unit_id, today_in_vietnam(), now()) from unit_version`)).toBeGreaterThan(200)
})
