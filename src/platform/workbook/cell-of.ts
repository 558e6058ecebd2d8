import { DamagedPart } from '../office-file/index.ts'
import { digitsBy } from './formats.ts'
import { type RichText, type Run, unescaped } from './rich-text.ts'
import type { Format } from './styles.ts'
import { type Cell, cleaned, limits } from './workbook.ts'

/**
 * A cell as the sheet writes it: its type, its value (null where it has none), the text that it holds itself, and
 * whether it is worked out.
 */
export type Raw = { type: string; value: string | null; rich: RichText | null; has_formula: boolean }

/** A text as several cells may show it. */
export type SharedText = Pick<Cell, 'text' | 'is_old' | 'runs' | 'is_struck' | 'has_struck'>

/**
 * What of a text is seen: without what is crossed out in it, unless all of it is. Throws DamagedPart where it is longer
 * than any cell's.
 */
export function sharedText(runs: Run[]): SharedText {
  if (runs.reduce((sum, { text }) => sum + text.length, 0) > limits.letters) throw new DamagedPart('a text is longer than a cell holds')
  const standing = runs.filter(({ is_struck }) => !is_struck)
  const is_struck = runs.length > 0 && standing.every(({ text }) => cleaned(text) === '')
  const seen = is_struck ? runs : standing
  const old = seen.filter(({ is_old, text }) => is_old && cleaned(text) !== '')
  return {
    text: cleaned(seen.map(({ text }) => text).join('')),
    ...(old.length > 0 && { is_old: true, ...(old.length < seen.length && { runs: seen.map(({ text, is_old }) => ({ text, is_old })) }) }),
    ...(is_struck ? { is_struck: true } : standing.length < runs.length && { has_struck: true }),
  }
}

/**
 * A formula says what it came to when it was last worked out; where nobody has, there is nothing to read. One that came
 * to an empty text is an empty cell. Throws DamagedPart.
 */
export function cellOf({ type, value, rich, has_formula }: Raw, shared: SharedText[], format?: Format): Cell | undefined {
  if (type === 'e') return { text: value ?? '', fault: 'error-value' }
  const looks = { ...(format?.is_old && { is_old: true as const }), ...(format?.is_struck && { is_struck: true as const }) }
  if (rich && type === 'inlineStr') return spoken({ ...looks, ...sharedText(rich.whole) })
  if (value === null) return has_formula ? { text: '', fault: 'no-value' } : undefined
  if (value === '') return undefined
  if (type === 'n' || type === '') return numberOf(value, format)
  if (type === 's') return spoken({ ...looks, ...sharedAt(shared, value) })
  if (type === 'b') return spoken({ ...looks, text: /^(1|true)$/.test(value) ? 'x' : '' })
  return spoken({ ...looks, text: cleaned(unescaped(value)) })
}

function spoken(cell: Cell): Cell | undefined {
  return cell.text === '' ? undefined : cell
}

/** A text that is not on the list was lost on the way. */
function sharedAt(shared: SharedText[], place: string): SharedText {
  const text = shared[Number(place)]
  if (!text) throw new DamagedPart(`there is no text ${place}`)
  return text
}

function numberOf(value: string, format?: Format): Cell {
  const number = Number(value)
  if (!Number.isFinite(number)) return { text: cleaned(value) }
  const text = (format?.code && digitsBy(format.code, number)) || String(number)
  const { is_date, lacks, is_struck } = format ?? {}
  return {
    text,
    number,
    ...(is_date && { is_date: true, ...(lacks && { lacks }) }),
    ...(is_struck && { is_struck: true }),
  }
}
