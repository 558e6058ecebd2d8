import { attribute, lettersOfFont, walkXml } from '../office-file/index.ts'
import { type Shown, shownBy } from './formats.ts'

/**
 * What a cell's format tells of its content: the code by which numbers are shown, what one sees of a day, and that the
 * font is older than Unicode, or crosses out.
 */
export type Format = Shown & { code?: string | undefined; is_old: boolean; is_struck: boolean }

/** Formats by their place in `cellXfs`. */
export function readFormats(xml: string): Format[] {
  const codes = new Map<string, string>()
  const fonts: string[] = []
  const struck = new Set<number>()
  const formats: Format[] = []
  const path: string[] = []
  walkXml(xml, {
    open(name, attributes) {
      const parent = path.at(-1)
      path.push(name)
      if (name === 'numFmt') codes.set(attributes.numFmtId ?? '', attributes.formatCode ?? '')
      if (name === 'font' && parent === 'fonts') fonts.push('')
      if (name === 'name' && parent === 'font' && path.at(-3) === 'fonts') fonts[fonts.length - 1] = attribute(attributes, 'val') ?? ''
      if (name === 'strike' && parent === 'font' && path.at(-3) === 'fonts' && crossesOut(attribute(attributes, 'val')))
        struck.add(fonts.length - 1)
      if (name === 'xf' && parent === 'cellXfs') {
        const { numFmtId = '0', fontId = '0' } = attributes
        const code = codes.get(numFmtId)
        const font = Number(fontId)
        formats.push({ ...shownBy(Number(numFmtId), code), code, is_old: lettersOfFont(fonts[font]) !== null, is_struck: struck.has(font) })
      }
    },
    close: () => path.pop(),
  })
  return formats
}

export function crossesOut(value: string | undefined): boolean {
  return !/^(0|false)$/.test(value ?? '')
}
