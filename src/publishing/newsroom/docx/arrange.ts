import { type DocumentBlock, type DocumentInline, plainText } from './document.ts'
import type { Tell } from './findings.ts'
import { type Flow, type ParagraphFlow, type PictureUse, type Piece, paragraphsIn, type TableFlow } from './flow/flow.ts'
import { dashMarkOf, headingLevelByLook, isCaption, layoutOf, partedCaption } from './looks.ts'
import { joinedText, type NotePlace, runningText } from './running-text.ts'

/**
 * What arranging needs: the places of notes and pictures in the document's lists (null where there is none to be
 * shown).
 */
export type Places = { notePlace: NotePlace; picturePlace: (use: PictureUse) => number | null; tell: Tell }

/**
 * The paragraphs and tables of a document as blocks: what is a heading, a list, a caption, by what they say or else by
 * how they look.
 */
export function arrange(flows: readonly Flow[], places: Places): DocumentBlock[] {
  const arranger = new Arranger(places)
  arranger.place(flows)
  return listsByLook(headingsByLook(arranger.blocks, places.tell), places.tell)
}

/** Lays blocks one below the other. It knows the one that it laid last: a list goes on, a picture gets its caption. */
class Arranger {
  readonly blocks: Draft[] = []
  private readonly places: Places
  /** What the list that was laid last is numbered by, and how far each numbering has come. */
  private list_key = ''
  private readonly counted = new Map<string, number>()

  constructor(places: Places) {
    this.places = places
  }

  place(flows: readonly Flow[]): void {
    for (const flow of flows) {
      if (flow.kind === 'table') this.placeTable(flow)
      else if (flow.outline !== null || flow.list) this.placeWhole(flow)
      else for (const part of partsOf(flow)) 'picture' in part ? this.placePicture(part.picture) : this.placeParagraph(part)
    }
  }

  /** A heading or an item stays one, whatever lines it has; its pictures follow it. */
  private placeWhole(flow: ParagraphFlow): void {
    const content = this.contentOf(flow.pieces)
    if (content.length > 0 && flow.outline !== null) this.placeHeading(flow, content)
    else if (content.length > 0) this.placeItem(flow, content)
    for (const piece of flow.pieces) if ('picture' in piece) this.placePicture(piece.picture)
  }

  private placeHeading({ outline, list }: ParagraphFlow, content: DocumentInline[]): void {
    if (list) this.places.tell('heading-number', plainText(content))
    this.blocks.push({ type: 'heading', level: outline! + 1, content })
  }

  private placeItem({ list }: ParagraphFlow, content: DocumentInline[]): void {
    const { key, depth, ordered, start } = list!
    const last = this.blocks.at(-1)
    const item = { depth, ordered, content }
    const count_key = `${key} ${depth}`
    const number = (this.counted.get(count_key) ?? start - 1) + 1
    this.counted.set(count_key, number)
    if (last?.type === 'list' && (key === this.list_key || depth > 0)) last.items.push(item)
    else {
      this.list_key = key
      this.blocks.push({ type: 'list', start: ordered ? number : 1, items: [item] })
    }
  }

  private placeParagraph(flow: ParagraphFlow): void {
    const content = this.contentOf(flow.pieces)
    const last = this.blocks.at(-1)
    if (content.length === 0) return
    if (flow.styles[0] === 'title') this.blocks.push({ type: 'heading', level: 1, is_title: true, content })
    else if (last?.type === 'picture' && last.caption === '' && isCaption(flow, content)) this.captionBelow(last, flow, content)
    else if (last?.type === 'list' && goesOnInItem(flow)) last.items.at(-1)!.content = joinedText([last.items.at(-1)!.content, content])
    else if (flow.styles.some(name => /^(intense )?quote$|^block text$|^trích dẫn/.test(name)))
      this.blocks.push({ type: 'quotation', content })
    else this.blocks.push({ type: 'paragraph', content, looks_level: headingLevelByLook(flow, content) })
  }

  private captionBelow(picture: PictureDraft, flow: ParagraphFlow, content: DocumentInline[]): void {
    if (isCaption(flow, content) === 'by-look') this.places.tell('caption-by-look', plainText(content))
    this.placeCaption(picture, content)
  }

  private placeCaption(picture: PictureDraft, content: DocumentInline[]): void {
    Object.assign(picture, partedCaption(plainText(content)))
    // A note that is called in a caption has no place in it.
    for (const inline of content) if ('note' in inline) this.blocks.push({ type: 'paragraph', content: [inline], looks_level: null })
  }

  private placePicture(use: PictureUse): void {
    const picture = this.places.picturePlace(use)
    if (picture === null) return
    if (use.is_cropped) this.places.tell('cropped-picture', use.alt)
    this.blocks.push({ type: 'picture', picture, alt: use.alt, caption: '', credit: '' })
  }

  private placeTable(table: TableFlow): void {
    const layout = layoutOf(table)
    const cells = table.rows.flat().map(({ flows }) => flows)
    if (layout === null) this.blocks.push(this.tableOf(table))
    else this.places.tell('layout-table', plainText(this.cellContent(cells.flat())))
    if (layout === 'frame') for (const flows of cells) this.place(flows)
    if (layout === 'letterhead') this.placeLetterhead(cells)
  }

