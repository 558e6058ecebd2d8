import { z } from 'zod'
import { safeUrl } from '../../../basis/shared/address/safe-url.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import {
  atoms,
  type Block,
  type BlockKind,
  block_kinds,
  type Field,
  type Held,
  limits_of_body,
  looks,
  type ValuesOf,
} from './declaration.ts'

export type { Block, Inline } from './declaration.ts'

/**
 * Words as they may stand in a text: NFC, without control signs, lone surrogates and signs that turn the direction of
 * reading.
 */
export function isPlain(text: string): boolean {
  return text.isWellFormed() && text === text.normalize('NFC') && !unfit_signs.test(text)
}

const unfit_signs = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff]/u

/** The check of a field, as it is declared. */
function shapeOf(field: Field): z.ZodType {
  switch (field.kind) {
    case 'words':
      return z.string().min(1).max(field.most).refine(isPlain, 'unfit-signs')
    case 'line':
      return z.string().max(field.most).refine(isPlain, 'unfit-signs')
    case 'only':
      return z.literal(field.value).optional()
    case 'row':
      return z
        .int()
        .min(1)
        .max(2 ** 31 - 1)
    case 'address':
      return z
        .string()
        .max(field.most)
        .refine(href => safeUrl(href) === href, 'unsafe-link')
        .optional()
  }
}

function shapesOf(fields: Readonly<Record<string, Field>>): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, shapeOf(field)]))
}

const text = shapeOf({ kind: 'words', most: limits_of_body.words })
const atom_shapes = Object.entries(atoms).map(([name, field]) => z.strictObject({ [name]: shapeOf(field) }))
const inline = z.union([z.strictObject({ text, ...shapesOf(looks) }), ...atom_shapes])
const content = z.array(inline).min(1).max(limits_of_body.pieces)
/** A cell may be empty. */
const row = z.array(z.array(inline).max(limits_of_body.pieces_of_cell))

const held_shapes: Record<Held, Record<string, z.ZodType>> = {
  words: { text },
  content: { content },
  items: { items: z.array(content).min(1).max(limits_of_body.items) },
  cells: { head: row.min(1).max(limits_of_body.columns), rows: z.array(row).max(limits_of_body.rows) },
  nothing: {},
}

const block_shapes = new Map(
  Object.entries<BlockKind>(block_kinds).map(([type, { holds, fields }]) => [
    type,
    z.strictObject({ type: z.literal(type), ...held_shapes[holds], ...shapesOf(fields) }).refine(isEven, 'uneven-table'),
  ]),
)

function isEven(block: Record<string, unknown>): boolean {
  if (!Array.isArray(block.rows) || !Array.isArray(block.head)) return true
  const columns = block.head.length
  return block.rows.every(row => row.length === columns)
}

const block = z.custom<Block>(given => {
  const type = typeof given === 'object' && given !== null && 'type' in given ? given.type : null
  return block_shapes.get(String(type))?.safeParse(given).success ?? false
}, 'unreadable-block')

/**
 * What of a block is longer than it may be, with the most that it may have: words by how they begin, parts (items, rows,
 * columns, pieces) without. Null where nothing is.
 */
export function tooMuchIn(given: Block): { words: string | null; most: number } | null {
  const read = block_shapes.get(given.type)?.safeParse(given)
  const issue = read?.error?.issues.find(({ code }) => code === 'too_big')
  if (issue?.code !== 'too_big') return null
  const value = issue.path.reduce<unknown>((part, name) => lookUp(part as Record<string, unknown>, String(name)), given)
  return { words: typeof value === 'string' ? value.slice(0, 60).toWellFormed() : null, most: Number(issue.maximum) }
}

/** The blocks that were declared (`declaration.ts`), and nothing else: an unknown block, field or value is refused. */
export const body_shape = z.array(block).min(1).max(limits_of_body.blocks)

/** A drawing of the portal's own (`portal/scenes`) with what it shows and what is written below it. */
export type Picture = ValuesOf<typeof block_kinds.picture.fields>
export const picture_shape = z.strictObject(shapesOf(block_kinds.picture.fields)) as unknown as z.ZodType<Picture>

/** Where a photo of the library stands, with what is written below it there. */
export type PhotoPlace = ValuesOf<typeof block_kinds.photo.fields>
const photo_shape = z.strictObject(shapesOf(block_kinds.photo.fields)) as unknown as z.ZodType<PhotoPlace>

/** The picture of a whole article: a drawing, or a photo. */
export type HeadPicture = Picture | PhotoPlace
export const head_picture_shape = z.union([picture_shape, photo_shape])
