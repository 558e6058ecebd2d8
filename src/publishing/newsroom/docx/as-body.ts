import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { type Block, body_shape, type Inline } from '../body/body.ts'
import { normalBody } from '../body/normal-body.ts'
import { longest_structured } from '../body/parse-structured.ts'
import { printStructured } from '../body/print-structured.ts'
import {
  type DocumentBlock,
  type DocumentCell,
  type DocumentInline,
  type DocumentPicture,
  plainText,
  type WordDocument,
} from './document.ts'
import { type DocumentFinding, openFindings, type Tell } from './findings.ts'
import { type Footnotes, footnotesOf } from './footnotes-of.ts'
import { partHead } from './part-head.ts'

/**
 * A document as a draft: what stands apart in the room's form (empty where it has none), and its text in the room's
 * blocks; `findings` are the reader's with what these blocks cannot say. A photo stands in the text by its place in
 * `pictures`, from 1, until `settlePhotos` gives it its number in the library; `credits` says who took which.
 */
export type DocumentBody = {
  title: string
  lead: string
  byline: string
  body: Block[]
  pictures: DocumentPicture[]
  credits: string[]
  findings: DocumentFinding[]
}

export type BodyCode = 'no-text' | 'too-many-blocks' | 'too-many-letters'

const most_blocks = 2000

/**
 * A document in the room's blocks. Refusals at `file`: no-text, too-many-blocks, too-many-letters (of structured text),
 * both with their limit.
 */
export function asBody(document: WordDocument): Outcome<DocumentBody, BodyCode> {
  const { tell, list } = openFindings()
  const { blocks, ...head } = partHead(document.blocks, tell)
  const top = Math.min(...blocks.flatMap(block => (block.type === 'heading' ? block.level : [])))
  const footnotes = footnotesOf({ notes: document.notes, blocks })
  const text = blocks.flatMap(block => blocksOf(block, { tell, footnotes }).map(made => asSubheading(made, block, top)))
  const notes = document.notes.flatMap(({ content }, i) => (footnotes.has(i) ? [] : noteOf(content, i, { tell, footnotes })))
  const whole = normalBody({ body: [...text, ...notes], citations: [] })
  const field = 'file'
  if (whole.body.length === 0) return refused({ code: 'no-text', field })
  if (whole.body.length > most_blocks) return refused({ code: 'too-many-blocks', field, limit: most_blocks })
  if (printStructured(whole).length > longest_structured) return refused({ code: 'too-many-letters', field, limit: longest_structured })
  return done({
    ...head,
    body: body_shape.parse(whole.body),
    pictures: document.pictures,
    credits: creditsOf(document),
    findings: [...document.findings, ...list()],
  })
}

/** What a document's blocks are made into others with. */
type With = { tell: Tell; footnotes: Footnotes }

function noteOf(content: readonly DocumentInline[], i: number, { tell, footnotes }: With): Block[] {
  tell('note-moved', plainText(content))
  return partsOf([{ text: `[${i + 1}] ` }, ...inlinesOf(content, footnotes)]).map(content => ({ type: 'note', content }))
}

/** The room has two levels of headings: the highest of a document is the first, all others are the second. */
function asSubheading(made: Block, from: DocumentBlock, top: number): Block {
  return made.type === 'heading' && from.type === 'heading' && from.level > top ? { ...made, level: 3 } : made
}

function blocksOf(block: DocumentBlock, made: With): Block[] {
  const { footnotes } = made
  switch (block.type) {
    case 'heading':
    case 'quotation': {
      const text = marked(block.content)
      if (text.length > longest_piece) return paragraphsOf(inlinesOf(block.content, footnotes))
      return [block.type === 'heading' ? { type: 'heading', text } : { type: 'quotation', text, source: '' }]
    }
    case 'paragraph':
      return paragraphsOf(inlinesOf(block.content, footnotes))
    case 'list':
      return listOf(block, made)
    case 'table':
      return tableOf(block, made)
    case 'picture':
      return placeOf(block)
  }
}

const longest_caption = 500

/** Where a photo stands; what was written below it that is too long for a caption follows as text. */
function placeOf({ picture, alt, caption }: PictureBlock): Block[] {
  const said = caption || alt
  if (said.length <= longest_caption) return [{ type: 'photo', photo: picture + 1, caption: said }]
  return [{ type: 'photo', photo: picture + 1, caption: '' }, ...paragraphsOf([{ text: said, emphasis: true }])]
}

type PictureBlock = Extract<DocumentBlock, { type: 'picture' }>

/** Who took each picture, by its place; empty where nobody is named. */
function creditsOf({ blocks, pictures }: WordDocument): string[] {
  const placed = blocks.filter((block): block is PictureBlock => block.type === 'picture')
  return pictures.map((_, i) => placed.find(({ picture, credit }) => picture === i && credit !== '')?.credit ?? '')
}

