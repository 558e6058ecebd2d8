import { CompiledQuery } from 'kysely'
import { expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { query } from '../query.ts'

const world = withDatabase('empty')
const sum = query<{ a: number; b: number }, { sum: number }>('select :a::int + :b::int as sum', { keeps_plan: true })
const plain = query<{ a: number }, { a: number }>('select :a::int as a')

test('a read that keeps its plan is planned once a connection, and answers what it is asked each time', async () => {
  const answers = await world.database.kysely.connection().execute(async db => {
    const sums = [await sum(db, { a: 1, b: 2 }), await sum(db, { a: 30, b: 4 })]
    await plain(db, { a: 1 })
    const { rows } = await db.executeQuery(CompiledQuery.raw('select statement from pg_prepared_statements'))
    return { sums, rows }
  })
  expect(answers).toEqual({ sums: [[{ sum: 3 }], [{ sum: 34 }]], rows: [{ statement: 'select $1::int + $2::int as sum' }] })
})

test('a failure of such a read is thrown as any other, and the connection goes on', async () => {
  const halve = query<{ by: number }, { n: number }>('select 1 / :by::int as n', { keeps_plan: true })
  await expect(halve(world.db, { by: 0 })).rejects.toThrow(/division by zero/)
  expect(await halve(world.db, { by: 1 })).toEqual([{ n: 1 }])
})
