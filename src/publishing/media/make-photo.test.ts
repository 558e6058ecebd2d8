import { Transformer } from '@napi-rs/image'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { place_of_photo, telephonePhoto } from '../../../test/harness/photos.ts'
import { makePhoto } from './verbs/make-photo.ts'

const flat = (width: number, height: number, opacity = 255) =>
  Transformer.fromRgbaPixels(new Uint8Array(width * height * 4).fill(opacity), width, height)
const jpeg = await flat(900, 600).jpeg(80)
const send = (name: string, bytes: Uint8Array) => makePhoto({ name, bytes: Buffer.from(bytes) })
const codes = async (name: string, bytes: Uint8Array) => {
  const made = await send(name, bytes)
  return made.ok ? ['made'] : made.problems.map(({ code, field }) => `${code} ${field}`)
}

test('a photo is made anew in each width and format, and what stood behind it is gone', async () => {
  const hidden = zipSync({ 'bí mật.txt': Buffer.from('một tệp khác') })
  const made = await send('Làng.JPG', Buffer.concat([jpeg, hidden]))
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  const { renderings, width, height, name } = made.value
  expect([width, height, name]).toEqual([900, 600, 'Làng.JPG'])
  expect(renderings.map(({ width, media_type }) => `${width} ${media_type}`)).toEqual(
    [480, 800, 900].flatMap(width => ['avif', 'webp', 'jpeg'].map(format => `${width} image/${format}`)),
  )
  for (const { bytes } of renderings) expect(Buffer.from(bytes).includes('PK\x03\x04')).toBe(false)
  expect((await send('x.jpg', Buffer.concat([jpeg, hidden]))).ok && made.value.digest).toMatch(/^[0-9a-f]{64}$/)
})

test('one that lets the ground through has PNG in place of JPEG; one that only could has not', async () => {
  const types = async (opacity: number) => {
    const made = await send('dau.png', await flat(60, 40, opacity).png())
    return made.ok && made.value.renderings.map(({ media_type }) => media_type)
  }
  expect(await types(100)).toEqual(['image/avif', 'image/webp', 'image/png'])
  expect(await types(255)).toEqual(['image/avif', 'image/webp', 'image/jpeg'])
})

test('a photo that lies on its side is turned, and nothing of what the telephone wrote goes along', async () => {
  const made = await send('nghieng.jpg', await telephonePhoto(40, 30))
  expect(made.ok && [made.value.width, made.value.height]).toEqual([30, 40])
  expect(
    made.ok && made.value.renderings.some(({ bytes }) => [place_of_photo, 'Exif'].some(said => Buffer.from(bytes).includes(said))),
  ).toBe(false)
})

test('what is no photo, says something else, is too much or secret is refused with its reason, and nothing is unpacked', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const png = await flat(40, 30).png()
  const enormous = Buffer.from(png)
  enormous.writeUInt32BE(30_000, 16)
  enormous.writeUInt32BE(30_000, 20)
  const gif = Buffer.from(
    'GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;',
    'latin1',
  )
  expect(await codes('rong.jpg', Buffer.alloc(0))).toEqual(['empty-file file'])
  expect(await codes('to.jpg', Buffer.alloc(25 * 1024 * 1024 + 1))).toEqual(['too-big file'])
  expect(await codes('ve.svg', svg)).toEqual(['wrong-kind file'])
  expect(await codes('ve.jpg', svg)).toEqual(['wrong-kind file'])
  expect(await codes('dong.gif', gif)).toEqual(['wrong-kind file'])
  expect(await codes('anh.png', jpeg)).toEqual(['other-than-named file'])
  expect(await codes('anh.html', jpeg)).toEqual(['other-than-named file'])
  expect(await codes('lon.png', enormous)).toEqual(['too-much-unpacked file'])
  expect(await codes('cut.jpg', jpeg.subarray(0, 40))).toEqual(['unreadable-photo file'])
  expect(await codes('hong.png', Buffer.concat([png.subarray(0, 50), Buffer.alloc(40)]))).toEqual(['unreadable-photo file'])
  expect(await codes('Tối mật.jpg', jpeg)).toEqual(['secret-file file'])
  expect(await codes('ba\u0309n đo\u0302\u0300 MA\u0323\u0302T.jpg', jpeg)).toEqual(['secret-file file'])
})
