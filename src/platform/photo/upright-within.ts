import { ResizeFit, Transformer } from '@napi-rs/image'
import { barePng } from './bare-png.ts'
import type { PhotoSize } from './photo-size.ts'

/** A photo unpacked, turned upright, and no longer than `side` pixels. Throws where it cannot be unpacked. */
export function uprightWithin(bytes: Buffer, { width, height }: PhotoSize, side: number): Transformer {
  const upright = new Transformer(isPng(bytes) ? barePng(bytes) : bytes).rotate()
  return Math.max(width, height) > side ? upright.resize({ width: side, height: side, fit: ResizeFit.Inside }) : upright
}

function isPng(bytes: Buffer): boolean {
  return bytes.toString('hex', 0, 4) === '89504e47'
}
