import { ResizeFit, Transformer } from '@napi-rs/image'
import { barePng } from './bare-png.ts'
import type { PhotoSize } from './photo-size.ts'

/**
 * The longest photo that is taken, in bytes; and the most bytes that one may take unpacked, which is 53 megapixels in
 * colour. Making one anew takes three times that (measured): half a gigabyte at most.
 */
export const photo_limits = { size: 25 * 1024 * 1024, unpacked: 160_000_000 }

/**
 * Makes a photo anew, as JPEG: unpacked, turned upright, and no longer than `side` pixels. Nothing that stood beside
 * the picture (place, time, device) goes along. Its size must have been judged before. Null where it cannot be
 * unpacked.
 */
export function remakePhoto(bytes: Buffer, { width, height }: PhotoSize, side: number): Promise<Buffer | null> {
  return inTurn(async () => {
    try {
      const upright = new Transformer(isPng(bytes) ? barePng(bytes) : bytes).rotate()
      const fitting = Math.max(width, height) > side ? upright.resize({ width: side, height: side, fit: ResizeFit.Inside }) : upright
      return await fitting.jpeg(82)
    } catch {
      return null
    }
  })
}

function isPng(bytes: Buffer): boolean {
  return bytes.toString('hex', 0, 4) === '89504e47'
}

let last: Promise<unknown> = Promise.resolve()

/** One photo at a time, for what it takes. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work)
  last = mine.catch(() => {})
  return mine
}
