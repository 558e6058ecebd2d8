import { expect, test } from 'vitest'
import { withDatabase } from '../../test/harness/database.ts'
import { findClockJump } from './find-clock-jump.ts'

const world = withDatabase('empty')

test('a clock that was put back behind what the ledger has recorded is found, and one that goes on is not', async () => {
  const addEntry = (recorded: string) =>
    world.owner.query(
      `insert into ledger_entry (recorded, act, agent, object, object_id, digest, retention)
       values (now() + $1::interval, 'try-clock', 'test', 'clock', '1', repeat('0', 64), 'access')`,
      [recorded],
    )
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  await addEntry('-1 minute')
  expect(await findClockJump(world.owner)).toBeNull()
  await addEntry('1 hour')
  const jump = await findClockJump(world.owner)
  expect(Date.parse(jump!.last_recorded) - Date.parse(jump!.now)).toBeGreaterThan(59 * 60_000)
})
