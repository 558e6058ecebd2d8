import { decodeText } from '../../basis/quantity/index.ts'
import type { Marking } from './mark-xlsx.ts'
import { type HeadingOf, splitCsv } from './read-csv.ts'

/**
 * The same table with a sentence at the end of each row that has one. What a spreadsheet would take for a formula is
 * made text.
 */
export function markCsv(bytes: Uint8Array, { heading, marks, column }: Marking, headingOf: HeadingOf): Uint8Array {
  const decoded = decodeText(bytes)
  const records = decoded.ok ? splitCsv(decoded.value.text, headingOf).records : []
  const said = new Map([[heading.row, heading.text], ...marks.map(({ row, sentence }) => [row, sentence] as const)])
  const lines = records.map((record, i) => {
    const sentence = said.get(i + 1)
    const cells = sentence === undefined ? record : [...record, ...Array<string>(Math.max(0, column - record.length)).fill(''), sentence]
    return cells.map(safeField).join(';')
  })
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`)
}

/** A field that begins as formulas do gets an apostrophe before it (guarantees.md, "Exports"). */
export function safeField(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[;"\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
