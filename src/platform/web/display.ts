import { lookUp } from '../../basis/shared/look-up.ts'

/** How a page is to be shown (decision 0005): kept in the address, left out where it is the ordinary one. */
export type Display = { size: Size; contrast: Contrast }
export type Size = 'small' | 'ordinary' | 'large' | 'very-large'
export type Contrast = 'ordinary' | 'high'

export const ordinary_display: Display = { size: 'ordinary', contrast: 'ordinary' }

/** From small to large: A− and A+ are a step down and up this list. */
export const sizes: readonly Size[] = ['small', 'ordinary', 'large', 'very-large']

/** The query parameters of a display and what each of their values means. What is not here is the ordinary display. */
const size_by_value: Readonly<Record<string, Size>> = { nho: 'small', lon: 'large', 'rat-lon': 'very-large' }
const contrast_by_value: Readonly<Record<string, Contrast>> = { cao: 'high' }

/** Every value that makes a page of its own, by parameter: what the page cache may keep. */
export const display_values = { co: Object.keys(size_by_value), tp: Object.keys(contrast_by_value) } as const

/** Reads the display off a query: `?co=lon&tp=cao`. */
export function displayIn(query: URLSearchParams): Display {
  return {
    size: meaningOf(size_by_value, query.get('co')) ?? 'ordinary',
    contrast: meaningOf(contrast_by_value, query.get('tp')) ?? 'ordinary',
  }
}

/**
 * The query parameters of a display, as links and hidden fields carry them: `[['co', 'lon'], ['tp', 'cao']]`; none for
 * the ordinary one.
 */
export function parametersOf({ size, contrast }: Display): [name: string, value: string][] {
  const co = nameOf(size_by_value, size)
  const tp = nameOf(contrast_by_value, contrast)
  return [...(co ? ([['co', co]] as [string, string][]) : []), ...(tp ? ([['tp', tp]] as [string, string][]) : [])]
}

function meaningOf<Value>(table: Readonly<Record<string, Value>>, name: string | null): Value | undefined {
  return lookUp(table, name)
}

function nameOf<Value>(table: Readonly<Record<string, Value>>, value: Value): string | undefined {
  return Object.keys(table).find(name => lookUp(table, name) === value)
}
