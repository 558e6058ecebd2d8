import type { Attrs, DOMOutputSpec, TagParseRule } from 'prosemirror-model'
import { safeUrl } from '../../../../basis/shared/address/safe-url.ts'
import { lookUp } from '../../../../basis/shared/look-up.ts'

/** How blocks and atoms stand in the page, and so on the clipboard. */
const in_dom: Record<string, (attrs: Attrs) => DOMOutputSpec> = {
  paragraph: () => ['p', 0],
  heading: ({ level }) => [level === 3 ? 'h3' : 'h2', 0],
  quotation: ({ source }) => ['blockquote', { 'data-source': source }, ['p', 0]],
  list: ({ ordered }) => [ordered ? 'ol' : 'ul', 0],
  chart: ({ caption }) => ['ul', { class: 'chart', 'data-caption': caption }, 0],
  note: () => ['p', { class: 'note' }, 0],
  table: () => ['table', ['tbody', 0]],
  footnote: ({ name }) => ['sup', { class: 'footnote', 'data-footnote': name, title: name }, '*'],
  cite: attrs => ['span', { class: 'token', 'data-cite': JSON.stringify(attrs) }, String(attrs.printed || attrs.figure)],
}

export function shownAs(type: string, attrs: Attrs): DOMOutputSpec {
  return lookUp(in_dom, type)?.(attrs) ?? ['div', { [`data-${type}`]: JSON.stringify(attrs) }]
}

const reads: Record<string, TagParseRule[]> = {
  paragraph: [{ tag: 'p' }],
  heading: [
    { tag: 'h1, h2', attrs: { level: null } },
    { tag: 'h3, h4, h5, h6', attrs: { level: 3 } },
  ],
  quotation: [{ tag: 'blockquote', getAttrs: dom => ({ source: dom.dataset.source ?? '' }) }],
  list: [{ tag: 'ol', attrs: { ordered: true } }, { tag: 'ul' }],
  chart: [{ tag: 'ul.chart', priority: 60, getAttrs: dom => ({ caption: dom.dataset.caption ?? '' }) }],
  note: [{ tag: 'p.note', priority: 60 }],
  table: [{ tag: 'table' }],
  footnote: [{ tag: 'sup[data-footnote]', getAttrs: dom => ({ name: dom.dataset.footnote ?? '' }) }],
  cite: [{ tag: 'span[data-cite]', getAttrs: dom => attributesIn(dom.dataset.cite) }],
}

/** What of somebody's page becomes a block or an atom of ours. */
export function rulesOf(type: string): TagParseRule[] {
  return lookUp(reads, type) ?? [{ tag: `div[data-${type}]`, getAttrs: dom => attributesIn(dom.getAttribute(`data-${type}`)) }]
}

function attributesIn(json: string | null | undefined): Attrs | false {
  try {
    return JSON.parse(json ?? '')
  } catch {
    return false
  }
}

type Look = { tag: string; parse: NonNullable<import('prosemirror-model').MarkSpec['parseDOM']> }

export const looks_in_dom: Record<string, Look> = {
  strong: {
    tag: 'strong',
    parse: [{ tag: 'strong' }, { tag: 'b' }],
  },
  emphasis: { tag: 'em', parse: [{ tag: 'em' }, { tag: 'i' }] },
  href: { tag: 'a', parse: [{ tag: 'a[href]', getAttrs: dom => addressIn(dom.getAttribute('href')) }] },
}

function addressIn(href: string | null): Attrs | false {
  const address = safeUrl(href ?? '')
  return address === null ? false : { address }
}
