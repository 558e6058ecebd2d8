import { strToU8, type Zippable, zipSync } from 'fflate'
import { lookUp } from '../../src/basis/shared/look-up.ts'

/** What a test's document holds: `body` and the other texts in the tags of Word, written by the functions below. */
export type TestDocument = {
  body: string
  styles?: string
  numbering?: string
  footnotes?: string
  endnotes?: string
  header?: string
  comments?: string
  /**
   * Pictures and other files by their path under `word/`, each led to by a relation with the id of its place: `rIdM1` …
   */
  media?: [path: string, bytes: Uint8Array][]
  /** Links that lead outside, with the ids `rIdL1` … */
  links?: string[]
  /** Parts besides, or instead. */
  parts?: Record<string, string | Uint8Array>
}

const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const spaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  `xmlns:r="${types}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ')

/** Writes a document as Word would, so that no fixture is a file nobody can read. */
export function testDocument({ body, media = [], links = [], parts = {}, ...texts }: TestDocument): Uint8Array {
  const written = Object.entries(texts).filter(([, text]) => text !== undefined) as [string, string][]
  const relations = [
    ...written.map(([name]) => relation(`rId-${name}`, name, `${name}.xml`)),
    ...media.map(([path], i) => relation(`rIdM${i + 1}`, 'image', path)),
    ...links.map((address, i) => relation(`rIdL${i + 1}`, 'hyperlink', address, ' TargetMode="External"')),
  ]
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relationsXml([relation('rId1', 'officeDocument', 'word/document.xml')]),
    'word/document.xml': `${head}<w:document ${spaces}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/_rels/document.xml.rels': relationsXml(relations),
    ...Object.fromEntries(
      written.map(([name, text]) => [`word/${name}.xml`, `${head}<w:${root_of[name]} ${spaces}>${text}</w:${root_of[name]}>`]),
    ),
    ...Object.fromEntries(media.map(([path, bytes]) => [`word/${path}`, bytes])),
    ...parts,
  }
  return zipSync(Object.fromEntries(Object.entries(all).map(([path, part]) => [path, packed(part)])) as Zippable)
}

const root_of: Record<string, string> = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  header: 'hdr',
  comments: 'comments',
}

/** Photos are packed already. */
function packed(part: string | Uint8Array): Zippable[string] {
  return typeof part === 'string' ? strToU8(part) : [part, { level: 0 }]
}

function relation(id: string, type: string, target: string, mode = ''): string {
  return `<Relationship Id="${id}" Type="${types}/${type}" Target="${escaped(target)}"${mode}/>`
}

function relationsXml(list: string[]): string {
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`
}

/** A run: letters with the tags that say how they look. */
export function run(text: string, look = ''): string {
  return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
}

export const bold = '<w:b/>'
export const italic = '<w:i/>'
export const hidden = '<w:vanish/>'
export const centred = '<w:jc w:val="center"/>'

export function inFont(font: string): string {
  return `<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>`
}

/** A paragraph: its runs (a text stands for one run), with the tags that say how it looks. */
export function paragraph(content: string, look = ''): string {
  const runs = content.startsWith('<') ? content : run(content)
  return `<w:p>${look === '' ? '' : `<w:pPr>${look}</w:pPr>`}${content === '' ? '' : runs}</w:p>`
}

export function styled(style: string): string {
  return `<w:pStyle w:val="${style}"/>`
}

export function inList(number: number, depth = 0): string {
  return `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${number}"/></w:numPr>`
}

/** Numberings 1, 2 …, each with one format for three levels. */
export function numberings(...formats: string[]): string {
  const levels = (format: string) =>
    [0, 1, 2].map(at => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%1."/></w:lvl>`).join('')
  const abstracts = formats.map((format, i) => `<w:abstractNum w:abstractNumId="${i}">${levels(format)}</w:abstractNum>`)
  return [...abstracts, ...formats.map((_, i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${i}"/></w:num>`)].join('')
}

export type TestCell = string | { text: string; look: string }

/** A table; a cell is a text, the tags of paragraphs, or either with the tags that say how the cell stands. */
export function table(rows: TestCell[][], row_looks: string[] = []): string {
  const cellXml = (cell: TestCell) => {
    const { text, look } = typeof cell === 'string' ? { text: cell, look: '' } : cell
    return `<w:tc>${look === '' ? '' : `<w:tcPr>${look}</w:tcPr>`}${text.startsWith('<w:p>') || text.startsWith('<w:tbl>') ? text : paragraph(text)}</w:tc>`
  }
  const rowXml = (row: TestCell[], i: number) =>
    `<w:tr>${row_looks[i] ? `<w:trPr>${row_looks[i]}</w:trPr>` : ''}${row.map(cellXml).join('')}</w:tr>`
  return `<w:tbl><w:tblPr/>${rows.map(rowXml).join('')}</w:tbl>`
}

/** A picture in a run. */
export function picture(id: string, { alt = '', inside = '' } = {}): string {
  return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${escaped(alt)}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/>${inside}</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

/** A box of text as Word writes it: once for programs of today, once more for those of before 2010. */
export function textBox(paragraphs: string): string {
  const content = `<w:txbxContent>${paragraphs}</w:txbxContent>`
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
}

/** A field as Word writes most: its code, and what it came to. */
export function field(code: string, shown: string): string {
  const sign = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  return `${sign('begin')}<w:r><w:instrText xml:space="preserve">${escaped(code)}</w:instrText></w:r>${sign('separate')}${shown}${sign('end')}`
}

export function noteMark(kind: 'footnote' | 'endnote', id: number): string {
  return `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`
}

export function note(kind: 'footnote' | 'endnote', id: number, text: string): string {
  return `<w:${kind} w:id="${id}">${paragraph(`<w:r><w:${kind}Ref/></w:r>${run(text)}`)}</w:${kind}>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, char => lookUp({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }, char)!)
}
