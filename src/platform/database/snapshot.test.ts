import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'

const world = withDatabase('empty')
const text = (file: string) => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8')

async function snapshot(): Promise<string[]> {
  return (await world.owner.query<{ text: string }>(text('scripts/snapshot.sql'))).rows.map(({ text }) => `${text}\n`)
}

test('schema.snapshot.sql is the database as it is; «npm run schema» writes it anew', async ({ skip }) => {
  const { rows } = await world.owner.query(`select current_setting('server_version_num')::integer / 10000 as version`)
  skip(rows[0].version !== 18, 'another server spells its catalogue in another way')
  expect(`${text('schema.snapshot.sql').split('\n')[0]}\n${(await snapshot()).join('')}`).toBe(text('schema.snapshot.sql'))
})

test('a column, a grant or a policy more would be seen', async () => {
  const before = await snapshot()
  for (const change of [
    'alter table theme add column mood text',
    'grant delete on theme to neu_guong_app',
    'drop policy app_reads on theme',
  ]) {
    await world.owner.query(`begin; ${change}`)
    expect(await snapshot()).not.toEqual(before)
    await world.owner.query('rollback')
  }
})
