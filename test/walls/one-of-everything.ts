import type pg from 'pg'

/** A column as the catalogue has it; `choices` are the words that its check allows. */
type Column = {
  table: string
  column: string
  type: string
  is_of_person: boolean
  is_open_end: boolean
  may_be_given: boolean
  may_be_changed: boolean
  choices: string | null
}

/**
 * One row of a table, by its columns; which of them name a person, and which the application may give in an insert and
 * change in an update: all where the catalogue says none.
 */
export type Sample = { table: string; row: Record<string, unknown>; of_persons: string[]; given: string[]; changed: string[] }

/**
 * The numbers of whoever tries: a plain member, and an office that may do everything at a unit of its own. Everything
 * else in the register is number 1, and of person 1.
 */
export const member = 700
export const office = 800
export const their_unit = 80

/**
 * Fills a new register with one row in each table that has none, made of the catalogue alone: every number is 1, so
 * that the rows belong together. Constraints and triggers rest, for it is the wall that is asked, and what would be
 * refused by them has passed it. Gives a row of each table.
 */
export async function makeOneOfEverything(owner: pg.Client): Promise<Sample[]> {
  await owner.query(`set neu_guong.loading = 'yes'`)
  const columns = await readColumns(owner)
  await letRest(owner)
  const samples: Sample[] = []
  for (const table of new Set(columns.map(({ table }) => table))) {
    const of_table = columns.filter(column => column.table === table)
    const row = { ...Object.fromEntries(of_table.map(column => [column.column, plainValue(column)])), ...odd[table] }
    const { rowCount } = await owner.query(`select from ${table} limit 1`)
    if (rowCount === 0) await owner.query(insertInto(table, Object.keys(row), row)).catch(why(table))
    const named = (which: 'is_of_person' | 'may_be_given' | 'may_be_changed') =>
      of_table.filter(column => column[which]).map(({ column }) => column)
    const [given, changed] = [named('may_be_given'), named('may_be_changed')]
    const all = Object.keys(row)
    samples.push({
      table,
      row,
      of_persons: named('is_of_person'),
      given: given.length > 0 ? given : all,
      changed: changed.length > 0 ? changed : all,
    })
  }
  await addWhoTries(owner)
  await owner.query('reset neu_guong.loading')
  return samples
}

/** Adds a row with some of its columns. */
export function insertInto(table: string, columns: string[], row: Record<string, unknown>): pg.QueryConfig {
  const named = columns.join(', ')
  return { text: `insert into ${table} (${named}) select ${named} from jsonb_populate_record(null::${table}, $1)`, values: [row] }
}

/**
 * A parent is another unit, or a walk down the tree would go round; and what passes one unit on to another does so
 * elsewhere.
 */
const odd: Record<string, Record<string, unknown>> = { placement: { parent_id: 2 }, succession: { predecessor_id: 3, successor_id: 4 } }

/** Nothing has ended yet. */
function plainValue({ type, choices, is_open_end }: Column): unknown {
  return is_open_end ? null : (choices ?? of_types[type] ?? 1)
}

const of_types: Record<string, unknown> = {
  text: 'x',
  date: '2020-01-01',
  timestamptz: '2020-01-01T00:00:00Z',
  daterange: '[2020-01-01,infinity)',
  tstzrange: '[2020-01-01,infinity)',
  bool: true,
  jsonb: {},
  uuid: '00000000-0000-4000-8000-000000000000',
  bytea: '\\x00',
  _text: ['x'],
  _int8: [1],
}

async function readColumns(owner: pg.Client): Promise<Column[]> {
  const { rows } = await owner.query<Column>(`
    select c.relname as "table", a.attname as column, t.typname as type,
           a.attname in ('actor_id', 'on_behalf_of') or exists (
             select from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and f.confrelid = 'person'::regclass and a.attnum = any (f.conkey)) as is_of_person,
           t.typname = 'timestamptz' and not a.attnotnull as is_open_end,
           has_column_privilege('neu_guong_app', c.oid, a.attnum, 'insert') as may_be_given,
           has_column_privilege('neu_guong_app', c.oid, a.attnum, 'update') as may_be_changed,
           (select substring(pg_get_constraintdef(k.oid) from '''([^'']+)''::text')
              from pg_constraint k
             where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) like '%ANY (ARRAY[%' limit 1) as choices
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity <> 'a'
      join pg_type t      on t.oid = a.atttypid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
     order by c.relname, a.attnum`)
  return rows
}

async function letRest(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ statement: string }>(`
    select format('alter table %s drop constraint %I cascade', c.conrelid::regclass, c.conname) as statement
      from pg_constraint c where c.connamespace = 'public'::regnamespace and c.contype in ('f', 'c') and c.conrelid <> 0
     union all
    select format('alter table %I disable trigger user', relname) from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`)
  for (const { statement } of rows) await owner.query(statement)
}

/**
 * Both live today in unit 80, which stands under unit 1 and is no top; the office holds there every role that can be
 * granted.
 */
async function addWhoTries(owner: pg.Client): Promise<void> {
  await owner.query(`
    insert into unit (unit_id, key) values (${their_unit}, 'noi-khac');
    insert into unit_version (unit_version_id, unit_id, name, unit_kind, valid) values (${their_unit}, ${their_unit}, 'Nơi khác', 'cell', '[2020-01-01,infinity)');
    insert into placement (placement_id, unit_id, hierarchy, parent_id, valid) values (${their_unit}, ${their_unit}, 'party', 1, '[2020-01-01,infinity)');
    insert into person (person_id) values (${member}), (${office});
    insert into membership (membership_id, person_id, unit_id, kind, valid) select p, p, ${their_unit}, 'party-member', '[2020-01-01,infinity)' from unnest('{${member},${office}}'::bigint[]) p;
    insert into role_grant (role_grant_id, person_id, role, unit_id, valid)
    select ${office} + n, ${office}, role, ${their_unit}, '[2020-01-01,infinity)' from unnest('{unit-office,superior-office,administrator,auditor,reporter,editor,fact-checker,publisher}'::text[]) with ordinality as given (role, n)`)
}

function why(table: string): (error: Error) => never {
  return error => {
    throw new Error(`no row of ${table} could be made of the catalogue: ${error.message}`)
  }
}
