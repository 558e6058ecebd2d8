import { DamagedPart, walkXml } from '../../../../platform/office-file/index.ts'

/** A tag with what stands in it. Names are without prefix: `w:t` is `t`. */
export type Element = { name: string; attributes: Readonly<Record<string, string>>; children: (Element | string)[] }

/** A part that is nested deeper than any program writes it. */
export class TooDeep extends Error {}

const deepest = 600
/** Blanks between other tags are of whoever laid out the file. */
const holds_text = new Set(['t', 'delText', 'instrText', 'delInstrText'])
/**
 * Most of a document's tags say what nobody reads: where spelling was checked, how something looked before it was
 * changed, where Word last broke the page.
 */
const unread = new Set([
  ...['proofErr', 'bookmarkStart', 'bookmarkEnd', 'lastRenderedPageBreak', 'permStart', 'permEnd', 'tblGrid', 'tblBorders', 'tcBorders'],
  ...['rPrChange', 'pPrChange', 'sectPrChange', 'tblPrChange', 'tblPrExChange', 'tcPrChange', 'trPrChange', 'numberingChange', 'lang'],
])
const none: Record<string, string> = Object.freeze({})

/** A part as a tree. Null where it is empty. Throws DamagedPart, TooDeep. */
export function readTree(xml: string): Element | null {
  const root: Element = { name: '', attributes: none, children: [] }
  const open = [root]
  let unread_depth = 0
  walkXml(xml, {
    open(name, attributes) {
      if (unread_depth > 0 || unread.has(name)) unread_depth++
      else {
        if (open.length > deepest) throw new TooDeep()
        const element = { name, attributes: bare(attributes), children: [] }
        open.at(-1)!.children.push(element)
        open.push(element)
      }
    },
    text(piece) {
      const parent = open.at(-1)!
      if (unread_depth === 0 && holds_text.has(parent.name)) parent.children.push(piece)
    },
    close() {
      if (unread_depth > 0) unread_depth--
      else if (open.length > 1) open.pop()
      else throw new DamagedPart('a tag is closed that was not open')
    },
  })
  return root.children.find(child => typeof child !== 'string') ?? null
}

function bare(attributes: Record<string, string>): Record<string, string> {
  const said = Object.entries(attributes).filter(([name]) => !/^xmlns\b|(^|:)rsid/.test(name))
  const kept = said.map(([name, value]) => [name.slice(name.indexOf(':') + 1), value] as const)
  return kept.length === 0 ? none : Object.assign(Object.create(null), Object.fromEntries(kept))
}

export function elementsOf({ children }: Element): Element[] {
  return children.filter(child => typeof child !== 'string')
}

export function childOf(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find(child => typeof child !== 'string' && child.name === name) as Element | undefined
}

/** `val` of a child; undefined where it has no such child. */
export function valOf(element: Element | undefined, name: string): string | undefined {
  const child = childOf(element, name)
  return child && (child.attributes.val ?? '')
}

/** A switch: absent undefined, `<w:b/>` true, `<w:b w:val="0"/>` false. */
export function switchOf(element: Element | undefined, name: string): boolean | undefined {
  const value = valOf(element, name)
  return value === undefined ? undefined : !/^(0|false|off)$/i.test(value)
}

/** All elements under one, itself first, in the order of the text. */
export function* within(element: Element): Generator<Element> {
  yield element
  for (const child of element.children) if (typeof child !== 'string') yield* within(child)
}

/** The words in an element, whatever they stand in. */
export function wordsIn(element: Element, holder = 't'): string {
  return [...within(element)]
    .filter(({ name }) => name === holder)
    .map(textIn)
    .join('')
}

export function textIn({ children }: Element): string {
  return children.filter(child => typeof child === 'string').join('')
}

/**
 * What is shown of several ways to draw one thing: the first in which something is that we can read (ISO/IEC 29500-3,
 * 10.2).
 */
export function alternativeOf(element: Element): Element | undefined {
  const ways = elementsOf(element)
  return ways.find(way => [...within(way)].some(({ name }) => readable.has(name))) ?? ways[0]
}

const readable = new Set(['t', 'txbxContent', 'blip', 'imagedata', 'chart', 'relIds', 'textpath', 'OLEObject'])
