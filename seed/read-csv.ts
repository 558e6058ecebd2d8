/** One row of a CSV file by column name; an empty field is the empty string. */
export type CsvRow = Record<string, string>

/**
 * Reads RFC 4180 text (comma, double quotes, header row) into rows; a row of the wrong width is thrown with its place
 * in the file.
 */
export function readCsv(text: string): CsvRow[] {
  const [header, ...rows] = splitRecords(text.replace(/^\uFEFF/, ''))
  if (!header) return []
  return rows.map((fields, index) => {
    if (fields.length !== header.length) throw new Error(`CSV record ${index + 2} has ${fields.length} fields instead of ${header.length}`)
    return Object.fromEntries(header.map((column, place) => [column, fields[place]!]))
  })
}

function splitRecords(text: string): string[][] {
  const records: string[][] = []
  let fields: string[] = []
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    if (end === '' && fields.length === 0 && quoted === undefined && plain === '') break
    fields.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    records.push(fields)
    fields = []
    if (end === '') break
  }
  return records
}

/** Writes rows as the CSV that `readCsv` reads, in the order of `columns`, one final line feed. */
export function writeCsv(columns: readonly string[], rows: readonly CsvRow[]): string {
  const lines = rows.map(row => columns.map(column => quote(row[column] ?? '')).join(','))
  return [columns.join(','), ...lines, ''].join('\n')
}

function quote(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}
