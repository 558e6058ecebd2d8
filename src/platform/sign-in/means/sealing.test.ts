import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { holdSealingKey } from './sealing.ts'

const world = withDatabase('empty')
const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'neu-guong-sealing-')))
const [first, second] = folders as [string, string]
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

test('the first key is the register’s: a machine without it is refused and makes none, one with another is refused, one with a copy is let in', async () => {
  const key = await holdSealingKey(world.owner, first)
  await expect(holdSealingKey(world.owner, second)).rejects.toThrow(/that DATA_DIR lacks.*no new one is made/)
  expect(readdirSync(second)).toEqual([])
  writeFileSync(join(second, 'sealing.key'), Buffer.alloc(32, 3).toString('base64url'))
  await expect(holdSealingKey(world.owner, second)).rejects.toThrow(/is not this register’s/)
  writeFileSync(join(second, 'sealing.key'), readFileSync(join(first, 'sealing.key')))
  expect(await holdSealingKey(world.owner, second)).toEqual(key)
})
