import { Transformer } from '@napi-rs/image'
import { paragraph, picture, run, testDocument } from '../../test/harness/document.ts'

const words =
  'Năm qua cán bộ đảng viên thôn đã hiến đất làm đường góp ngày công và vận động bà con giữ gìn vệ sinh chung quanh nhà văn hóa'.split(' ')

/** Fifty pages of some 350 words, and thirty photos, each of about a megabyte and none like another. */
export async function fiftyPages(): Promise<Uint8Array> {
  const photos: [string, Uint8Array][] = []
  for (let i = 0; i < 30; i++) photos.push([`media/image${i + 1}.jpeg`, await noisyPhoto(i)])
  const pages = Array.from(
    { length: 50 },
    (_, page) => Array.from({ length: 8 }, (_, i) => paragraph(sentence(page * 8 + i))).join('') + photoOf(page),
  )
  return testDocument({ body: pages.join(''), media: photos })
}

function photoOf(page: number): string {
  return page < 30 ? paragraph(picture(`rIdM${page + 1}`)) + paragraph(run(`(Ảnh ${page + 1})`)) : ''
}

/** Words in an order that no two paragraphs share, as runs of Word are cut. */
function sentence(seed: number): string {
  const text = Array.from({ length: 44 }, (_, i) => words[(seed * 7 + i * (1 + (seed % 5))) % words.length]!)
  return Array.from({ length: 6 }, (_, i) =>
    run(`${text.slice(i * 8, i * 8 + 8).join(' ')} `, '<w:sz w:val="28"/><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'),
  ).join('')
}

/** Noise packs badly, as leaves and gravel do. */
async function noisyPhoto(seed: number): Promise<Buffer> {
  const [width, height] = [1600, 1200]
  const pixels = new Uint8Array(width * height * 4)
  let state = seed + 1
  for (let i = 0; i < pixels.length; i++) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff
    pixels[i] = 90 + ((state >>> 16) & 63)
  }
  return Transformer.fromRgbaPixels(pixels, width, height).jpeg(80)
}

/**
 * Files of a few hundred kilobytes that would take gigabytes: one that says so, one that says less than it holds, one
 * paragraph in another without end.
 */
export function bombs(): [what: string, bytes: Uint8Array][] {
  const blank = ' '.repeat(200 * 1024 * 1024)
  const told = testDocument({ body: '', parts: { 'word/document.xml': blank } })
  const lying = Buffer.from(told)
  const listed = lying.lastIndexOf(Buffer.from('504b0102', 'hex'), lying.lastIndexOf('word/document.xml'))
  lying.writeUInt32LE(told.length, listed + 24)
  const nested = `<w:document>${'<w:p>'.repeat(60_000)}${'</w:p>'.repeat(60_000)}</w:document>`
  const noise = Array.from({ length: 20_000 }, (_, i) => ((i * 7919) % 99_991).toString(36)).join('')
  return [
    ['that says it is 200 MB', told],
    ['that says less than it holds', lying],
    ['of tags in tags, 60,000 deep', testDocument({ body: '', parts: { 'word/document.xml': nested, 'word/noise.xml': noise } })],
  ]
}
