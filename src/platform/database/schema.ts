import { createHash } from 'node:crypto'

/** One file of a room's `schema/` folder: what a part of the database is, as it is now. */
export type SchemaFile = { path: string; sql: string }

/** The files by what they hold, each list in the order in which it is applied. */
export type Schema = Record<(typeof parts)[number], SchemaFile[]>

/** First what tables need to exist, then the tables; functions and policies may be applied again over what is there. */
const parts = ['foundation', 'tables', 'functions', 'policies'] as const

const files = import.meta.glob('../../**/schema/*.sql', { query: '?raw', import: 'default', eager: true }) as Record<string, string>

/** The schema that this program carries. */
export function readSchema(): Schema {
  const all = Object.entries(files).map(([path, sql]) => ({ path: path.replace('../../', ''), sql }))
  const [foundation, tables, functions, policies] = parts.map(part => all.filter(({ path }) => path.endsWith(`/${part}.sql`)))
  return { foundation: foundation!, tables: inOrder(tables!), functions: functions!, policies: policies! }
}

/** SHA-256 of what may be applied again. */
export function digestOfRepeatable({ functions, policies }: Schema): string {
  const hash = createHash('sha256')
  for (const { path, sql } of [...functions, ...policies].toSorted((a, b) => (a.path < b.path ? -1 : 1))) hash.update(path).update(sql)
  return hash.digest('hex')
}

/** SHA-256 of what rows stand in: two editions with the same one differ by nothing that a row would notice. */
export function digestOfTables({ foundation, tables }: Schema): string {
  const hash = createHash('sha256')
  for (const { path, sql } of [...foundation, ...tables]) hash.update(path).update(sql)
  return hash.digest('hex')
}

/** Files as one text, each under its path. */
export function textOf(files: readonly SchemaFile[]): string {
  return files.map(({ path, sql }) => `-- ${path}\n${sql}\n`).join('\n')
}

/**
 * A file of tables comes after those that make the tables which it references. Throws where two reference each other.
 */
export function inOrder(tables: SchemaFile[]): SchemaFile[] {
  const maker = new Map(tables.flatMap(file => namesIn(file, /^create table (\w+)/gm).map(name => [name, file] as const)))
  const placed = new Set<SchemaFile>()
  const place = (file: SchemaFile, waiting: SchemaFile[]): void => {
    if (placed.has(file)) return
    if (waiting.includes(file))
      throw new Error(`The tables of ${[...waiting, file].map(({ path }) => path).join(' → ')} reference each other.`)
    for (const name of namesIn(file, /\breferences (\w+)/g)) {
      const other = maker.get(name)
      if (other && other !== file) place(other, [...waiting, file])
    }
    placed.add(file)
  }
  for (const file of tables.toSorted((a, b) => (a.path < b.path ? -1 : 1))) place(file, [])
  return [...placed]
}

function namesIn({ sql }: SchemaFile, pattern: RegExp): string[] {
  return [...sql.replace(/--[^\n]*/g, '').matchAll(pattern)].map(([, name]) => name!)
}
