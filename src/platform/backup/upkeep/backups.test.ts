import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { restorable } from '../../../restorable.ts'
import { change } from '../../database/index.ts'
import { openSigner } from '../../ledger/index.ts'
import { openSealingKey } from '../../sign-in/index.ts'
import { addGrant, type InventedCommune, inventCommune } from '../../sign-in/invented-commune.ts'
import { look } from '../../sign-in/session/look.ts'
import type { StaffContext } from '../../sign-in/session/staff-context.ts'
import { listBackups } from '../restore/read-backup.ts'
import { makeRecoveryKey } from '../take/recovery-key.ts'
import { backupNotices } from './backup-notices.ts'
import { type BackupPlan, findBackupPlan, planBackups, usual_plan } from './plan-backups.ts'
import { startBackups } from './start-backups.ts'

const world = withDatabase('empty')
const { public_text: recovery_key } = makeRecoveryKey()
let scene: InventedCommune
let data_dir: string
let plan: BackupPlan
/** Moved by the tests. */
let now: Date

beforeAll(async () => {
  data_dir = mkdtempSync(join(tmpdir(), 'neu-guong-upkeep-'))
  scene = await inventCommune(world.owner)
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  await addGrant(world.owner, scene.people.lieu, 'administrator', scene.units.province)
  openSigner(data_dir)
  openSealingKey(data_dir)
  plan = { ...usual_plan, folder: join(data_dir, 'backups'), recovery_key, days: 2, weeks: 0, months: 0 }
  now = world.database.clock()
})
afterAll(() => rmSync(data_dir, { recursive: true, force: true }))

/** One round of a node, and what it said. */
async function oneRound(set_plan: Partial<BackupPlan> = {}): Promise<string[]> {
  const said: string[] = []
  const rounds = startBackups(world.database, {
    ...{ data_dir, set_plan, rooms: restorable, now: () => now, stopping: new AbortController().signal, every_ms: 3_600_000 },
    say: line => said.push(line),
  })
  await rounds.stop()
  return said
}
const hoursLater = (hours: number) => (now = new Date(now.getTime() + hours * 3_600_000))
const told = async (name: keyof InventedCommune['people'], { is_sample = false, set_plan = {} as Partial<BackupPlan> } = {}) => {
  const person_id = scene.people[name]
  const work = {
    who: { held: [{ role: 'administrator' }] },
    staff_page: { view: { lang: 'en', to: { backups: () => '/en/sao-luu' } } },
    now,
    look: (read: Parameters<StaffContext['look']>[0]) => look(world.database, { person_id }, read),
  } as unknown as StaffContext
  return (await backupNotices({ set_plan, is_sample })(work)).map(({ label, n }) => `${n} ${label}`)
}
const as = (name: keyof InventedCommune['people'], given: BackupPlan) => {
  const actor = { person_id: scene.people[name], name }
  return change(world.database, actor, tx => planBackups(tx, actor, given))
}

test('where no place is set, whoever administers the whole register is told so; sample data needs none, and an administrator below is not asked', async () => {
  expect(await oneRound()).toEqual([])
  expect(await told('lieu')).toEqual([expect.stringMatching(/^1 No place for backups is set/)])
  expect([await told('lieu', { is_sample: true }), await told('administrator')]).toEqual([[], []])
})

test('an administrator of the whole register says where backups go, and the ledger knows; one below may not, and what cannot be is refused at its field', async () => {
  expect(await as('lieu', { ...plan, folder: 'backups', recovery_key: 'x', at_hour: 24, days: 0 })).toMatchObject({
    problems: [{ field: 'folder' }, { field: 'recovery_key' }, { field: 'at_hour' }, { field: 'days' }],
  })
  await expect(as('administrator', plan)).rejects.toThrow(/row-level security/)
  expect(await as('lieu', { ...plan, at_hour: 5 })).toMatchObject({ ok: true })
  expect(await as('lieu', plan)).toMatchObject({ ok: true })
  expect(await look(world.database, { person_id: scene.people.lieu }, db => findBackupPlan(db))).toEqual(plan)
  expect(await look(world.database, { person_id: scene.people.administrator }, db => findBackupPlan(db))).toBeNull()
  const { rows } = await world.owner.query(`select count(*)::int as n from ledger_entry where act = 'plan-backups'`)
  expect(rows).toEqual([{ n: 2 }])
})

test('one is taken a day, by one node of two; the list of withdrawals lies beside it; the administrator reads of it, and the ledger', async () => {
  expect((await Promise.all([oneRound(), oneRound()])).flat().filter(line => !line.includes('just now'))).toEqual([])
  const [name, ...others] = await listBackups(plan.folder)
  expect([others, readdirSync(plan.folder).toSorted()]).toEqual([[], [name, 'withdrawals.jsonl']])
  await oneRound()
  expect(await listBackups(plan.folder)).toHaveLength(1)
  expect(await told('lieu')).toEqual([expect.stringMatching(/^0 The last good backup: .* rows, 1 MB\.$/)])
  const { rows } = await world.owner.query(`select object_id from ledger_entry where act = 'take-backup'`)
  expect(rows).toEqual([{ object_id: name }])
})

test('those that are kept no longer go after a newer one is whole', async () => {
  for (const _ of [1, 2, 3]) {
    hoursLater(24)
    await oneRound()
  }
  expect(await listBackups(plan.folder)).toHaveLength(2)
})

test('an alarm is raised where the last good one is old, or is not there any more, and where the attempt after it failed; it is tried again an hour later', async () => {
  hoursLater(27)
  expect(await told('lieu')).toEqual([expect.stringMatching(/^1 .*IT IS OLD/)])
  const blocked = { ...plan, folder: join(data_dir, 'sealing.key', 'x') }
  expect(await oneRound(blocked)).toEqual([expect.stringContaining('EEXIST')])
  expect(await told('lieu')).toEqual([
    expect.stringMatching(/^1 .*IT IS OLD.*The latest attempt failed\. The code is EEXIST; see the server’s log\.$/),
  ])
  hoursLater(1.1)
  rmSync(join(plan.folder, (await listBackups(plan.folder))[0]!), { recursive: true })
  expect(await told('lieu')).toEqual([expect.stringMatching(/^1 .*any more: is the disk mounted/)])
  await oneRound()
  expect(await told('lieu')).toEqual([expect.stringMatching(/^0 /)])
})

test('a failure is written down with its code, shown, and not tried again within the hour', async () => {
  hoursLater(24)
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const elsewhere = mkdtempSync(join(tmpdir(), 'neu-guong-keyless-'))
  const round = async () => {
    const said: string[] = []
    const rounds = startBackups(world.database, {
      ...{
        data_dir: elsewhere,
        set_plan: {},
        rooms: restorable,
        now: () => now,
        stopping: new AbortController().signal,
        every_ms: 3_600_000,
      },
      say: line => said.push(line),
    })
    await rounds.stop()
    return said
  }
  expect(await round()).toEqual([expect.stringContaining('The key of the ledger is not in')])
  expect(await told('lieu')).toEqual([
    expect.stringMatching(/^1 .*The latest attempt failed\. The code is no-signing-key; see the server’s log\.$/),
  ])
  expect(await round()).toEqual([])
  hoursLater(1.1)
  expect(await oneRound()).toEqual([])
  expect(await told('lieu')).toEqual([expect.stringMatching(/^0 /)])
  rmSync(elsewhere, { recursive: true })
})
