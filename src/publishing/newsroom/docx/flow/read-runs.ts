import { drawsCapitals, lettersOfFont } from '../../../../platform/office-file/index.ts'
import { safeUrl } from '../../../../platform/web/index.ts'
import { type RunLook, runLookOf } from '../parts/styles.ts'
import { alternativeOf, childOf, type Element, elementsOf, textIn, valOf, within, wordsIn } from '../parts/tree.ts'
import { unknown_sign } from '../running-text.ts'
import type { Piece } from './flow.ts'
import { readGraphic } from './read-graphics.ts'
import type { Story } from './story.ts'
import { signOf } from './symbols.ts'

/** Where runs stand: how letters look there before a run says anything, and where a link around them leads. */
type Place = { look: RunLook; href?: string | undefined }

/**
 * What stands in a paragraph, or in anything around runs. What is not known is walked through: no words are lost for a
 * tag that Word invents next.
 */
export function readRuns(parent: Element, place: Place, story: Story): Piece[] {
  return elementsOf(parent).flatMap(element => readRunLevel(element, place, story))
}

function readRunLevel(element: Element, place: Place, story: Story): Piece[] {
  switch (element.name) {
    case 'pPr':
    case 'rPr':
    case 'sdtPr':
    case 'sdtEndPr':
    case 'smartTagPr':
    case 'customXmlPr':
      return []
    case 'r':
      return isMath(element) ? readMath(element, place, story) : readRun(element, place, story)
    case 'del':
    case 'moveFrom':
      return dropDeleted(element, story)
    case 'ins':
      story.tell('inserted-text', wordsIn(element))
      return readRuns(element, place, story)
    case 'hyperlink':
      return readRuns(element, { ...place, href: linkOf(element, story) ?? place.href }, story)
    case 'fldSimple':
      return readRuns(element, { ...place, href: linkOfField(element.attributes.instr ?? '', story) ?? place.href }, story)
    case 'oMath':
    case 'oMathPara':
      return readMath(element, place, story)
    case 'AlternateContent': {
      const way = alternativeOf(element)
      return way ? readRuns(way, place, story) : []
    }
    default:
      return isOfRun(element) ? readInRun(element, place.look, place.href, story) : readRuns(element, place, story)
  }
}

/** What stands in runs as a rule; some programs write it beside them. */
const of_run = new Set([
  't',
  'sym',
  'drawing',
  'pict',
  'object',
  'br',
  'tab',
  'cr',
  'noBreakHyphen',
  'softHyphen',
  'fldChar',
  'instrText',
  'delText',
])

function isOfRun({ name }: Element): boolean {
  return of_run.has(name)
}

/** Runs of an equation are called runs too, and say how letters look in a way of their own. */
function isMath(run: Element): boolean {
  return run.children.length > 0 && elementsOf(run).some(({ name }) => name === 'sty' || name === 'scr')
}

function readMath(element: Element, { look, href }: Place, story: Story): Piece[] {
  const text = wordsIn(element)
  story.tell('equation', text)
  return addText(text, look, href, story)
}

/** What was deleted, with the notes that were called there. */
function dropDeleted(element: Element, story: Story): Piece[] {
  story.tell('deleted-text', wordsIn(element, 'delText') + wordsIn(element))
  for (const { name, attributes } of within(element))
    if (name === 'footnoteReference' || name === 'endnoteReference') story.deleted_notes.add(`${name} ${attributes.id}`)
  return []
}

function readRun(run: Element, { look: around, href }: Place, story: Story): Piece[] {
  const properties = childOf(run, 'rPr')
  const style = valOf(properties, 'rStyle')
  const look = { ...around, ...(style !== undefined && story.styles.runStyle(style).run), ...runLookOf(properties) }
  return elementsOf(run).flatMap(element => (element.name === 'rPr' ? [] : readInRun(element, look, href, story)))
}

