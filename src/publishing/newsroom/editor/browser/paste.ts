import { DOMParser, type ParseOptions, type Slice } from 'prosemirror-model'
import { readLegacy, readsAsLegacy } from '../../../../basis/quantity/index.ts'
import { safeUrl } from '../../../../basis/shared/address/safe-url.ts'
import { oneLine } from '../../../../basis/shared/vietnamese.ts'
import { atoms } from '../../body/declaration.ts'
import { schema } from '../doc/schema.ts'
import type { EditorWords } from './words.ts'

export type Dropped = keyof EditorWords['dropped']
export type PasteReport = Partial<Record<Dropped, number>>

/**
 * Reads what is pasted, out of Word and the web: brings it into the blocks of a body first, and tells what was dropped
 * or made otherwise.
 */
export class PasteParser extends DOMParser {
  readonly #tell: (report: PasteReport) => void

  constructor(tell: (report: PasteReport) => void) {
    super(schema, DOMParser.fromSchema(schema).rules)
    this.#tell = tell
  }

  override parseSlice(dom: Node, options?: ParseOptions): Slice {
    const report: PasteReport = {}
    if (dom instanceof HTMLElement && !dom.querySelector('[data-pm-slice]')) cleanPasted(dom, report)
    if (Object.keys(report).length > 0) this.#tell(report)
    return super.parseSlice(dom, options)
  }
}

/** Brings pasted elements into ours, in place. Old letters first: they are known by their font, which goes. */
function cleanPasted(dom: HTMLElement, report: PasteReport): void {
  const tell = (what: Dropped, n = 1) => {
    report[what] = (report[what] ?? 0) + n
  }
  for (const part of dom.querySelectorAll('[style*="mso-hide:all"], style, script, meta, title, link, xml')) part.remove()
  settleLetters(dom, tell)
  marksOfStyles(dom)
  moveNotes(dom, tell)
  listsOfWord(dom)
  dropObjects(dom, tell)
  partCells(dom, tell)
  flattenLists(dom, tell)
  plainLinks(dom, tell)
}

type Tell = (what: Dropped, n?: number) => void

/** As it was written: the policy of the page keeps the browser from reading it. */
function styleOf(run: HTMLElement): string {
  return run.getAttribute('style') ?? ''
}

/** What is bold or italic by its style is so by its element. */
function marksOfStyles(dom: HTMLElement): void {
  for (const [tag, style] of [
    ['strong', /font-weight:\s*(?:bold|[6-9]00)/i],
    ['em', /font-style:\s*italic/i],
  ] as const)
    for (const run of dom.querySelectorAll<HTMLElement>('span[style]')) {
      if (!style.test(styleOf(run))) continue
      const marked = document.createElement(tag)
      marked.append(...run.childNodes)
      run.append(marked)
    }
  for (const run of dom.querySelectorAll<HTMLElement>('b[style]'))
    if (/font-weight:\s*(?:normal|400)/i.test(styleOf(run))) run.replaceWith(...run.childNodes)
}

/** .VnTime and VNI, by the font of each run. */
function settleLetters(dom: HTMLElement, tell: Tell): void {
  for (const run of dom.querySelectorAll<HTMLElement>('[style*="font-family"], font[face]')) {
    const font = `${/font-family:([^;]*)/i.exec(styleOf(run))?.[1] ?? ''} ${run.getAttribute('face') ?? ''}`
    const letters = /\.vn/i.test(font) ? 'TCVN3' : /\bvni/i.test(font) ? 'VNI' : null
    const text = run.textContent ?? ''
    if (letters === null || /[\u0100-\u1fff]/.test(text) || !readsAsLegacy(text, letters)) continue
    const is_capital = letters === 'TCVN3' && /\.vn\w*h\b/i.test(font)
    const walk = document.createTreeWalker(run, NodeFilter.SHOW_TEXT)
    while (walk.nextNode()) {
      const read = readLegacy(walk.currentNode.nodeValue ?? '', letters)
      walk.currentNode.nodeValue = is_capital ? read.toUpperCase() : read
    }
    tell('letters')
  }
}

/**
 * Footnotes and endnotes of Word stand in a list at the end: each comes to the place that calls it. What nothing calls,
 * or is too long, becomes a note.
 */
