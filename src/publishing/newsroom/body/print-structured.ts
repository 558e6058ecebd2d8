import type { CitedBody, CitedInText } from './citation.ts'
import type { Block, Inline } from './declaration.ts'
import { kindOf } from './lines.ts'

/**
 * Writes a body as structured text, which `readStructured` reads back: what a normal body says comes out the same
 * (`normalBody`).
 */
export function printStructured({ body, citations }: CitedBody): string {
  const by_mark = new Map(citations.map(citation => [citation.mark, citation]))
  const inline = (content: readonly Inline[]) => content.map(piece => printPiece(piece, by_mark)).join('')
  return body.map(block => printBlock(block, inline)).join('\n\n')
}

type PrintInline = (content: readonly Inline[]) => string

function printBlock(block: Block, inline: PrintInline): string {
  switch (block.type) {
    case 'heading':
      return `${block.level === 3 ? '###' : '##'} ${block.text}`
    case 'paragraph':
      return atStart(inline(block.content))
    case 'note':
      return `! ${inline(block.content)}`
    case 'quotation':
      return block.source === '' ? `> ${block.text}` : `> ${block.text}\n> — ${block.source}`
    case 'list':
      return block.items.map((item, i) => `${block.ordered ? `${i + 1}.` : '-'} ${inline(item)}`).join('\n')
    case 'table':
      return [block.head, ...block.rows].map(row => `|${row.map(cell => ` ${inline(cell)} |`).join('')}`).join('\n')
    case 'chart':
      return [...block.items.map(item => asBar(inline(item))), ...(block.caption === '' ? [] : [`— ${block.caption}`])]
        .map(line => `~ ${line}`)
        .join('\n')
    case 'document':
      return `[[văn bản ${block.instrument}${block.caption && ` | ${escaped(block.caption, in_brackets)}`}]]`
    case 'photo':
      return `[[ảnh ${block.photo}${block.caption && ` | ${escaped(block.caption, in_brackets)}`}]]`
    case 'picture':
      return `[[${[block.scene, block.alt, block.caption].map(part => escaped(part, in_brackets)).join(' | ')}]]`
  }
}

/** A label that begins with a dash says that it is no caption. */
function asBar(line: string): string {
  return /^(?:—|–|--) /.test(line) ? `\\${line}` : line
}

/** A paragraph that begins as another block does says that it is none. */
function atStart(line: string): string {
  return kindOf(line) === 'text' ? line : `\\${line}`
}

function printPiece(piece: Inline, by_mark: ReadonlyMap<string, CitedInText>): string {
  if ('cite' in piece) return printToken(by_mark.get(piece.cite)!)
  if ('footnote' in piece) return `{^ ${escaped(piece.footnote, in_braces)}}`
  const { text, strong, emphasis, href } = piece
  const words = text.replace(/\{@[1-9]\d{0,14}\}|[\\*_{[\]|]/g, sign => (sign.length > 1 ? sign : `\\${sign}`))
  const marked = `${strong ? '**' : ''}${emphasis ? '_' : ''}${words}${emphasis ? '_' : ''}${strong ? '**' : ''}`
  return href === undefined ? marked : `[${marked}](${escaped(href, /[\\()]/g)})`
}

/** `{F16 level=advanced; valid_as_of=2021-02-19 | 02}`. */
export function printToken({ figure, parameters, printed }: Pick<CitedInText, 'figure' | 'parameters' | 'printed'>): string {
  const asked = Object.entries(parameters).map(([name, value]) => `${name}=${escaped(value, in_token)}`)
  const question = [figure, ...(asked.length > 0 ? [asked.join('; ')] : [])].join(' ')
  return printed === '' ? `{${question}}` : `{${question} | ${escaped(printed, in_token)}}`
}

const in_brackets = /[\\|\]]/g
const in_braces = /[\\{}]/g
const in_token = /[\\;|{}]/g

function escaped(text: string, signs: RegExp): string {
  return text.replace(signs, sign => `\\${sign}`)
}
