import { crc32, deflateSync } from 'node:zlib'
import { Transformer } from '@napi-rs/image'
import { describe, expect, test } from 'vitest'
import { place_of_photo, telephonePhoto } from '../../../test/harness/photos.ts'
import { photoSize } from '../../platform/photo/index.ts'
import { makeEvidence } from './evidence.ts'

const pdf = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
const pixels = (width: number, height: number) => Transformer.fromRgbaPixels(new Uint8Array(width * height * 4).fill(90), width, height)
const make = (name: string, bytes: Buffer) => makeEvidence({ name, bytes })

async function made(name: string, bytes: Buffer) {
  const outcome = await make(name, bytes)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.value
}

async function refusal(name: string, bytes: Buffer) {
  const outcome = await make(name, bytes)
  return outcome.ok ? 'taken' : outcome.problems.map(({ code, field }) => `${code} ${field}`).join()
}

test('a photo of a telephone is kept upright and without what the telephone wrote beside it', async () => {
  const sent = await telephonePhoto(40, 30)
  expect(sent.includes(place_of_photo)).toBe(true)
  const kept = await made('IMG_0001.JPG', sent)
  expect(kept).toMatchObject({ name: 'IMG_0001.jpg', media_type: 'image/jpeg' })
  expect([kept.bytes.includes(place_of_photo), kept.bytes.includes('Exif')]).toEqual([false, false])
  expect(photoSize(kept.bytes)).toMatchObject({ width: 30, height: 40 })
})

test('PNG and WebP become JPEG, a large one is made smaller, a small one stays; a paper is kept as it came', async () => {
  const large = await made('to.png', await pixels(2400, 600).png())
  const small = await made('nhỏ.webp', await pixels(64, 48).webp())
  expect([photoSize(large.bytes), photoSize(small.bytes)]).toMatchObject([
    { width: 1600, height: 400 },
    { width: 64, height: 48 },
  ])
  expect([large.name, small.name]).toEqual(['to.jpg', 'nhỏ.jpg'])
  expect(await made('biên bản.pdf', pdf)).toMatchObject({ name: 'biên bản.pdf', media_type: 'application/pdf', bytes: pdf })
})

test('each file that is not taken has its own refusal, at its field', async () => {
  const photo = await telephonePhoto()
  expect(await refusal('a.jpg', Buffer.alloc(0))).toBe('empty-file evidence')
  expect(await refusal('a.jpg', Buffer.alloc(26 * 1024 * 1024, photo))).toBe('too-big evidence')
  expect(await refusal('a.jpg', pdf)).toBe('other-than-named evidence')
  expect(await refusal('a.pdf', photo)).toBe('other-than-named evidence')
  expect(await refusal('anh', photo)).toBe('other-than-named evidence')
  expect(await refusal('a.jpg', Buffer.from('MZ\x90\0 a program', 'latin1'))).toBe('wrong-kind evidence')
  expect(await refusal('a.gif', Buffer.from('GIF89a\x01\0\x01\0\x80\0\0', 'latin1'))).toBe('wrong-kind evidence')
  expect(await refusal('a.jpg', photo.subarray(0, 12))).toBe('unreadable-photo evidence')
  expect(await refusal('a.png', (await pixels(30, 30).png()).subarray(0, 60))).toBe('unreadable-photo evidence')
})

test('a name that marks a document as secret is refused, and words that only look alike are not', async () => {
  const secret = ['MẬT.pdf', 'Tối mật - số 3.pdf', 'bao_cao_TOI_MAT.pdf', 'tuyệt-mật.pdf', 'công văn (mật).pdf'.normalize('NFD')]
  expect(await Promise.all(secret.map(name => refusal(name, pdf)))).toEqual(secret.map(() => 'secret-file evidence'))
  const open = ['gap mat.pdf', 'ra mắt mô hình.pdf', 'mat_bang.pdf', '../../etc/bien ban.pdf']
  expect(await Promise.all(open.map(name => refusal(name, pdf)))).toEqual(open.map(() => 'taken'))
  expect((await made('../../etc/bien ban.pdf', pdf)).name).toBe('bien ban.pdf')
})

describe('a photo that unpacks to gigabytes', () => {
  test('is refused by its first bytes, in each of the three formats', async () => {
    const png = await pixels(8, 8).png()
    png.writeUInt32BE(60_000, 16)
    png.writeUInt32BE(60_000, 20)
    const jpeg = Buffer.from(await telephonePhoto())
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
    jpeg.writeUInt16BE(60_000, (frame < 0 ? jpeg.indexOf(Buffer.from([0xff, 0xc2])) : frame) + 5)
    jpeg.writeUInt16BE(60_000, (frame < 0 ? jpeg.indexOf(Buffer.from([0xff, 0xc2])) : frame) + 7)
    const webp = Buffer.from('RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\xff\x0f\xff\xff\x0f', 'latin1')
    expect([await refusal('a.png', png), await refusal('a.jpg', jpeg), await refusal('a.webp', webp)]).toEqual([
      'too-much-unpacked evidence',
      'too-much-unpacked evidence',
      'too-much-unpacked evidence',
    ])
  })

  test('is weighed as it lies in memory: 56 megapixels in grey are taken, in colours of 16 bits they are not', () => {
    const weight = (colours: number, bits: number) => photoSize(png(7000, 8000, colours, bits))!.unpacked / 56_000_000
    expect([weight(0, 1), weight(0, 8), weight(2, 8), weight(3, 8), weight(4, 16), weight(6, 16)]).toEqual([1, 1, 3, 4, 4, 8])
  })

  test('is refused in one sentence that says how much it would take', async () => {
    expect(await make('a.png', png(7000, 8000, 6, 16))).toEqual({
      ok: false,
      problems: [{ code: 'too-much-unpacked', field: 'evidence', limit: 160, values: { size: 448 } }],
    })
  })

  test('may do so by its colour profile or a text: what is not the picture is not unpacked; pictures that move are none', async () => {
    const sent = await pixels(40, 30).png()
    const beside = ['iCCP', 'zTXt', 'iTXt'].map(kind => chunk(kind, deflateSync(Buffer.alloc(2 * 1024 * 1024))))
    const packed = Buffer.concat([sent.subarray(0, 33), ...beside, sent.subarray(33)])
    const moving = Buffer.concat([sent.subarray(0, 33), chunk('acTL', Buffer.alloc(8)), sent.subarray(33)])
    expect(await refusal('a.png', moving)).toBe('wrong-kind evidence')
    expect(photoSize((await made('a.png', packed)).bytes)).toMatchObject({ width: 40, height: 30 })
  })
})

/** The first bytes of a PNG, as large as they like to say. */
function png(width: number, height: number, colours: number, bits: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([bits, colours], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', Buffer.alloc(8)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(kind: string, data: Buffer): Buffer {
  const framed = Buffer.alloc(12 + data.length)
  framed.writeUInt32BE(data.length, 0)
  framed.write(kind, 4, 'latin1')
  data.copy(framed, 8)
  framed.writeUInt32BE(crc32(framed.subarray(4, 8 + data.length)), 8 + data.length)
  return framed
}
