import { zipSync } from 'fflate'
import { lookUp } from '../../../shared/look-up.ts'
import { done, type Outcome, refused } from '../../../shared/outcome.ts'
import { openArchive, textOf } from './archive.ts'
import { listSheets } from './read-xlsx.ts'
import { columnName, placeOf } from './workbook.ts'
import { walkXml } from './xml.ts'

/** What is written beside a row, and which of its cells are coloured. Rows count from 1, columns from 0. */
export type Mark = { row: number; columns: number[]; sentence: string }

export type Marking = { sheet: number; column: number; heading: { row: number; text: string }; marks: Mark[] }

/** The same workbook with faulty cells coloured and a sentence at the end of each row that has one; all else in it stays as it was. */
export function markXlsx(bytes: Uint8Array, marking: Marking): Outcome<Uint8Array> {
  const opened = openArchive(bytes)
  if (!opened.ok) return opened
  const archive = opened.value
  const path = listSheets(archive).sheets[marking.sheet]?.path
  if (path === undefined) return refused({ code: 'no-sheet', field: 'file' })
  const styles = markedStyles(textOf(archive['xl/styles.xml']))
  const sheet = markedSheet(textOf(lookUp(archive, path)), marking, styles.of)
  const styled = archive['xl/styles.xml'] && { 'xl/styles.xml': Buffer.from(styles.xml()) }
  return done(zipSync({ ...archive, ...styled, [path]: Buffer.from(sheet) }, { level: 6 }))
}

/** Text to be put in at places of another text, or instead of what stands from `at` to `to`. */
type Edit = { at: number; to: number; text: string }

function edited(text: string, edits: Edit[]): string {
  const pieces: string[] = []
  let from = 0
  for (const { at, to, text: put } of edits.toSorted((a, b) => a.at - b.at)) {
    pieces.push(text.slice(from, at), put)
    from = to
  }
  return pieces.join('') + text.slice(from)
}

const colour = 'FFFFC7CE'

/** Each style that a faulty cell has, once more with a coloured ground. Without a list of styles nothing is coloured. */
function markedStyles(xml: string): { of: (style: number) => number | null; xml: () => string } {
  const formats: { start: number; end: number; tag: string }[] = []
  let fills = 0
  let fills_end = 0
  let formats_end = 0
  const path: string[] = []
  walkXml(xml, {
    open(name, _, { start, end }) {
      if (name === 'fill' && path.at(-1) === 'fills') fills++
      if (name === 'xf' && path.at(-1) === 'cellXfs') formats.push({ start, end, tag: xml.slice(start, end) })
      path.push(name)
    },
    close(name, { start }) {
      path.pop()
      if (name === 'fills') fills_end = start
      if (name === 'cellXfs') formats_end = start
    },
  })
  const prefix = /^<(\w+:)?/.exec(formats[0]?.tag ?? '')?.[1] ?? ''
  const copies = new Map<number, number>()
  return {
    of(style) {
      if (formats.length === 0 || fills_end === 0) return null
      if (!copies.has(style)) copies.set(style, formats.length + copies.size)
      return copies.get(style)!
    },
    xml() {
      if (copies.size === 0) return xml
      const fill = `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${colour}"/></${prefix}patternFill></${prefix}fill>`
      const added = [...copies.keys()].map(style => withFill(formats[style]?.tag ?? formats[0]!.tag, fills))
      const grown = edited(xml, [
        { at: fills_end, to: fills_end, text: fill },
        { at: formats_end, to: formats_end, text: added.join('') },
      ])
      return grown
        .replace(/(<(?:\w+:)?fills\b[^>]*\bcount=")\d+/, `$1${fills + 1}`)
        .replace(/(<(?:\w+:)?cellXfs\b[^>]*\bcount=")\d+/, `$1${formats.length + copies.size}`)
    },
  }
}

function withFill(tag: string, fill: number): string {
  const bare = tag.replace(/\s(fillId|applyFill)="[^"]*"/g, '').replace(/\s*\/?>$/, '')
  return `${bare} fillId="${fill}" applyFill="1"/>`
}

/** Where the rows to be marked and their cells stand. */
function markedSheet(xml: string, { column, heading, marks }: Marking, styleOf: (style: number) => number | null): string {
  const wanted = new Map(marks.map(mark => [mark.row, mark]))
  const edits: Edit[] = []
  let row = 0
  let cell = -1
  let missing: number[] = []
  walkXml(xml, {
    open(name, attributes, { start, end }) {
      if (name === 'row') {
        row = attributes.r ? Number(attributes.r) : row + 1
        cell = -1
        missing = (wanted.get(row)?.columns ?? []).toSorted((a, b) => a - b)
      } else if (name === 'c') {
        cell = placeOf(attributes.r ?? '')?.[1] ?? cell + 1
        const tag = xml.slice(start, end)
        for (const absent of missing.filter(at => at < cell))
          edits.push({ at: start, to: start, text: blankCell(absent, row, tag, styleOf) })
        if (missing.includes(cell)) edits.push({ at: start, to: end, text: recoloured(tag, Number(attributes.s ?? 0), styleOf) })
        missing = missing.filter(at => at > cell)
      }
    },
    close(name, { start, end }) {
      if (name !== 'row' || xml.slice(start, end).startsWith('</') === false) return
      const tag = xml.slice(start, end)
      const said = row === heading.row ? heading.text : wanted.get(row)?.sentence
      for (const absent of missing) edits.push({ at: start, to: start, text: blankCell(absent, row, tag, styleOf) })
      if (said !== undefined) edits.push({ at: start, to: start, text: textCell(Math.max(column, cell + 1), row, said, tag) })
      missing = []
    },
  })
  return edited(xml, edits)
}

function recoloured(tag: string, style: number, styleOf: (style: number) => number | null): string {
  const marked = styleOf(style)
  return marked === null ? tag : tag.replace(/\ss="\d+"/, '').replace(/^<([\w:]+)/, `<$1 s="${marked}"`)
}

/** Cells that are put in have the prefix of those around them. */
function prefixOf(tag: string): string {
  return /^<\/?(\w+:)?/.exec(tag)?.[1] ?? ''
}

function blankCell(column: number, row: number, beside: string, styleOf: (style: number) => number | null): string {
  const marked = styleOf(0)
  return `<${prefixOf(beside)}c r="${columnName(column)}${row}"${marked === null ? '' : ` s="${marked}"`}/>`
}

/** Text is text: a typed cell is never taken for a formula. */
function textCell(column: number, row: number, text: string, beside: string): string {
  const p = prefixOf(beside)
  const escaped = text.replace(/[&<>]/g, char => lookUp({ '&': '&amp;', '<': '&lt;', '>': '&gt;' }, char)!)
  return `<${p}c r="${columnName(column)}${row}" t="inlineStr"><${p}is><${p}t xml:space="preserve">${escaped}</${p}t></${p}is></${p}c>`
}
