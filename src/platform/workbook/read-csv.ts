import { decodeText } from '../../basis/quantity/index.ts'
import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import { cleaned, limits, type Row, type Workbook } from './workbook.ts'
import type { CsvCode } from './workbook-code.ts'

/** What a heading stands for, or null: tells which character separates the fields. */
export type HeadingOf = (heading: string) => string | null

/**
 * Reads a table of text as one sheet. Refusals: not-workbook, web-page, old-workbook (XML of Excel 2003),
 * open-quotation, too-many-rows.
 */
export function readCsv(bytes: Uint8Array, headingOf: HeadingOf): Outcome<Workbook, CsvCode> {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return refused({ code: 'not-workbook', field: 'file' })
  const other = otherThanTable(decoded.value.text)
  if (other) return refused({ code: other, field: 'file' })
  const { records, open_at } = splitCsv(decoded.value.text, headingOf)
  if (open_at !== null) return refused({ code: 'open-quotation', field: 'file', limit: open_at })
  if (records.length > limits.rows) return refused({ code: 'too-many-rows', field: 'file', limit: limits.rows })
  const rows = records.map((record, at): Row => ({ at, cells: record.slice(0, limits.columns).map(field => cellFrom(field)) }))
  return done({ sheets: [{ name: 'csv', is_hidden: false, rows, joined: [], aside: [] }], calendar: 1900 })
}

/** Programs of offices write pages of the web, and XML, under names of Excel. */
function otherThanTable(text: string): 'web-page' | 'old-workbook' | null {
  const head = text.slice(0, 2_000).trimStart()
  if (/^<\?xml[^>]*>[\s\S]*urn:schemas-microsoft-com:office:spreadsheet/i.test(head)) return 'old-workbook'
  return /^<(?:!doctype|\?xml|html|head|meta|body|style|table)\b/i.test(head) ? 'web-page' : null
}

/** A field as a spreadsheet shows it: `="0123"` and `'0123` are texts. */
function cellFrom(field: string): { text: string } | undefined {
  const text = cleaned(
    field
      .trim()
      .replace(/^="([^"]*)"$/, '$1')
      .replace(/^'(?=[=+\-@\d])/, ''),
  )
  return text === '' ? undefined : { text }
}

type Split = { records: string[][]; open_at: number | null }

/**
 * Fields of records, as the text has them; lines end as on any system. `open_at` is the record (from 1) in which a
 * quotation begins that ends nowhere, or only after it has swallowed what look like records: then nothing of the table
 * is to be trusted.
 */
export function splitCsv(text: string, headingOf: HeadingOf): Split {
  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const separator = separatorOf(lines, headingOf)
  const records: string[][] = [[]]
  let field = ''
  let began: number | null = null
  for (let at = 0; at < lines.length; at++) {
    const char = lines[at]!
    if (began !== null) {
      if (char !== '"') field += char
      else if (lines[at + 1] === '"') field += lines[++at]
      else if (swallows(lines.slice(began, at), separator)) return { records, open_at: records.length }
      else began = null
    } else if (char === '"' && field.trim() === '') {
      field = ''
      began = at + 1
    } else if (char === separator || char === '\n') {
      records.at(-1)!.push(field)
      field = ''
      if (char === '\n') records.push([])
    } else field += char
  }
  if (began !== null) return { records, open_at: records.length }
  records.at(-1)!.push(field)
  if (records.at(-1)!.join('') === '') records.pop()
  return { records, open_at: null }
}

/** A quotation over several lines of which one has as good as a record in it: two ditto marks, or an inch. */
function swallows(quoted: string, separator: string): boolean {
  return quoted.includes('\n') && quoted.split('\n').some(line => line.split(separator).length > 2)
}

const separators = [';', '\t', ',', '|']
const lines_tried = 40

/**
 * What stands between fields: with it a line says most of what headings say; then with it most lines have as many
 * fields as one another.
 */
function separatorOf(text: string, headingOf: HeadingOf): string {
  const lines = text.slice(0, 65_536).split('\n').slice(0, lines_tried)
  const tried = separators.map(char => {
    const records = lines.map(line => line.split(char))
    const known = Math.max(
      ...records.map(fields => new Set(fields.map(field => headingOf(field.replaceAll('"', ''))).filter(Boolean)).size),
    )
    return { char, known, alike: alikeIn(records) }
  })
  return tried.sort((a, b) => b.known - a.known || b.alike - a.alike)[0]!.char
}

/** How many lines have the number of fields that most have which have several. */
function alikeIn(records: string[][]): number {
  const counts = Map.groupBy(
    records.filter(fields => fields.length > 1),
    fields => fields.length,
  )
  return Math.max(0, ...[...counts.values()].map(group => group.length))
}
