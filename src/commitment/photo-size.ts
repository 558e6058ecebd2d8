/**
 * Width and height of a photo as its first bytes give them, before anything is unpacked: a file of a few kilobytes can unpack to gigabytes. Null where they do not say.
 * PNG: IHDR. JPEG: the first frame header. WebP: VP8, VP8L or VP8X.
 */
export function photoSize(bytes: Buffer): { width: number; height: number } | null {
  try {
    if (bytes.readUInt32BE(0) === 0x89504e47) return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    if (bytes.readUInt16BE(0) === 0xffd8) return sizeOfJpeg(bytes)
    return bytes.toString('latin1', 8, 12) === 'WEBP' ? sizeOfWebp(bytes) : null
  } catch (error) {
    if (error instanceof RangeError) return null // it ends before it says
    throw error
  }
}

/** Walks from marker to marker to the frame header: SOF0 to SOF15, of which C4, C8 and CC are something else. */
function sizeOfJpeg(bytes: Buffer): { width: number; height: number } | null {
  let at = 2
  while (bytes.readUInt8(at) === 0xff) {
    const marker = bytes.readUInt8(at + 1)
    const is_frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (is_frame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}

function sizeOfWebp(bytes: Buffer): { width: number; height: number } | null {
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
    case 'VP8L': {
      const packed = bytes.readUInt32LE(21)
      return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
    default:
      return null
  }
}
