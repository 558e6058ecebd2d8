import type pg from 'pg'

type Part = { table: string; drop: string; create: string }

/**
 * Millions of rows at once, in the caller's transaction: constraints are checked and indexes built over the whole
 * afterwards, which takes a fraction of doing it row by row; triggers rest, because the loaded past brings its own
 * instants; and row-level security is not forced on the owner meanwhile, because COPY does not work under it. All of it
 * is back when this returns; if anything fails, the rollback puts it back.
 */
export async function loadInBulk(owner: pg.Client, tables: readonly string[], work: () => Promise<void>): Promise<void> {
  const parts = await partsOf(owner, tables)
  const guarded = await guardedOf(owner, tables)
  await run(owner, [
    `set local maintenance_work_mem = '256MB'`,
    ...guarded.map(table => `alter table ${table} no force row level security`),
    ...tables.map(table => `alter table ${table} disable trigger user`),
    ...parts.map(part => part.drop),
  ])
  await work()
  await run(owner, [
    ...parts.toReversed().map(part => part.create),
    ...tables.map(table => `alter table ${table} enable trigger user`),
    ...guarded.map(table => `alter table ${table} force row level security`),
    ...tables.map(table => `analyze ${table}`),
  ])
}

/** Foreign keys first, then the other constraints but primary keys, then the indexes that belong to no constraint. */
async function partsOf(owner: pg.Client, tables: readonly string[]): Promise<Part[]> {
  const { rows } = await owner.query<Part>(
    `select 1 as place, r.relname as table,
            format('alter table %I drop constraint %I', r.relname, c.conname) as drop,
            format('alter table %I add constraint %I %s', r.relname, c.conname, pg_get_constraintdef(c.oid)) as create
       from pg_constraint c
       join pg_class r on r.oid = c.conrelid
      where r.oid = any ($1::regclass[]) and c.contype = 'f'
      union all
     select 2, r.relname,
            format('alter table %I drop constraint %I', r.relname, c.conname),
            format('alter table %I add constraint %I %s', r.relname, c.conname, pg_get_constraintdef(c.oid))
       from pg_constraint c
       join pg_class r on r.oid = c.conrelid
      where r.oid = any ($1::regclass[]) and c.contype in ('u', 'x')
      union all
     select 3, r.relname, format('drop index %I', n.relname), pg_get_indexdef(i.indexrelid)
       from pg_index i
       join pg_class r on r.oid = i.indrelid
       join pg_class n on n.oid = i.indexrelid
      where r.oid = any ($1::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x'))
      order by 1, 2, 3`,
    [tables],
  )
  return rows
}

async function guardedOf(owner: pg.Client, tables: readonly string[]): Promise<string[]> {
  const { rows } = await owner.query<{ relname: string }>(
    'select relname from pg_class where oid = any ($1::regclass[]) and relforcerowsecurity order by 1',
    [tables],
  )
  return rows.map(row => row.relname)
}

async function run(owner: pg.Client, statements: string[]): Promise<void> {
  for (const statement of statements) await owner.query(statement)
}