function moveNotes(dom: HTMLElement, tell: Tell): void {
  for (const call of dom.querySelectorAll<HTMLElement>('a[href^="#_ftn"], a[href^="#_edn"]')) {
    const id = call.getAttribute('href')!.slice(2)
    const note = Array.from(dom.querySelectorAll<HTMLElement>('div[id]')).find(one => one.id === id)
    if (!note) continue
    for (const back of note.querySelectorAll('a[href^="#_ftnref"], a[href^="#_ednref"]')) back.remove()
    const says = oneLine(note.textContent ?? '')
    if (says === '' || says.length > atoms.footnote.most) continue
    const sign = document.createElement('sup')
    sign.dataset.footnote = says
    call.replaceWith(sign)
    note.remove()
    tell('footnotes')
  }
  for (const note of dom.querySelectorAll<HTMLElement>(
    '[style*="mso-element:footnote"] p, [style*="mso-element:endnote"] p, .MsoFootnoteText, .MsoEndnoteText',
  )) {
    if (note.tagName !== 'P' || note.className === 'note') continue
    note.className = 'note'
    tell('notes')
  }
  for (const line of dom.querySelectorAll('[style*="mso-element:footnote-list"] > hr, hr')) line.remove()
}

/** Word writes items as paragraphs that begin with their bullet. */
function listsOfWord(dom: HTMLElement): void {
  let open: HTMLElement | null = null
  for (const line of Array.from(dom.querySelectorAll<HTMLElement>('p[style*="mso-list"], p[class*="MsoListParagraph"]'))) {
    const bullet = line.querySelector<HTMLElement>('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]')
    if (!bullet) continue
    const tag = /^\s*[\dA-Za-z]{1,4}[.)]/.test(bullet.textContent ?? '') ? 'ol' : 'ul'
    bullet.remove()
    const item = document.createElement('li')
    item.append(...line.childNodes)
    if (!open || open !== line.previousElementSibling || open.localName !== tag) {
      open = document.createElement(tag)
      line.before(open)
    }
    open.append(item)
    line.remove()
  }
}

function dropObjects(dom: HTMLElement, tell: Tell): void {
  for (const [what, selector] of [
    ['pictures', 'img, picture, svg, v\\:imagedata'],
    ['objects', 'object, embed, iframe, video, audio, canvas, button, input, select, textarea'],
  ] as const) {
    const found = dom.querySelectorAll(selector)
    for (const part of found) part.remove()
    if (found.length > 0) tell(what, found.length)
  }
}

/** A cell over several columns or rows leaves empty cells beside it; rows are filled to one length. */
function partCells(dom: HTMLElement, tell: Tell): void {
  for (const table of dom.querySelectorAll('table')) {
    const rows = Array.from(table.rows)
    for (const [i, row] of rows.entries())
      for (const cell of Array.from(row.cells)) {
        const { colSpan, rowSpan, cellIndex } = cell
        if (colSpan > 1 || rowSpan > 1) tell('spans')
        cell.removeAttribute('colspan')
        cell.removeAttribute('rowspan')
        for (let n = 1; n < Math.min(colSpan, 20); n++) cell.after(document.createElement(cell.localName))
        for (const below of rows.slice(i + 1, i + rowSpan))
          for (let n = 0; n < Math.min(colSpan, 20); n++) below.insertCell(Math.min(cellIndex, below.cells.length))
      }
    const most = Math.max(0, ...rows.map(({ cells }) => cells.length))
    for (const [i, row] of rows.entries()) {
      while (row.cells.length < most) row.append(document.createElement('td'))
      for (const cell of Array.from(row.cells)) asCell(cell, i === 0 ? 'th' : 'td')
    }
  }
}

/** Blocks in a cell are lines of its text; the first row is the head. */
function asCell(cell: HTMLTableCellElement, tag: 'th' | 'td'): void {
  const made = document.createElement(tag)
  made.append(...cell.childNodes)
  for (const block of made.querySelectorAll('p, div, li, h1, h2, h3, h4, h5, h6')) block.after(' ')
  for (const block of Array.from(made.querySelectorAll('p, div, li, ul, ol, h1, h2, h3, h4, h5, h6, blockquote')))
    block.replaceWith(...block.childNodes)
  cell.replaceWith(made)
}

/** A list in a list comes out of it behind its item. */
function flattenLists(dom: HTMLElement, tell: Tell): void {
  for (const list of Array.from(dom.querySelectorAll('li ul, li ol, ul > ul, ul > ol, ol > ul, ol > ol')).reverse()) {
    const item = list.parentElement?.closest('li') ?? list.previousElementSibling
    tell('nested')
    if (item) item.after(...list.children)
    else list.before(...list.children)
    list.remove()
  }
  for (const block of Array.from(dom.querySelectorAll('li p, li div, blockquote p, blockquote div')))
    block.replaceWith(...block.childNodes, ' ')
}

function plainLinks(dom: HTMLElement, tell: Tell): void {
  for (const link of Array.from(dom.querySelectorAll<HTMLAnchorElement>('a'))) {
    const address = link.getAttribute('href')
    if (address !== null && safeUrl(address) !== null) continue
    if (address !== null && !address.startsWith('#')) tell('links')
    link.replaceWith(...link.childNodes)
  }
}
