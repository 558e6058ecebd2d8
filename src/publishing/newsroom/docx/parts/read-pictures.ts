import { photo_limits, photoSize } from '../../../../platform/photo/index.ts'
import type { DocumentPicture } from '../document.ts'
import type { FindingCode } from '../findings.ts'

/** What a picture's bytes say that it is; a finding where it cannot be taken. */
export function lookAtPicture(path: string, bytes: Buffer): DocumentPicture | FindingCode {
  const media_type = mediaTypeOf(bytes)
  if (media_type === 'metafile') return 'metafile-picture'
  const size = media_type && photoSize(bytes)
  if (!size || size.width === 0 || size.height === 0) return 'unknown-picture'
  if (bytes.length > photo_limits.size || size.unpacked > photo_limits.unpacked) return 'oversized-picture'
  return { path, media_type, width: size.width, height: size.height, size: bytes.length }
}

function mediaTypeOf(bytes: Buffer): DocumentPicture['media_type'] | 'metafile' | null {
  const head = bytes.toString('hex', 0, 4)
  if (head === '89504e47') return 'image/png'
  if (head.startsWith('ffd8ff')) return 'image/jpeg'
  if (head === '52494646' && bytes.toString('latin1', 8, 12) === 'WEBP') return 'image/webp'
  const is_metafile = head === '01000000' || head === 'd7cdc69a' || head === '01000900' || head.startsWith('1f8b')
  return is_metafile ? 'metafile' : null
}
