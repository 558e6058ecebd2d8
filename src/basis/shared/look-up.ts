/**
 * What a table itself holds under a name. A name from outside may be a word that every object inherits («constructor»,
 * «toString», «__proto__»): that is no entry, while `table[name]` would answer with a function. A house test refuses
 * `table[name]` for names that may be any text.
 */
export function lookUp<Value>(table: Readonly<Record<string, Value>>, name: string | null | undefined): Value | undefined {
  return name != null && Object.hasOwn(table, name) ? table[name] : undefined
}
