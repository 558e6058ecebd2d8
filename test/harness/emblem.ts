import { deflateSync } from 'node:zlib'

/** The start of a PNG of a size: signature, header and one compressed chunk, as much of it as is looked at. */
export function pngOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(25)
  header.write('0000000d49484452', 'hex')
  header.writeUInt32BE(width, 8)
  header.writeUInt32BE(height, 12)
  header.writeUInt8(8, 16)
  header.writeUInt8(6, 17)
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), header, deflateSync(Buffer.alloc(16))])
}