function paragraphsOf(content: Inline[]): Block[] {
  return partsOf(content).map(content => ({ type: 'paragraph', content }))
}

const longest_piece = 20_000
const most_pieces = 2000

/** A note that is no footnote is called by its number in brackets. */
function inlinesOf(content: readonly DocumentInline[], footnotes: Footnotes): Inline[] {
  return content.map((inline): Inline => {
    if (!('note' in inline)) return inline
    const footnote = footnotes.get(inline.note)
    return footnote === undefined ? { text: ` [${inline.note + 1}]` } : { footnote }
  })
}

function marked(content: readonly DocumentInline[]): string {
  return content.map(inline => ('note' in inline ? ` [${inline.note + 1}]` : inline.text)).join('')
}

function lengthOf(content: readonly Inline[]): number {
  return content.reduce((sum, inline) => sum + ('text' in inline ? inline.text.length : 0), 0)
}

/** Running text in parts that a block may hold: as a rule one. */
function partsOf(content: readonly Inline[]): Inline[][] {
  const parts: Inline[][] = [[]]
  let length = 0
  for (const inline of content.flatMap(cut)) {
    const last = parts.at(-1)!
    length += lengthOf([inline])
    if (last.length < most_pieces && length <= longest_piece) last.push(inline)
    else {
      parts.push([inline])
      length = lengthOf([inline])
    }
  }
  return parts
}

/** A piece at its blanks, none longer than a piece may be; a word that is longer is cut. */
function cut(inline: Inline): Inline[] {
  if (!('text' in inline) || inline.text.length <= longest_piece) return [inline]
  const blank = inline.text.lastIndexOf(' ', longest_piece - 1)
  const at = blank > 0 ? blank : inline.text.slice(0, longest_piece).isWellFormed() ? longest_piece : longest_piece - 1
  return [{ ...inline, text: inline.text.slice(0, at) }, ...cut({ ...inline, text: inline.text.slice(at) })]
}

const most_items = 500

/** The room's lists have one level: what stands deeper goes on in the item above it, behind a dash. */
function listOf({ start, items }: Extract<DocumentBlock, { type: 'list' }>, { tell, footnotes }: With): Block[] {
  const [first] = items
  const flat: { ordered: boolean; content: Inline[] }[] = []
  if (start !== 1) tell('list-restarts', plainText(first!.content))
  if (items.some(({ depth }) => depth > first!.depth)) tell('list-flattened', plainText(first!.content))
  for (const { depth, ordered, content } of items) {
    const above = flat.at(-1)
    if (above && depth > first!.depth) above.content.push({ text: ' – ' }, ...inlinesOf(content, footnotes))
    else flat.push({ ordered, content: inlinesOf(content, footnotes) })
  }
  const parted = flat.flatMap(({ ordered, content }) => partsOf(content).map(content => ({ ordered, content })))
  return runsOf(parted).map(run => ({
    type: 'list',
    ...(run[0]!.ordered && { ordered: true as const }),
    items: run.map(({ content }) => content),
  }))
}

/** Items in a row of one kind, at most as many as a list may have. */
function runsOf<T extends { ordered: boolean }>(items: readonly T[]): T[][] {
  const runs: T[][] = []
  for (const item of items) {
    const last = runs.at(-1)
    if (last && last[0]!.ordered === item.ordered && last.length < most_items) last.push(item)
    else runs.push([item])
  }
  return runs
}

const most_columns = 20
const most_rows = 500
const most_in_cell = 200

/**
 * A table with a head of one row, each row as wide as it. One that is larger than the room's becomes a paragraph a row.
 */
function tableOf({ columns, head_rows, rows }: Extract<DocumentBlock, { type: 'table' }>, { tell, footnotes }: With): Block[] {
  const [first] = rows
  const even = rows.map(row => evenRow(row, Math.min(columns, most_columns), footnotes))
  const is_too_large = even.flat().some(cell => cell.length > most_in_cell || lengthOf(cell) > longest_piece)
  if (columns > most_columns || rows.length > most_rows || is_too_large) {
    tell('layout-table', plainText(first![0]?.content ?? []))
    return rows.flatMap(row =>
      paragraphsOf(row.flatMap((cell, i) => [...(i === 0 ? [] : [{ text: ' | ' }]), ...inlinesOf(cell.content, footnotes)])),
    )
  }
  const [head, ...rest] = even
  if (head_rows === 0) tell('table-head', first!.map(({ content }) => plainText(content)).join(' | '))
  return [{ type: 'table', head: head!, rows: rest }]
}

function evenRow(row: readonly DocumentCell[], columns: number, footnotes: Footnotes): Inline[][] {
  const cells: Inline[][] = Array.from({ length: columns }, () => [])
  for (const { content, column } of row) cells[column]?.push(...inlinesOf(content, footnotes))
  return cells
}
