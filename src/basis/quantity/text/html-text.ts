import { Parser } from 'htmlparser2'
import { type Traced, tracedWriter } from '../kinds/traced.ts'

const UNREAD = new Set(['script', 'style', 'title', 'template', 'noscript', 'svg', 'select', 'textarea'])
const CELLS = new Set(['td', 'th'])
const BLOCKS = new Set(
  'p div br hr li ul ol dl dt dd tr table thead tbody h1 h2 h3 h4 h5 h6 section article header footer nav aside main figure figcaption blockquote pre form fieldset address caption body'.split(
    ' ',
  ),
)

/** Stands in an empty cell, so that those behind it stay in their columns. */
const NOTHING = '–'

/**
 * What a reader sees of a page: a line ends with each block, a cell with a tab; every character knows its place in the
 * source.
 */
export function htmlText(html: string): Traced {
  const out = tracedWriter(html.length)
  let unread = 0
  let empty = false
  const boundary = (name: string) => {
    if (BLOCKS.has(name)) out.stand('\n', parser.startIndex, parser.startIndex)
    if (CELLS.has(name)) out.stand('\t', parser.startIndex, parser.startIndex)
  }
  const parser = new Parser(
    {
      onopentagname: name => {
        if (UNREAD.has(name)) unread++
        if (BLOCKS.has(name)) boundary(name)
        if (CELLS.has(name)) empty = true
      },
      onclosetag: name => {
        if (UNREAD.has(name)) unread--
        if (CELLS.has(name) && empty) out.stand(NOTHING, parser.startIndex, parser.startIndex)
        boundary(name)
      },
      ontext: text => {
        if (unread === 0) write(text, parser.startIndex, parser.endIndex + 1)
      },
    },
    { decodeEntities: true },
  )
  const write = (text: string, start: number, end: number) => {
    const read = text.replace(/[\r\n]/g, ' ')
    if (/\S/.test(read)) empty = false
    if (end - start === text.length) out.copy(read, start)
    else out.stand(read, start, end)
  }
  parser.end(html)
  return out.done()
}
