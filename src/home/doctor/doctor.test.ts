import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { makeRecoveryKey } from '../../platform/backup/index.ts'
import { takeAndNote } from '../../platform/backup/upkeep/take-and-note.ts'
import { openSigner } from '../../platform/ledger/index.ts'
import { holdSealingKey } from '../../platform/sign-in/index.ts'
import { inventCommune } from '../../platform/sign-in/invented-commune.ts'
import { restorable } from '../../restorable.ts'
import { doctorCommand } from './doctor-command.ts'

const world = withDatabase('empty')
const data_dir = mkdtempSync(join(tmpdir(), 'neu-guong-doctor-'))
const backups = join(data_dir, 'backups')
const { public_text: recovery_key } = makeRecoveryKey()
afterAll(() => rmSync(data_dir, { recursive: true, force: true }))

const alone = {
  data_dir,
  host: '127.0.0.1',
  port: 1,
  is_open_to_others: false,
  is_behind_tls: false,
  site_address: null,
  has_mail: false,
  set_plan: {},
}
const ill = async (more = {}) => {
  const { code, out } = await doctorCommand(world.database, { ...alone, now: new Date(), ...more })
  const lines = out.split('\n').filter(line => line.startsWith('  !!'))
  expect(code).toBe(lines.length > 0 ? 1 : 0)
  return lines.map(line => line.replace(/^.* · /, ''))
}

test('a new machine is told what it lacks, and no more when it has it', async () => {
  await inventCommune(world.owner)
  openSigner(data_dir)
  await holdSealingKey(world.owner, data_dir)
  const silent = expect.stringMatching(/127\.0\.0\.1:1\/readyz does not answer/)
  expect(await ill()).toEqual(['no place is set: BACKUP_DIR and BACKUP_KEY', silent])
  expect(await ill({ set_plan: { folder: backups } })).toEqual([expect.stringContaining('BACKUP_KEY is missing'), silent])
  const set_plan = { folder: backups, recovery_key }
  expect(await ill({ set_plan })).toEqual([expect.stringContaining('there is none yet'), silent])
  const taken = await takeAndNote(world.database, { folder: backups, recovery_key, data_dir, rooms: restorable, now: () => new Date() })
  expect(taken.ok).toBe(true)
  expect(await ill({ set_plan })).toEqual([silent])
  expect(await ill({ set_plan, now: new Date(Date.now() + 30 * 3_600_000) })).toEqual([
    'the last good one is 30 h old: see the log, run "neu-guong backup"',
    silent,
  ])
  expect(await ill({ set_plan, is_open_to_others: true })).toEqual([
    expect.stringContaining('without TLS'),
    expect.stringContaining('no mail server'),
    silent,
  ])
  chmodSync(join(data_dir, 'sealing.key'), 0o644)
  expect(await ill({ set_plan })).toEqual([expect.stringContaining('chmod 600'), silent])
  rmSync(backups, { recursive: true })
  chmodSync(join(data_dir, 'sealing.key'), 0o600)
  expect(await ill({ set_plan })).toEqual([expect.stringContaining('is the disk mounted?'), silent])
})

test('a machine with the keys of another register is told so', async () => {
  const other = mkdtempSync(join(tmpdir(), 'neu-guong-other-'))
  const found = await ill({ data_dir: other, set_plan: {} })
  expect(found.filter(line => line === '(see there)')).toHaveLength(2)
  rmSync(other, { recursive: true })
})
