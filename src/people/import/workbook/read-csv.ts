import { decodeText } from '../../../quantity/index.ts'
import { done, type Outcome, refused } from '../../../shared/outcome.ts'
import { cleaned, limits, type Row, type Workbook } from './workbook.ts'

/** Reads a table of text as one sheet. Refusals: not-workbook, too-many-rows. */
export function readCsv(bytes: Uint8Array): Outcome<Workbook> {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return refused({ code: 'not-workbook', field: 'file' })
  const records = splitCsv(decoded.value.text)
  if (records.length > limits.rows) return refused({ code: 'too-many-rows', field: 'file', limit: limits.rows })
  const rows = records.map((record, at): Row => ({ at, cells: record.slice(0, limits.columns).map(field => cellFrom(field)) }))
  return done({ sheets: [{ name: 'csv', is_hidden: false, rows, joined: [], aside: [] }], calendar: 1900 })
}

function cellFrom(field: string): { text: string } | undefined {
  const text = cleaned(field.replace(/^'(?=[=+\-@])/, ''))
  return text === '' ? undefined : { text }
}

/** Fields of records, as the text has them: the separator is the one that the first line has most of. */
export function splitCsv(text: string): string[][] {
  const bare = text.replace(/^\ufeff/, '')
  const separator = separatorOf(bare)
  const records: string[][] = [[]]
  let field = ''
  let quoted = false
  for (let at = 0; at < bare.length; at++) {
    const char = bare[at]!
    if (quoted) {
      if (char !== '"') field += char
      else if (bare[at + 1] === '"') field += bare[++at]
      else quoted = false
    } else if (char === '"' && field.trim() === '') {
      field = ''
      quoted = true
    } else if (char === separator || char === '\n') {
      records.at(-1)!.push(field.replace(/\r$/, ''))
      field = ''
      if (char === '\n') records.push([])
    } else field += char
  }
  records.at(-1)!.push(field)
  if (records.at(-1)!.join('') === '') records.pop()
  return records
}

function separatorOf(text: string): string {
  const first = text.slice(0, 4096).split('\n').slice(0, 8).join('\n')
  return [';', '\t', ','].map(char => ({ char, n: first.split(char).length })).sort((a, b) => b.n - a.n)[0]!.char
}
