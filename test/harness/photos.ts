import { Transformer } from '@napi-rs/image'

/** A photo of one grey, as a telephone takes one: lying on its side, and telling where it was taken. */
export async function telephonePhoto(width = 40, height = 30): Promise<Buffer> {
  const plain = await Transformer.fromRgbaPixels(new Uint8Array(width * height * 4).fill(128), width, height).jpeg(80)
  return Buffer.concat([plain.subarray(0, 2), exif(), plain.subarray(2)])
}

/** Words that the telephone wrote beside the picture. */
export const place_of_photo = 'chup tai nha ong Q, 22.14N 105.83E'

/** An APP1 segment with two entries: turned a quarter to the right, and a description. */
function exif(): Buffer {
  const said = Buffer.from(`${place_of_photo}\0`)
  const tiff = Buffer.alloc(38)
  tiff.write('II*\0', 0, 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(2, 8)
  writeEntry(tiff, 10, { tag: 0x010e, type: 2, count: said.length, value: tiff.length })
  writeEntry(tiff, 22, { tag: 0x0112, type: 3, count: 1, value: 6 })
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, said])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

type Entry = { tag: number; type: number; count: number; value: number }

function writeEntry(into: Buffer, at: number, { tag, type, count, value }: Entry): void {
  into.writeUInt16LE(tag, at)
  into.writeUInt16LE(type, at + 2)
  into.writeUInt32LE(count, at + 4)
  into.writeUInt32LE(value, at + 8)
}
