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

/** The style sheet of the reader's pages, squeezed, with the addresses of its two fonts. */
export function readerStyle({ latin_href, vietnamese_href }: { latin_href: string; vietnamese_href: string }): string {
  return squeezed(parts.join('')).replace('%latin%', latin_href).replace('%vietnamese%', vietnamese_href)
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
