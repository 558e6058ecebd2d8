import { attribute, walkXml } from './xml.ts'

/** What a cell's format tells of its content: a number is a day; it is shown with so many digits; the font is older than Unicode, or crosses out. */
export type Format = { is_date: boolean; zeros: number; is_old: boolean; is_struck: boolean }

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
      if (name === 'strike' && parent === 'font' && path.at(-3) === 'fonts' && !/^(0|false)$/.test(attribute(attributes, 'val') ?? ''))
        struck.add(fonts.length - 1)
      if (name === 'xf' && parent === 'cellXfs') {
        const { numFmtId = '0', fontId = '0' } = attributes
        formats.push({
          ...formatOf(Number(numFmtId), codes.get(numFmtId)),
          is_old: isOldFont(fonts[Number(fontId)]),
          is_struck: struck.has(Number(fontId)),
        })
      }
    },
    close: () => path.pop(),
  })
  return formats
}

/** Numbers 14–22, 27–36, 45–47 and 50–58 are days by the standard; others by their code. */
function formatOf(id: number, code: string | undefined): Pick<Format, 'is_date' | 'zeros'> {
  const by_number = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
  if (code === undefined) return { is_date: by_number, zeros: 0 }
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').split(';')[0]!
  return { is_date: /[dmy]/i.test(bare) && !/[#0?]/.test(bare), zeros: /^0{2,}$/.test(bare.trim()) ? bare.trim().length : 0 }
}

function isOldFont(name = ''): boolean {
  return /^\.?vn[A-Z]|^\.Vn|^VNI/.test(name)
}
