import { photoSize } from '../../platform/photo/index.ts'

/** The largest emblem in bytes, and its side in pixels: drawn at 48, also where a screen has three dots for each. */
export const emblem_limits = { size: 64 * 1024, least: 48, most: 1024 }

/** Whether bytes are an emblem: a square PNG. */
export function isEmblem(bytes: Buffer): boolean {
  const is_png = bytes.length <= emblem_limits.size && bytes.toString('hex', 0, 8) === '89504e470d0a1a0a'
  const { width = 0, height = 0 } = (is_png && photoSize(bytes)) || {}
  return width === height && width >= emblem_limits.least && width <= emblem_limits.most
}
