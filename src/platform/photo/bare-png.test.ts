import { crc32, deflateSync } from 'node:zlib'
import { Transformer } from '@napi-rs/image'
import { expect, test } from 'vitest'
import { barePng } from './bare-png.ts'

test('a PNG loses its colour profile and its texts, which unpack by themselves, and keeps the picture', async () => {
  const sent = await Transformer.fromRgbaPixels(new Uint8Array(40 * 30 * 4).fill(90), 40, 30).png()
  const beside = ['iCCP', 'zTXt', 'iTXt'].map(kind => chunk(kind, deflateSync(Buffer.alloc(2 * 1024 * 1024))))
  expect(barePng(Buffer.concat([sent.subarray(0, 33), ...beside, sent.subarray(33)]))).toEqual(sent)
})

function chunk(kind: string, data: Buffer): Buffer {
  const framed = Buffer.alloc(12 + data.length)
  framed.writeUInt32BE(data.length, 0)
  framed.write(kind, 4, 'latin1')
  data.copy(framed, 8)
  framed.writeUInt32BE(crc32(framed.subarray(4, 8 + data.length)), 8 + data.length)
  return framed
}
