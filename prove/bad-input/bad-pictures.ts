import { crc32, deflateSync } from 'node:zlib'
import { Transformer } from '@napi-rs/image'
import { staff_paths } from '../../src/platform/web/href.ts'
import { good_document, turned } from './bad-documents.ts'
import { below, oneOf, type Random } from './random.ts'
import { as_file_form, fileForm, pressKey, type Try } from './send.ts'

const plain = Transformer.fromRgbaPixels(new Uint8Array(60 * 40 * 4).fill(120), 60, 40)
export type Pictures = Record<'jpg' | 'png' | 'webp', Buffer>

export async function goodPictures(): Promise<Pictures> {
  return { jpg: await plain.jpeg(80), png: await plain.png(), webp: await plain.webp(80) }
}

export function photoTry(says: string, name: string, bytes: Uint8Array, must_refuse = false): Try {
  const body = fileForm(name, bytes, { key: pressKey() })
  return { door: 'photos', says, path: staff_paths.photos, headers: as_file_form, body, must_refuse }
}

/** A picture with bits turned, its end missing, or under the name of another kind. */
export function badPicture(pictures: Pictures, random: Random): Try {
  const kind = oneOf(['jpg', 'png', 'webp'] as const, random)
  const bytes = pictures[kind]
  return oneOf(
    [
      () => photoTry('bits turned', `a.${kind}`, turned(bytes, random)),
      () => photoTry('a picture cut short', `a.${kind}`, bytes.subarray(0, below(bytes.length, random))),
      () => photoTry('another kind than its name', `a.${kind === 'png' ? 'webp' : 'png'}`, bytes, true),
    ],
    random,
  )()
}

/** What is known to be refused, each once. */
export function refusedPictures({ jpg, png }: Pictures): Try[] {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
  const files: [string, string, Uint8Array][] = [
    ['a picture of 30,000 × 30,000', 'a.png', bigPng(30_000)],
    ['a drawing of lines', 'a.svg', Buffer.from(svg)],
    ['a drawing of lines under the name of a photo', 'a.jpg', Buffer.from(svg)],
    ['a page', 'a.html', Buffer.from('<html><script>alert(1)</script>')],
    ['a document under the name of a photo', 'a.jpg', good_document],
    ['a photo with a secret name', 'MẬT.jpg', jpg],
    ['nothing', 'a.png', new Uint8Array(0)],
    ['a photo without a size', 'a.png', withSize(png, 0, 0)],
    ['a photo that says it is larger than it is', 'a.png', withSize(png, 12_000, 12_000)],
  ]
  return [
    ...files.map(([says, name, bytes]) => photoTry(says, name, bytes, true)),
    { ...photoTry('500 MB', 'a.jpg', jpg, true), endless: 500 * 1024 * 1024 },
  ]
}

/** A photo with an archive behind it: it is made anew, and the archive stays behind. */
export function photoWithArchive({ jpg }: Pictures): Try {
  return photoTry('a photo with an archive behind it', 'a.jpg', Buffer.concat([jpg, good_document]))
}

/** Black, in grey: a few hundred kilobytes that unpack to 900 million. */
function bigPng(side: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.writeUInt8(8, 8)
  const row = Buffer.alloc(1 + side)
  const rows = deflateSync(Buffer.concat(Array.from({ length: 200 }, () => row)))
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

function chunk(kind: string, data: Buffer): Buffer {
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  const named = Buffer.concat([Buffer.from(kind), data])
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

/** The same picture, whose head gives another size. */
function withSize(png: Buffer, width: number, height: number): Buffer {
  const head = Buffer.from(png.subarray(16, 29))
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  return Buffer.concat([png.subarray(0, 8), chunk('IHDR', head), png.subarray(33)])
}
