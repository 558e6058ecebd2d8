import { done, type Outcome, type Problem } from '../../../basis/shared/outcome.ts'
import type { CitedBody, CitedInText } from './citation.ts'
import type { Block, BlockOf, Inline } from './declaration.ts'
import { blocksOfLines, type LineBlock } from './lines.ts'
import { normalBody, normalWords } from './normal-body.ts'
import { type InlineCode, readInline } from './read-inline.ts'

export type StructuredCode =
  | InlineCode
  | 'empty-text'
  | 'too-long'
  | 'words-too-long'
  | 'too-many-parts'
  | 'unfit-signs'
  | 'uneven-table'
  | 'unreadable-picture'
/** Characters; the longest article of a newspaper has a fifth of it. */
export const longest_structured = 200_000

/**
 * Reads structured text: blocks with a blank line between them.
 *
 *     ## Heading            ### Smaller heading
 *     A paragraph, with **strong words**, _emphasis_, [a link](https://…) and a number {F16 level=advanced | 02}.
 *     Words with a footnote{^ what it says}.
 *     - an item             1. a numbered item
 *     > Words of somebody
 *     > — who said them
 *     ! A note
 *     | Year | Communes |   (the first row is the head)
 *     ~ 2020: {F16 valid_as_of=2020-12-31}   (a bar of a chart)
 *     ~ — what the chart shows
 *     [[garden | what the picture shows | caption]]
 *     [[ảnh 12 | caption]]   (a photo of the library; without a caption it takes its own)
 *     [[văn bản 12 | caption]]   (an instrument of the register, likewise)
 *
 * A backslash makes the next sign a letter. The answer is a normal body, which may hold signs that none of ours does
 * (`readStructured` asks). Every problem names its line in `limit`.
 */
export function parseStructured(typed: string): Outcome<CitedBody, StructuredCode> {
  if (typed.length > longest_structured) return { ok: false, problems: [{ code: 'too-long', field: 'body', limit: longest_structured }] }
  const problems: Problem<StructuredCode>[] = []
  const citations: CitedInText[] = []
  const body = blocksOfLines(typed.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n')).flatMap(lines => {
    const read = readBlock(lines, citations)
    if (read.ok) return read.value
    problems.push(...read.problems.map(problem => ({ ...problem, field: 'body', limit: lines.at })))
    return []
  })
  if (problems.length > 0) return { ok: false, problems }
  return done(normalBody({ body, citations }))
}

type Read = Outcome<Block[], StructuredCode>

function readBlock({ kind, lines }: LineBlock, citations: CitedInText[]): Read {
  const [first = ''] = lines
  switch (kind) {
    case 'heading':
    case 'subheading':
      return done([{ type: 'heading', text: first, ...(kind === 'subheading' && { level: 3 as const }) }])
    case 'quotation':
      return done([readQuotation(lines)])
    case 'picture':
      return readPicture(first)
    case 'row':
      return readTable(lines, citations)
    case 'bar':
      return readChart(lines, citations)
    case 'item':
    case 'numbered':
      return onEach(lines, citations, items => ({ type: 'list', ...(kind === 'numbered' && { ordered: true as const }), items }))
    case 'note':
      return onEach(lines, citations, ([content]) => ({ type: 'note', content: content! }))
    case 'text':
      return onEach([lines.join(' ')], citations, ([content]) => ({ type: 'paragraph', content: content! }))
  }
}

function onEach(lines: string[], citations: CitedInText[], make: (contents: Inline[][]) => Block): Read {
  const contents: Inline[][] = []
  for (const line of lines) {
    const read = readInline(line, citations)
    if (!read.ok) return read
    contents.push(read.value[0]!)
  }
  return done([make(contents)])
}

/** What stands in the last line after a dash. */
function behindDash(lines: string[]): string | undefined {
  return lines.length > 1 ? /^(?:—|–|--) +(.+)$/.exec(lines.at(-1)!)?.[1] : undefined
}

/** Who said it stands in the last line. */
function readQuotation(lines: string[]): Block {
  const source = behindDash(lines)
  return { type: 'quotation', text: lines.slice(0, source === undefined ? undefined : -1).join(' '), source: source ?? '' }
}

function readChart(lines: string[], citations: CitedInText[]): Read {
  const caption = behindDash(lines)
  const read = onEach(lines.slice(0, caption === undefined ? undefined : -1), citations, items => ({ type: 'chart', items, caption: '' }))
  if (!read.ok) return read
  const [chart] = read.value as [BlockOf<'chart'>]
  return done([{ ...chart, caption: caption ?? '' }])
}

function readPicture(line: string): Read {
  const parts = /^((?:\\.|[^\\\]])*)\]\]$/
    .exec(line)?.[1]
    ?.match(/(?:\\.|[^\\|])+/g)
    ?.map(part => normalWords(part.replace(/\\(.)/g, '$1')))
  const photo = /^(?:ảnh|anh|photo) ([1-9]\d{0,8})$/i.exec(parts?.[0] ?? '')?.[1]
  if (photo !== undefined && parts!.length <= 2) return done([{ type: 'photo', photo: Number(photo), caption: parts![1] ?? '' }])
  const instrument = /^(?:văn bản|van ban|document) ([1-9]\d{0,8})$/i.exec(parts?.[0] ?? '')?.[1]
  if (instrument !== undefined && parts!.length <= 2)
    return done([{ type: 'document', instrument: Number(instrument), caption: parts![1] ?? '' }])
  if (parts?.length !== 3 || parts.includes('')) return { ok: false, problems: [{ code: 'unreadable-picture' }] }
  const [scene, alt, caption] = parts as [string, string, string]
  return done([{ type: 'picture', scene, alt, caption }])
}

function readTable(lines: string[], citations: CitedInText[]): Read {
  const rows: Inline[][][] = []
  for (const line of lines) {
    const read = readInline(line, citations, { cuts_cells: true })
    if (!read.ok) return read
    const cells = read.value
    rows.push(cells.length > 1 && cells.at(-1)!.length === 0 ? cells.slice(0, -1) : cells)
  }
  const [head, ...rest] = rows
  if (rest.some(row => row.length !== head!.length)) return { ok: false, problems: [{ code: 'uneven-table' }] }
  return done([{ type: 'table', head: head!, rows: rest }])
}
