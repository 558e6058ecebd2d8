import { zipSync } from 'fflate'
import { lookUp } from '../../basis/shared/look-up.ts'
import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import { walkXml } from '../office-file/index.ts'
import { type Archive, openArchive, readWhole } from './archive.ts'
import { findParts, textAt } from './parts.ts'
import { columnName, placeOf } from './workbook.ts'
import type { WorkbookCode } from './workbook-code.ts'

/** What is written beside a row, and which of its cells are coloured. Rows count from 1, columns from 0. */
export type Mark = { row: number; columns: number[]; sentence: string }

export type Marking = { sheet: number; column: number; heading: { row: number; text: string }; marks: Mark[] }

/**
 * The same workbook with faulty cells coloured and a sentence beside the table in each row that has one; all else in it
 * stays as it was.
 */
export function markXlsx(bytes: Uint8Array, marking: Marking): Outcome<Uint8Array, WorkbookCode> {
  const opened = openArchive(bytes)
  return opened.ok ? readWhole(opened.value, archive => markParts(archive, marking)) : opened
}

function markParts(archive: Archive, marking: Marking): Outcome<Uint8Array, WorkbookCode> {
  const parts = findParts(archive)
  const path = parts?.sheets[marking.sheet]?.path
  if (!parts || path === undefined || path === null) return refused({ code: 'no-sheet', field: 'file' })
  const styles = markedStyles(parts.styles)
  const marked = new Map([[path, markedSheet(textAt(archive, path), marking, styles.of)]])
  if (parts.styles_path !== null) marked.set(parts.styles_path, styles.xml())
  const written = [...archive].map(([at, { name, bytes }]) => [name, marked.has(at) ? Buffer.from(marked.get(at)!) : bytes] as const)
  return done(zipSync(Object.fromEntries(written), { level: 6 }))
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

/**
 * Each style that a faulty cell has, once more with a coloured ground. Without a list of styles nothing is coloured.
 */
function markedStyles(xml: string): { of: (style: number) => number | null; xml: () => string } {
  const formats: string[] = []
  let began = 0
  let fills = 0
  let fills_end = 0
  let formats_end = 0
  const path: string[] = []
  walkXml(xml, {
    open(name, _, { start }) {
      if (name === 'fill' && path.at(-1) === 'fills') fills++
      if (name === 'xf' && path.at(-1) === 'cellXfs') began = start
      path.push(name)
    },
    close(name, { start, end }) {
      path.pop()
      if (name === 'xf' && path.at(-1) === 'cellXfs') formats.push(xml.slice(began, end))
      if (name === 'fills') fills_end = start
      if (name === 'cellXfs') formats_end = start
    },
  })
  const prefix = /^<(\w+:)?/.exec(formats[0] ?? '')?.[1] ?? ''
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
      const added = [...copies.keys()].map(style => withFill(formats[style] ?? formats[0]!, fills))
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

/** The format once more, its alignment and protection too. */
function withFill(format: string, fill: number): string {
  const bare = (tag: string) => tag.replace(/\s(fillId|applyFill)="[^"]*"/g, '')
  return format.replace(/^<[^>]*?(?=\s*\/?>)/, tag => `${bare(tag)} fillId="${fill}" applyFill="1"`)
}

/** Where the rows to be marked and their cells stand. */
function markedSheet(xml: string, marking: Marking, styleOf: StyleOf): string {
  const awaitedIn = cellsAwaited(xml, marking, styleOf)
  const edits: Edit[] = []
  let row = 0
  let cell = -1
  let began = 0
  let awaited: Awaited[] = []
  walkXml(xml, {
    open(name, attributes, { start, end }) {
      if (name === 'row') {
        row = attributes.r ? Number(attributes.r) : row + 1
        cell = -1
        awaited = awaitedIn(row)
      } else if (name === 'c') {
        cell = placeOf(attributes.r ?? '')?.[1] ?? cell + 1
        began = start
        for (const { at, made } of awaited.filter(({ at }) => at < cell))
          edits.push({ at: start, to: start, text: made(at, row, xml.slice(start, end)) })
        awaited = awaited.filter(({ at }) => at >= cell)
      }
    },
    close(name, { start, end }) {
      if (name === 'c') {
        const here = awaited.find(({ at }) => at === cell)
        if (here) edits.push({ at: began, to: end, text: here.instead(xml.slice(began, end), cell, row) })
        awaited = awaited.filter(({ at }) => at > cell)
      }
      if (name !== 'row' || !xml.startsWith('</', start)) return
      for (const { at, made } of awaited) edits.push({ at: start, to: start, text: made(at, row, xml.slice(start, end)) })
      awaited = []
    },
  })
  return edited(xml, edits)
}

type StyleOf = (style: number) => number | null

/** A cell that a row is to have: made where there is none, or put instead of the one that is there. */
type Awaited = {
  at: number
  made: (column: number, row: number, near: string) => string
  instead: (cell: string, column: number, row: number) => string
}

/** What each row is to have, in the order of its columns: coloured cells, and a sentence beside the table. */
function cellsAwaited(xml: string, { column, heading, marks }: Marking, styleOf: StyleOf): (row: number) => Awaited[] {
  const said = new Map([...marks.map(({ row, sentence }) => [row, sentence] as const), [heading.row, heading.text]])
  const coloured = new Map(marks.map(({ row, columns }) => [row, columns]))
  const beside = firstFree(xml, new Set(said.keys()), column)
  const colouring = (at: number): Awaited => ({
    at,
    made: (at, row, near) => blankCell(at, row, near, styleOf),
    instead: cell => recoloured(cell, styleOf),
  })
  const sentenceCell = (sentence: string): Awaited => ({
    at: beside,
    made: (at, row, near) => textCell(at, row, sentence, near),
    instead: (cell, at, row) => textCell(at, row, sentence, cell),
  })
  return row => {
    const sentence = said.get(row)
    const cells = [...(coloured.get(row) ?? []).map(colouring), ...(sentence === undefined ? [] : [sentenceCell(sentence)])]
    return cells.sort((a, b) => a.at - b.at)
  }
}

/**
 * The first column beside a table in which none of these rows says anything: cells far out that hold a format alone are
 * no reason to go there.
 */
function firstFree(xml: string, rows: ReadonlySet<number>, from: number): number {
  const taken = new Set<number>()
  let row = 0
  let cell = -1
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'row') [row, cell] = [attributes.r ? Number(attributes.r) : row + 1, -1]
      else if (name === 'c') cell = placeOf(attributes.r ?? '')?.[1] ?? cell + 1
      else if (/^(?:v|is|f)$/.test(name) && rows.has(row)) taken.add(cell)
    },
  })
  let column = from
  while (taken.has(column)) column++
  return column
}

