/** Width and height of a photo in pixels, and how many bytes it takes once it is unpacked. */
export type PhotoSize = { width: number; height: number; unpacked: number }

/**
 * The size of a photo as its first bytes give it, before anything is unpacked: a file of a few kilobytes can unpack to
 * gigabytes. Null where they do not say. PNG: IHDR. JPEG: the first frame header. WebP: VP8, VP8L or VP8X; of a moving
 * one the first picture fills it.
 */
export function photoSize(bytes: Buffer): PhotoSize | null {
  try {
    if (bytes.readUInt32BE(0) === 0x89504e47) return sizeOfPng(bytes)
    if (bytes.readUInt16BE(0) === 0xffd8) return sizeOfJpeg(bytes)
    return bytes.toString('latin1', 8, 12) === 'WEBP' ? sizeOfWebp(bytes) : null
  } catch (error) {
    if (error instanceof RangeError) return null // it ends before it says
    throw error
  }
}

function sizeIn(width: number, height: number, channels: number, bits: number): PhotoSize {
  return { width, height, unpacked: width * height * channels * Math.ceil(bits / 8) }
}

/**
 * By colour type: grey, colour, a palette (which is unpacked to colour and opacity), and the first two with opacity.
 */
const channels_of_png = new Map([
  [0, 1],
  [2, 3],
  [3, 4],
  [4, 2],
  [6, 4],
])

function sizeOfPng(bytes: Buffer): PhotoSize | null {
  const channels = channels_of_png.get(bytes.readUInt8(25))
  return channels ? sizeIn(bytes.readUInt32BE(16), bytes.readUInt32BE(20), channels, bytes.readUInt8(24)) : null
}

/** Walks from marker to marker to the frame header: SOF0 to SOF15, of which C4, C8 and CC are something else. */
function sizeOfJpeg(bytes: Buffer): PhotoSize | null {
  let at = 2
  while (bytes.readUInt8(at) === 0xff) {
    const marker = bytes.readUInt8(at + 1)
    const is_frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (is_frame) return sizeIn(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5), bytes.readUInt8(at + 9), bytes.readUInt8(at + 4))
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}

function sizeOfWebp(bytes: Buffer): PhotoSize | null {
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return sizeIn(bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff, 4, 8)
    case 'VP8L': {
      const packed = bytes.readUInt32LE(21)
      return sizeIn((packed & 0x3fff) + 1, ((packed >>> 14) & 0x3fff) + 1, 4, 8)
    }
    case 'VP8X':
      return sizeIn(bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1, 4, 8)
    default:
      return null
  }
}
