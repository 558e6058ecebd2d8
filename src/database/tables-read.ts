import { listMigrations } from './migrate.ts'

/** Every table of the schema, and for each SQL function the text of its body, as the migrations make them. */
const schema = schemaOf(
  listMigrations()
    .map(migration => migration.sql)
    .join('\n'),
)

/** The tables that a read’s SQL touches, through our own SQL functions too, sorted: a change of any other table cannot change its answer. A column of a table’s name counts as the table. */
export function tablesRead(sql: string): string[] {
  const words = new Set(sql.replace(/--[^\n]*/g, '').match(/[a-z_]+/g))
  const through = [...schema.functions].filter(([name]) => words.has(name)).flatMap(([name, body]) => tablesRead(body.replaceAll(name, '')))
  return [...new Set([...schema.tables.filter(table => words.has(table)), ...through])].sort()
}

function schemaOf(sql: string): { tables: string[]; functions: Map<string, string> } {
  // What helps to read and changes no answer has been made silent: no page waits for word of it.
  const silent = new Set([...sql.matchAll(/^drop trigger announce_change on (\w+)/gm)].map(([, name]) => name!))
  const tables = [...sql.matchAll(/^create table (\w+)/gm)].map(([, name]) => name!).filter(name => !silent.has(name))
  const functions = [...sql.matchAll(/^create (?:or replace )?function (\w+)\([\s\S]*?\$\$([\s\S]*?)\$\$/gm)].map(
    ([, name, body]) => [name!, body!] as const,
  )
  return { tables, functions: new Map(functions) }
}
