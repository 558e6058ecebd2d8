import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { openPages } from '../../../../test/harness/pages.ts'
import { addGrant, type InventedCommune, inventCommune } from '../../sign-in/invented-commune.ts'
import { makeRecoveryKey } from '../take/recovery-key.ts'
import { backupRoutes } from './backup-routes.tsx'

const world = withDatabase('empty')
const { public_text: recovery_key } = makeRecoveryKey()
let signedInAs: Awaited<ReturnType<typeof openPages>>

beforeAll(async () => {
  const scene: InventedCommune = await inventCommune(world.owner)
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  await addGrant(world.owner, scene.people.lieu, 'administrator', scene.units.province)
  const { lieu, administrator, lan } = scene.people
  signedInAs = await openPages(world, { lieu, administrator, lan }, options => backupRoutes({ ...options, set_plan: { at_hour: 3 } }))
})

const fields = (more: Record<string, string> = {}) => ({
  ...{ folder: '/srv/sao-luu', recovery_key, at_hour: '1', days: '7', weeks: '4', months: '0', key: 'noi-sao-luu-000000000001' },
  ...more,
})

test('whoever administers the whole register says where backups go; a second press writes nothing more', async () => {
  const browser = await signedInAs('lieu')
  const before = await browser.get('/sao-luu')
  expect([before.status, before.text.includes('Chưa có bản nào.'), before.text.includes('BACKUP_HOUR')]).toEqual([200, true, true])
  const pressed = [await browser.post('/sao-luu', fields()), await browser.post('/sao-luu', fields())]
  expect(pressed.map(({ status }) => status)).toEqual([303, 303])
  const { rows } = await world.owner.query('select folder, at_hour, days, weeks, months from backup_plan')
  expect(rows).toEqual([{ folder: '/srv/sao-luu', at_hour: 1, days: 7, weeks: 4, months: 0 }])
  const after = await browser.get('/sao-luu')
  expect(['/srv/sao-luu', recovery_key].map(said => after.text.includes(`value="${said}"`))).toEqual([true, true])
})

test('what cannot be is refused at its field, with what was typed', async () => {
  const browser = await signedInAs('lieu')
  const odd = fields({ folder: 'sao-luu', recovery_key: 'x', at_hour: '24', key: 'noi-sao-luu-000000000002' })
  const { status, text } = await browser.post('/sao-luu', odd)
  expect([status, ...[...text.matchAll(/<a href="#(\w+)">/g)].map(([, field]) => field)]).toEqual([
    422,
    'folder',
    'recovery_key',
    'at_hour',
  ])
  expect(text).toContain('value="sao-luu"')
})

test('an administrator below and a member are told whose work it is', async () => {
  for (const name of ['administrator', 'lan']) {
    const browser = await signedInAs(name)
    expect([name, (await browser.get('/sao-luu')).status, (await browser.post('/sao-luu', fields())).status]).toEqual([name, 403, 403])
  }
})