function recoloured(cell: string, styleOf: StyleOf): string {
  const [tag = ''] = /^<[^>]*>/.exec(cell) ?? []
  const marked = styleOf(Number(/\ss="(\d+)"/.exec(tag)?.[1] ?? 0))
  const bare = tag.replace(/\ss="\d+"/g, '')
  return marked === null ? cell : bare.replace(/^<([\w:]+)/, `<$1 s="${marked}"`) + cell.slice(tag.length)
}

/** Cells that are put in have the prefix of those around them. */
function prefixOf(tag: string): string {
  return /^<\/?(\w+:)?/.exec(tag)?.[1] ?? ''
}

function blankCell(column: number, row: number, beside: string, styleOf: StyleOf): string {
  const marked = styleOf(0)
  return `<${prefixOf(beside)}c r="${columnName(column)}${row}"${marked === null ? '' : ` s="${marked}"`}/>`
}

/** Text is text: a typed cell is never taken for a formula. */
function textCell(column: number, row: number, text: string, beside: string): string {
  const p = prefixOf(beside)
  const escaped = text.replace(/[&<>]/g, char => lookUp({ '&': '&amp;', '<': '&lt;', '>': '&gt;' }, char)!)
  return `<${p}c r="${columnName(column)}${row}" t="inlineStr"><${p}is><${p}t xml:space="preserve">${escaped}</${p}t></${p}is></${p}c>`
}