function readInRun(element: Element, look: RunLook, href: string | undefined, story: Story): Piece[] {
  const say = (text: string) => addText(text, look, href, story)
  switch (element.name) {
    case 't':
      return say(textIn(element))
    case 'delText':
    case 'delInstrText':
      story.tell('deleted-text', textIn(element))
      return []
    case 'fldChar':
      return say(story.fields.turn(element))
    case 'instrText':
      story.fields.say(textIn(element))
      return []
    case 'sym':
      return say(symbolIn(element, story))
    case 'tab':
    case 'ptab':
      return say(' ')
    case 'noBreakHyphen':
      return say('\u2011')
    case 'softHyphen':
      return lettersOfFont(look.font) === 'TCVN3' ? say('\u00ad') : []
    case 'br':
    case 'cr':
      return story.fields.are_code || look.hidden ? [] : [{ ends_line: true }]
    case 'footnoteReference':
    case 'endnoteReference':
      return look.hidden
        ? []
        : [{ note: { kind: element.name === 'footnoteReference' ? 'footnote' : 'endnote', id: element.attributes.id ?? '' } }]
    case 'commentReference':
    case 'annotationRef':
    case 'footnoteRef':
    case 'endnoteRef':
      return []
    case 'drawing':
    case 'pict':
    case 'object':
      return look.hidden ? [] : readGraphic(element, story)
    case 'AlternateContent': {
      const way = alternativeOf(element)
      return way ? elementsOf(way).flatMap(inner => readInRun(inner, look, href, story)) : []
    }
    case 'ruby':
      return readRuby(element, { look, href }, story)
    default:
      return readRuns(element, { look, href }, story)
  }
}

/** How a word is said stands behind it. */
function readRuby(ruby: Element, place: Place, story: Story): Piece[] {
  const [base, said] = ['rubyBase', 'rt'].map(name => childOf(ruby, name))
  const pieces = said ? readRuns(said, place, story) : []
  return [...(base ? readRuns(base, place, story) : []), ...(pieces.length > 0 ? [{ text: '(' }, ...pieces, { text: ')' }] : [])]
}

function addText(text: string, look: RunLook, href: string | undefined, story: Story): Piece[] {
  if (text === '') return []
  if (story.fields.are_code) {
    story.tell('field-code', text)
    return []
  }
  if (look.hidden) {
    story.tell('hidden-text', text)
    return []
  }
  const leads_to = href ?? linkOfField(story.fields.shown_of, story)
  const letters = lettersOfFont(look.font)
  return [
    {
      text: letters ? text.replace(/[\uf020-\uf0ff]/g, own => String.fromCharCode(own.charCodeAt(0) - 0xf000)) : text,
      ...(look.bold && { strong: true }),
      ...(look.italic && { emphasis: true }),
      ...(leads_to !== undefined && { href: leads_to }),
      ...(letters && { letters }),
      ...(drawsCapitals(look.font) && { is_capital: true }),
    },
  ]
}

function symbolIn({ attributes: { font = '', char = '' } }: Element, story: Story): string {
  const sign = /^[0-9a-f]{1,4}$/i.test(char) ? signOf(font, Number.parseInt(char, 16)) : null
  if (sign === null) story.tell('unknown-symbol', `${font} ${char}`)
  return sign ?? unknown_sign
}

/** Where a link leads; a place in the document itself is none that a reader of an article has. */
function linkOf({ attributes: { id, anchor } }: Element, story: Story): string | undefined {
  const relation = id === undefined ? undefined : story.relations.get(id)
  return relation?.is_outside ? safeLink(anchor ? `${relation.path}#${anchor}` : relation.path, story) : undefined
}

function linkOfField(code: string, story: Story): string | undefined {
  const address = /^\s*HYPERLINK\s+(?:"([^"]+)"|([^\s\\"]+))/i.exec(code)
  return address ? safeLink((address[1] ?? address[2])!, story) : undefined
}

function safeLink(address: string, story: Story): string | undefined {
  const safe = address.startsWith('/') ? null : safeUrl(address)
  if (safe !== null && safe.length <= 2000) return safe
  story.tell('unsafe-link', address)
  return undefined
}
