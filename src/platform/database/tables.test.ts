import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'

const world = withDatabase('empty')
const written = readFileSync(new URL('tables.ts', import.meta.url), 'utf8')

/** «account.person_id» for each column that the file knows. */
function columnsWritten(text: string): string[] {
  const table_of = new Map([...text.matchAll(/^ {2}(\w+): (\w+)$/gm)].map(([, table, type]) => [type!, table!]))
  const interfaces = [...text.matchAll(/^export interface (\w+) \{\n([\s\S]*?)^\}/gm)].filter(([, type]) => type !== 'DB')
  return interfaces.flatMap(([, type, body]) =>
    [...body!.matchAll(/^ {2}(\w+):/gm)].map(([, column]) => `${table_of.get(type!)}.${column}`),
  )
}

async function columnsOfSchema(): Promise<string[]> {
  const { rows } = await world.owner.query(
    `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
  )
  return rows.map(({ name }) => name)
}

test('the types of the tables are those of the schema; «npm run schema» writes them anew', async () => {
  expect(columnsWritten(written).sort()).toEqual((await columnsOfSchema()).sort())
})

test('a column more in the schema would be missed', async () => {
  await world.owner.query('alter table theme add column mood text')
  const known = new Set(columnsWritten(written))
  expect((await columnsOfSchema()).filter(column => !known.has(column))).toEqual(['theme.mood'])
})
