import { type ParagraphLook, paragraphLookOf, type ResolvedStyle } from '../parts/styles.ts'
import { alternativeOf, childOf, type Element, elementsOf, switchOf, valOf, wordsIn } from '../parts/tree.ts'
import type { Flow, ListPlace, ParagraphFlow, Piece } from './flow.ts'
import { readRuns } from './read-runs.ts'
import { readTable } from './read-table.ts'
import type { Story } from './story.ts'

/** Paragraphs and tables that stand in an element, from above to below. What is not known is walked through. */
export function readFlows(parent: Element, story: Story): Flow[] {
  return joined(elementsOf(parent).flatMap(element => readFlow(element, story)))
}

function readFlow(element: Element, story: Story): Flow[] {
  switch (element.name) {
    case 'p':
      return readParagraph(element, story)
    case 'tbl':
      return readTable(element, story)
    case 'altChunk':
      story.tell('embedded-document')
      return []
    case 'del':
    case 'moveFrom':
      story.tell('deleted-text', wordsIn(element) + wordsIn(element, 'delText'))
      return []
    case 'sectPr':
    case 'sdtPr':
    case 'tblPr':
    case 'customXmlPr':
      return []
    case 'AlternateContent': {
      const way = alternativeOf(element)
      return way ? readFlows(way, story) : []
    }
    case 'oMathPara':
    case 'r':
      return [plainParagraph(readRuns({ name: 'p', attributes: {}, children: [element] }, { look: story.styles.defaults }, story))]
    default:
      return readFlows(element, story)
  }
}

function readParagraph(element: Element, story: Story): Flow[] {
  const properties = childOf(element, 'pPr')
  const style = story.styles.paragraphStyle(valOf(properties, 'pStyle'))
  const look = { ...style.paragraph, ...paragraphLookOf(properties) }
  const pieces = readRuns(element, { look: { ...story.styles.defaults, ...style.run } }, story)
  const paragraph: ParagraphFlow = {
    kind: 'paragraph',
    pieces: pieces.filter(piece => !('box' in piece)),
    styles: style.names,
    outline: outlineOf(look, style),
    centred: look.centred ?? false,
    indent: look.indent ?? 0,
    list: listPlaceOf(look, valOf(properties, 'pStyle'), story),
    goes_on: goesOn(properties) && pieces.length > 0,
    is_boxed: false,
  }
  return [paragraph, ...pieces.flatMap(piece => ('box' in piece ? boxed(readFlows(piece.box, story)) : []))]
}

/**
 * Whether a paragraph is seen as one with the next: its end was deleted, or is hidden, or it is one large letter that
 * begins the other.
 */
function goesOn(properties: Element | undefined): boolean {
  const mark = childOf(properties, 'rPr')
  const drop_cap = childOf(properties, 'framePr')?.attributes.dropCap ?? 'none'
  const is_hidden = switchOf(mark, 'vanish') === true && switchOf(mark, 'specVanish') === true
  return childOf(mark, 'del') !== undefined || childOf(mark, 'moveFrom') !== undefined || is_hidden || drop_cap !== 'none'
}

function boxed(flows: Flow[]): Flow[] {
  return flows.map(flow => (flow.kind === 'paragraph' ? { ...flow, is_boxed: true } : flow))
}

/** A level of the outline, or one by a style that is called a heading. Level 9 of Word's is body text. */
function outlineOf({ outline }: ParagraphLook, { names }: ResolvedStyle): number | null {
  if (outline !== undefined) return outline >= 0 && outline < 9 ? outline : null
  const named = names.map(name => /^heading ([1-9])$/.exec(name)?.[1]).find(level => level !== undefined)
  return named === undefined ? null : Number(named) - 1
}

/** A paragraph's place in a list. Where a style brings the numbering, the level that names the style is meant. */
function listPlaceOf({ list, depth }: ParagraphLook, style: string | undefined, story: Story): ListPlace | null {
  if (list === undefined || list === '0') return null
  const numbered = story.numbering(list)
  if (!numbered) return null
  const of_style = numbered.levels.findIndex(level => level?.style !== undefined && level.style === style)
  const at = depth ?? (of_style < 0 ? 0 : of_style)
  const { format, start } = numbered.levels[at] ?? { format: 'decimal', start: 1 }
  return format === 'none' ? null : { key: `${numbered.abstract} ${list}`, depth: at, ordered: format !== 'bullet', start }
}

function plainParagraph(pieces: Piece[]): ParagraphFlow {
  return { kind: 'paragraph', pieces, styles: [], outline: null, centred: false, indent: 0, list: null, goes_on: false, is_boxed: false }
}

/** Paragraphs whose end was deleted, each with the one in which it goes on: that one's end says how both look. */
function joined(flows: Flow[]): Flow[] {
  const whole: Flow[] = []
  for (const flow of flows) {
    const last = whole.at(-1)
    if (flow.kind === 'paragraph' && last?.kind === 'paragraph' && last.goes_on)
      whole[whole.length - 1] = { ...flow, pieces: [...last.pieces, ...flow.pieces] }
    else whole.push(flow)
  }
  return whole
}
