import { unzipSync } from 'fflate'

/** Words of a text: letters and digits that stand together, without places where a word may be cut. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .replaceAll('\u00ad', '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** The words of one list that the other has not as often. */
export function without(words: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1)
  return words.filter(word => {
    const n = left.get(word) ?? 0
    if (n > 0) left.set(word, n - 1)
    return n === 0
  })
}

/**
 * What a document says, by plain patterns over its parts and by nothing of the reader's: all texts of the document and
 * its notes but what is deleted, moved away or hidden.
 */
export function writtenWords(bytes: Uint8Array): string[] {
  const parts = unzipSync(bytes)
  const main = Object.keys(parts).find(path => /(^|\/)document\d*\.xml$/i.test(path))
  const notes = Object.keys(parts).filter(path => /(footnotes|endnotes)\.xml$/i.test(path))
  const styles = Object.keys(parts).find(path => /(^|\/)styles\.xml$/i.test(path))
  const hidden = styles ? hiddenStyles(decoded(parts[styles]!)) : []
  return [...(main ? [main] : []), ...notes].flatMap(path => paragraphsOf(decoded(parts[path]!), hidden)).flatMap(wordsOf)
}

/** Styles that hide what is written in them. */
function hiddenStyles(xml: string): string[] {
  const styles = [...xml.matchAll(/<w:style [^>]*w:styleId="([^"]+)"[^>]*>((?:(?!<\/w:style>)[\s\S])*)<\/w:style>/g)]
  return styles.filter(([, , said]) => said!.includes('<w:vanish/>')).map(([, id]) => id!)
}

function decoded(part: Uint8Array): string {
  return new TextDecoder(part[0] === 0xff ? 'utf-16le' : part[0] === 0xfe ? 'utf-16be' : 'utf-8').decode(part)
}

const left_out = [
  /<mc:Fallback\b[\s\S]*?<\/mc:Fallback>/g,
  /<w:(footnote|endnote) [^>]*w:type="(?!normal)[\s\S]*?<\/w:\1>/g,
  /<w:(del|moveFrom) [^>]*[^/]>[\s\S]*?<\/w:\1>/g,
  /<(w:[rpt]+PrChange) [\s\S]*?<\/\1>/g,
  /<w:r\b[^>]*>(?:(?!<\/w:r>)[\s\S])*?<w:vanish\/>(?:(?!<\/w:r>)[\s\S])*?<\/w:r>/g,
]
/** A paragraph whose end was deleted, or that is one large letter: it goes on in the next. */
const goes_on =
  /<w:p(?: [^>]*)?><w:pPr>(?:(?!<\/w:pPr>)[\s\S])*(?:<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*<w:del |<w:framePr [^>]*w:dropCap="(?:drop|margin)")[\s\S]*?<\/w:p>/g

function paragraphsOf(xml: string, hidden: readonly string[]): string[] {
  let rest = left_out.reduce((text, pattern) => text.replace(pattern, ''), xml).replace(/<\/w:rt>/g, '<w:tab/>')
  for (const style of hidden)
    rest = rest.replace(new RegExp(`<w:p(?: [^>]*)?><w:pPr><w:pStyle w:val="${style}"/>[\\s\\S]*?</w:p>`, 'g'), '')
  rest = rest.replace(goes_on, paragraph => paragraph.slice(0, -'</w:p>'.length))
  const boxes: string[] = []
  for (;;) {
    const box = /<w:txbxContent>((?:(?!<w:txbxContent>)[\s\S])*?)<\/w:txbxContent>/.exec(rest)
    if (!box) break
    boxes.push(box[1]!)
    rest = rest.slice(0, box.index) + rest.slice(box.index + box[0].length)
  }
  return [...boxes, rest].flatMap(text => text.split('</w:p>')).map(textOf)
}

const entities = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['amp', '&'],
])

function textOf(paragraph: string): string {
  const texts = [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(?:tab|br|cr|noBreakHyphen)[ /]/g)].map(([, text]) => text ?? ' ')
  return texts.join('').replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, digits, name) => {
    if (hex || digits) return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(digits))
    return entities.get(name) ?? whole
  })
}
