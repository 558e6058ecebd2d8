import snapshot from '../../../schema.snapshot.sql?raw'

/** Every table whose change is announced, and for each SQL function and view its text, as the catalogue has them. */
const schema = schemaOf(snapshot)

/**
 * The tables that a read’s SQL touches, through our own SQL functions and views too, sorted: a change of any other
 * table cannot change its answer. A column of a table’s name counts as the table.
 */
export function tablesRead(sql: string): string[] {
  const words = new Set(sql.replace(/--[^\n]*/g, '').match(/[a-z_]+/g))
  const through = [...schema.bodies].filter(([name]) => words.has(name)).flatMap(([name, body]) => tablesRead(body.replaceAll(name, '')))
  return [...new Set([...schema.tables.filter(table => words.has(table)), ...through])].sort()
}

/**
 * Nobody waits for word of a table that announces nothing: what helps to read and changes no answer, and what no public
 * page shows.
 */
function schemaOf(text: string): { tables: string[]; bodies: Map<string, string> } {
  const tables = [...text.matchAll(/^CREATE TRIGGER announce_change .*? ON public\.(\w+)/gm)].map(([, name]) => name!)
  const functions = [
    ...text.matchAll(/^CREATE OR REPLACE FUNCTION public\.(\w+)\((?:(?!^CREATE )[\s\S])*?\$function\$([\s\S]*?)\$function\$/gm),
  ]
  const views = [...text.matchAll(/^create view (\w+)[^\n]* as\n([\s\S]*?);$/gm)]
  return { tables, bodies: new Map([...functions, ...views].map(([, name, body]) => [name!, body!] as const)) }
}
