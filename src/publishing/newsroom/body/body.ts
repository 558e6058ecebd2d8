import { z } from 'zod'
import { safeUrl } from '../../../platform/web/index.ts'

/**
 * Words as they may stand in a text: NFC, without control signs, lone surrogates and signs that turn the direction of
 * reading.
 */
export function isPlain(text: string): boolean {
  return text.isWellFormed() && text === text.normalize('NFC') && !unfit_signs.test(text)
}

const unfit_signs = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff]/u

const longest_text = 20_000
const words = z.string().min(1).max(longest_text).refine(isPlain, 'unfit-signs')
const mark = z.string().min(1).max(60)

/**
 * Running text with numbers of the register in it: `cite` is the mark of a citation of the edition. A link leads
 * outside by http, https or mailto, or to a path of this site.
 */
const inline = z.union([
  z
    .object({
      text: words,
      strong: z.literal(true).optional(),
      emphasis: z.literal(true).optional(),
      href: z
        .string()
        .max(2000)
        .refine(href => safeUrl(href) === href, 'unsafe-link')
        .optional(),
    })
    .strict(),
  z.object({ cite: mark }).strict(),
])
export type Inline = z.infer<typeof inline>
const content = z.array(inline).min(1).max(2000)
/** A cell may be empty. */
const cell = z.array(inline).max(200)

/** A drawing of the portal's own (`portal/scenes`) with what it shows and what is written below it. */
export const picture_shape = z.object({ scene: words, alt: words, caption: words }).strict()
export type Picture = z.infer<typeof picture_shape>

const table = z
  .object({ type: z.literal('table'), head: z.array(cell).min(1).max(20), rows: z.array(z.array(cell)).max(500) })
  .strict()
  .refine(({ head, rows }) => rows.every(row => row.length === head.length), 'uneven-table')

/**
 * The closed set of blocks a body is made of. Never HTML: what is not on this list cannot be published. A heading is of
 * the second level where it does not say 3.
 */
const block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('heading'), text: words, level: z.literal(3).optional() }).strict(),
  z.object({ type: z.literal('paragraph'), content }).strict(),
  z.object({ type: z.literal('quotation'), text: words, source: z.string().max(300).refine(isPlain, 'unfit-signs') }).strict(),
  z.object({ type: z.literal('list'), ordered: z.literal(true).optional(), items: z.array(content).min(1).max(500) }).strict(),
  z.object({ type: z.literal('note'), content }).strict(),
  table,
  picture_shape.extend({ type: z.literal('picture') }).strict(),
])
export type Block = z.infer<typeof block>
export const body_shape = z.array(block).min(1).max(2000)

/** All running text of a block, piece by piece: what may hold numbers of the register. */
export function contentOf(block: Block): Inline[] {
  if (block.type === 'list') return block.items.flat()
  if (block.type === 'table') return [block.head, ...block.rows].flat(2)
  return 'content' in block ? block.content : []
}

/** The marks that a body refers to, in the order of the text, each once. */
export function marksIn(body: readonly Block[]): string[] {
  return [...new Set(body.flatMap(contentOf).flatMap(inline => ('cite' in inline ? [inline.cite] : [])))]
}

/** The same block with each piece of its running text made anew. */
export function withContent(block: Block, change: (content: Inline[]) => Inline[]): Block {
  if (block.type === 'list') return { ...block, items: block.items.map(change) }
  if (block.type === 'table') return { ...block, head: block.head.map(change), rows: block.rows.map(row => row.map(change)) }
  return 'content' in block ? { ...block, content: change(block.content) } : block
}
