import { lookUp } from '../../basis/shared/look-up.ts'

/** How a page is to be shown (decision 0005): kept in the address, left out where it is the ordinary one. */
export type Display = { size: Size; contrast: Contrast; face: Face }
export type Size = 'small' | 'ordinary' | 'large' | 'very-large'
export type Contrast = 'ordinary' | 'high'
/** What text is set in: the type of the portal, or one whose letters stand wide apart and look alike less. */
export type Face = 'ordinary' | 'easy'

export const ordinary_display: Display = { size: 'ordinary', contrast: 'ordinary', face: 'ordinary' }

/** From small to large: A− and A+ are a step down and up this list. */
export const sizes: readonly Size[] = ['small', 'ordinary', 'large', 'very-large']

/** The query parameters of a display and what each of their values means. What is not here is the ordinary display. */
const size_by_value: Readonly<Record<string, Size>> = { nho: 'small', lon: 'large', 'rat-lon': 'very-large' }
const contrast_by_value: Readonly<Record<string, Contrast>> = { cao: 'high' }
const face_by_value: Readonly<Record<string, Face>> = { 'de-doc': 'easy' }

/** Every value that makes a page of its own, by parameter: what the page cache may keep. */
export const display_values = {
  co: Object.keys(size_by_value),
  tp: Object.keys(contrast_by_value),
  kc: Object.keys(face_by_value),
} as const

/** Reads the display off a query: `?co=lon&tp=cao`. */
export function displayIn(query: URLSearchParams): Display {
  return {
    size: meaningOf(size_by_value, query.get('co')) ?? 'ordinary',
    contrast: meaningOf(contrast_by_value, query.get('tp')) ?? 'ordinary',
    face: meaningOf(face_by_value, query.get('kc')) ?? 'ordinary',
  }
}

/**
 * The query parameters of a display, as links and hidden fields carry them: `[['co', 'lon'], ['tp', 'cao']]`; none for
 * the ordinary one.
 */
export function parametersOf({ size, contrast, face }: Display): [name: string, value: string][] {
  const values = { co: nameOf(size_by_value, size), tp: nameOf(contrast_by_value, contrast), kc: nameOf(face_by_value, face) }
  return Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined)
}

/** Tells one display from all others: what is made once for each is kept under it. */
export function nameOfDisplay({ size, contrast, face }: Display): string {
  return `${size} ${contrast} ${face}`
}

function meaningOf<Value>(table: Readonly<Record<string, Value>>, name: string | null): Value | undefined {
  return lookUp(table, name)
}

function nameOf<Value>(table: Readonly<Record<string, Value>>, value: Value): string | undefined {
  return Object.keys(table).find(name => lookUp(table, name) === value)
}
