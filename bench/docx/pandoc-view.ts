import { execFileSync } from 'node:child_process'
import type { DocumentBlock, DocumentInline, WordDocument } from '../../src/publishing/newsroom/index.ts'
import { wordsOf } from './written-words.ts'

/**
 * What two readers of one document can be compared by: words, and the marks of what they stand in (a heading with its
 * level, an item with its depth, a table with its size, a note, a picture).
 */
export type View = { words: string[]; headings: string[]; items: string[]; tables: string[]; notes: string[]; pictures: string[] }

/** Pandoc's own reading of a document, as its tests keep it. Null where the installed pandoc cannot read that. */
export function pandocView(native: string): View | null {
  try {
    const json = execFileSync('pandoc', ['-f', 'native', '-t', 'json', native], { stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 })
    return viewOf(JSON.parse(json.toString()))
  } catch {
    return null
  }
}

type Node = { t?: string; c?: unknown }
type Walk = View & { notes_text: string[]; depth: number }

function viewOf({ blocks, meta }: { blocks: unknown; meta: Record<string, unknown> }): View {
  const walk: Walk = { words: [], headings: [], items: [], tables: [], notes: [], pictures: [], notes_text: [], depth: -1 }
  const text = [textOf(blocks, walk), ...Object.values(meta).map(value => textOf(value, walk)), ...walk.notes_text].join('\n')
  return { ...walk, words: wordsOf(text) }
}

/** Its text; what else is seen on the way is noted. */
function textOf(node: unknown, walk: Walk): string {
  if (Array.isArray(node)) return node.map(child => textOf(child, walk)).join('')
  if (typeof node !== 'object' || node === null) return ''
  const { t, c } = node as Node
  const parts = c as unknown[]
  const inner = (child: unknown) => textOf(child, walk)
  const lines = (children: unknown[]) => children.map(inner).join('\n')
  switch (t) {
    case 'Str':
      return c as string
    case 'Space':
    case 'SoftBreak':
    case 'LineBreak':
      return ' '
    case 'Code':
    case 'Math':
      return parts[1] as string
    case 'CodeBlock':
      return `${parts[1]}\n`
    case 'RawInline':
    case 'RawBlock':
      return ''
    case 'Image':
      walk.pictures.push('picture')
      return ''
    // A comment is no text of the document.
    case 'Span':
      return (parts[0] as [string, string[]])[1].includes('comment-start') ? '' : inner(parts[1])
    case 'Link':
    case 'Quoted':
    case 'Div':
      return inner(parts[1])
    case 'Header': {
      const text = inner(parts[2])
      walk.headings.push(`${parts[0]} ${keyOf(text)}`)
      return `${text}\n`
    }
    case 'Para':
    case 'Plain':
    case 'MetaInlines':
    case 'MetaBlocks':
      return `${inner(c)}\n`
    case 'BulletList':
      return itemsOf(parts as unknown[][], walk)
    case 'OrderedList':
      return itemsOf(parts[1] as unknown[][], walk)
    case 'DefinitionList':
      return lines((c as [unknown, unknown][]).flat())
    case 'MetaList':
      return lines(parts)
    case 'MetaMap':
      return lines(Object.values(c as object))
    case 'Note': {
      const text = inner(c)
      walk.notes.push(keyOf(text))
      walk.notes_text.push(text)
      return ''
    }
    case 'Table':
      return tableOf(parts, walk)
    case undefined:
      return ''
    default:
      return inner(c)
  }
}

function itemsOf(items: unknown[][], walk: Walk): string {
  walk.depth++
  const texts = items.map(([first, ...rest]) => {
    const text = textOf(first, walk)
    walk.items.push(`${walk.depth} ${keyOf(text)}`)
    return `${text}\n${textOf(rest, walk)}`
  })
  walk.depth--
  return texts.join('\n')
}

type Row = [attributes: unknown, cells: [unknown, unknown, number, number, unknown][]]

function tableOf(parts: unknown[], walk: Walk): string {
  const [, caption, columns, head, bodies, foot] = parts as [
    unknown,
    unknown,
    unknown[],
    [unknown, Row[]],
    [unknown, unknown, Row[], Row[]][],
    [unknown, Row[]],
  ]
  const rows = [...head[1], ...bodies.flatMap(([, , heads, rest]) => [...heads, ...rest]), ...foot[1]]
  walk.tables.push(`${rows.length} x ${columns.length}`)
  const cells = rows.flatMap(([, cells]) => cells.map(cell => textOf(cell[4], walk)))
  return [textOf((caption as unknown[])[1], walk), ...cells].join('\n')
}

/** Texts are compared by their words. */
function keyOf(text: string): string {
  return wordsOf(text).join(' ')
}

/** The same of our reading. */
export function ourView({ blocks, notes }: WordDocument): View {
  return {
    words: [...blocks.map(saidIn), ...notes.map(({ content }) => say(content))].flatMap(wordsOf),
    headings: blocks.flatMap(block => (block.type === 'heading' && !block.is_title ? `${block.level} ${keyOf(say(block.content))}` : [])),
    items: blocks.flatMap(block =>
      block.type === 'list' ? block.items.map(({ depth, content }) => `${depth} ${keyOf(say(content))}`) : [],
    ),
    tables: blocks.flatMap(block => (block.type === 'table' ? `${block.rows.length} x ${block.columns}` : [])),
    notes: notes.map(({ content }) => keyOf(say(content))),
    pictures: blocks.flatMap(block => (block.type === 'picture' ? 'picture' : [])),
  }
}

function saidIn(block: DocumentBlock): string {
  if (block.type === 'list') return block.items.map(({ content }) => say(content)).join('\n')
  if (block.type === 'table')
    return block.rows
      .flat()
      .map(({ content }) => say(content))
      .join('\n')
  return block.type === 'picture' ? `${block.caption}\n${block.credit}` : say(block.content)
}

function say(content: readonly DocumentInline[]): string {
  return content.map(inline => ('text' in inline ? inline.text : '')).join('')
}
