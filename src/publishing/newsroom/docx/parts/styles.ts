import { childOf, type Element, elementsOf, switchOf, valOf } from './tree.ts'

/** How letters look. */
export type RunLook = { bold?: boolean; italic?: boolean; hidden?: boolean; font?: string }
/**
 * How a paragraph looks: `outline` is its level among headings, from 0; `list` the id of its numbering («0»: none),
 * `depth` its level there; `indent` in twentieths of a point.
 */
export type ParagraphLook = { outline?: number; centred?: boolean; list?: string; depth?: number; indent?: number }

type Style = { id: string; name: string; based_on: string | undefined; run: RunLook; paragraph: ParagraphLook }
/** A style with all that it is based on. `names` are of itself and of those, in small letters, itself first. */
export type ResolvedStyle = { names: string[]; run: RunLook; paragraph: ParagraphLook }

export type Styles = {
  defaults: RunLook
  paragraphStyle: (id: string | undefined) => ResolvedStyle
  runStyle: (id: string) => ResolvedStyle
}

const longest_chain = 30
const unstyled: ResolvedStyle = { names: [], run: {}, paragraph: {} }

export function readStyles(root: Element | null): Styles {
  const elements = root ? elementsOf(root).filter(({ name }) => name === 'style') : []
  const styles = new Map(elements.map(element => [element.attributes.styleId ?? '', styleOf(element)]))
  const standard = elements.find(
    ({ attributes: { type, default: is_default } }) => type === 'paragraph' && /^(1|true|on)$/.test(is_default ?? ''),
  )
  const defaults = runLookOf(childOf(childOf(childOf(root ?? undefined, 'docDefaults'), 'rPrDefault'), 'rPr'))
  const resolved = new Map<string, ResolvedStyle>()
  const resolve = (id: string) => {
    if (!resolved.has(id)) resolved.set(id, merged(chainOf(styles, id)))
    return resolved.get(id)!
  }
  return { defaults, paragraphStyle: id => resolve(id ?? standard?.attributes.styleId ?? ''), runStyle: resolve }
}

function styleOf(element: Element): Style {
  return {
    id: element.attributes.styleId ?? '',
    name: (valOf(element, 'name') ?? '').toLowerCase(),
    based_on: valOf(element, 'basedOn'),
    run: runLookOf(childOf(element, 'rPr')),
    paragraph: paragraphLookOf(childOf(element, 'pPr')),
  }
}

/** A style and what it is based on, the nearest first; one that is based on itself ends where it began. */
function chainOf(styles: Map<string, Style>, id: string): Style[] {
  const chain: Style[] = []
  let style = styles.get(id)
  while (style && chain.length < longest_chain && !chain.includes(style)) {
    chain.push(style)
    style = style.based_on === undefined ? undefined : styles.get(style.based_on)
  }
  return chain
}

function merged(chain: Style[]): ResolvedStyle {
  return chain.reduceRight(
    ({ names, run, paragraph }, style) => ({
      names: [style.name, ...names],
      run: { ...run, ...style.run },
      paragraph: { ...paragraph, ...style.paragraph },
    }),
    unstyled,
  )
}

/** What properties of a run say; what they do not say is left out. */
export function runLookOf(properties: Element | undefined): RunLook {
  if (!properties) return {}
  const [bold, italic, hidden] = ['b', 'i', 'vanish'].map(name => switchOf(properties, name))
  const fonts = childOf(properties, 'rFonts')?.attributes
  const font = fonts?.hAnsi ?? fonts?.ascii
  return {
    ...(bold !== undefined && { bold }),
    ...(italic !== undefined && { italic }),
    ...(hidden !== undefined && { hidden }),
    ...(font !== undefined && { font }),
  }
}

/** What properties of a paragraph say; what they do not say is left out. */
export function paragraphLookOf(properties: Element | undefined): ParagraphLook {
  if (!properties) return {}
  const outline = valOf(properties, 'outlineLvl')
  const aligned = valOf(properties, 'jc')
  const numbering = childOf(properties, 'numPr')
  const list = valOf(numbering, 'numId')
  const depth = valOf(numbering, 'ilvl')
  const indented = childOf(properties, 'ind')?.attributes
  const indent = indented?.left ?? indented?.start
  return {
    ...(outline !== undefined && { outline: Number(outline) }),
    ...(aligned !== undefined && { centred: aligned === 'center' }),
    ...(list !== undefined && { list }),
    ...(depth !== undefined && { depth: Number(depth) }),
    ...(indent !== undefined && { indent: Number(indent) }),
  }
}
