import { expect, test } from 'vitest'
import { withDatabase } from '../test/harness/database.ts'

const world = withDatabase('demo')

test('one unit is the top of the party’s tree, and whether somebody decides there is found by one look over the tree', async () => {
  const { rows } = await world.owner.query('select u.key from top_of_party() t join unit u using (unit_id)')
  expect(rows).toEqual([{ key: 'tinh-uy-thai-nguyen-2025' }])
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows: holders } = await world.owner.query<{ person_id: string; role: string }>(
    `select g.person_id, g.role from role_grant g join unit u using (unit_id)
      where u.key = 'tinh-uy-thai-nguyen-2025' and g.role in ('administrator', 'superior-office') and is_open(g.recorded)`,
  )
  const decides = { administrator: 'administers_all', 'superior-office': 'may_set_retention' } as const
  const app = await world.connect('neu_guong_app')
  for (const { person_id, role } of holders) {
    await app.query('begin')
    await app.query(`select set_config('neu_guong.person_id', $1, true)`, [person_id])
    const asked = `select ${decides[role as keyof typeof decides]}() as does`
    const { rows: answer } = await app.query(`explain (analyze, buffers, timing off, format json) ${asked}`)
    expect((await app.query(asked)).rows, role).toEqual([{ does: true }])
    // Pages of the database. Each unit asked for itself reads hundreds of thousands.
    expect(answer[0]['QUERY PLAN'][0].Plan['Shared Hit Blocks'], role).toBeLessThan(60_000)
    await app.query('rollback')
  }
  expect(new Set(holders.map(({ role }) => role)).size).toBe(2)
})
