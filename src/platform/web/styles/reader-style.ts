import article from './article.css?raw'
import base from './base.css?raw'
import check from './check.css?raw'
import figures from './figures.css?raw'
import front from './front.css?raw'
import head from './head.css?raw'
import house from './house.css?raw'
import print from './print.css?raw'
import search from './search.css?raw'
import tokens from './tokens.css?raw'

const parts = [tokens, base, house, head, front, article, figures, check, search, print]

/** The style sheet of the reader's pages, squeezed, with a mark where the address of each of its two fonts comes. */
export function readerStyle(): string {
  return squeezed(parts.join(''))
}

/**
 * Without comments and needless blanks. Our own sheets hold no string with a brace, a semicolon or two blanks in it.
 */
export function squeezed(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replaceAll(';}', '}')
    .trim()
}
