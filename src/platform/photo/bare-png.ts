const signature_bytes = 8
/** What the picture itself is made of, and which way up it is. */
const needed = new Set(['IHDR', 'PLTE', 'tRNS', 'eXIf', 'IDAT', 'IEND'])

/**
 * A PNG without what stands beside the picture. Colour profiles and texts are packed by themselves: a megabyte of
 * profile unpacks to a gigabyte, of which the picture's own size says nothing. Throws RangeError where the file ends
 * too early.
 */
export function barePng(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, signature_bytes)]
  for (let at = signature_bytes, end = at; at < bytes.length; at = end) {
    end = at + 12 + bytes.readUInt32BE(at)
    if (needed.has(bytes.toString('latin1', at + 4, at + 8))) kept.push(bytes.subarray(at, end))
  }
  return Buffer.concat(kept)
}
