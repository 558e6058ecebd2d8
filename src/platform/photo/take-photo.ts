import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import { type PhotoSize, photoSize } from './photo-size.ts'
import { photo_limits } from './remake-photo.ts'

/** The kinds of photos that are taken, by media type, each with the endings that its name may have. */
export const photo_kinds = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
} as const satisfies Record<string, readonly string[]>

/** Why a photo is not unpacked. */
export type SizeCode = 'unreadable-photo' | 'too-much-unpacked'

/**
 * The size of a photo that may be unpacked. Refusals at `field`: unreadable-photo, too-much-unpacked (limit and `size`
 * in millions of bytes).
 */
export function sizeToTake(bytes: Buffer, field: string): Outcome<PhotoSize, SizeCode> {
  const size = photoSize(bytes)
  if (!size || size.width === 0 || size.height === 0) return refused({ code: 'unreadable-photo', field })
  if (size.unpacked <= photo_limits.unpacked) return done(size)
  const values = { size: Math.ceil(size.unpacked / 1e6) }
  return refused({ code: 'too-much-unpacked', field, limit: photo_limits.unpacked / 1e6, values })
}
