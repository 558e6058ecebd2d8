import type pg from 'pg'
import { expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { currentEdition, type Edition, type Migration, migrate } from './migrate.ts'
import { inOrder } from './schema.ts'

const world = withDatabase('empty')
const edition = currentEdition()
const column = async (client: pg.Client, question: string) => (await client.query({ text: question, rowMode: 'array' })).rows.flat()

/** A migration after all that there are. */
function next(name: string, sql: string, after = 1): Migration {
  return { number: (edition.migrations.at(-1)?.number ?? 0) + after, name, sql, sha256: name }
}

/** The edition with more said in the functions and policies of a room. */
function saying(sql: string): Edition {
  return { ...edition, schema: { ...edition.schema, policies: [...edition.schema.policies, { path: 'zz/schema/policies.sql', sql }] } }
}

test('a database at the program’s version is left alone', async () => {
  const lines: string[] = []
  await migrate(world.owner, edition, line => lines.push(line))
  expect(lines).toEqual([])
})

test('a migration brings the tables forward; one that fails leaves the database as it was, and the next is not tried', async () => {
  const [broken, later] = [next('broken', 'create table half (n integer); select 1/0'), next('later', 'create table later (n integer)', 2)]
  await expect(migrate(world.owner, { ...edition, migrations: [...edition.migrations, broken, later] })).rejects.toThrow(/division by zero/)
  expect(await column(world.owner, `select to_regclass('half') is null and to_regclass('later') is null`)).toEqual([true])
  await migrate(world.owner, { ...edition, migrations: [...edition.migrations, next('whole', 'create table whole (n integer)')] })
  expect(await column(world.owner, `select to_regclass('whole') is null`)).toEqual([false])
})

test('a migration that was edited after it landed, and a database newer than the program, are refused', async () => {
  await expect(migrate(world.owner, edition)).rejects.toThrow(/run a newer version/)
  const edited = { ...next('whole', ''), sha256: '0'.repeat(64) }
  await expect(migrate(world.owner, { ...edition, migrations: [...edition.migrations, edited] })).rejects.toThrow(
    /was edited after it was applied/,
  )
  await world.owner.query(`delete from migration where name = 'whole'; drop table whole`)
})

test('functions and policies are applied again where they have changed, and what they no longer say is gone', async () => {
  const rights = `select grantee || ' ' || privilege_type from information_schema.role_table_grants where table_name = 'hierarchy' and grantee = 'neu_guong_app' order by 1`
  const policies = `select md5(string_agg(p, ',' order by p)) from (select polname || ' ' || polrelid::regclass as p from pg_policy) q`
  const [rights_before, policies_before] = [await column(world.owner, rights), await column(world.owner, policies)]
  const more = `grant insert on hierarchy to neu_guong_app;
    create policy more on person for select to neu_guong_app using (true);
    create or replace function more() returns integer language sql as 'select 1'`
  await migrate(world.owner, saying(more))
  expect(await column(world.owner, rights)).toEqual(['neu_guong_app INSERT', ...rights_before])
  expect(await column(world.owner, policies)).not.toEqual(policies_before)
  const lines: string[] = []
  await migrate(world.owner, edition, line => lines.push(line))
  expect(lines).toEqual(['functions and policies'])
  expect([await column(world.owner, rights), await column(world.owner, policies)]).toEqual([rights_before, policies_before])
})

test('a database of the first edition is refused in a sentence that says how to begin anew', async () => {
  await world.owner.query(`begin; update migration set number = 1, name = 'foundation' where number = 0`)
  await world.owner.query('commit')
  await expect(migrate(world.owner, edition)).rejects.toThrow(/first edition.*another folder in DATA_DIR/)
  await world.owner.query(`update migration set number = 0, name = 'schema' where number = 1`)
})

test('tables come after those that they reference, and two that reference each other are refused', () => {
  const [a, b] = [
    { path: 'a', sql: 'create table a (b integer references b)' },
    { path: 'b', sql: 'create table b (n integer)' },
  ]
  expect(inOrder([a, b])).toEqual([b, a])
  expect(() => inOrder([a, { ...b, sql: 'create table b (a integer references a)' }])).toThrow(/a → b → a reference each other/)
})
