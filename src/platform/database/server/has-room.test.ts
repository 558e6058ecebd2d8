import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { openDatabase } from '../database.ts'
import { hasRoomInDatabase, hasRoomInFolder } from './has-room.ts'

const folder = mkdtempSync(join(tmpdir(), 'neu-guong-room-'))
chmodSync(folder, 0o755)
const disks: string[] = []
afterEach(() => {
  for (const disk of disks.splice(0)) execFileSync('umount', ['--lazy', disk])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const world = withDatabase('empty')
const may_mount = process.platform === 'linux' && process.getuid?.() === 0 && mounts()

test('where there is room, the database has written and kept nothing, and the folder is as it was', async () => {
  expect([await hasRoomInDatabase(world.database), await hasRoomInFolder(folder)]).toEqual([true, true])
  expect(readdirSync(folder)).toEqual([])
})

test.skipIf(!may_mount)(
  'a folder on a full disk has no room, nor one where only a little is left (skipped where no small disk may be mounted)',
  async () => {
    const disk = smallDisk('folder', '24m')
    expect(await hasRoomInFolder(disk)).toBe(true)
    writeFileSync(join(disk, 'most'), Buffer.alloc(12 * 1024 * 1024))
    expect(await hasRoomInFolder(disk)).toBe(false)
    fill(disk)
    expect(await hasRoomInFolder(disk)).toBe(false)
  },
)

test.skipIf(!may_mount)('a database on a full disk reads on and has no room (skipped where no small disk may be mounted)', async () => {
  const disk = smallDisk('database', '300m')
  const database = await openDatabase({ data_dir: disk, database_url: null, database_account: 'nobody', exclusive: true, say: () => {} })
  try {
    expect(await hasRoomInDatabase(database)).toBe(true)
    fill(disk)
    expect([await database.db.selectFrom('migration').select('number').execute()]).not.toEqual([[]])
    expect(await hasRoomInDatabase(database)).toBe(false)
    rmSync(join(disk, 'everything'))
    expect(await hasRoomInDatabase(database)).toBe(true)
  } finally {
    rmSync(join(disk, 'everything'), { force: true })
    await database.close()
  }
})

function smallDisk(name: string, size: string): string {
  const disk = join(folder, name)
  mkdirSync(disk)
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=755`, 'tmpfs', disk])
  disks.push(disk)
  return disk
}

function fill(disk: string): void {
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(join(disk, 'everything'), Buffer.alloc(bavail * bsize))
}

/** A container may be root and still mount nothing. */
function mounts(): boolean {
  try {
    execFileSync('umount', [smallDisk('trial', '1m')])
    rmdirSync(disks.pop()!)
    return true
  } catch {
    return false
  }
}
