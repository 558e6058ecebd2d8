import { childOf, type Element, elementsOf, valOf } from './tree.ts'

/**
 * One level of a numbering: `format` as Word calls it (decimal, bullet, none …), where it begins, and the style of
 * paragraphs that stand on it.
 */
export type Level = { format: string; start: number; style: string | undefined }

/** A numbering that paragraphs belong to; `abstract` is what several of them share. */
export type Numbered = { abstract: string; levels: Level[] }

export type Numbering = (id: string) => Numbered | undefined

/** Which numbering an id names. One that stands for a style is looked up there. */
export function readNumbering(root: Element | null): Numbering {
  const elements = root ? elementsOf(root) : []
  const abstracts = new Map(
    elements.filter(({ name }) => name === 'abstractNum').map(element => [element.attributes.abstractNumId ?? '', element]),
  )
  const by_style = new Map([...abstracts.values()].map(element => [valOf(element, 'styleLink'), element]))
  const numbers = new Map(elements.filter(({ name }) => name === 'num').map(element => [element.attributes.numId ?? '', element]))
  const read = new Map<string, Numbered | undefined>()
  return id => {
    if (!read.has(id)) read.set(id, numberedOf(numbers.get(id), abstracts, by_style))
    return read.get(id)
  }
}

function numberedOf(
  number: Element | undefined,
  abstracts: Map<string, Element>,
  by_style: Map<string | undefined, Element>,
): Numbered | undefined {
  const abstract = valOf(number, 'abstractNumId')
  const named = abstract === undefined ? undefined : abstracts.get(abstract)
  if (!number || !named) return undefined
  const link = valOf(named, 'numStyleLink')
  const levels = levelsOf((link !== undefined && by_style.get(link)) || named)
  for (const override of elementsOf(number).filter(({ name }) => name === 'lvlOverride')) {
    const at = Number(override.attributes.ilvl ?? 0)
    const own = childOf(override, 'lvl')
    const start = valOf(override, 'startOverride')
    const level = own ? levelOf(own) : (levels[at] ?? { format: 'decimal', start: 1, style: undefined })
    if (at >= 0 && at < 9) levels[at] = start === undefined ? level : { ...level, start: Number(start) }
  }
  return { abstract: abstract!, levels }
}

function levelsOf(abstract: Element): Level[] {
  const levels: Level[] = []
  for (const element of elementsOf(abstract)) {
    const at = Number(element.attributes.ilvl)
    if (element.name === 'lvl' && at >= 0 && at < 9) levels[at] = levelOf(element)
  }
  return levels
}

function levelOf(element: Element): Level {
  return {
    format: valOf(element, 'numFmt') ?? 'decimal',
    start: Number(valOf(element, 'start') ?? 1),
    style: valOf(element, 'pStyle'),
  }
}
