import { atOnce } from '../../basis/shared/at-once.ts'
import type { PhotoSize } from './photo-size.ts'
import { uprightWithin } from './upright-within.ts'

/**
 * The longest photo that is taken, in bytes; and the most bytes that one may take unpacked, which is 53 megapixels in
 * colour. Making one anew takes three times that (measured): half a gigabyte at most.
 */
export const photo_limits = { size: 25 * 1024 * 1024, unpacked: 160_000_000 }

/** One photo at a time, for what it takes. */
const inTurn = atOnce(1)

/**
 * Makes a photo anew, as JPEG: unpacked, turned upright, and no longer than `side` pixels. Nothing that stood beside
 * the picture (place, time, device) goes along. Its size must have been judged before. Null where it cannot be
 * unpacked.
 */
export function remakePhoto(bytes: Buffer, size: PhotoSize, side: number): Promise<Buffer | null> {
  return inTurn(async () => {
    try {
      return await uprightWithin(bytes, size, side).jpeg(82)
    } catch {
      return null
    }
  })
}