  private placeLetterhead(cells: readonly Flow[][]): void {
    const first = this.blocks.length
    for (const flows of cells) this.place(flows)
    for (const block of this.blocks.slice(first))
      if (block.type === 'paragraph') Object.assign(block, { looks_level: null, is_letterhead: true })
  }

  private tableOf({ columns, head_rows, rows }: TableFlow): Draft {
    const laid = rows.map(row =>
      row.map(cell => ({ content: this.cellContent(cell.flows), column: cell.column, columns: cell.columns, rows: cell.rows })),
    )
    if (laid.flat().some(cell => cell.columns > 1 || cell.rows > 1)) this.places.tell('joined-cells')
    return { type: 'table', columns, head_rows, rows: laid }
  }

  /** A cell holds running text alone. */
  private cellContent(flows: readonly Flow[]): DocumentInline[] {
    for (const flow of flows) if (flow.kind === 'table') this.places.tell('nested-table')
    return joinedText([...paragraphsIn(flows)].map(({ pieces }) => this.contentOf(pieces)))
  }

  private contentOf(pieces: readonly Piece[]): DocumentInline[] {
    return runningText(pieces, this.places.notePlace, this.places.tell)
  }
}

/** A block that may yet become another: a paragraph that looks like a heading of a level. */
type Draft = Exclude<DocumentBlock, { type: 'paragraph' }> | ParagraphDraft
type ParagraphDraft = { type: 'paragraph'; content: DocumentInline[]; looks_level: number | null; is_letterhead?: true }
type PictureDraft = Extract<DocumentBlock, { type: 'picture' }>

/** A paragraph in which a line ends is two; a picture in it stands between what is before and behind. */
function partsOf(flow: ParagraphFlow): (ParagraphFlow | { picture: PictureUse })[] {
  const parts: (ParagraphFlow | { picture: PictureUse })[] = []
  let pieces: Piece[] = []
  const close = () => {
    if (pieces.length > 0) parts.push({ ...flow, pieces })
    pieces = []
  }
  for (const piece of flow.pieces) {
    if ('text' in piece || 'note' in piece) pieces.push(piece)
    else close()
    if ('picture' in piece) parts.push(piece)
  }
  close()
  return parts
}

/** A second paragraph of an item: indented, and in a style for lists. */
function goesOnInItem({ styles, indent, is_boxed }: ParagraphFlow): boolean {
  return !is_boxed && indent >= 360 && styles.some(name => /^list (paragraph|continue)/.test(name))
}

/**
 * What looks like a heading is one if a text stands below it. The first of a document is its title; a letterhead may
 * stand above it.
 */
function headingsByLook(drafts: readonly Draft[], tell: Tell): DocumentBlock[] {
  const has_title = drafts.some(block => block.type === 'heading' && (block.is_title || block.level === 1))
  const [first_text, last_text] = [drafts.findIndex(isText), drafts.findLastIndex(isText)]
  return drafts.map((block, i): DocumentBlock => {
    if (block.type !== 'paragraph') return block
    const { looks_level, content } = block
    if (looks_level === null || i > last_text) return { type: 'paragraph', content }
    tell('heading-by-look', plainText(content))
    const is_title = !has_title && looks_level === 1 && i < first_text
    return { type: 'heading', level: looks_level, ...(is_title && { is_title: true }), content }
  })
}

function isText(block: Draft): boolean {
  if (block.type === 'paragraph') return block.looks_level === null && !block.is_letterhead
  return block.type !== 'heading' && block.type !== 'picture'
}

/** Two or more paragraphs in a row that begin with a typed dash are a list. */
function listsByLook(blocks: readonly DocumentBlock[], tell: Tell): DocumentBlock[] {
  const arranged: DocumentBlock[] = []
  let dashed: DashedParagraph[] = []
  const close = () => {
    if (dashed.length >= 2) arranged.push(listFrom(dashed, tell))
    else arranged.push(...dashed)
    dashed = []
  }
  for (const block of blocks) {
    if (!isDashed(block)) close()
    if (isDashed(block)) dashed.push(block)
    else arranged.push(block)
  }
  close()
  return arranged
}

type DashedParagraph = Extract<DocumentBlock, { type: 'paragraph' }>

function isDashed(block: DocumentBlock): block is DashedParagraph {
  return block.type === 'paragraph' && dashMarkOf(block.content) !== null
}

function listFrom(paragraphs: DashedParagraph[], tell: Tell): DocumentBlock {
  const items = paragraphs.map(({ content }) => {
    const { depth, length } = dashMarkOf(content)!
    tell('list-by-look', plainText(content))
    const [first, ...rest] = content as [Extract<DocumentInline, { text: string }>, ...DocumentInline[]]
    return { depth, ordered: false, content: [{ ...first, text: first.text.slice(length) }, ...rest] }
  })
  const least = Math.min(...items.map(({ depth }) => depth))
  return { type: 'list', start: 1, items: items.map(item => ({ ...item, depth: item.depth - least })) }
}
