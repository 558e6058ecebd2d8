/**
 * A part of a page as axe sees it: an element among its ancestors, in a look. The same number is the same to every
 * rule.
 */
export type Part = number

/** `bones`: the parts without what follows from the lengths of texts, so that pages of one kind have the same. */
export type Shape = { parts: Part[]; bones: Part[] }

/**
 * The distinct parts of the page at hand, below `within` (a CSS selector): each element by its tag, classes, role and
 * attributes, its ancestors, the element before it, whether it says anything, is seen, is small to touch or runs over;
 * with them the row of headings, and how wide, dark or forced the page is. What is written, and how often, is left out:
 * a list of ten people has the shape of a list of three. Its bones leave out the element before, whether it is small to
 * touch and runs over, and of the row of headings keep each step. Runs inside the page.
 */
export function partsOf(within: string): Shape {
  const parts = new Set<number>()
  const bones = new Set<number>()
  const free = new Set([
    'href',
    'src',
    'srcset',
    'id',
    'name',
    'for',
    'value',
    'alt',
    'title',
    'aria-label',
    'content',
    'action',
    'd',
    'datetime',
    'placeholder',
  ])
  const referring = new Set(['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'headers', 'form'])
  const look = [
    innerWidth,
    ...['dark', 'light'].map(is => matchMedia(`(prefers-color-scheme: ${is})`).matches),
    matchMedia('(forced-colors: active)').matches,
  ]
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => tagName)
  const rows = headings.filter((level, i) => level !== headings[i - 1])
  const top = mixed(`${look} ${Boolean(document.title)}`, 0)
  parts.add(mixed(`${rows}`, top))
  for (const [i, level] of rows.entries()) bones.add(mixed(`${rows[i - 1]} ${level}`, top))
  for (const element of document.querySelectorAll(within)) walk(element, top)
  return { parts: [...parts], bones: [...bones] }

  /** Adds the part that an element is, and those below it; whether any of them says something. */
  function walk(element: Element, above: number): boolean {
    const own = mixed(describe(element), above)
    let says =
      [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.nodeValue!.trim() !== '') ||
      Boolean(element.getAttribute('alt'))
    for (const child of element.children) says = walk(child, own) || says
    const is_seen = element.checkVisibility({ visibilityProperty: true })
    bones.add(mixed(`${says} ${is_seen}`, own))
    parts.add(mixed(`${says} ${is_seen} ${element.previousElementSibling?.tagName} ${placed(element)}`, own))
    return says
  }

  function describe(element: Element): string {
    return [element.tagName, ...[...element.attributes].map(told).sort()].join(' ')
  }

  function told({ name, value }: Attr): string {
    if (referring.has(name)) return `${name}:${value.split(/\s+/).map(id => document.getElementById(id)?.tagName)}`
    if (name === 'id') return `id:${document.querySelectorAll(`[id="${CSS.escape(value)}"]`).length}`
    return `${name}=${free.has(name) ? value.trim() !== '' : value}`
  }

  function placed(element: Element): string {
    const { width, height } = element.getBoundingClientRect()
    return `${Math.min(width, height) < 24} ${element.scrollWidth > element.clientWidth} ${element.scrollHeight > element.clientHeight}`
  }

  /** FNV-1a over the text, begun from another number: 32 bits, and 21 more so that two of ten thousand do not meet. */
  function mixed(text: string, begun: number): number {
    let low = (begun ^ 0x811c9dc5) >>> 0
    let high = (Math.floor(begun / 2 ** 32) ^ 0x9e3779b9) >>> 0
    for (let i = 0; i < text.length; i += 1) {
      low = Math.imul(low ^ text.charCodeAt(i), 0x01000193) >>> 0
      high = Math.imul(high ^ text.charCodeAt(i), 0x85ebca6b) >>> 0
    }
    return (high & 0x1fffff) * 2 ** 32 + low
  }
}
