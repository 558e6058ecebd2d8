import { Parser } from 'htmlparser2'
import { type Traced, tracedWriter } from '../kinds/traced.ts'
import { cellTracker } from './html-cells.ts'

const UNREAD = new Set(['script', 'style', 'title', 'template', 'noscript', 'svg', 'select', 'textarea'])
const BLOCKS = new Set(
  'p div br hr li ul ol dl dt dd tr table thead tbody h1 h2 h3 h4 h5 h6 section article header footer nav aside main figure figcaption blockquote pre form fieldset address caption body'.split(
    ' ',
  ),
)

/**
 * What a reader sees of a page: a line ends with each block, a cell with a tab; every character knows its place in the
 * source.
 */
export function htmlText(html: string): Traced {
  const out = tracedWriter(html.length)
  const stand = (text: string) => out.stand(text, parser.startIndex, parser.startIndex)
  const cells = cellTracker(stand)
  let unread = 0
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (UNREAD.has(name)) unread++
        if (cells.opens(name, attributes)) return
        if (BLOCKS.has(name)) cells.endLine()
      },
      onclosetag: name => {
        if (UNREAD.has(name)) unread--
        if (cells.closes(name)) return
        if (BLOCKS.has(name)) cells.endLine()
      },
      ontext: text => {
        if (unread === 0) write(text, parser.startIndex, parser.endIndex + 1)
      },
    },
    { decodeEntities: true },
  )
  const write = (text: string, start: number, end: number) => {
    const read = text.replace(/[\r\n\t]/g, ' ')
    if (/\S/.test(read)) cells.beginsText()
    if (end - start === text.length) out.copy(read, start)
    else out.stand(read, start, end)
  }
  parser.end(html)
  return out.done()
}
