import { lookUp } from '../../basis/shared/look-up.ts'

/**
 * A table whose rows are vouched for by the entries of the changes that write them (its migration says `call seal(…)`).
 * Names are divided by blanks. What is digested is a file format: a column that joins later is named in `later` with
 * what it holds where nobody has said anything, for rows from before it must come out as they were.
 */
export type SealedTable = {
  table: string
  /** By which a row is known; where there is no such column, all that a closed row is told by. */
  key: string
  /** What else it says. */
  columns?: string
  /** Columns of bytes: their SHA-256 is digested in their stead. */
  files?: string
  /** The column of its instant, where that is not the range `recorded`. */
  instant?: string
  later?: Record<string, string>
  /**
   * Columns of text, and files, that a retention rule may erase, each row's salt among them: a row whose erasure is
   * recorded, and in which they stand empty, is digested as it stood (docs/decisions/0091).
   */
  erasable?: string
}

/** A question for rows that began or ended: `at`, which table and which of the two, and the SHA-256 `d` of the row. */
export type Traces = { what: string; from: string; at: string; d: string }

/** How a table's rows are read back. A row begins once, and where it has a history it ends once. */
export function tracesOf(sealed: SealedTable): Traces[] {
  const { table, instant } = sealed
  const begun = instant ? `t."${instant}"` : 'lower(t.recorded)'
  const ended = 'upper(t.recorded)'
  const known = [...names(sealed.key).map(name => [name, `t."${name}"`] as const), ['recorded', begun] as const, ['ended', ended] as const]
  const beginnings = { what: `${table} begun`, from: `${table} t where true`, at: begun, d: orAsItStood(sealed, digestsOf(sealed).stands) }
  const endings = { what: `${table} ended`, from: `${table} t where upper(t.recorded) < 'infinity'`, at: ended, d: digestOfRow(known) }
  return instant ? [beginnings] : [beginnings, endings]
}

/**
 * The digest of the row as it stands; of one whose content was erased by its rule, as it stood. Anything else in its
 * place is digested, and differs.
 */
function orAsItStood(sealed: SealedTable, digest: string): string {
  if (!sealed.erasable) return digest
  const files = names(sealed.files ?? '')
  const content = names(sealed.erasable).map(name => (files.includes(name) ? `encode(t."${name}", 'hex')` : `t."${name}"`))
  return `coalesce((select decode(e.stood, 'hex') from erasure e
                     where e.of_table = '${sealed.table}' and e.of_row = ${keyOfRow(sealed)}
                       and concat(${content.join(', ')}) = '' and decode(e.remains, 'hex') = ${digestsOf(sealed).remains}), ${digest})`
}

/** SHA-256 of a row as it stands, whatever was erased, and of what remains of it without the content that may be. */
export function digestsOf(sealed: SealedTable): { stands: string; remains: string } {
  const begun = sealed.instant ? `t."${sealed.instant}"` : 'lower(t.recorded)'
  const all = [...columnsOf(sealed), ['recorded', begun] as const]
  const content = names(sealed.erasable ?? '')
  return { stands: digestOfRow(all), remains: digestOfRow(all.filter(([name]) => !content.includes(name))) }
}

/** The key of a row as one text. */
export function keyOfRow({ key }: SealedTable): string {
  return `concat_ws(' ', ${names(key)
    .map(name => `t."${name}"`)
    .join(', ')})`
}

type Column = readonly [name: string, expression: string]

function columnsOf({ key, columns = '', files = '', later = {} }: SealedTable): Column[] {
  return [
    ...names(`${key} ${columns}`).map((name): Column => [name, withoutDefault(`t."${name}"`, lookUp(later, name))]),
    ...names(files).map((name): Column => [name, `encode(sha256(t."${name}"), 'hex')`]),
  ]
}

/** Null, and so left out, where it is what rows hold from before the column. */
function withoutDefault(expression: string, held_before: string | undefined): string {
  return held_before === undefined ? expression : `nullif(${expression}::text, '${held_before}')`
}

/**
 * SHA-256 of the canonical JSON of its columns, each as its text; what is null is left out. Names stand in code-unit
 * order, so PostgreSQL writes what canonicalJson would.
 */
function digestOfRow(columns: readonly Column[]): string {
  const sorted = columns.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, expression]) => `(${expression})::text as "${name}"`)
  return `sha256(convert_to((select json_strip_nulls(row_to_json(x))::text from (select ${sorted.join(', ')}) x), 'UTF8'))`
}

export function names(list: string): string[] {
  return list.split(/\s+/).filter(name => name !== '')
}
